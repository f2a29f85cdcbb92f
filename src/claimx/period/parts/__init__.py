"""The parts of a year, one construct a file.

Each module has ``read(text, at, dated=...)``, ``FIRST``, the characters its forms begin with, and, where a form
may stand without a year before it, ``STARTS``, the guards of :class:`claimx.period.reading.Construct`.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol

from claimx.period.parts import edge, festival, half, month, month_count, quarter, season, week

if TYPE_CHECKING:
    from claimx.period.reading import YearPart


class ReadPart(Protocol):
    """Reads one form of a part of a year at an offset; ``dated`` says that a year stands before it."""

    def __call__(self, text: str, at: int, *, dated: bool) -> YearPart | None:
        """The part that begins at ``at``, or None."""


@cache
def readers() -> dict[str, tuple[ReadPart, ...]]:
    """The forms that may begin with each character."""
    table: dict[str, tuple[ReadPart, ...]] = {}
    modules: tuple[tuple[str, ReadPart], ...] = (
        (month.FIRST, month.read),
        (quarter.FIRST, quarter.read),
        (half.FIRST, half.read),
        (edge.FIRST, edge.read),
        (month_count.FIRST, month_count.read),
        (week.FIRST, week.read),
        (season.FIRST, season.read),
        (festival.first(), festival.read),
    )
    for first, read in modules:
        for char in first:
            table[char] = (*table.get(char, ()), read)
    return table


@cache
def starts() -> tuple[tuple[str, str], ...]:
    """The guards of the forms that stand without a year."""
    return (*month.STARTS, *quarter.STARTS, *half.STARTS, *edge.STARTS, *festival.starts())
