"""Charts as geometry: where each bar, point and word of a small inline SVG stands, in its own pixels."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from claimx.render.cells import cells
from claimx.render.figure import figure
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.model import Claim
    from claimx.render.html.series import Series, Value

WIDTH = 560
_LEFT, _RIGHT, _TOP = 150, 110, 8
_ROW = 26
_BAR = 16
_PLOT_HEIGHT = 120
_BELOW = 26
#: A label this near to the one before it would be printed over it.
_CROWDED = 76
#: So many half-width characters fit in front of a bar.
_LABEL_CELLS = 21
#: More bars than these are no small chart.
_MOST_BARS = 14


@dataclass(frozen=True, slots=True)
class Mark:
    """One figure: a bar from x to x + width, or a point at (x, y)."""

    number: int
    x: float
    y: float
    width: float
    #: The figure as people read it, where it stands, and how the text is set to that place.
    value: str
    value_x: float
    value_y: float
    anchor: str
    #: What it is the figure of: the subject of a bar, the time of a point; empty where there is no room.
    label: str
    #: All of it, with the article.
    hint: str
    #: A plan, a forecast or an estimate: drawn hollow.
    hollow: bool


@dataclass(frozen=True, slots=True)
class Chart:
    """A series as a picture."""

    series: Series
    height: float
    #: Where the line of zero runs: from top to bottom in bars, from side to side over time.
    zero: float
    marks: tuple[Mark, ...]
    #: The corners of the line through the first figure of each time; empty for bars.
    line: str
    #: Figures that found no room.
    left_out: int


def chart(series: Series) -> Chart:
    """The picture of a series: points over time, or a bar for each subject. Both scales begin at zero."""
    return _over_time(series) if series.form == "time" else _bars(series)


def _bars(series: Series) -> Chart:
    shown = series.values[:_MOST_BARS]
    low, high = _extent(shown)
    scale = (WIDTH - _LEFT - _RIGHT) / (high - low)
    zero = _LEFT - low * scale
    marks = []
    for row, value in enumerate(shown):
        ends = sorted((zero, zero + float(value.high) * scale))
        claim = value.claim
        marks.append(
            Mark(
                value.number,
                x=_rounded(ends[0]),
                y=_TOP + row * _ROW,
                width=_rounded(max(ends[1] - ends[0], 1)),
                value=figure(claim),
                value_x=_rounded(ends[1] + 6),
                value_y=_TOP + row * _ROW + _BAR - 3.5,
                anchor="start",
                label=shortened(visible_line(claim.subject_id or claim.subject or ""), _LABEL_CELLS),
                hint=_hint(claim),
                hollow=claim.modality != "actual",
            )
        )
    return Chart(
        series, _TOP * 2 + len(shown) * _ROW, _rounded(zero), tuple(marks), "", len(series.values) - len(shown)
    )


def _over_time(series: Series) -> Chart:
    low, high = _extent(series.values)
    down = _PLOT_HEIGHT / (high - low)
    top = _TOP + 20  # room for the words above the highest point
    zero = top + high * down
    days = [_day(value) for value in series.values]
    across = (WIDTH - 140) / max(days[-1] - days[0], 1)
    marks: list[Mark] = []
    corners: list[str] = []
    last_label = last_day = -float(WIDTH)
    last_y, second = 0.0, False
    for value, day in zip(series.values, days, strict=True):
        x, y = 60 + (day - days[0]) * across, zero - float(value.high) * down
        roomy = x - last_label >= _CROWDED
        if roomy:
            last_label = x
        # A second figure of one time is named below its point, where it stands lower; further ones by their hints.
        below = not roomy and day == last_day and not second and y > last_y
        second = day == last_day
        if day != last_day:
            corners.append(f"{_rounded(x)},{_rounded(y)}")
        last_day, last_y = day, y
        marks.append(
            Mark(
                value.number,
                x=_rounded(x),
                y=_rounded(y),
                width=0,
                value=figure(value.claim) if roomy or below else "",
                value_x=_rounded(x),
                value_y=_rounded(y + 18 if below else y - 9),
                anchor="middle",
                label=visible_line(value.claim.period or "") if roomy else "",
                hint=_hint(value.claim),
                hollow=value.claim.modality != "actual",
            )
        )
    height = top + _PLOT_HEIGHT + _BELOW
    return Chart(series, height, _rounded(zero), tuple(marks), " ".join(corners), 0)


def _extent(values: tuple[Value, ...]) -> tuple[float, float]:
    """Least and greatest value with zero between them, never equal."""
    low = min(0.0, *(float(value.high) for value in values))
    high = max(0.0, *(float(value.high) for value in values))
    return low, high if high > low else low + 1


def _day(value: Value) -> float:
    """The middle of the claim's period in days."""
    first, last = (date.fromisoformat(day).toordinal() for day in _period(value.claim))
    return (first + last) / 2


def _period(claim: Claim) -> Iterator[str]:
    start = claim.period_start
    assert start is not None  # a series has only dated claims
    yield start
    yield claim.period_end or start


def _hint(claim: Claim) -> str:
    parts = (claim.subject, claim.metric, claim.period, figure(claim), claim.modality, f"{claim.doc}:{claim.line}")
    return visible_line(" · ".join(filter(None, parts)))


def shortened(text: str, room: int) -> str:
    """The text cut to a width in half-width characters, with an ellipsis where something is missing.

    >>> shortened("抖音电商平台", 8), shortened("GMV", 8)
    ('抖音电…', 'GMV')
    """
    if cells(text) <= room:
        return text
    while cells(text) > room - 1:
        text = text[:-1]
    return text + "…"


def _rounded(number: float) -> float:
    return round(number, 1)
