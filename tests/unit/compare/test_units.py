"""Which units convert into which."""

from __future__ import annotations

from decimal import Decimal

import pytest

from claimx.compare.units import measure


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("kg", "t"),
        ("hour", "minute"),
        ("家", "个"),
        (None, "家"),
        ("bp", "pp"),
        ("x", "ratio"),
        ("CNY/杯", "CNY"),
        ("亩", "ha"),
    ],
)
def test_one_dimension(one: str | None, other: str | None) -> None:
    assert measure(one).dimension == measure(other).dimension


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("CNY", "USD"),
        ("%", "pp"),
        ("day", "month"),
        ("人", "人次"),
        ("CNY/人", "CNY"),
        ("CNY/month", "CNY"),
        ("CNY/2盒", "CNY"),
        ("kg", "m"),
        ("QPS", "家"),
        ("rank", "家"),
    ],
)
def test_different_dimensions(one: str, other: str) -> None:
    assert measure(one).dimension != measure(other).dimension


def test_sizes_are_exact() -> None:
    assert measure("t").size == 1000 * measure("kg").size
    assert measure("ha").size == Decimal(10000) * measure("m2").size
    assert measure("bp").size * 100 == measure("pp").size
