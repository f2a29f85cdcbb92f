"""Values of one metric that can stand in one chart: those of one subject over time, or of several at one time."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimx.compare.interval import figure
from claimx.compare.period import length
from claimx.compare.signature import read
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator
    from decimal import Decimal

    from claimx.model import Claim, Kind
    from claimx.render.html.article import Numbered

#: From so many different subjects, or different times, on a picture says more than the table.
_SUBJECTS, _TIMES = 3, 2


class Value(NamedTuple):
    """One claim's figure, falling changes negative; both ends of a range, else twice the same."""

    number: int
    claim: Claim
    low: Decimal
    high: Decimal


@dataclass(frozen=True, slots=True)
class Series:
    """Values that compare: over time in the order of time, else the largest first."""

    form: Literal["time", "subjects"]
    kind: Kind
    subject: str
    metric: str
    period: str
    unit: str
    values: tuple[Value, ...]


def series(claims: Iterable[Numbered]) -> list[Series]:
    """All series among the claims, those with most values first.

    Figures go together when the comparison of articles would take them for one fact but for the time,
    or but for the subject; besides, times must be equally long. Plans and forecasts may continue a series.
    """
    over_time: dict[Hashable, list[tuple[Hashable, Value]]] = defaultdict(list)
    at_once: dict[Hashable, list[tuple[Hashable, Value]]] = defaultdict(list)
    for number, claim in claims:
        reading = read(claim)
        signature = reading.signature
        measured = figure(claim)
        if (
            reading.wide
            or measured is None
            or not signature.subject
            or claim.period_start is None
            or claim.unit == "rank"
        ):
            continue
        value = Value(number, claim, measured.first, measured.last)
        over_time[signature._replace(period=None, modality=""), length(claim)].append((signature.period, value))
        at_once[signature._replace(subject="", modality="")].append((signature.subject, value))
    found = [*_several(over_time.values(), "time", _TIMES), *_several(at_once.values(), "subjects", _SUBJECTS)]
    return sorted(found, key=lambda item: (-len(item.values), item.metric, item.subject, item.period))


def _several(
    groups: Iterable[list[tuple[Hashable, Value]]], form: Literal["time", "subjects"], least: int
) -> Iterator[Series]:
    for group in groups:
        if len({key for key, _ in group}) < least:
            continue
        values = [value for _, value in group]
        values.sort(key=_when if form == "time" else _size)
        first = values[0].claim
        yield Series(
            form,
            first.kind,
            subject=_shown(first.subject_id or first.subject) if form == "time" else "",
            metric=_shown(first.metric_id or first.metric),
            period=_shown(first.period) if form == "subjects" else "",
            unit=_shown(first.unit),
            values=tuple(values),
        )


def _when(value: Value) -> tuple[str, str, int]:
    return value.claim.period_start or "", value.claim.period_end or "", value.number


def _size(value: Value) -> tuple[Decimal, int]:
    return -value.high, value.number


def _shown(text: str | None) -> str:
    return visible_line(text or "")
