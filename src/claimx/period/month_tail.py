"""What narrows a month: a day, a run of days, 上旬, 月初, 月底, 第三周, 前两天.

The months themselves come from elsewhere (9月, 今年4月, 上个月); here only the words behind them are read.
"""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, NamedTuple

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.numeral import whole

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import PeriodForm

RANGE_SIGN = r"(?:-{1,2}|—{1,2}|~|至|到)"
DAY = r"(?:[0-3]?[0-9]|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九]|廿[一二三四五六七八九]?)"
WEEKDAY = r"(?:星期|礼拜|周)[一二三四五六日天]"

_DAY = re.compile(
    rf"""\ {{0,2}}(?P<day>{DAY})
    (?:  \ {{0,2}} {RANGE_SIGN} \ {{0,2}} (?P<last>{DAY}) (?=\ ?[日号]) )?     # 10月20-30日
    \ {{0,2}}(?:[日号](?![线楼店院馆仓机码均活])|$)                              # 1月3, at the very end
    (?: \ ?[（(]{WEEKDAY}[)）] | [，,\ ]{{0,2}}(?:星期|礼拜)[一二三四五六日天] )?  # （周三）
    """,
    re.VERBOSE,
)
_THIRD = lazy(r"的?([上中下])旬")
_HALF = lazy(r"的?([上下])半月|的?(前|后)半个?月")
#: 初, 末, 底 as an edge in time, and not the first character of 初级, 末端, 底价 …
EDGE = r"(?:初(?![级心衷中恋创次学见审赛])|末(?![位端])|底(?![层线部价色气薪蕴盘板稿])|尾(?![部款号货]))"
_EDGE = lazy(EDGE)
_WEEK = lazy(r"的?第 ?([一二三四五六1-6]) ?(?:个?(?:星期|礼拜)|周)|的?首周()|的?(最后一(?:周|个星期))")
_NTH_WEEKDAY = lazy(r"的?第([一二三四五1-5])个(?:星期|礼拜|周)([一二三四五六日天末])")
_FEW = lazy(r"的?(前|头|后|最后)([一二两三四五六七八九十]|[0-9]{1,2})(?:天|日)")
_FIRST_DAY = lazy(r"的?(?:首日|第一天)|的?(最后一天)")
#: The days that 月初 and the like stand for.
_EARLY_DAYS = 10
_LATE_FROM = 21


class MonthTail(NamedTuple):
    """A part of some month; ``build`` takes the year and the month."""

    end: int
    form: PeriodForm
    rule: str
    build: Callable[[int, int], iv.Interval | None]


def read_month_tail(text: str, at: int) -> MonthTail | None:
    """The narrowing words at offset ``at``, right behind a month."""
    first = text[at : at + 1]
    if first in " 一二三四五六七八九十廿0123456789" and first and (match := _DAY.match(text, at)):
        return _days(match)
    if first not in "的上中下前后头初末底尾第首最":
        return None
    if match := _EDGE.match(text, at):
        return MonthTail(match.end(), "month", "month-edge", _early if match[0][-1] == "初" else _late)
    if match := _THIRD.match(text, at):
        start = {"上": 1, "中": 11, "下": 21}[match[1]]
        return MonthTail(match.end(), "month", "month-third", _run(start, start + 9 if start < 21 else 31))
    if match := _HALF.match(text, at):
        upper = (match[1] or match[2]) in "上前"
        return MonthTail(match.end(), "month", "month-half", _run(1, 15) if upper else _run(16, 31))
    if match := _NTH_WEEKDAY.match(text, at):
        return MonthTail(match.end(), "date", "nth-weekday", _weekday(whole(match[1]) or 1, match[2]))
    if match := _WEEK.match(text, at):
        return MonthTail(match.end(), "span", "week-of-month", _week(0 if match[3] else whole(match[1] or "1") or 1))
    if match := _FEW.match(text, at):
        count = whole(match[2]) or 1
        return MonthTail(
            match.end(),
            "span",
            "days-of-month",
            _run(1, count, exact=True) if match[1] in "前头" else _tail_days(count),
        )
    if match := _FIRST_DAY.match(text, at):
        return MonthTail(match.end(), "date", "days-of-month", _tail_days(1) if match[1] else _run(1, 1, exact=True))
    return None


def _days(match: re.Match[str]) -> MonthTail | None:
    day, last = whole(match["day"]), whole(match["last"]) if match["last"] else None
    if day is None or not 1 <= day <= 31:
        return None
    if last is None:
        return MonthTail(match.end(), "date", "date", lambda y, m: iv.day(y, m, day))
    return MonthTail(match.end(), "span", "day-range", lambda y, m: iv.span(iv.day(y, m, day), iv.day(y, m, last)))


def _run(start: int, end: int, *, exact: bool = False) -> Callable[[int, int], iv.Interval | None]:
    """Days ``start`` to ``end`` of a month, cut at its length; ``exact`` gives them a code of their own."""

    def build(y: int, m: int) -> iv.Interval | None:
        whole_month = iv.month(y, m)
        if whole_month is None or end < 1:
            return None
        last = date(y, m, min(end, whole_month.last.day))
        return iv.days(date(y, m, start), last) if exact else iv.part(whole_month, date(y, m, start), last)

    return build


def _tail_days(count: int) -> Callable[[int, int], iv.Interval | None]:
    def build(y: int, m: int) -> iv.Interval | None:
        whole_month = iv.month(y, m)
        if whole_month is None or not 1 <= count <= whole_month.last.day:
            return None
        return iv.days(whole_month.last.replace(day=whole_month.last.day - count + 1), whole_month.last)

    return build


def _week(number: int) -> Callable[[int, int], iv.Interval | None]:
    """The nth week: the first one begins on the month's first Monday; 0 for the last that begins in it."""

    def build(y: int, m: int) -> iv.Interval | None:
        whole_month = iv.month(y, m)
        if whole_month is None:
            return None
        if number:
            monday = iv.shift_days(whole_month.first, (7 - whole_month.first.weekday()) % 7 + 7 * (number - 1))
        else:
            monday = iv.shift_days(whole_month.last, -whole_month.last.weekday())
        sunday = iv.shift_days(monday, 6) if monday else None
        return iv.days(monday, sunday) if monday and sunday and monday <= whole_month.last else None

    return build


def _weekday(number: int, name: str) -> Callable[[int, int], iv.Interval | None]:
    """The nth Monday … Sunday of a month; for 末 the nth Saturday and the Sunday behind it."""
    wanted = 6 if name == "末" else "一二三四五六日".index(name.replace("天", "日")) + 1

    def build(y: int, m: int) -> iv.Interval | None:
        whole_month = iv.month(y, m)
        if whole_month is None:
            return None
        ahead = (wanted - whole_month.first.isoweekday()) % 7 + 7 * (number - 1)
        day = iv.shift_days(whole_month.first, ahead)
        if day is None or day > whole_month.last:
            return None
        sunday = iv.shift_days(day, 1)
        return iv.on(day) if name != "末" or sunday is None else iv.days(day, sunday)

    return build


_early = _run(1, _EARLY_DAYS)
_late = _run(_LATE_FROM, 31)
