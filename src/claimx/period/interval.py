"""Stretches of whole days, their ISO-like codes, and the arithmetic of the calendar."""

from __future__ import annotations

import calendar
from datetime import MAXYEAR, date, timedelta
from typing import NamedTuple

from claimx.lazy import lazy

_DAYS = (0, 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_CODE = lazy(r"(?P<year>\d{4})(?:-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?")


class Interval(NamedTuple):
    """``first`` to ``last``, both inclusive, and the code CLAIMS.md gives it.

    The code names calendar units as the text does; where the text means only a part of one that has no
    code of its own (``8月中旬``, ``年初``, ``双11``, ``近三年``) the code is coarser than the two days.
    """

    first: date
    last: date
    code: str


def year(y: int) -> Interval | None:
    """The year ``y``; None outside the years 1 to 9999."""
    if not 1 <= y <= MAXYEAR:
        return None
    return Interval(date(y, 1, 1), date(y, 12, 31), f"{y:04}")


def half(y: int, h: int) -> Interval | None:
    """Half ``h`` (1 or 2) of year ``y``."""
    return _renamed(months(y, 6 * h - 5, y, 6 * h), f"{y:04}-H{h}")


def quarter(y: int, q: int) -> Interval | None:
    """Quarter ``q`` (1 to 4) of year ``y``."""
    return _renamed(months(y, 3 * q - 2, y, 3 * q), f"{y:04}-Q{q}")


def month(y: int, m: int) -> Interval | None:
    """Month ``m`` of year ``y``; None where there is no such month."""
    if not (1 <= y <= MAXYEAR and 1 <= m <= 12):
        return None
    return Interval(date(y, m, 1), date(y, m, days_in(y, m)), f"{y:04}-{m:02}")


def day(y: int, m: int, d: int) -> Interval | None:
    """One day; None where the calendar has no such day."""
    if not (1 <= y <= MAXYEAR and 1 <= m <= 12 and 1 <= d <= days_in(y, m)):
        return None
    return Interval(date(y, m, d), date(y, m, d), f"{y:04}-{m:02}-{d:02}")


def on(when: date) -> Interval:
    """The one day ``when``."""
    return Interval(when, when, when.isoformat())


def years(y1: int, y2: int) -> Interval | None:
    """The years ``y1`` to ``y2``."""
    return span(year(y1), year(y2))


def months(y1: int, m1: int, y2: int, m2: int) -> Interval | None:
    """Month ``m1`` of ``y1`` to month ``m2`` of ``y2``."""
    return span(month(y1, m1), month(y2, m2))


def days(first: date, last: date) -> Interval | None:
    """The days ``first`` to ``last``."""
    return span(on(first), on(last))


def span(a: Interval | None, b: Interval | None) -> Interval | None:
    """From the first day of ``a`` to the last day of ``b``; None when it would run backwards.

    The code joins the two codes when they are of one precision (``2020/2024``, ``2023-01/2023-11``); when one
    is finer or is no single unit, both ends are written in months, or in days where months do not fit.
    """
    if a is None or b is None or a.first > b.last:
        return None
    if a.code == b.code:
        return Interval(a.first, b.last, a.code)
    return Interval(a.first, b.last, _span_code(a, b))


def part(whole: Interval | None, first: date, last: date) -> Interval | None:
    """The days ``first`` to ``last`` of ``whole``, under the code of the whole."""
    return None if whole is None else Interval(first, last, whole.code)


def days_in(y: int, m: int) -> int:
    """How many days month ``m`` of year ``y`` has."""
    return 29 if m == 2 and calendar.isleap(y) else _DAYS[m]


def shift_months(when: date, count: int) -> date | None:
    """``when`` moved by ``count`` months, to the month's last day where it has no such day; None out of range."""
    index = when.year * 12 + when.month - 1 + count
    y, m = divmod(index, 12)
    if not 1 <= y <= MAXYEAR:
        return None
    return date(y, m + 1, min(when.day, days_in(y, m + 1)))


def shift_days(when: date, count: int) -> date | None:
    """``when`` moved by ``count`` days; None out of range."""
    try:
        return when + timedelta(days=count)
    except OverflowError:
        return None


def week_of(when: date) -> Interval | None:
    """The week, Monday to Sunday, that holds ``when``."""
    monday = shift_days(when, -when.weekday())
    sunday = shift_days(when, 6 - when.weekday())
    return days(monday, sunday) if monday and sunday else None


def parse(code: str) -> Interval | None:
    """The interval of a code such as ``2024``, ``2025-Q1``, ``2025-10-13`` or ``2023-01/2023-11``."""
    start, slash, end = code.partition("/")
    a = _parse_unit(start)
    return span(a, _parse_unit(end)) if slash else a


def shift_years(code: str, count: int) -> str | None:
    """The code moved by ``count`` years; None when it is no code, or the move leaves the calendar.

    29 February moves to the 28th where the year has none.
    """
    moved: list[str] = []
    for unit in code.split("/"):
        match = _CODE.fullmatch(unit)
        if match is None or not 1 <= (y := int(match["year"]) + count) <= MAXYEAR:
            return None
        tail = unit[4:]
        if tail == "-02-29" and not calendar.isleap(y):
            tail = "-02-28"
        moved.append(f"{y:04}{tail}")
    return "/".join(moved) if len(moved) <= 2 else None


def _renamed(interval: Interval | None, code: str) -> Interval | None:
    return None if interval is None else interval._replace(code=code)


def _parse_unit(code: str) -> Interval | None:
    match = _CODE.fullmatch(code)
    if match is None:
        return None
    y = int(match["year"])
    if match["quarter"]:
        return quarter(y, int(match["quarter"]))
    if match["half"]:
        return half(y, int(match["half"]))
    if match["day"]:
        return day(y, int(match["month"]), int(match["day"]))
    return month(y, int(match["month"])) if match["month"] else year(y)


def _span_code(a: Interval, b: Interval) -> str:
    if len(a.code) == len(b.code) <= 10 and (a.code + b.code).replace("-", "").isdigit():
        return f"{a.code}/{b.code}"
    if a.first.day == 1 and b.last.day == days_in(b.last.year, b.last.month):
        return f"{a.first.isoformat()[:7]}/{b.last.isoformat()[:7]}"
    return f"{a.first}/{b.last}"
