"""How long the grammars and the whole pipeline take on the seeds, beside a bare search for digits."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimx import extract, find_periods, find_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

    from pytest_benchmark.fixture import BenchmarkFixture

    from claimx.model import Claim, Period, Quantity

_SEEDS = Path(__file__).parents[2] / "seeds"
_REFERENCE = date(2025, 6, 30)
_DIGITS = re.compile(r"[0-9]+")


@pytest.fixture(scope="module")
def seeds() -> list[str]:
    """The texts of the five seeds."""
    return [path.read_text(encoding="utf-8") for path in sorted(_SEEDS.glob("*.txt"))]


def _digits(text: str) -> list[str]:
    return _DIGITS.findall(text)


def _quantities(text: str) -> list[Quantity]:
    return find_quantities(text)


def _periods(text: str) -> list[Period]:
    return find_periods(text, _REFERENCE)


def _claims(text: str) -> list[Claim]:
    return extract(text, published=_REFERENCE)


@pytest.mark.parametrize("read", [_digits, _quantities, _periods, _claims], ids=lambda read: read.__name__.strip("_"))
def test_all_seeds(benchmark: BenchmarkFixture, seeds: list[str], read: Callable[[str], list[object]]) -> None:
    assert all(benchmark(lambda: [read(text) for text in seeds]))
