"""What the constructs hand to each other: a place in the text and the calendar time read there."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import PeriodForm
    from claimx.period.context import Context
    from claimx.period.interval import Interval

    #: The period in a given year; None where that year has no such period (29 February).
    BuildInYear = Callable[[int], "Interval | None"]


class YearPart(NamedTuple):
    """A part of some year: 三季度, 上半年, 9月26日, 双11, 年底."""

    end: int
    form: PeriodForm
    rule: str
    build: BuildInYear


class Reading(NamedTuple):
    """One time expression, from the offset it was read at to ``end``."""

    end: int
    form: PeriodForm
    rules: tuple[str, ...]
    #: None when the words cannot be resolved: no reference date, or nothing before to refer to.
    interval: Interval | None
    #: Whether the reference date took part.
    relative: bool = False
    #: Set where the year is not written, so that a range or a list can lend its own.
    build: BuildInYear | None = None
    #: Whether the words name a year, which then rules what follows.
    names_year: bool = False


class Construct(NamedTuple):
    """One way of writing time.

    ``starts`` pairs the characters it may begin with and a pattern for what has to follow the first of
    them; only where that holds is ``read`` tried. The patterns guard the scan and need not be exact.
    """

    name: str
    starts: tuple[tuple[str, str], ...]
    read: Callable[[Context, int], Reading | None]
