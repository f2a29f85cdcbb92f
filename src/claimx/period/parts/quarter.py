"""Quarters of a year: Q1, 第一季度, 三季度, 首季, 一季报, 前三季度, Q1-Q3, 一至三季度, 四季度末."""

from __future__ import annotations

import re

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.month_tail import EDGE, RANGE_SIGN
from claimx.period.numeral import whole
from claimx.period.reading import YearPart

_NUMBER = "[1-4一二三四]"
_QUARTERLY = "季(?:度|报(?![告道名考]))?"
_PATTERN = re.compile(
    rf"""
    (?:
        Q\ ?(?P<q>[1-4]) (?![0-9A-Za-z.：:]) (?:季度?)?
      | (?:第\ ?)? (?P<a>{_NUMBER}) \ ? (?: (?:{RANGE_SIGN}|、)? \ ?第?(?P<b>{_NUMBER}) \ ?)? 个?{_QUARTERLY}
      | (?P<first>首) 个?季(?:度)?
      | (?P<last>最后一个季度)
      | (?:前|头) \ ? (?P<count>[1-4一二两三四]) \ ? 个?季度?
    )
    (?P<edge>{EDGE})?
    """,
    re.VERBOSE,
)
# 季 without 度 is a quarter only where nothing makes it a season of a show or of the weather: 第一季, 四季青.
_BARE_JI = lazy(r"季(?![度报])")
FIRST = "Q第首前头最1234一二三四"
STARTS = (
    ("Q", r" ?[1-4](?![0-9A-Za-z.])"),
    ("第首前头", r" ?[1-4一二两三四]?个? ?季度"),
    ("1234一二三四", rf" ?(?:(?:{RANGE_SIGN}|、)? ?第?{_NUMBER} ?)?季(?:度|报)"),
)


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The quarter written at ``at``; ``dated`` where a year stands before it, which lets 三季 pass for 三季度."""
    match = _PATTERN.match(text, at)
    if match is None or (not dated and _BARE_JI.search(match[0])):
        return None
    if match["count"]:
        count = whole(match["count"]) or 1
        return YearPart(match.end(), "span", "quarters", lambda y: iv.months(y, 1, y, 3 * count))
    if match["b"]:
        a, b = whole(match["a"]) or 1, whole(match["b"]) or 4
        return YearPart(match.end(), "span", "quarters", lambda y: iv.span(iv.quarter(y, a), iv.quarter(y, b)))
    number = 1 if match["first"] else 4 if match["last"] else whole(match["q"] or match["a"]) or 1
    if match["edge"]:
        edge_month = 3 * number - (2 if match["edge"] == "初" else 0)
        return YearPart(match.end(), "month", "quarter-edge", lambda y: iv.month(y, edge_month))
    return YearPart(match.end(), "quarter", "quarter", lambda y: iv.quarter(y, number))
