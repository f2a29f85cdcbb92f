"""A change and the two levels it lies between, told by different documents: 增长30%, 3.5万亿, a year before 2.7万亿.

What implies each other is worth knowing and never a conflict: a change that does not fit two levels may be reckoned
otherwise (可比口径), so nothing is said of it.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.interval import EXACT
from claimx.compare.period import period_key
from claimx.compare.scope import is_opening

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.compare.agreement import Statement
    from claimx.compare.interval import Figure
    from claimx.compare.signature import Signature

_WHOLE = Decimal(100)
# A name with more levels than this in one period is the name of several things.
_MOST_LEVELS = 8
_PLAIN = frozenset({"eq", "approx"})


class _Measured(NamedTuple):
    """The parts of a level that a change has too, with the period's key."""

    subject: str
    metric: str
    scope: frozenset[str]
    modality: str
    period: str


def derived(statements: Sequence[tuple[Signature, Statement]]) -> Iterator[tuple[Statement, ...]]:
    """A change in per cent over the year before with the levels of both years that imply it.

    The change's own document gives at most one of the two levels; else it would be its own reckoning.
    """
    levels: dict[_Measured, list[tuple[Statement, Figure]]] = defaultdict(list)
    changes: dict[tuple[Signature, Figure], list[Statement]] = defaultdict(list)
    for signature, item in statements:
        figure = item.figure
        if figure is None or figure.bound not in _PLAIN or item.wide or item.doubtful or not signature.subject:
            continue
        if signature.kind == "level" and signature.unit != "%" and signature.period is not None:
            levels[_measured(signature, signature.period)].append((item, figure))
        elif signature.kind == "change" and signature.basis == "yoy" and signature.unit == "%":
            changes[signature, figure].append(item)
    for (signature, change), items in changes.items():
        now, before = (_told(levels, _level(signature, items[0], years)) for years in (0, 1))
        if max(len(now), len(before)) <= _MOST_LEVELS:
            told = {(item.claim.doc, item.claim.id): item for item in _implied(items, change, now, before)}
            if told:
                yield tuple(told.values())


def _told(
    levels: dict[_Measured, list[tuple[Statement, Figure]]], level: _Measured | None
) -> list[tuple[Statement, Figure]]:
    return [] if level is None else levels.get(level, [])


def _implied(
    changes: Sequence[Statement],
    change: Figure,
    now: Sequence[tuple[Statement, Figure]],
    before: Sequence[tuple[Statement, Figure]],
) -> Iterator[Statement]:
    for later, reached in now:
        for earlier, left in before:
            if _fits(change, reached, left):
                both = {later.claim.doc, earlier.claim.doc}
                for item in changes:
                    if both != {item.claim.doc}:
                        yield from (item, later, earlier)


def _fits(change: Figure, reached: Figure, left: Figure) -> bool:
    """Whether a level changed by so many per cent may be the other."""
    if left.low <= 0 or change.low <= -_WHOLE:
        return False
    low, high = (
        EXACT.multiply(level, EXACT.add(_WHOLE, by)).scaleb(-2, EXACT)
        for level, by in ((left.low, change.low), (left.high, change.high))
    )
    return low <= reached.high and reached.low <= high


def _level(signature: Signature, change: Statement, years_before: int) -> _Measured | None:
    """What a level of the change's period, or of so many years before, would be filed under."""
    claim = change.claim
    if claim.period_start is None or claim.period_end is None:
        return None
    first, last = (_years_before(day, years_before) for day in (claim.period_start, claim.period_end))
    level = replace(claim, kind="level", period_start=first, period_end=last)
    key = period_key(level, signature.metric, opening=is_opening(signature.scope))
    return None if key is None else _measured(signature, key)


def _years_before(day: str, years: int) -> str:
    moved = f"{int(day[:4]) - years:04}{day[4:]}"
    return moved if not years else moved.replace("-02-29", "-02-28")


def _measured(signature: Signature, period: str) -> _Measured:
    return _Measured(signature.subject, signature.metric, signature.scope, signature.modality, period)
