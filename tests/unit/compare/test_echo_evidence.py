"""What two equal figures need for being one fact, by how much their number tells."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare.echo_evidence import Voice, agree, stretches_of
from claimx.compare.interval import figure
from claimx.compare.signature import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]

_UNSAID = {"period": None, "period_start": None, "period_end": None}
_WRITTEN = {"unit": (14, 15)}
#: A name that is in no list, and one that is.
_RARE, _KNOWN = "酱香拿铁", "抖音"


def _voice(make: Make, fields: dict[str, Any]) -> Voice:
    named = {name: fields[name.removesuffix("_id")] for name in ("subject_id", "metric_id") if name[:-3] in fields}
    claim = make(**{"sentence": "甲。", "sentence_start": 0, "inferred": (), "spans": {}, **named, **fields})
    number, reading = figure(claim), read(claim)
    assert number is not None
    return Voice(claim, reading.signature, number, reading.wide)


def _agree(make: Make, one: dict[str, Any], other: dict[str, Any], name: str = _RARE) -> bool:
    voices = _voice(make, {"doc": "a", **one}), _voice(make, {"doc": "b", **other})
    found = agree(*voices, name)
    assert agree(*reversed(voices), name) is found
    return found


def _said(value: str, **fields: Any) -> dict[str, Any]:
    return {"value": Decimal(value), "precision": None, **fields}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({}, {}, True),
        ({}, {"metric": "销量", "subject": "快手"}, True),
        ({}, {"doc": "a"}, False),
        # Units, where both texts write them.
        ({"spans": _WRITTEN}, {"unit": "杯", "spans": _WRITTEN}, False),
        ({"spans": _WRITTEN}, {"unit": "杯"}, True),
        ({"spans": _WRITTEN}, {"spans": _WRITTEN}, True),
        # Narrowing words: some decide when only one of the two says them.
        ({}, {"metric": "海外GMV"}, False),
        ({}, {"metric": "累计GMV"}, True),
        ({"metric": "首日GMV"}, {"metric": "三日GMV"}, False),
        # Periods: it is enough that one may hold the other.
        ({}, {"period": "2024-Q1", "period_start": "2024-01-01", "period_end": "2024-03-31"}, True),
        ({}, {"period": "2023", "period_start": "2023-01-01", "period_end": "2023-12-31"}, False),
        ({}, _UNSAID, True),
    ],
)
def test_three_digits_need_only_that_nothing_speaks_against(
    claim: Make, one: dict[str, Any], other: dict[str, Any], found: bool
) -> None:
    assert _agree(claim, _said("5.42E+6", **one), _said("5.42E+6", **other), _KNOWN) is found


@pytest.mark.parametrize(
    ("value", "unit", "found"),
    [
        ("19.9", "CNY", False),
        ("999", "CNY", False),
        ("99.5", "CNY", True),
        ("999", "件", True),
        ("1.09E+6", "CNY", True),
    ],
)
def test_a_price_that_any_shop_may_ask_says_little(claim: Make, value: str, unit: str, found: bool) -> None:
    one, other = (_said(value, unit=unit, metric=metric, subject=_KNOWN) for metric in ("销售额", "GMV"))
    assert _agree(claim, one, other) is found


_QUARTER = {"period": "2024-Q1", "period_start": "2024-01-01", "period_end": "2024-03-31"}


@pytest.mark.parametrize(
    ("one", "other", "found"),
    [
        ({}, {}, True),
        ({}, {"metric": "销售额"}, False),
        ({}, {"metric": "销售额", "inferred": ("metric",)}, True),
        ({}, {"metric": "金额"}, True),  # a word for any measure
        ({}, {"subject": "快手"}, False),
        ({}, {"subject": "快手", "inferred": ("subject",)}, True),
        ({}, {"subject": "甲乙丙"}, True),
        ({}, _QUARTER, False),
        ({}, _QUARTER | {"inferred": ("period",)}, True),
        ({}, _UNSAID, True),
        (_UNSAID, _QUARTER, True),
    ],
)
def test_two_digits_need_the_same_measure_owner_and_period(
    claim: Make, one: dict[str, Any], other: dict[str, Any], found: bool
) -> None:
    assert _agree(claim, _said("1.2E+6", **one), _said("1.2E+6", **other), _KNOWN) is found


@pytest.mark.parametrize(
    ("value", "fields", "name", "found"),
    [
        ("35", {"unit": "家"}, _RARE, True),
        ("35", {"unit": "家"}, _KNOWN, False),
        ("990000", {"unit": "家"}, _KNOWN, False),
        ("-1200000", {"unit": "家"}, _KNOWN, True),
        ("35", {"unit": "CNY"}, _KNOWN, False),
        # What both titles name.
        ("35", {"unit": "CNY", "title": "抖音电商的一年"}, _KNOWN, True),
        ("35", {"unit": "CNY", "title": "抖音的一年", **_UNSAID}, _KNOWN, True),
        ("35", {"unit": "CNY", "title": "快手的一年"}, _KNOWN, False),
        ("35", {"unit": "家", "title": "抖音的一年"}, _KNOWN, True),
        ("35", {"unit": "家", "title": "抖音的一年", **_UNSAID}, _KNOWN, False),
        ("35", {"unit": "CNY", "title": None}, _KNOWN, False),
    ],
)
def test_two_digits_of_a_small_number_need_a_telling_name(
    claim: Make, value: str, fields: dict[str, Any], name: str, found: bool
) -> None:
    assert _agree(claim, _said(value, **fields), _said(value, **fields), name) is found


def test_both_titles_have_to_name_it_and_units_to_be_one(claim: Make) -> None:
    one = _said("35", unit="CNY", title="抖音的一年")
    assert not _agree(claim, one, {**one, "title": "标题"}, _KNOWN)
    assert not _agree(claim, one, {**one, "unit": "家"}, _KNOWN)
    apart = _said("35", unit="家", title="抖音的一年")
    spring = {**apart, **_QUARTER}
    assert not _agree(claim, apart, {**spring, "inferred": ("period",)}, _KNOWN)


@pytest.mark.parametrize(
    ("one", "other", "name", "found"),
    [
        ({}, {}, _KNOWN, True),
        ({}, {"subject": "甲乙丙"}, _KNOWN, False),
        ({}, {"subject": "甲乙丙"}, _RARE, True),
        ({}, {"subject": "快手"}, _RARE, False),
        ({}, {"metric": "营业收入"}, _KNOWN, False),
        ({"subject": ""}, {"subject": ""}, _KNOWN, False),
        ({"metric": "价格"}, {"metric": "价格"}, _KNOWN, False),
        ({"metric": "甲乙"}, {"metric": "甲乙"}, _KNOWN, False),
    ],
)
def test_a_round_number_needs_a_measure_and_one_owner_or_a_rare_name(
    claim: Make, one: dict[str, Any], other: dict[str, Any], name: str, found: bool
) -> None:
    assert _agree(claim, _said("1E+8", **one), _said("1E+8", **other), name) is found


@pytest.mark.parametrize(
    ("scope", "stretches"),
    [
        ({"首日", "海外"}, {"首日", "单日"}),
        ({"单日"}, {"单日"}),
        ({"8月内", "淇淋业务"}, {"8月内"}),
        ({"直播间"}, set()),
    ],
)
def test_stretches_of_time_in_a_scope(scope: set[str], stretches: set[str]) -> None:
    assert stretches_of(frozenset(scope)) == stretches
