"""Every surface form of tests/corpus/quantity gives its reading, the whole of it and nothing else."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import pytest

from claimx.quantity import find_quantities

if TYPE_CHECKING:
    from claimx.model import Quantity

CORPUS = Path(__file__).parents[2] / "corpus" / "quantity"
# Neutral words on both sides: none of them can belong to a number.
CARRIER = ("据悉，", "。公司说。")


class Case(NamedTuple):
    reading: str
    form: str
    surface: str


def _rows(path: Path) -> list[list[str]]:
    lines = path.read_text(encoding="utf-8").splitlines()
    return [line.split("\t") for line in lines if line and not line.startswith("#")]


def _cases() -> list[Case]:
    return [
        Case(reading, form, surface)
        for path in sorted(CORPUS.glob("*.tsv"))
        if path.stem != "negative"
        for reading, form, surfaces in _rows(path)
        for surface in surfaces.split(" | ")
    ]


def _negatives() -> list[str]:
    return [text for _, texts in _rows(CORPUS / "negative.tsv") for text in texts.split(" | ")]


def _texts() -> list[tuple[str, list[str]]]:
    """Texts of ``in_text`` with what is found in each: ``6个 = 6 个``."""
    return [
        (text, readings.split(" | ")) for path in sorted(CORPUS.glob("in_text/*.tsv")) for text, readings in _rows(path)
    ]


def _reading(quantity: Quantity) -> str:
    """The notation of the corpus for a quantity."""
    if quantity.ratio is not None:
        number = f"={quantity.ratio}"
    elif quantity.value is not None:
        number = _plain(quantity.value)
    else:
        number = f"{_plain(quantity.min)}..{_plain(quantity.max)}"
    parts = [("~" if quantity.vague else "") + number]
    if quantity.unit is not None:
        parts.append(quantity.unit)
    if quantity.bound != "eq":
        parts.append(quantity.bound)
    return " ".join(parts)


def _plain(value: Decimal | None) -> str:
    return "" if value is None else format(value, "f")


def _normal(reading: str) -> str:
    """The reading of a corpus line with its numbers in their shortest form (1.10 → 1.1)."""
    head, *rest = reading.split(" ")
    if not head.startswith("="):
        mark = "~" if head.startswith("~") else ""
        ends = [format(Decimal(end).normalize(), "f") if end else "" for end in head.removeprefix("~").split("..")]
        head = mark + "..".join(ends)
    return " ".join([head, *rest])


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.surface)
def test_form_alone(case: Case) -> None:
    found = find_quantities(case.surface)
    assert [(_reading(q), q.form, q.text) for q in found] == [(_normal(case.reading), case.form, case.surface)]


@pytest.mark.parametrize("case", _cases(), ids=lambda case: case.surface)
def test_form_in_a_sentence(case: Case) -> None:
    lead, tail = CARRIER
    found = find_quantities(lead + case.surface + tail)
    assert [(_reading(q), q.form, q.text) for q in found] == [(_normal(case.reading), case.form, case.surface)]


@pytest.mark.parametrize(("text", "readings"), _texts(), ids=lambda value: value if isinstance(value, str) else "")
def test_found_in_text(text: str, readings: list[str]) -> None:
    expected = [f"{surface} = {_normal(reading)}" for surface, _, reading in (r.partition(" = ") for r in readings)]
    assert [f"{q.text} = {_reading(q)}" for q in find_quantities(text)] == expected


@pytest.mark.parametrize("text", _negatives())
def test_no_quantity(text: str) -> None:
    assert find_quantities(text) == []


def test_corpus_is_large_and_has_no_form_twice() -> None:
    surfaces = [case.surface for case in _cases()]
    assert len(surfaces) + len(_negatives()) >= 1100
    assert len(surfaces) == len(set(surfaces))
