"""Two times joined to a stretch: 9月12日至9月25日, 2023年1月至2024年3月, 从上个月到今天, 2019年5月8日以来."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.month_tail import DAY, RANGE_SIGN
from claimx.period.numeral import whole
from claimx.period.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.period.context import Context
    from claimx.period.reading import BuildInYear

_CLOCK = r"\ ?(?:[0-2]?[0-9][:：][0-5][0-9]|[0-2]?[0-9][点时](?:[0-5]?[0-9]分)?)"
_END_CLOCK = lazy(_CLOCK)
_SIGN = re.compile(
    rf"(?P<clock>{_CLOCK})?\ {{0,2}}(?:起|开始|始)?(?:一直|持续)?(?:{RANGE_SIGN}|直到|直至|截[至止])\ {{0,2}}",
    re.VERBOSE,
)
_WEEKDAY_ONLY = lazy(r"(?:周|星期|礼拜)([一二三四五六日天])")
_DAY_ONLY = lazy(rf"(?P<day>{DAY})\ ?[日号]")
# 2016年至今, 今年以来, 今年4月正式上线以来.
_SINCE = re.compile(
    r"(?:开始|起)?(?:至今|迄今|以来|到现在|至目前|到目前)(?!年|天|日)|[^，。；！？、：,;:\s0-9年月日近]{1,10}以来"
)


def extend(context: Context, at: int, start: Reading, read_point: Callable[[Context, int], Reading | None]) -> Reading:
    """``start``, read at ``at``, with what makes a stretch of it, if anything does."""
    text = context.text
    if since := _SINCE.match(text, start.end):
        return _since(context, start, since.end(), at)
    sign = _SIGN.match(text, start.end)
    if sign is None or start.form in ("mirror", "now"):
        return start
    if start.interval is not None and start.names_year:
        context.named_year = start.interval.last.year  # for 至次年1月
    context.range_end_at = sign.end()
    end = _same_month(context, start, sign.end()) or _same_week(context, start, sign.end())
    end = end or read_point(context, sign.end())
    context.range_end_at = -1
    if end is None or end.form in ("mirror", "window"):
        return start
    joined = _join(start, end)
    if joined is None:
        return start
    if clock := _END_CLOCK.match(text, joined.end) if sign["clock"] else None:
        joined = joined._replace(end=clock.end())
    return joined


def _since(context: Context, start: Reading, end: int, at: int) -> Reading:
    """From ``start`` to the reference date; as it is, when that lies before."""
    reference = context.reference
    interval = start.interval if start.build is None else context.settle(start.build, at)[0]
    if interval is None or reference is None:
        return start._replace(
            end=end, form="span", rules=(*start.rules, "since"), relative=True, build=None, interval=None
        )
    if interval.first > reference:
        return start
    if len(interval.code) == 4 and int(interval.code) != reference.year:
        reach = iv.years(interval.first.year, reference.year)
    elif len(interval.code) == 10:
        reach = iv.days(interval.first, reference)
    else:
        reach = iv.months(interval.first.year, interval.first.month, reference.year, reference.month)
    return Reading(
        end,
        "span",
        (*start.rules, "since"),
        iv.part(reach, interval.first, reference),
        True,
        names_year=start.names_year,
    )


def _same_month(context: Context, start: Reading, at: int) -> Reading | None:
    """The right end of 10月20日到30日: a bare day in the month of the left end."""
    match = _DAY_ONLY.match(context.text, at)
    number = whole(match["day"]) if match else None
    if match is None or number is None:
        return None
    if start.interval is not None:
        return _day_after(start.interval, number, match.end())
    if start.build is None:
        return None
    build = start.build

    def day(y: int) -> iv.Interval | None:
        left = build(y)
        right = left and _day_after(left, number, match.end())
        return right.interval if right else None

    return Reading(match.end(), "date", ("day-of-month",), None, build=day)


def _same_week(context: Context, start: Reading, at: int) -> Reading | None:
    """The right end of 下周一至周三: a bare weekday in the week of the left end."""
    match = _WEEKDAY_ONLY.match(context.text, at)
    if match is None or start.interval is None or start.rules != ("weekday",):
        return None
    monday = iv.shift_days(start.interval.first, -start.interval.first.weekday())
    day = monday and iv.shift_days(monday, "一二三四五六日".index(match[1].replace("天", "日")))
    return Reading(match.end(), "date", ("weekday",), iv.on(day), relative=True) if day else None


def _day_after(left: iv.Interval, number: int, end: int) -> Reading | None:
    if left.first != left.last:
        return None
    month = left.first if number >= left.first.day else iv.shift_months(left.first, 1)
    day = iv.day(month.year, month.month, number) if month else None
    return Reading(end, "date", ("day-of-month",), day) if day else None


def _join(a: Reading, b: Reading) -> Reading | None:
    """One stretch from ``a`` to ``b``, each lending the other the year it lacks; None when ``b`` is not after ``a``."""
    rules = (*a.rules, *(rule for rule in b.rules if rule not in a.rules), "range")
    relative = a.relative or b.relative
    names_year = a.names_year or b.names_year
    if a.build is not None and b.build is not None:
        left, right = a.build, b.build
        return Reading(b.end, "span", rules, None, build=lambda y: _between(left, right, y))
    if a.build is not None:
        if b.interval is None:
            return Reading(b.end, "span", rules, None, relative)
        y = b.interval.first.year
        interval = iv.span(a.build(y), b.interval) or iv.span(a.build(y - 1), b.interval)
    elif b.build is not None:
        if a.interval is None:
            return Reading(b.end, "span", rules, None, relative)
        y = a.interval.first.year
        interval = _forward(a.interval, b.build(y)) or _forward(a.interval, b.build(y + 1))
    elif a.interval is None or b.interval is None:
        return Reading(b.end, "span", rules, None, relative)
    else:
        interval = _forward(a.interval, b.interval)
    return interval and Reading(b.end, "span", rules, interval, relative, names_year=names_year)


def _between(left: BuildInYear, right: BuildInYear, y: int) -> iv.Interval | None:
    """Both ends in the year ``y``, or the left one in the year before when the stretch runs over New Year."""
    return _forward(left(y), right(y)) or _forward(left(y - 1), right(y))


def _forward(a: iv.Interval | None, b: iv.Interval | None) -> iv.Interval | None:
    """From ``a`` to ``b`` when ``b`` does not begin before ``a``."""
    return iv.span(a, b) if a and b and a.first <= b.first else None
