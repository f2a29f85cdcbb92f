"""The verdict on a set of figures, by the table of the standard and by its worst pair."""

from __future__ import annotations

from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.compare.interval import Figure
from claimx.compare.verdict import judge

if TYPE_CHECKING:
    from claimx.model import Bound

D = Decimal


def point(value: str, precision: str = "0", bound: Bound = "eq") -> Figure:
    number, step = D(value), D(precision)
    low, high = number - step / 2, number + step / 2
    outer = {
        "eq": (low, high),
        "approx": (number - step, number + step),
        "gt": (number, D("Infinity")),
        "ge": (number, D("Infinity")),
        "lt": (-D("Infinity"), number),
        "le": (-D("Infinity"), number),
    }[bound]
    return Figure(number, number, bound, step, low, high, *outer)


def span(low: str, high: str) -> Figure:
    return Figure(D(low), D(high), "eq", D(0), D(low), D(high), D(low), D(high))


@pytest.mark.parametrize(
    ("one", "other", "verdict"),
    [
        (point("45", "1"), point("45", "1"), "same"),
        (point("10000"), point("1E+4", "1E+4"), "same"),
        (point("1.4E+12", "1E+11", "approx"), point("1.39E+12", "1E+10"), "consistent"),
        (point("3.5E+12", "1E+11", "approx"), point("3.5E+12", "1E+11"), "consistent"),
        (point("17", "1"), point("17.3", "0.1"), "consistent"),
        (point("17", "1"), point("17.5"), "consistent"),
        (span("20", "30"), point("25", "1"), "consistent"),
        (point("4E+11", "1E+11", "gt"), point("4E+11", "1E+11", "approx"), "compatible"),
        (point("3E+12", "1E+12", "gt"), point("3.5E+12", "1E+11"), "compatible"),
        (point("3.43", "0.01"), point("3.44", "0.01", "approx"), "compatible"),
        (point("999"), point("999", bound="ge"), "compatible"),
        (point("1E+8", "1E+8", "gt"), point("1E+8", "1E+8", "ge"), "compatible"),
        (point("3.5E+12", "1E+11"), point("3.43E+12", "1E+10"), "conflict"),
        (point("3.43", "0.01"), point("3.44", "0.01"), "conflict"),
        (point("147"), point("150"), "conflict"),
        (point("5.42E+6", "1E+4", "gt"), point("5.24E+6", "1E+4"), "conflict"),
        (span("20", "30"), point("31", "1"), "conflict"),
        (point("10", "1"), point("-10", "1"), "conflict"),
    ],
)
def test_pairs(one: Figure, other: Figure, verdict: str) -> None:
    assert judge([one, other]).verdict == verdict
    assert judge([other, one]) == judge([one, other])


@pytest.mark.parametrize(
    ("one", "other", "subtype", "rel_diff"),
    [
        (point("3.5E+12", "1E+11"), point("3.43E+12", "1E+10"), "value", "0.02"),
        (point("3.5E+12", "1E+11"), point("3.5E+8", "1E+7"), "magnitude", "0.9999"),
        (point("1.4E+12", "1E+11"), point("1.39E+8", "1E+6"), "magnitude", "0.999901"),
        (point("1.39E+12", "1E+10"), point("1.4E+8", "1E+7"), "magnitude", "0.999899"),
        (point("30", "1"), point("35", "1"), "value", "0.142857"),
        (span("20", "30"), point("40", "1"), "value", "0.25"),
        (point("0"), point("5"), "value", "1"),
        (point("-5"), point("5"), "value", "2"),
        (point("0", "1"), point("-5", "1"), "value", "1"),
        (point("1"), point("10"), "magnitude", "0.9"),
        (point("1"), point("-10"), "value", "1.1"),
        # Eight powers of ten and a coarser digit apart, and the same at the edge of that digit, or beyond it.
        (point("1.39E+12", "1E+10"), point("1.4E+4", "1E+3"), "magnitude", "1"),
        (point("1.39E+12", "1E+10"), point("1.4E+5", "1E+4"), "value", "1"),
        (point("1.45E+12"), point("1.4E+8", "1E+7"), "magnitude", "0.999903"),
        (point("1.46E+12"), point("1.4E+8", "1E+7"), "value", "0.999904"),
        (point("1.35E+12"), point("1.4E+8", "1E+7"), "magnitude", "0.999896"),
    ],
)
def test_conflicts_say_how_far_apart(one: Figure, other: Figure, subtype: str, rel_diff: str) -> None:
    assert judge([one, other]) == ("conflict", subtype, D(rel_diff))


def test_a_bound_that_covers_a_power_of_ten_is_no_slip() -> None:
    figures = [point("1E+8", "1E+8", "gt"), point("1E+12", "1E+12"), point("3E+7", "1E+7")]
    assert judge(figures).subtype == "value"


@pytest.mark.parametrize("digit", range(1, 10))
def test_a_slip_is_found_whatever_bounds_stand_beside_it(digit: int) -> None:
    """In any order of the figures, which a set has none of."""
    low, high = f"{digit}E+8", f"{digit}E+12"
    figures = [point(low, bound="gt"), point(low), point(high), point(high, bound="lt")]
    assert judge(figures).subtype == "magnitude"


_BOUNDS = st.sampled_from(["eq", "eq", "approx", "gt", "ge", "lt", "le"])
_FIGURES = st.one_of(
    st.builds(
        lambda digits, scale, bound: point(f"{digits}E{scale}", f"1E{scale}", bound),
        st.integers(1, 40),
        st.integers(-1, 2),
        _BOUNDS,
    ),
    st.builds(lambda low, more: span(str(low), str(low + more)), st.integers(0, 40), st.integers(1, 40)),
)
_WORSE = ("same", "consistent", "compatible", "conflict")


@given(st.lists(_FIGURES, min_size=2, max_size=6))
def test_the_worst_pair_decides(figures: list[Figure]) -> None:
    worst = max((judge(pair).verdict for pair in combinations(figures, 2)), key=_WORSE.index)
    assert judge(figures).verdict == worst


@given(st.lists(_FIGURES, min_size=1, max_size=5))
def test_repeating_the_figures_changes_nothing(figures: list[Figure]) -> None:
    assert judge([*figures, *reversed(figures)]) == judge(figures)


@given(st.lists(_FIGURES, min_size=2, max_size=5))
def test_only_conflicts_have_a_distance(figures: list[Figure]) -> None:
    verdict, subtype, rel_diff = judge(figures)
    assert (subtype is not None) == (rel_diff is not None) == (verdict == "conflict")


def test_nothing_and_nothing_are_the_same() -> None:
    assert judge([point("0"), point("0")]) == ("same", None, None)


def test_nothing_and_something_are_as_far_apart_as_can_be() -> None:
    assert judge([point("0"), point("5")]) == ("conflict", "value", Decimal(1))
