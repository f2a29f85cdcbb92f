"""Weeks and weekdays told from the reference date: 上周, 本周一, 下下周末, 上个礼拜天, 星期三."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    from claimx.period.context import Context

_SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_WEEKDAYS = {"一": 0, "二": 1, "三": 2, "四": 3, "五": 4, "六": 5, "日": 6, "天": 6}
_WEEK = lazy(
    r"""
    (?P<shift> 上上 | 下下 | (?<![线以])上 | 本 | 这 | (?<![线以])下 ) 一?个?
    (?: 周 (?![边期转年报刊岁密全]) | 星期 | 礼拜 )
    (?: (?:星期|礼拜|周)? (?P<day>[一二三四五六天]|日(?![均活志])) | (?P<end>周?末) )?
    """,
    re.VERBOSE,
)
_WEEKDAY = lazy(r"(?:周(?=[一二三四五六](?![福年到至\-岁期])|日(?![均活志常]))|星期|礼拜)(?P<day>[一二三四五六日天])")
# 每周五, 逢周三, 单周日, 一周六天, 至周五, 周二周四: no day in particular.
_GENERIC_AFTER = lazy(r"[、和及与]?(?:周|星期)[一二三四五六日天]")
_GENERIC_BEFORE = lazy(
    r"(?:[每逢单双各整几两半一二三四五六七八九十0-9N第全首多环]|(?:周|星期)[一二三四五六日][、至到\-]?)$"
)


def _read(context: Context, at: int) -> Reading | None:
    text, reference = context.text, context.reference
    if match := _WEEK.match(text, at):
        this = reference and iv.week_of(reference)
        monday = this and iv.shift_days(this.first, 7 * _SHIFTS[match["shift"]])
        if match["day"]:
            day = monday and iv.shift_days(monday, _WEEKDAYS[match["day"]])
            return Reading(match.end(), "date", ("weekday",), iv.on(day) if day else None, relative=True)
        first = monday and iv.shift_days(monday, 5 if match["end"] else 0)
        last = monday and iv.shift_days(monday, 6)
        return Reading(match.end(), "span", ("week",), iv.days(first, last) if first and last else None, relative=True)
    match = _WEEKDAY.match(text, at)
    if match is None or _GENERIC_AFTER.match(text, match.end()):
        return None
    if at != context.range_end_at and _GENERIC_BEFORE.search(text, max(0, at - 3), at):
        return None
    if reference is None:
        return Reading(match.end(), "date", ("weekday",), None, relative=True)
    back = (reference.weekday() - _WEEKDAYS[match["day"]]) % 7
    day = iv.shift_days(reference, -back)
    return Reading(match.end(), "date", ("weekday",), iv.on(day) if day else None, relative=True)


CONSTRUCT = Construct(
    "week",
    (("上下本这", r"[上下]?一?个?(?:周|星期|礼拜)"), ("周星礼", r"期?拜?[一二三四五六日天]")),
    _read,
)
