"""Two hundred articles in one report: it opens, filters, sorts and jumps without making anybody wait."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

_ARTICLES, _PARAGRAPHS = 200, 15


def _article(number: int) -> str:
    paragraphs = (
        f"2024年，抖音电商GMV达{number + place * 3 + 100}亿元，同比增长{place + 1}%，门店数超{place * 7 + number}家。"
        for place in range(_PARAGRAPHS)
    )
    return f"# 第{number}篇\n\n" + "\n\n".join(paragraphs) + "\n"


def test_two_hundred_articles_stay_usable(report: Callable[..., Path], opened: Callable[..., Page]) -> None:
    path = report({f"{number:03}.md": _article(number) for number in range(_ARTICLES)})
    started = time.monotonic()
    page = opened(path)
    claims = int(page.locator("#count").inner_text().rpartition(" ")[2])
    assert claims > _ARTICLES * _PARAGRAPHS * 2
    # Generous for slow shared machines: about a quarter of it is needed.
    assert time.monotonic() - started < 20
    for action in (
        lambda: page.locator("#search").fill("门店"),
        lambda: page.locator("#table th.value").get_by_role("button").click(),
        lambda: page.get_by_role("button", name="Show more").click(),
        lambda: page.evaluate(f"location.hash = 'c{claims}'; new Promise(requestAnimationFrame)"),
    ):
        started = time.monotonic()
        action()
        assert time.monotonic() - started < 5
    page.wait_for_function(f"document.activeElement.id === 'c{claims}'")
    assert page.locator("#table tbody tr:visible").count() == 400
