"""A claim's figure as an interval: how far its written precision and its bound let the true value lie.

The last digit written may be off by half a unit, under 约 by a whole one; 超 and 至少 open the
interval upward, 不足 and 至多 downward; a range is its own interval. Whole numbers written without
万 or 亿 are exact, save for shares, multiples and measures, which are rounded however they are written.
All arithmetic is exact.
"""

from __future__ import annotations

from decimal import Context, Decimal, Inexact
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.units import is_money, measure

if TYPE_CHECKING:
    from claimx.model import Bound, Claim

# Wide enough for any figure an article writes (saved.py refuses others), and loud if it were not.
EXACT = Context(prec=400, traps=[Inexact])

_HALF = Decimal("0.5")
_ZERO = Decimal(0)
_INFINITE = Decimal("Infinity")
_MIRRORED: dict[Bound, Bound] = {"gt": "lt", "ge": "le", "lt": "gt", "le": "ge"}
# Dimensions of things counted or paid, whose whole numbers are meant to the last digit.
_DISCRETE = frozenset({"count", "persons", "visits", "households", "occasions", "rank", "折"})


class Figure(NamedTuple):
    """A written figure in its dimension's base unit, falling changes negative."""

    #: The ends of what is written; equal unless it is a range.
    first: Decimal
    last: Decimal
    bound: Bound
    #: Size of the last digit written; zero for exact figures and ranges.
    precision: Decimal
    #: Where the figure lies by its digits alone.
    core_low: Decimal
    core_high: Decimal
    #: Where it may lie by its bound too.
    low: Decimal
    high: Decimal


def figure(claim: Claim) -> Figure | None:
    """The interval of a claim, or None for one without a number (a vague figure without ends, 3:7)."""
    ends = _ends(claim)
    if ends is None:
        return None
    unit = measure(claim.unit)
    first, last = (EXACT.multiply(end, unit.size) for end in ends)
    bound = claim.bound
    # 下降12% and 增长-12% are one movement; of a level, the direction only says how it was reached.
    if claim.kind != "level" and claim.direction == "down" and first > 0:
        first, last = EXACT.minus(last), EXACT.minus(first)
        bound = _MIRRORED.get(bound, bound)
    step = EXACT.multiply(_step(claim, unit.dimension), unit.size) if first == last else _ZERO
    slack = EXACT.multiply(step, _HALF)
    core_low, core_high = EXACT.subtract(first, slack), EXACT.add(last, slack)
    low, high = core_low, core_high
    if bound == "approx":
        whole = EXACT.multiply(_written(claim), unit.size)
        low, high = EXACT.subtract(first, whole), EXACT.add(last, whole)
    elif bound in {"gt", "ge"}:
        low, high = first, _INFINITE
    elif bound in {"lt", "le"}:
        low, high = -_INFINITE, last
    return Figure(first, last, bound, step, core_low, core_high, low, high)


def significant_digits(claim: Claim) -> int:
    """How many of the digits written say something: three of 542万, one of 1亿; a range has those of both ends."""
    return sum(len(end.normalize(EXACT).as_tuple().digits) for end in set(_ends(claim) or ()))


def _ends(claim: Claim) -> tuple[Decimal, Decimal] | None:
    if claim.value is not None:
        return claim.value, claim.value
    if claim.ratio is not None:
        single = _single(claim.ratio)
        return None if single is None else (single, single)
    if claim.min is not None and claim.max is not None:
        return min(claim.min, claim.max), max(claim.min, claim.max)
    return None


def _single(ratio: str) -> Decimal | None:
    """1:15 and 15:1 as 15; None for a ratio with no one in it."""
    parts = ratio.split(":")
    if len(parts) != 2 or "1" not in parts:
        return None
    return Decimal(parts[1] if parts[0] == "1" else parts[0])


def _written(claim: Claim) -> Decimal:
    """The size of the last digit written, in the claim's unit."""
    return claim.precision if claim.precision is not None else _ZERO


def _step(claim: Claim, dimension: str) -> Decimal:
    precision = _written(claim)
    value = claim.value
    discrete = dimension in _DISCRETE or is_money(dimension)
    if discrete and precision == 1 and value is not None and value == value.to_integral_value():
        return _ZERO
    return precision
