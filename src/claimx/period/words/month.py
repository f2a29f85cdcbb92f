"""Months, quarters and parts of a month told from the reference date: 上个月, 本月9日, 下月初, 当月, 上季度, 月底."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.month_tail import EDGE, read_month_tail
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    import re

    from claimx.period.context import Context

_SHIFTS = {"上上": -2, "上": -1, "本": 0, "这": 0, "下": 1, "下下": 2}
_MONTH = lazy(
    r"(?P<shift>上上|下下|(?<![线网岗以])上|本|这|(?<![线以])下)一?个?月份?(?![销薪租费均活]|度)|(?P<same>当|同|次|该)月份?(?![均])"
)
_QUARTER = lazy(rf"(?:(?P<shift>上上|下下|上|本|这|下)一?个?季度|(?P<same>当|同|该)季度?(?!节))(?P<edge>{EDGE})?")
# 月底 alone; after a number (3月底, 三个月底) or 每 it belongs to that.
_EDGE = lazy(rf"月{EDGE}|[上中下]旬")
_NOT_BEFORE_EDGE = lazy(r"[0-9一二三四五六七八九十几半每个月]\ ?$")


def _read(context: Context, at: int) -> Reading | None:
    text = context.text
    if match := _MONTH.match(text, at):
        return _month(context, match)
    if match := _QUARTER.match(text, at):
        return _quarter(context, match)
    match = _EDGE.match(text, at)
    if match is None or _NOT_BEFORE_EDGE.search(text, max(0, at - 2), at):
        return None
    tail = read_month_tail(text, at + (text[at] == "月"))
    base, relative = _ruling_month(context, ended=match[0][-1] in "末底", at=at)
    if tail is None:
        return None
    interval = tail.build(base.first.year, base.first.month) if base else None
    return Reading(tail.end, tail.form, (tail.rule,), interval, relative)


def _month(context: Context, match: re.Match[str]) -> Reading | None:
    tail = read_month_tail(context.text, match.end())
    if match["same"]:
        base, relative = _ruling_month(context, ended=False, at=match.start())
        if relative and tail is None:
            base = None  # 当月 answers to a month named before, not to the publication
        shift = 1 if match["same"] == "次" else 0
    else:
        reference = context.reference
        base, relative = (iv.month(reference.year, reference.month) if reference else None), True
        shift = _SHIFTS[match["shift"]]
    first = base and iv.shift_months(base.first, shift)
    if tail is None:
        interval = iv.month(first.year, first.month) if first else None
        return Reading(match.end(), "month", ("relative-month",), interval, relative)
    interval = tail.build(first.year, first.month) if first else None
    return Reading(tail.end, tail.form, ("relative-month", tail.rule), interval, relative)


def _quarter(context: Context, match: re.Match[str]) -> Reading | None:
    if match["same"]:
        base, relative, shift = context.last, False, 0
        if base is None or len(base.code) < 7:
            return None
        when = base.first
    else:
        if context.reference is None:
            return Reading(match.end(), "quarter", ("relative-quarter",), None, relative=True)
        when, relative, shift = context.reference, True, _SHIFTS[match["shift"]]
    first = iv.shift_months(when, 3 * shift)
    interval = iv.quarter(first.year, (first.month + 2) // 3) if first else None
    if interval and match["edge"]:
        edge = interval.first if match["edge"] == "初" else interval.last
        return Reading(match.end(), "month", ("quarter-edge",), iv.month(edge.year, edge.month), relative)
    return Reading(match.end(), "quarter", ("relative-quarter",), interval, relative)


def _ruling_month(context: Context, *, ended: bool, at: int) -> tuple[iv.Interval | None, bool]:
    """The month spoken of: the last one named in the paragraph, else that of the reference date.

    ``ended``: the end of the month is meant, which before the reference month is over is last month's.
    """
    if context.last is not None and context.ruling_month is not None:
        return iv.month(context.last.first.year, context.ruling_month), False
    reference = context.reference
    if reference is None:
        return None, True
    if ended and reference.day <= 20 and not context.speaks_of_future(at):
        reference = iv.shift_months(reference, -1) or reference
    return iv.month(reference.year, reference.month), True


CONSTRUCT = Construct(
    "relative-month",
    (
        ("上下本这", r"[上下]?一?个?(?:月|季度)|旬"),
        ("当同次该", "[月季]"),
        ("月", "[初末底尾]"),
        ("中", "旬"),
    ),
    _read,
)
