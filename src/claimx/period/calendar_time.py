"""A year, a part of it, or both: 2024年, 2024年三季度, 去年11月25日, 上半年, 9月26日, 24Q1, 1H24, 今年双11."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.period import interval as iv
from claimx.period import parts
from claimx.period.numeral import whole
from claimx.period.reading import Construct, Reading
from claimx.period.year import full_year, read_year

if TYPE_CHECKING:
    from claimx.period.context import Context
    from claimx.period.reading import YearPart
    from claimx.period.year import YearHead

# Between a year and its part: 2024年 9月, 去年的春节, 今年的“双11”.
_GLUE = re.compile(r"\ {0,2}(?:的\ ?)?[“\"「『]?")
_CLOSING = '”"」』'
# 1H24, 3Q23, and the years before the letter: 24Q1, 25H1.
_PART_FIRST = re.compile(r"(?P<n>[1-4])(?P<unit>[QH])\ ?(?P<y>20[0-9]{2}|[0-9]{2})(?![0-9A-Za-z%])")
_YEAR_FIRST = re.compile(r"(?P<y>[0-9]{2})\ ?(?P<unit>[QH])(?P<n>[1-4])(?![0-9A-Za-z%])")
# 每年9月, 每逢五一: no time in particular.
_EVERY = re.compile(r"每(?:年|到|逢)?的?$")
_WHOLE_YEAR = re.compile(r"全年|整年|内(?![容部地蒙外存测卷需])")


def _read(context: Context, at: int) -> Reading | None:
    text = context.text
    head = read_year(context, at)
    if head is None:
        return _compact(context, at) or _undated(context, at)
    glue = _GLUE.match(text, head.end)
    start = glue.end() if glue else head.end
    part = read_part(text, start, dated=True)
    if part is None and start != head.end:
        start = head.end
        part = read_part(text, start, dated=True)
    if part is not None:
        return _dated(head, part, _close_quote(text, start, part.end))
    if not head.alone:
        return _compact(context, at) or _undated(context, at)
    whole_year = _WHOLE_YEAR.match(text, head.end)
    end = whole_year.end() if whole_year else head.end
    interval = None if head.year is None else iv.year(head.year)
    return Reading(end, "year", (head.rule,), interval, head.relative, names_year=True)


def read_part(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The longest part of a year that begins at ``at``."""
    best: YearPart | None = None
    for read in parts.readers().get(text[at : at + 1], ()):
        part = read(text, at, dated=dated)
        if part is not None and (best is None or part.end > best.end):
            best = part
    return best


def _dated(head: YearHead, part: YearPart, end: int) -> Reading | None:
    interval = None if head.year is None else part.build(head.year)
    if interval is None and head.year is not None:
        return None
    return Reading(end, part.form, (head.rule, part.rule), interval, head.relative, names_year=True)


def _undated(context: Context, at: int) -> Reading | None:
    text = context.text
    inside_number = at > 0 and (
        (text[at] in "0123456789" and text[at - 1] in "0123456789.-/")
        or (text[at] in "一二三四五六七八九十" and text[at - 1] in "零一二三四五六七八九十百千")
    )
    if inside_number and at != context.range_end_at:
        return None
    if _EVERY.search(text, max(0, at - 3), at):
        return None
    part = read_part(text, at, dated=False)
    return part and Reading(part.end, part.form, (part.rule,), None, build=part.build)


def _compact(context: Context, at: int) -> Reading | None:
    text = context.text
    if at and text[at - 1 : at].isalnum() and text[at - 1].isascii():
        return None
    match = _PART_FIRST.match(text, at) or _YEAR_FIRST.match(text, at)
    if match is None:
        return None
    number, y = int(match["n"]), whole(match["y"]) or 0
    y = y if y > 99 else full_year(y, context)
    if match["unit"] == "H" and number > 2:
        return None
    interval = iv.quarter(y, number) if match["unit"] == "Q" else iv.half(y, number)
    return Reading(match.end(), "quarter" if match["unit"] == "Q" else "half", ("compact",), interval, names_year=True)


def _close_quote(text: str, start: int, end: int) -> int:
    opened = text[start - 1 : start] in '“"「『' if start else False
    return end + 1 if opened and text[end : end + 1] and text[end] in _CLOSING else end


def construct() -> Construct:
    """The construct with its guards, among them those of the festivals' names."""
    return Construct(
        "calendar",
        (
            ("12一二", r"[0-9零一二三四五六七八九]{3} {0,2}(?:年|财|的?[QH上下第一二三四春国双618前])"),
            ("0123456789", r"[0-9] {0,2}(?:年(?!代)|财年|Q[1-4]|H[12])"),
            ("零一二三四五六七八九", "[零一二三四五六七八九]年"),
            ("1234", "[QH] ?[0-9]{2}"),
            ("今去明前后", "年"),
            ("年", "内"),
            ("大", "[前后]年"),
            ("上本下", "一?财?年"),
            ("同次翌隔当来该", "一?年"),
            ("这那第", "[一二]年"),
            ("F", "Y ?'?[0-9]{2}"),
            *parts.starts(),
        ),
        _read,
    )
