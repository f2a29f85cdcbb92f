"""A written figure as an interval."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare.interval import figure, significant_digits

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]

D = Decimal
TRILLION = 10**12


def _interval(claim: Claim) -> tuple[Decimal, Decimal]:
    found = figure(claim)
    assert found is not None
    return found.low, found.high


@pytest.mark.parametrize(
    ("fields", "low", "high"),
    [
        ({"value": D("1.4E+12"), "precision": D("1E+11")}, D("1.35E+12"), D("1.45E+12")),
        ({"value": D("1.4E+12"), "precision": D("1E+11"), "bound": "approx"}, D("1.3E+12"), D("1.5E+12")),
        ({"value": D("4E+11"), "precision": D("1E+8"), "bound": "gt"}, D("4E+11"), D("Infinity")),
        ({"value": D("4E+11"), "precision": D("1E+8"), "bound": "ge"}, D("4E+11"), D("Infinity")),
        ({"value": D("4E+11"), "precision": D("1E+8"), "bound": "lt"}, D("-Infinity"), D("4E+11")),
        ({"value": D("4E+11"), "precision": D("1E+8"), "bound": "le"}, D("-Infinity"), D("4E+11")),
        ({"value": None, "min": D(200), "max": D(500), "precision": D(1)}, D(200), D(500)),
        ({"value": D(147), "precision": D(1), "unit": "套"}, D(147), D(147)),
        ({"value": D(19), "precision": D(1)}, D(19), D(19)),
        ({"value": D("9.9"), "precision": D("0.1")}, D("9.85"), D("9.95")),
        ({"value": D(45), "precision": D(1), "unit": "%"}, D("44.5"), D("45.5")),
        ({"value": D(2), "precision": D(1), "unit": "t"}, D(1500000), D(2500000)),
        ({"value": None, "ratio": "1:15", "unit": "ratio", "precision": None}, D(15), D(15)),
        ({"value": None, "ratio": "15:1", "unit": "ratio", "precision": None}, D(15), D(15)),
        ({"value": D(3), "precision": None}, D(3), D(3)),
    ],
)
def test_intervals(claim: Make, fields: dict[str, Any], low: Decimal, high: Decimal) -> None:
    assert _interval(claim(**fields)) == (low, high)


def test_a_fall_is_negative_and_its_bound_turns_round(claim: Make) -> None:
    fall = {"kind": "change", "direction": "down", "unit": "%", "precision": D(1)}
    assert _interval(claim(value=D(12), bound="gt", **fall)) == (D("-Infinity"), D(-12))
    assert figure(claim(value=D(12), **fall)) == figure(claim(value=D(-12), **fall))
    assert _interval(claim(value=D("0.5"), **fall | {"precision": D("0.1")})) == (D("-0.55"), D("-0.45"))


def test_a_level_reached_by_a_fall_stays_positive(claim: Make) -> None:
    assert _interval(claim(value=D(12), direction="down", unit="%", precision=D(1))) == (D("11.5"), D("12.5"))


@pytest.mark.parametrize(
    "fields",
    [
        {"value": None, "vague": True},
        {"value": None, "ratio": "3:7"},
        {"value": None, "min": D(5)},
        {"value": None, "max": D(5)},
    ],
)
def test_no_number_no_interval(claim: Make, fields: dict[str, Any]) -> None:
    assert figure(claim(**fields)) is None


def test_units_of_one_dimension_convert_exactly(claim: Make) -> None:
    tonnes = claim(value=D("1.2"), unit="t", precision=D("0.1"))
    kilograms = claim(value=D(1200), unit="kg", precision=D(100))
    assert figure(tonnes) == figure(kilograms)


@pytest.mark.parametrize(
    ("fields", "digits"),
    [
        ({"value": D("5.42E+6")}, 3),
        ({"value": D(100000000)}, 1),
        ({"value": D(1), "unit": "day"}, 1),
        ({"value": None, "min": D(30), "max": D("45.5")}, 4),
        ({"value": None, "ratio": "1:15"}, 2),
        ({"value": None}, 0),
    ],
)
def test_digits_are_counted_as_written(claim: Make, fields: dict[str, Any], digits: int) -> None:
    assert significant_digits(claim(**fields)) == digits
