"""The report in a browser: filter, sort, jump, cards, colours, paper, and life without script."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    Report = Callable[..., Path]
    Opened = Callable[..., Page]

_ROWS = "#table tbody tr:visible"


def _column(page: Page, name: str) -> list[str]:
    place = page.locator("#table thead th").all_inner_texts().index(name)
    return [row.locator("td").nth(place).inner_text() for row in page.locator(_ROWS).all()]


def _in_sight(locator: Locator) -> bool:
    return bool(
        locator.evaluate("e => { const r = e.getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight }")
    )


def test_every_claim_is_a_row_and_a_mark(report: Report, opened: Opened) -> None:
    page = opened(report())
    rows = page.locator(_ROWS).count()
    assert rows >= 6
    assert page.locator("#articles a.claim[id]").count() == rows
    assert page.locator("#count").inner_text() == f"{rows} / {rows}"


@pytest.mark.parametrize(
    ("field", "choice", "kept"),
    [("kind", "change", "change"), ("document", "乙篇", "two.md")],
)
def test_filter_by_choice(field: str, choice: str, kept: str, report: Report, opened: Opened) -> None:
    page = opened(report())
    everything = page.locator(_ROWS).count()
    page.locator(f"#{field}").select_option(label=choice)
    assert set(_column(page, {"document": "article"}.get(field, field))) == {kept}
    assert page.locator("#count").inner_text() == f"{page.locator(_ROWS).count()} / {everything}"
    page.get_by_role("button", name="Clear").click()
    assert page.locator(_ROWS).count() == everything


def test_search_takes_all_words_in_any_order(report: Report, opened: Opened) -> None:
    page = opened(report())
    page.locator("#search").fill("gmv 快手")
    assert page.locator(_ROWS).count() == 2
    assert all("快手" in subject for subject in _column(page, "subject"))
    page.locator("#modality").select_option("forecast")
    assert page.locator(_ROWS).count() == 1
    page.locator("#search").fill("快手 没有这个词")
    assert page.locator(_ROWS).count() == 0


def test_filter_by_confidence(report: Report, opened: Opened) -> None:
    page = opened(report())
    page.locator("#confidence").fill("1")
    assert page.locator(_ROWS).count() == 0
    page.locator("#confidence").fill("0.1")
    assert all(float(text) >= 0.1 for text in _column(page, "confidence"))


def test_sort_numbers_by_size_and_back(report: Report, opened: Opened) -> None:
    page = opened(report())
    header = page.locator("#table th.value")
    header.get_by_role("button").click()
    assert header.get_attribute("aria-sort") == "ascending"
    sizes = page.locator("#table td[data-size]:nth-child(5)").evaluate_all("es => es.map(e => Number(e.dataset.size))")
    assert sizes == sorted(sizes)
    assert len(set(sizes)) > 2
    header.get_by_role("button").press("Enter")
    assert header.get_attribute("aria-sort") == "descending"
    assert page.locator("#table td:nth-child(5)").first.inner_text() == "3.5万亿 CNY"


def test_sort_leaves_the_empty_last(report: Report, opened: Opened) -> None:
    page = opened(report())
    button = page.locator("#table th.change").get_by_role("button")
    for _ in range(2):
        button.click()
        changes = _column(page, "change")
        assert "" in changes
        assert changes[changes.index("") :] == [""] * changes.count("")


def test_jump_from_row_to_sentence_and_back(report: Report, opened: Opened) -> None:
    page = opened(report())
    page.locator("#r3 td a").first.focus()
    page.keyboard.press("Enter")
    mark = page.locator("#c3")
    page.wait_for_function("document.activeElement.id === 'c3'")
    assert _in_sight(mark)
    page.locator("#kind").select_option("rank")
    assert not page.locator("#r3").is_visible()
    mark.click()
    page.wait_for_function("document.activeElement.closest('tr')?.id === 'r3'")
    assert page.locator("#r3").is_visible()
    assert _in_sight(page.locator("#r3"))


def test_an_address_with_a_claim_opens_at_it(report: Report, opened: Opened) -> None:
    page = opened(report(), "#c2")
    page.wait_for_function("document.activeElement.id === 'c2'")
    assert _in_sight(page.locator("#c2"))


def test_the_card_shows_the_record_on_hover_and_on_focus(report: Report, opened: Opened) -> None:
    page = opened(report())
    card, mark = page.locator("#card"), page.locator("#articles a.claim", has_text="3.5万亿元")
    assert not card.is_visible()
    mark.hover()
    assert "抖音电商" in card.inner_text()
    assert "3500000000000 CNY" in card.inner_text()
    page.locator("h1").hover()
    assert not card.is_visible()
    mark.focus()
    assert card.is_visible()
    assert mark.get_attribute("aria-describedby") == "card"
    page.keyboard.press("Escape")
    assert not card.is_visible()


def test_conflicts_come_first_and_quote_both(report: Report, opened: Opened) -> None:
    page = opened(report())
    first = page.locator("#facts .fact").first
    assert "conflict" in str(first.get_attribute("class")).split()
    assert first.locator("mark").all_inner_texts() == ["3.5万亿元", "3.1万亿元"]
    first.get_by_role("link").last.click()
    assert re.search(r"#c\d+$", page.url)


def test_boilerplate_is_folded(report: Report, opened: Opened) -> None:
    page = opened(report())
    furniture = page.locator("#articles .boilerplate p", has_text="首页")
    assert furniture.count() == 1
    assert not furniture.is_visible()
    page.locator("#articles .boilerplate summary").first.click()
    assert furniture.is_visible()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_text_has_contrast_in_light_and_dark(scheme: str, report: Report, opened: Opened) -> None:
    page = opened(report(), color_scheme=scheme)
    dark = page.evaluate("getComputedStyle(document.body).backgroundColor.match(/\\d+/g).map(Number)[0] < 100")
    assert dark == (scheme == "dark")
    for selector in (
        "header p",
        ".dim",
        "#articles a.claim.level",
        "#articles a.claim.change",
        ".verdict",
        "nav a",
        "h2",
    ):
        assert _contrast(page.locator(selector).first) >= 4.5, selector


def _contrast(locator: Locator) -> float:
    """The contrast ratio of WCAG between an element's text and the nearest background behind it."""
    colours = locator.evaluate(
        """element => {
          const paint = document.createElement("canvas").getContext("2d", { willReadFrequently: true });
          const rgb = (colour) => {
            paint.fillStyle = colour;
            paint.fillRect(0, 0, 1, 1);
            return [...paint.getImageData(0, 0, 1, 1).data];
          };
          const background = (e) => getComputedStyle(e).backgroundColor;
          let behind = element;
          while (behind.parentElement && background(behind) === "rgba(0, 0, 0, 0)") behind = behind.parentElement;
          return [rgb(getComputedStyle(element).color), rgb(background(behind))];
        }"""
    )
    lighter, darker = sorted((_luminance(colour) for colour in colours), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: list[int]) -> float:
    linear = [c / 12.92 if c <= 0.03928 else ((c + 0.055) / 1.055) ** 2.4 for c in (part / 255 for part in colour[:3])]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_without_script_all_of_it_can_be_read(report: Report, opened: Opened) -> None:
    page = opened(report(), java_script_enabled=False)
    rows = page.locator(_ROWS).count()
    assert rows == page.locator("#articles a.claim[id]").count()
    assert not page.locator("#filters").is_visible()
    assert not page.locator("#more").is_visible()
    assert "抖音电商 · GMV · 3.5万亿 CNY" in str(page.locator("#c1").get_attribute("title"))
    page.locator("#r1 td a").first.click()
    assert page.url.endswith("#c1")


def test_on_paper_there_are_no_controls_and_all_rows(report: Report, opened: Opened) -> None:
    page = opened(report({"a.md": "\n\n".join(f"2024年，抖音电商GMV达{n}亿元。" for n in range(1000, 1300))}))
    assert page.locator(_ROWS).count() == 200
    page.emulate_media(media="print")
    page.evaluate("dispatchEvent(new Event('beforeprint'))")
    assert page.locator(_ROWS).count() == 300
    assert not page.locator("#filters").is_visible()
    assert not page.locator("nav").is_visible()
    assert page.pdf().startswith(b"%PDF")


def test_a_narrow_window_does_not_scroll_sideways(report: Report, opened: Opened) -> None:
    page = opened(report(), viewport={"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_headings_are_chinese_under_a_chinese_locale(
    report: Report, opened: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMX_LANG", "zh")
    page = opened(report())
    assert page.locator("html").get_attribute("lang") == "zh"
    assert "全部数据" in page.locator("#claims h2").inner_text()
