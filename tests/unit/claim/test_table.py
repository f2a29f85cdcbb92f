"""Tables: units reach their column, and a cell takes metric, subject and time from header and row."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimx import Claim, extract

_BRIEF = """# 三季度经营简报

Published: 2025-10-20

单位：万元

| 公司 | 营收（亿元） | 净利润 | 同比 |
|---|---:|---|---|
| 甲公司 | 12.5 | 3,400 | 15% |
| 乙公司 | 8 | 120 | -3% |

| 指标 | 2023年 | 2024年 |
|---|---|---|
| 发行总额（亿） | 12 | 15 |
| 客单价 | 98元 | 105元 |
"""


@pytest.fixture(scope="module")
def cells() -> dict[str, Claim]:
    return {claim.text: claim for claim in extract(_BRIEF)}


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("12.5", "1250000000", "CNY"),  # the header's unit
        ("3,400", "34000000", "CNY"),  # the caption's
        ("15", "1500000000", "CNY"),  # the row label's, before the caption's
        ("98元", "98", "CNY"),  # its own, before any other
        ("15%", "15", "%"),
    ],
)
def test_a_cell_takes_the_nearest_unit(cells: dict[str, Claim], text: str, value: str, unit: str) -> None:
    assert (cells[text].value, cells[text].unit) == (Decimal(value), unit)


def test_headers_and_captions_are_no_claims(cells: dict[str, Claim]) -> None:
    assert set(cells) == {"12.5", "3,400", "15%", "8", "120", "-3%", "12", "15", "98元", "105元"}


def test_metric_and_subject_come_from_header_and_row(cells: dict[str, Claim]) -> None:
    assert (cells["8"].metric, cells["8"].subject) == ("营收", "乙公司")
    assert (cells["3,400"].metric, cells["3,400"].subject) == ("净利润", "甲公司")


def test_a_column_of_changes_is_of_the_column_before(cells: dict[str, Claim]) -> None:
    fall = cells["-3%"]
    assert (fall.kind, fall.direction, fall.basis, fall.metric) == ("change", "down", "yoy", "净利润")


def test_a_header_of_time_dates_its_column(cells: dict[str, Claim]) -> None:
    assert (cells["105元"].metric, cells["105元"].period) == ("客单价", "2024")


def test_a_ragged_row_keeps_what_it_has() -> None:
    claims = extract("| 门店 | 面积（平方米） |\n|---|---|\n| 甲店 | 120 | 7 |\n| 乙店 |\n")
    assert [(claim.text, claim.unit) for claim in claims][:1] == [("120", "m2")]
