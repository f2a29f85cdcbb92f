"""Seasons and school holidays of a named year: 2023年春季, 去年夏天, 今年暑假."""

from __future__ import annotations

import re

from claimx.period import interval as iv
from claimx.period.reading import YearPart

_SEASON = re.compile(r"的?(?:(?P<season>[春夏秋冬])(?:[季天日]|(?=[，。,、 ]|$))|(?P<break>[暑寒][假期]))")
#: Meteorological seasons: the months they begin with; winter runs into the next year.
_BEGINS = {"春": 3, "夏": 6, "秋": 9, "冬": 12}
_BREAKS = {"暑": (7, 8), "寒": (1, 2)}
FIRST = "的春夏秋冬暑寒"


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The season written at ``at``; only behind a year, for a bare 夏天 is any summer."""
    match = _SEASON.match(text, at) if dated else None
    if match is None:
        return None
    if match["break"]:
        first, last = _BREAKS[match["break"][0]]
        return YearPart(match.end(), "span", "school-holiday", lambda y: iv.months(y, first, y, last))
    begin = _BEGINS[match["season"]]
    return YearPart(
        match.end(),
        "span",
        "season",
        lambda y: iv.months(y, begin, y + (begin + 2) // 13, (begin + 1) % 12 + 1),
    )
