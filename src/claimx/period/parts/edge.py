"""The beginning, the middle and the end of a year: 年初, 2018年底, 明年年初, 年末, 2023年年中."""

from __future__ import annotations

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.month_tail import EDGE
from claimx.period.reading import YearPart

# Bare 年中 mostly says "in the course of the years" (这几年中, 一年中); behind 2023年 it has a 年 of its own.
_DATED = lazy(rf"年?{EDGE}|伊始|年?中旬|年中")
_BARE = lazy(rf"年{EDGE}|岁末")
# 每年年底, 几年底, 一年底: no year's end in particular.
_GENERIC = lazy(r"(?:每年|每[到逢]|[每几多半一两三百千整]|[0-9]) ?$")
FIRST = "年初底末尾伊岁中"
STARTS = (("年", "[初底末尾]"), ("岁", "末"))


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The edge of a year written at ``at``; its month stands for it, 06 to 07 for the middle."""
    match = (_DATED if dated else _BARE).match(text, at)
    if match is None or (not dated and _GENERIC.search(text, max(0, at - 3), at)):
        return None
    words = match[0]
    if "中" in words:
        return YearPart(match.end(), "span", "mid-year", lambda y: iv.months(y, 6, y, 7))
    number = 1 if words[-1] in "初始" else 12
    return YearPart(match.end(), "month", "year-edge", lambda y: iv.month(y, number))
