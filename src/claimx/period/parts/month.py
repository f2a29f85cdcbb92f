"""Months of a year and their days: 9月, 9月26日, 五月第一周, 1-11月, 9-11月份, 1、2月."""

from __future__ import annotations

import re
from itertools import pairwise

from claimx.period import interval as iv
from claimx.period.month_tail import RANGE_SIGN, read_month_tail
from claimx.period.numeral import whole
from claimx.period.reading import YearPart

_NUMBER = r"(?:1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九正])"
# 七八月: the month after the one before it.
_NEIGHBOUR = "|".join(f"(?<={a}){b}" for a, b in pairwise("一二三四五六七八九"))
_MONTHS = re.compile(
    rf"""(?P<a>{_NUMBER})
    (?: \ {{0,2}} (?: {RANGE_SIGN} | 、) \ {{0,2}} (?P<b>{_NUMBER}) | (?P<next>{_NEIGHBOUR}) )?
    \ {{0,2}} 月 (?!饼|球|嫂|亮|怀胎) 份?
    """,
    re.VERBOSE,
)
_START = rf" {{0,2}}(?:(?:{RANGE_SIGN}|、) {{0,2}}{_NUMBER} {{0,2}})?月"
FIRST = "0123456789一二三四五六七八九十正"
STARTS = (("0123456789", "[0-9]?" + _START), ("一二三四五六七八九十正", "[一二三四五六七八九]?" + _START))


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The month, run of months, or part of a month written at ``at``."""
    match = _MONTHS.match(text, at)
    if match is None:
        return None
    a = 1 if match["a"] == "正" else whole(match["a"])
    if a is None:
        return None
    if match["b"] or match["next"]:
        return _run(match, a)
    tail = read_month_tail(text, match.end())
    if tail is None:
        return YearPart(match.end(), "month", "month", lambda y: iv.month(y, a))
    build = tail.build
    return YearPart(tail.end, tail.form, tail.rule, lambda y: build(y, a))


def _run(match: re.Match[str], a: int) -> YearPart | None:
    b = whole(match["b"] or match["next"])
    if b is None or a == b:
        return None
    turn = 1 if b < a else 0  # 11-2月 runs over New Year
    return YearPart(match.end(), "span", "month-range", lambda y: iv.months(y - turn, a, y, b))
