"""Five-year plans: 十四五期间, “十三五”时期, “十三五”末, 十五五规划.

The first ran from 1953, the second from 1958; the third followed after a gap, from 1966, and then each the one before.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.numeral import whole
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    from claimx.period.context import Context

_PATTERN = lazy(
    r"""
    (?P<open>["“「])? (?P<n>二十[一二]?|十[一二三四五六七八九]?|[一二三四五六七八九]) 五 (?(open)["”」])
    (?P<tail> (?:的?(?:规划|计划))?(?:期间|时期|期|以来)? )
    (?P<edge> 期?末 | 收官之?年 | 最后一年 | 开局之?年 | 初 | 首年 | 中期 )?
    """,
    re.VERBOSE,
)
_PLAIN_FROM = 11  # 十一五 and later are nothing else; 十五, 八五, 九五 are also numbers and discounts
_COUNTED = lazy("[个家名人次条位种款]")
_FIRST_STARTS = {1: 1953, 2: 1958}


def start_of(plan: int) -> int:
    """The first year of a five-year plan by its number.

    >>> start_of(1), start_of(3), start_of(14)
    (1953, 1966, 2021)
    """
    return _FIRST_STARTS.get(plan, 1966 + 5 * (plan - 3))


def _read(context: Context, at: int) -> Reading | None:
    match = _PATTERN.match(context.text, at)
    number = whole(match["n"]) if match else None
    if match is None or number is None:
        return None
    if match.end() == match.end("n") + 1 and _COUNTED.match(context.text, match.end()):
        return None
    if number < _PLAIN_FROM and not _is_spelled_out(match):
        return None
    first = start_of(number)
    edge = match["edge"] or ""
    if edge in ("期末", "末", "收官年", "收官之年", "最后一年"):
        return Reading(match.end(), "year", ("five-year-plan-edge",), iv.year(first + 4), names_year=True)
    if edge in ("初", "首年", "开局年", "开局之年"):
        return Reading(match.end(), "year", ("five-year-plan-edge",), iv.year(first), names_year=True)
    return Reading(match.end(), "span", ("five-year-plan",), iv.years(first, first + 4))


def _is_spelled_out(match: re.Match[str]) -> bool:
    """“八五”期间, 八五计划, 八五时期, and not 八五期 or the discount 八五."""
    tail = match["tail"]
    return bool(tail) and (match["open"] is not None or "划" in tail or "时期" in tail)


CONSTRUCT = Construct(
    "five-year-plan",
    (
        ('“"「', r"[一二三四五六七八九十]{1,3}五[”\"」]"),
        ("一二三四五六七八九", "五(?:规|计|时)"),
        ("十", "[一二三四五六七八]五|五(?:计|规)"),
        ("二", "十[一二]?五"),
    ),
    _read,
)
