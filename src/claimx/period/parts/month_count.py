"""Months counted from an end of the year: 前11个月, 头三个月, 后三月, 首月, 第8个月."""

from __future__ import annotations

import re

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.numeral import whole
from claimx.period.reading import YearPart

_NUMBER = r"(?:1[0-2]|[1-9]|十[一二]?|[一二两仨三四五六七八九])"
_PATTERN = lazy(
    rf"""
    (?P<front>前|头|最初|后|最后) \ ? (?P<count>{_NUMBER}) \ ? 个?月 份?
    | 第 \ ? (?P<nth>{_NUMBER}) \ ? 个月
    | 首 个?月
    | (?P<last>最后一个月|末月)
    """,
    re.VERBOSE,
)
FIRST = "前头最后第首末"


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The months counted at ``at``; only behind a year, since 前三个月 alone may count from anywhere."""
    match = _PATTERN.match(text, at) if dated else None
    if match is None:
        return None
    if match["count"]:
        count = whole(match["count"]) or 1
        if match["front"] in ("后", "最后"):
            return YearPart(match.end(), "span", "last-months", lambda y: iv.months(y, 13 - count, y, 12))
        return YearPart(match.end(), "span", "first-months", lambda y: iv.months(y, 1, y, count))
    number = 12 if match["last"] else whole(match["nth"]) or 1 if match["nth"] else 1
    return YearPart(match.end(), "month", "nth-month", lambda y: iv.month(y, number))
