"""The same stretch of another year: 去年同期, 上年同期, 2023年同期, 同期.

What 去年同期 means depends on the claim it is compared with, so its period is None and the reader of claims
mirrors that claim's own period. With a year and a period before it in the paragraph, 2021年同期 is that period in 2021.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.reading import Construct, Reading
from claimx.period.year import read_year

if TYPE_CHECKING:
    from claimx.period.context import Context

_SAME = lazy(r"的?\ ?(?:同期(?!群|组|实验|对照)|同一时期|同时期|同月|同季度?|同日|同一?时段|同一时间段?)")
_CLAUSE_START = lazy(r"(?:^|[，。；：！？、（(“\"\s])$")


def _read(context: Context, at: int) -> Reading | None:
    text = context.text
    if text[at] == "同":
        return _bare(context, at)
    head = read_year(context, at)
    match = head and _SAME.match(text, head.end)
    if head is None or match is None:
        return None
    if head.relative or head.year is None or context.last is None:
        return Reading(match.end(), "mirror", ("mirror",), None, relative=head.relative)
    code = iv.shift_years(context.last.code, head.year - context.last.last.year)
    interval = iv.parse(code) if code else None
    return Reading(match.end(), "mirror", ("mirror",), interval)


def _bare(context: Context, at: int) -> Reading | None:
    """同期 at the beginning of a clause: the stretch named last; after 较 or 比 it is last year's."""
    match = _SAME.match(context.text, at)
    if match is None or not match[0].startswith("同期") or not _CLAUSE_START.search(context.text, max(0, at - 1), at):
        return None
    return Reading(match.end(), "mirror", ("same-period",), context.last)


CONSTRUCT = Construct(
    "mirror",
    (
        ("12", r"[0-9]{3} {0,2}年的? ?同"),
        ("0123456789", r"[0-9] ?年同"),
        ("去前今明上", "一?年的?度?同"),
        ("同", "期"),
    ),
    _read,
)
