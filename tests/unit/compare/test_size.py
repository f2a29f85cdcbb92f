"""Which figures are of one size."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimx.compare.interval import Figure
from claimx.compare.size import by_size, far_apart


def _figure(first: str, last: str | None = None) -> Figure:
    low, high = Decimal(first), Decimal(last or first)
    return Figure(low, high, "eq", Decimal(0), low, high, low, high)


@pytest.mark.parametrize(
    ("one", "other", "apart"), [("100", "200", False), ("100", "201", True), ("-100", "201", True), ("3", "3", False)]
)
def test_more_than_twice_is_another_size(one: str, other: str, apart: bool) -> None:
    figures = [_figure(one), _figure(other)]
    assert far_apart(figures) is apart
    assert by_size(figures) == ([[0], [1]] if apart else [[0, 1]])


def test_a_range_of_wide_ends_is_of_two_sizes() -> None:
    assert far_apart([_figure("100", "201")])


def test_sizes_are_joined_by_what_lies_between() -> None:
    assert by_size([_figure("100"), _figure("400"), _figure("200")]) == [[0, 1, 2]]


@pytest.mark.parametrize(
    ("one", "other", "alike"), [("35", "3.5E+8", True), ("3", "3E+8", False), ("35", "36E+7", False)]
)
def test_two_digits_alike_at_another_power_of_ten_are_a_slip(one: str, other: str, alike: bool) -> None:
    assert by_size([_figure(one), _figure(other)]) == ([[0, 1]] if alike else [[0], [1]])
