"""The verdict on the figures of one fact. It follows from their intervals alone.

The figures are judged as a set, the worst pair deciding, yet without going through the pairs: all
questions are answered by the outermost ends or by sorting.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from decimal import ROUND_HALF_EVEN, Context, Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.interval import EXACT, Figure

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Iterable

    from claimx.compare.facts import Subtype, Verdict

# How far a figure slips when 万 is written for 亿, or 亿 for 万亿; and when for two steps.
_SLIPS = (Decimal(10) ** 4, Decimal(10) ** 8)
_PLACES = Decimal("0.000001")
_DIVISION = Context(prec=60, rounding=ROUND_HALF_EVEN)


class Judgement(NamedTuple):
    """A verdict with what goes with a conflict."""

    verdict: Verdict
    subtype: Subtype | None = None
    rel_diff: Decimal | None = None


def judge(figures: Collection[Figure]) -> Judgement:
    """The verdict on one fact's figures, at least one.

    ``same`` for equal values and bounds, ``conflict`` when two intervals do not meet or two figures
    of equal precision differ without 约, ``consistent`` when the digits alone let all of them meet,
    ``compatible`` when only a bound or 约 does.
    """
    distinct = set(figures)
    if len({(item.first, item.last, item.bound) for item in distinct}) == 1:
        return Judgement("same")
    if _disjoint(distinct) or _differ(item for item in distinct if item.bound == "eq"):
        return Judgement("conflict", "magnitude" if _slipped(distinct) else "value", _relative(distinct))
    return Judgement("consistent" if _meet_by_digits(distinct) else "compatible")


def _disjoint(figures: Collection[Figure]) -> bool:
    """Whether two intervals do not meet."""
    return max(item.low for item in figures) > min(item.high for item in figures)


def _differ(figures: Iterable[Figure]) -> bool:
    """Whether two plain figures of equal precision have different values; ranges have no precision."""
    values: dict[Decimal, Decimal] = {}
    return any(
        values.setdefault(item.precision, item.first) != item.first for item in figures if item.first == item.last
    )


def _meet_by_digits(figures: Collection[Figure]) -> bool:
    """Whether all figures meet without the help of 约 or a bound."""
    if any(item.bound not in {"eq", "approx"} for item in figures):
        return False
    meet = max(item.core_low for item in figures) <= min(item.core_high for item in figures)
    return meet and not _differ(figures)


def _relative(figures: Collection[Figure]) -> Decimal:
    """|a - b| / max(|a|, |b|) of the two clashing figures farthest apart, to six places."""
    low, high = min(item.last for item in figures), max(item.first for item in figures)
    gap = EXACT.subtract(high, low)
    return _DIVISION.divide(gap, max(abs(low), abs(high))).quantize(_PLACES, context=_DIVISION).normalize()


def _slipped(figures: Collection[Figure]) -> bool:
    """Whether two clashing figures are alike but for a power of ten.

    Exactly a power of ten apart, or by 万 or 亿 and then within each other's precision.
    """
    points = [item for item in figures if item.first == item.last != 0]
    by_value: dict[Decimal, list[Figure]] = defaultdict(list)
    by_digits: dict[Hashable, list[Figure]] = defaultdict(list)
    for item in points:
        sign, digits, _ = item.first.normalize(EXACT).as_tuple()
        by_value[item.first].append(item)
        by_digits[sign, digits].append(item)
    if any(map(_disjoint, by_digits.values())):
        return True
    values = sorted(by_value)
    for item in points:
        for slip in _SLIPS:
            # Either may be the coarser of the two, so both are tried as the one that contains the other.
            near = _DIVISION.multiply(item.core_low, slip), _DIVISION.multiply(item.core_high, slip)
            far = _DIVISION.divide(item.core_low, slip), _DIVISION.divide(item.core_high, slip)
            for low, high in (near, far):
                place = bisect_left(values, low)
                if place < len(values) and values[place] <= high and _disjoint((*by_value[values[place]], item)):
                    return True
    return False
