"""Where a number and a time are read from the same characters, one of them gives way."""

from __future__ import annotations

from datetime import date

import pytest

from claimx.claim.layout import arbitrate
from claimx.model import Period, Quantity
from claimx.period import find_periods
from claimx.quantity import find_quantities


def _quantity(start: int, end: int) -> Quantity:
    return Quantity("q" * (end - start), start, end)


def _period(start: int, end: int) -> Period:
    return Period("p" * (end - start), start, end)


@pytest.mark.parametrize(
    ("quantities", "periods", "kept_quantities", "kept_periods"),
    [
        # the longer one, whichever it is
        ([(0, 4)], [(1, 3)], [(0, 4)], []),
        ([(1, 3)], [(0, 4)], [], [(0, 4)]),
        ([(2, 6)], [(0, 3)], [(2, 6)], []),
        # time wins a tie
        ([(0, 3)], [(0, 3)], [], [(0, 3)]),
        # side by side both stay
        ([(0, 3), (8, 9)], [(3, 8)], [(0, 3), (8, 9)], [(3, 8)]),
        # one against several
        ([(0, 5)], [(0, 2), (3, 5)], [(0, 5)], []),
        ([(0, 2), (3, 5)], [(0, 5)], [], [(0, 5)]),
        ([], [(0, 2)], [], [(0, 2)]),
        ([(0, 2)], [], [(0, 2)], []),
    ],
)
def test_the_longer_reading_wins(
    quantities: list[tuple[int, int]],
    periods: list[tuple[int, int]],
    kept_quantities: list[tuple[int, int]],
    kept_periods: list[tuple[int, int]],
) -> None:
    left = arbitrate([_quantity(*span) for span in quantities], [_period(*span) for span in periods])
    assert left == ([_quantity(*span) for span in kept_quantities], [_period(*span) for span in kept_periods])


@pytest.mark.parametrize(
    ("text", "numbers", "times"),
    [
        ("近三年投入20亿元", ["20亿元"], ["近三年"]),
        ("交付周期为3个月", ["3个月"], []),
        ("2024年卖出300台", ["300台"], ["2024年"]),
        ("今年3月到账3000元", ["3000元"], ["今年3月"]),
    ],
)
def test_readings_of_both_grammars(text: str, numbers: list[str], times: list[str]) -> None:
    quantities, periods = arbitrate(find_quantities(text), find_periods(text, date(2025, 3, 20)))
    assert [quantity.text for quantity in quantities] == numbers
    assert [period.text for period in periods] == times
