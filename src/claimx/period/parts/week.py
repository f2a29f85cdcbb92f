"""Weeks of a named year by number: 2020年第52周."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date

from claimx.period import interval as iv
from claimx.period.numeral import whole
from claimx.period.reading import YearPart

_PATTERN = re.compile(r"的?第 ?([0-9]{1,2}|[一二三四五六七八九十]{1,3}) ?(?:周|个?星期)|的?(最后一周)")
FIRST = "的第最"


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The numbered week written at ``at``, ISO 8601's; only behind a year."""
    match = _PATTERN.match(text, at) if dated else None
    if match is None:
        return None
    number = None if match[2] else whole(match[1])

    def build(y: int) -> iv.Interval | None:
        if not MINYEAR <= y < MAXYEAR:
            return None
        last = date(y, 12, 28).isocalendar().week
        if number is not None and not 1 <= number <= last:
            return None
        return iv.week_of(date.fromisocalendar(y, number or last, 1))

    return YearPart(match.end(), "span", "week-of-year", build)
