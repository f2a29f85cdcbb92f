from __future__ import annotations

import unicodedata
from collections import Counter
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimx.render import writer

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim


def _width(line: str) -> int:
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in line)


def _long(claim: Callable[..., Claim]) -> Claim:
    return claim(
        line=12345,
        subject="泛时尚、家居、美妆等品类" * 3,
        metric="平台购买用户中九五后占比" * 2,
        value=None,
        min=Decimal("1234567890123"),
        max=Decimal("2234567890123"),
        bound="approx",
        direction="up",
        basis="versus",
        compare_to="传统广告投放的平均转化率",
        modality="forecast",
        period="2023-01/2023-11",
        source="某头部MCN机构负责人",
        text="约1.2万亿-2.2万亿元",
    )


@pytest.mark.parametrize("width", [72, 80, 119, 120, 140, 200])
def test_no_line_is_wider_than_the_terminal(
    width: int, claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    text = written(writer("table", width=width), [claim(), _long(claim)], title="很长的标题" * 30)
    assert max(map(_width, text.splitlines())) <= width


def test_columns_are_aligned_over_wide_characters(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    text = written(writer("table", width=100), [claim(), claim(subject="A", value=Decimal(5))])
    first, second = (line for line in text.splitlines() if "GMV" in line)
    assert _width(first[: first.index("GMV")]) == _width(second[: second.index("GMV")])
    assert _width(first[: first.index("CNY")]) == _width(second[: second.index("CNY")])


@pytest.mark.parametrize("width", [40, 72, 80])
def test_nothing_is_cut_off(width: int, claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    shown = (
        claim(subject="小红书" * 4, metric="月活跃用户数" * 3, source="平台副总裁许磊", period="2024-12-31"),
        _long(claim),
    )
    table = written(writer("table", width=width), shown).partition("─")[2]
    words = [
        part for one in shown for part in (one.subject, one.metric, one.period, one.source, one.compare_to) if part
    ]
    written_out = Counter(table)
    assert {char: count for char, count in Counter("".join(words)).items() if written_out[char] < count} == {}


def test_a_figure_stays_on_its_line(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    crowded = claim(subject="小红书" * 8, metric="月活跃用户数" * 6, source="平台副总裁许磊" * 3, bound="approx")
    assert "≈3.5万亿 CNY" in written(writer("table", width=80), [crowded])


def test_each_document_has_its_title_path_and_date(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    lines = written(writer("table"), [claim()], []).splitlines()
    assert lines[:2] == ["标题", "a.md · 2025-03-27"]
    assert "  no claims" in lines
    assert written(writer("table"), [], title=None).splitlines()[0] == "a.md · 2025-03-27"


def test_articles_cannot_style_or_steer_the_terminal(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    text = written(
        writer("table", width=200), [claim(subject="[red]x[/red] :smile:", source="\x1b[2J")], title="\x1b]0;t\x07"
    )
    assert "\x1b" not in text
    assert "\x07" not in text
    assert "[red]x[/red] :smile:" in text
    assert "␛[2J" in text


def test_colour_only_when_allowed(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    assert "\x1b[" in written(writer("table", colour=True), [claim()])
    assert "\x1b[" not in written(writer("table"), [claim()])


def test_the_colour_of_a_value_tells_its_kind(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    kinds = ("level", "change", "comparison", "rank")
    rows = [written(writer("table", colour=True), [claim(kind=kind)]).splitlines()[-2] for kind in kinds]
    assert len({row[: row.index("3.5万亿")] for row in rows}) == len(kinds)


def test_wide_terminals_also_see_the_words_of_the_article(
    claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    assert "3.5万亿元" in written(writer("table", width=140), [claim()])
    assert "3.5万亿元" not in written(writer("table", width=80), [claim()])


def test_chosen_fields_are_the_columns(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    header = written(writer("table", ("value", "bound")), [claim()]).splitlines()[2]
    assert header.split() == ["value", "bound"]
