"""Lengths of time and how they move a date: shared by windows (近三年) and offsets (三年前)."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimx.period import interval as iv
from claimx.period.numeral import CHINESE, whole

if TYPE_CHECKING:
    import re
    from datetime import date

#: A counted length; 两年半, 一年半 and 半年 are counted in months.
LENGTH = (
    rf"(?P<n>[0-9]{{1,3}}|仨|半|[{CHINESE}]{{1,5}})\ ?(?:多|余)?"
    r"(?P<unit>年(?!代|级|度|轻|龄|货|薪)半?|个?季度|个(?:半)?月|月(?!份)|个?(?:星期|礼拜)|周(?!年|岁|边)|天|日(?!均|活|元))"
)
#: The two characters every length may begin with, as guards for the scan.
LENGTH_START = rf"[0-9{CHINESE}半仨]"


class Length(NamedTuple):
    """A number of months or of days, never both."""

    months: int
    days: int
    #: Whether it is counted in whole years, and so speaks of years.
    years: int


def read_length(match: re.Match[str]) -> Length | None:
    """The length of a match of :data:`LENGTH`; None when its number is not whole."""
    unit, written = match["unit"], match["n"]
    if written == "半":
        halves = {"年": Length(6, 0, 0), "个月": Length(0, 15, 0), "天": Length(0, 1, 0)}
        return halves.get(unit)
    n = whole(written)
    if n is None or n == 0:
        return None
    if unit.startswith("年"):
        return Length(12 * n + 6, 0, 0) if unit.endswith("半") else Length(12 * n, 0, n)
    if unit.endswith("季度"):
        return Length(3 * n, 0, 0)
    if unit == "个半月":
        return Length(n, 15, 0) if n == 1 else None
    if unit.endswith("月"):
        return Length(n, 0, 0)
    return Length(0, n if unit in ("天", "日") else 7 * n, 0)


def move(when: date, length: Length, sign: int) -> date | None:
    """``when`` moved by the length, forward or (``sign`` -1) back; None out of the calendar."""
    moved = iv.shift_months(when, sign * length.months)
    return moved and iv.shift_days(moved, sign * length.days)
