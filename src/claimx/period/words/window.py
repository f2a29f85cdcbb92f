"""Windows reckoned from the reference date: 近三年, 过去半年, 未来3年内, 最近半个月, 三年来, 这两年, 今明两年.

The days run from or to the reference date. The code is in years, months or days, as the length is counted;
in the first quarter, when articles look back on full years, the last N years are the N before the current one.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.reading import Construct, Reading
from claimx.period.words.length import LENGTH, LENGTH_START, Length, move, read_length

if TYPE_CHECKING:
    from datetime import date

    from claimx.period.context import Context

_INSIDE = r"(?:之?内|以内|以来|来(?![自源看说讲])|里|间|之间|中(?![国旬等]))?"
# 近20年的历史, 近3年经验: a length and no window.
_LENGTH_AFTER = r"(?!的?(?:历史|经验|时间|时光|工龄|资历|从业|寿命|老|高龄|前|之前)|了|期|以[上下])"
_PAST = re.compile(
    rf"(?P<cue>最近的?这?|近|过去的?这?|刚刚过去的|这)\ ?(?:的|这)?{LENGTH}{_INSIDE}{_LENGTH_AFTER}", re.VERBOSE
)
_FUTURE = lazy(rf"(?:未来的?|今后的?|往后|接下来的?|下一?个)\ ?{LENGTH}{_INSIDE}{_LENGTH_AFTER}", re.VERBOSE)
# At the beginning of a clause 前两周 and 三年来 are windows; elsewhere they may be part of a word: 提前两周.
_FRONT = lazy(rf"前\ ?(?!一|半|1[^0-9]){LENGTH}(?!的?(?:历史|经验)|前|后)", re.VERBOSE)
_SINCE = re.compile(rf"{LENGTH}(?:以来|来(?![自源到看说讲的回临]))", re.VERBOSE)
_PAIR = re.compile(r"(?P<a>去(?=今)|昨(?=今)|今(?=明)|明(?=后))[今明后](?:(?P<days>两[天日])|两?年)")
_PAIR_SHIFTS = {"去": -1, "昨": -1, "今": 0, "明": 1}
# 最近, 附近, 接近, 超过去: the cue is part of another word; 工作了近10年: a length after all.
_NOT_BEFORE = lazy(r"[附接将靠邻贴了过经有达用历长已至约超满第]$")
_CLAUSE_START = lazy(r"(?:^|[，。；：！？、,.;:!?（(《“\"\s*>#—]|的|自|在)$")
_FRONT_BEFORE = lazy(r"(?:^|[，。；：！？、,.;:!?（(“\s|｜])$")
# 目前, 此前, 提前: no 前 of a count.
_NO_FRONT = lazy(r"[此之日目以年提从天周月生]$")
_FIRST_QUARTER = 3
_MANY_MONTHS = 7


def _read(context: Context, at: int) -> Reading | None:
    text, first = context.text, context.text[at]
    if match := _PAIR.match(text, at):
        return _pair(context, match)
    if first in "未今往接下" and (match := _FUTURE.match(text, at)):
        if first == "下" and match["unit"] in ("天", "日"):
            return None
        return _reading(context, match, sign=1)
    if first == "前":
        match = _FRONT.match(text, at)
        if match is None:
            return None
        if _FRONT_BEFORE.search(text, max(0, at - 1), at):
            return _front(context, match)
        return None if _NO_FRONT.match(text[at - 1]) else _year_so_far(context, match)
    match = _PAST.match(text, at)
    if match is None or (at and first == "近" and _NOT_BEFORE.match(text[at - 1])):
        return _since(context, at)
    if match["cue"] == "这" and match["unit"] in ("天", "日"):
        return None
    return _reading(context, match, sign=-1, including_this=match["cue"].startswith("这"))


def _since(context: Context, at: int) -> Reading | None:
    text = context.text
    match = _SINCE.match(text, at)
    if match is None or not _CLAUSE_START.search(text, max(0, at - 1), at):
        return None
    return _reading(context, match, sign=-1)


def _front(context: Context, match: re.Match[str]) -> Reading | None:
    """前两周 looks back; 前5个月 in June is the year so far, as statistics are published."""
    return _year_so_far(context, match) or _reading(context, match, sign=-1)


def _year_so_far(context: Context, match: re.Match[str]) -> Reading | None:
    """The months of the year that ended last, or so many that nobody counts them from elsewhere: 前11月出口创新高."""
    length, reference = read_length(match), context.reference
    if not length or not reference or not match["unit"].endswith("月"):
        return None
    count, over = length.months, reference.month - 1
    if count != over and (count < _MANY_MONTHS or count == reference.month):
        return None
    year = reference.year - (count > over)
    interval = iv.months(year, 1, year, count)
    return interval and Reading(match.end(), "span", ("first-months",), interval, relative=True)


def _reading(context: Context, match: re.Match[str], *, sign: int, including_this: bool = False) -> Reading | None:
    length = read_length(match)
    if length is None:
        return None
    reference = context.reference
    interval = _window(reference, length, sign, including_this=including_this) if reference else None
    return Reading(match.end(), "window", ("window",), interval, relative=True)


def _window(reference: date, length: Length, sign: int, *, including_this: bool) -> iv.Interval | None:
    far = move(reference, length, sign)
    if far is None:
        return None
    first, last = (iv.shift_days(far, 1), reference) if sign < 0 else (iv.shift_days(reference, 1), far)
    if first is None or last is None:
        return None
    whole_span = _code_span(reference, far, length, sign, including_this=including_this)
    return iv.part(whole_span, first, last)


def _code_span(reference: date, far: date, length: Length, sign: int, *, including_this: bool) -> iv.Interval | None:
    y, n = reference.year, length.years
    if n and sign > 0:
        return iv.years(y, y + n)
    if n and including_this:
        return iv.years(y - n + 1, y)
    if n:
        return iv.years(y - n, y - 1) if reference.month <= _FIRST_QUARTER else iv.years(y - n, y)
    if length.months:
        early, late = sorted((reference, far))
        return iv.months(early.year, early.month, late.year, late.month)
    shifted = iv.shift_days(far if sign < 0 else reference, 1)
    return iv.days(shifted, max(reference, far)) if shifted else None


def _pair(context: Context, match: re.Match[str]) -> Reading | None:
    """今明两年, 昨今两天: two neighbours."""
    start = _PAIR_SHIFTS[match["a"]]
    end = start + 1
    reference = context.reference
    if reference is None:
        return Reading(match.end(), "span", ("pair",), None, relative=True)
    if match["days"]:
        first, last = iv.shift_days(reference, start), iv.shift_days(reference, end)
        interval = iv.days(first, last) if first and last else None
    else:
        interval = iv.years(reference.year + start, reference.year + end)
    return Reading(match.end(), "span", ("pair",), interval, relative=True)


CONSTRUCT = Construct(
    "window",
    (
        ("近", rf" ?{LENGTH_START}"),
        ("最", "近的?这? ?" + LENGTH_START),
        ("过", "去的?这? ?" + LENGTH_START),
        ("未今往接下", rf"(?:来|后|下来|一?个|一?)的? ?{LENGTH_START}"),
        ("这前", rf" ?{LENGTH_START}{{1,4}} ?个?[年月周天日季星礼]"),
        ("去昨今明", "[今明后](?:两[年天日]|年)"),
        ("0123456789", r"[0-9]{0,3} ?(?:年|个月|周|天)以?来"),
        ("一二两三四五六七八九十半", "[一二三四五六七八九十百]{0,3}(?:年|个月|周|天)以?来"),
    ),
    _read,
)
