"""Articles that attack the report: nothing in them may run, load, or change the page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

_CLAIM = "2024年，抖音电商GMV达3.5万亿元"
_ATTACKS = (
    "<script>window.taken = 1</script>",
    "</script><script>window.taken = 2</script>",
    "<!--<script>",
    "<img src=x onerror='window.taken = 3'>",
    "\"'><svg onload=window.taken=4>",
    "</style><style>body { display: none }</style>",
    "<base href=//elsewhere.invalid/><meta http-equiv=refresh content=0;url=//elsewhere.invalid>",
    "{{ 7 * 191 }}{% for x in y %}",
    "javascript:window.taken=5",
    "\u2028\u2029\u202e\x1b[31m\x00",
)


def _articles() -> dict[str, str]:
    body = "\n\n".join(f"{attack}{_CLAIM}，据{attack}数据，同比增长30%。" for attack in _ATTACKS)
    return {
        "plain.txt": f"{_ATTACKS[1]}\n\n{body}\n",
        "page.html": f"<html><head><title>{_ATTACKS[3]}</title></head><body>"
        "<h1>&lt;/script&gt;&lt;script&gt;window.taken=6&lt;/script&gt;</h1>"
        f"<p>{_CLAIM}&lt;img src=x onerror=window.taken=7&gt;，同比增长30%。</p></body></html>",
        "quo\"te'<b>.md": f"# {_ATTACKS[4]}\n\n{_CLAIM}。\n\n[链接](javascript:window.taken=8)\n",
    }


def test_nothing_in_an_article_runs_or_is_markup(report: Callable[..., Path], opened: Callable[..., Page]) -> None:
    page = opened(report(_articles()))
    for mark in page.locator("#articles a.claim[id]").all()[:12]:
        mark.hover()
    page.locator("#search").fill("<script>")
    assert page.evaluate("window.taken") is None
    assert page.locator("script").count() == 2
    assert page.locator("style").count() == 1
    assert page.locator("img, base, iframe, object, embed").count() == 0
    assert page.locator("meta[http-equiv]").count() == 1
    assert page.locator("[onerror], [onload], [href^='javascript']").count() == 0
    assert page.evaluate("getComputedStyle(document.body).display") == "block"
    text = page.locator("article.text", has_text="plain.txt").inner_text()
    for attack in _ATTACKS[:-1]:
        assert attack in text
    assert "1337" not in text.replace(" ", "")
    assert "<U+202E>␛[31m" in text


def test_the_policy_stops_what_would_slip_through(report: Callable[..., Path], opened: Callable[..., Page]) -> None:
    path = report()
    policy = path.read_text(encoding="utf-8")
    assert "unsafe-inline" not in policy
    # The same page with a script and a style put in by hand: the browser must refuse both.
    evil = (
        "<script>window.taken = 1</script><p id=p style='color: rgb(1, 2, 3)' onclick='window.taken = 2'>x</p></main>"
    )
    path.write_text(policy.replace("</main>", evil), encoding="utf-8")
    page = opened(path, expects_trouble=True)
    page.locator("#p").click()
    assert page.evaluate("window.taken") is None
    assert page.locator("#p").evaluate("e => getComputedStyle(e).color") != "rgb(1, 2, 3)"
