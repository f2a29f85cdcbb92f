"""Days by name and by number: 昨日, 前天, 今天, 当日, 29日, 12号."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.month_tail import DAY
from claimx.period.numeral import whole
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    from datetime import date

    from claimx.period.context import Context

_SHIFTS = {"大前": -3, "前": -2, "昨": -1, "今": 0, "明": 1, "后": 2, "大后": 3}
_NAMED = re.compile(
    r"""
    (?P<shift> 大前 | (?<![以之提])前 | 昨 | (?<![如当现])今 | (?<![说文声证])明 | 大后 | (?<![以之今])后 )
    (?: [天日] (?! 头条 | 之[后星子] | 方舟 | 起 ) | (?<=[昨今明])[晚晨夜] )
    """,
    re.VERBOSE,
)
# 的今天, 时至今日, 到了今天, 今天的互联网: nowadays, no day of the calendar.
_NOWADAYS_BEFORE = re.compile(r"(?:的|[至到]了?|延伸到|发展到)$")
_NOWADAYS_AFTER = re.compile(r"的(?!气温|会议|行情|收盘|发布会)")
_SAME = re.compile(r"(?P<next>次|翌)[日天]|(?:当|同)[日天](?!均)")
_NUMBERED = lazy(
    rf"""(?P<day>{DAY})\ ?
    (?: 日 (?! [本均活元语系常内无留益游月年前后] | 消费额 | 消费金额 | 复购 | 滚动 | 移动 | 累计 )
      | 号 (?! [线楼店院馆厅车仓机厂字文门房室人球公路井位码会令称召角牌段外] ) )""",
    re.VERBOSE,
)
# Before a bare number of a day; behind other words it is a length or a name: 近7日, 神舟12号, 每月5号.
_BEFORE = lazy(r"(?:^|[，。；：！？、,;:（(《“\"\s*>#/=]|[在于自从至到是和与及比较的即为而止日])$")


def _read_named(context: Context, at: int) -> Reading | None:
    text = context.text
    match = _NAMED.match(text, at)
    if match is None:
        return _read_same(context, at)
    shift = _SHIFTS[match["shift"]]
    reference = context.reference
    if shift == 0 and at != context.range_end_at and _says_nowadays(text, at, match.end()):
        month = iv.month(reference.year, reference.month) if reference else None
        return Reading(match.end(), "now", ("nowadays",), month, relative=True)
    day = iv.shift_days(reference, shift) if reference else None
    return Reading(match.end(), "date", ("relative-day",), iv.on(day) if day else None, relative=True)


def _says_nowadays(text: str, start: int, end: int) -> bool:
    return bool(_NOWADAYS_BEFORE.search(text, max(0, start - 3), start) or _NOWADAYS_AFTER.match(text, end))


def _read_same(context: Context, at: int) -> Reading | None:
    match = _SAME.match(context.text, at)
    if match is None:
        return None
    last = context.last
    # 当日 answers to a day; after 2024年 or 9月 there is none.
    if last is None or last.first != last.last:
        return None
    day = iv.shift_days(last.first, 1 if match["next"] else 0)
    return Reading(match.end(), "date", ("same-day",), iv.on(day)) if day else None


def _read_numbered(context: Context, at: int) -> Reading | None:
    text = context.text
    match = _NUMBERED.match(text, at)
    if match is None or not _BEFORE.search(text, max(0, at - 1), at):
        return None
    number = whole(match["day"])
    if number is None or not 1 <= number <= 31:
        return None
    if number < 10 and not match["day"].isascii():
        return None  # 一日三餐, 三日 are lengths
    last = context.last
    if last is not None and context.ruling_month is not None:
        day = iv.day(last.first.year, context.ruling_month, number)
        return day and Reading(match.end(), "date", ("day-of-month",), day)
    if context.reference is None:
        return Reading(match.end(), "date", ("day-of-month",), None, relative=True)
    return Reading(match.end(), "date", ("day-of-month",), _latest(number, context.reference), relative=True)


def _latest(number: int, reference: date) -> iv.Interval | None:
    """The last day with that number in its month that is not after the reference date."""
    y, m = reference.year, reference.month
    for _ in range(3):
        day = iv.day(y, m, number)
        if day is not None and day.first <= reference:
            return day
        y, m = (y, m - 1) if m > 1 else (y - 1, 12)
    return None


NAMED = Construct("day", (("大", "[前后][天日]"), ("前昨今明后", "[天日晚晨夜]"), ("当同次翌", "[日天]")), _read_named)
NUMBERED = Construct(
    "day-of-month",
    (("0123456789", "[0-9]? ?[日号]"), ("一二三四五六七八九十廿", "[十一二三四五六七八九]{0,2}[日号]")),
    _read_numbered,
)
