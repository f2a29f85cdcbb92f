"""Chinese quantities: every number of a text with its unit, bounds and ranges."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.quantity.numerals import parse_numeral, write_numeral
from claimx.quantity.scan import scan
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from claimx.model import Quantity

__all__ = ["find_quantities", "parse_numeral", "scan", "write_numeral"]


def find_quantities(text: str) -> list[Quantity]:
    """Every quantity of ``text`` in order, claim or not, none overlapping another.

    Offsets are half-open places in code points in ``text`` as given. Dates and clock times are no
    quantities; durations are.
    """
    return scan(normalise(text), text)
