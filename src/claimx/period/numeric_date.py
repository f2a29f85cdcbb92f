"""Dates in digits: 2025-10-13, 2025/10/13, 2019.9.6, 20240307, 2022 11 23, 2024-05, 1999.08, 6·30.

A month and a day without a year (``09-01``, ``12/1``) look like ranges, fractions and versions: they are dates
only as the whole of a text (a table cell, a date line), and with the dot of ``6·30`` anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.month_tail import WEEKDAY
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    from claimx.period.context import Context

#: Behind a number: what makes it an amount. Spares dates and bare years only where nothing of this follows.
AMOUNT_AFTER = (
    r"\ ?(?:[元块万亿千百%‰个家人名位款件条台辆张套只种次场例项座户枚颗支篇首份单笔组斤克吨米升亩度页字分秒岁号]"
    r"|[多余+A-Za-z0-9]|[一每][件个套台张杯斤平晚天月年])|[,:/_]\d|\.\d"
)
_YEAR = "(?:19|20)[0-9]{2}"
_MONTH, _DAY = "(?:1[0-2]|0?[1-9])", "(?:[12][0-9]|3[01]|0?[1-9])"
_FULL = lazy(
    rf"(?P<y>{_YEAR})(?P<sign>[-/.])(?P<m>{_MONTH})(?P=sign)(?P<d>{_DAY})(?![0-9%]|(?P=sign)[0-9])"
    rf"(?:\ ?[（(]{WEEKDAY}[)）])?"
)
_SOLID = lazy(
    rf"(?P<y>{_YEAR})(?P<blank>\ ?)(?P<m>1[0-2]|0[1-9])(?P=blank)(?P<d>[12][0-9]|3[01]|0[1-9])(?!{AMOUNT_AFTER})"
)
_MONTH_ONLY = lazy(
    rf"(?P<y>{_YEAR})(?:[-/]|\.(?=1[0-2]|0))(?P<m>{_MONTH})(?!{AMOUNT_AFTER}|年|[-/.][0-9]{{1,2}}(?![0-9]))"
)
_MONTH_ALONE = lazy(rf"(?P<y>{_YEAR})\.(?P<m>{_MONTH})(?![0-9.])")
_DOTTED = lazy(rf"(?P<m>{_MONTH})·(?P<d>{_DAY})(?!{AMOUNT_AFTER})")
_ALONE = lazy(rf"(?P<m>{_MONTH})[-/.](?P<d>{_DAY})")
_LEAP_YEAR = 2000
_IN_NUMBER = lazy(r"[0-9A-Za-z_/.\-$¥:#@]$")


def _read(context: Context, at: int) -> Reading | None:
    text = context.text
    if at and _IN_NUMBER.match(text[at - 1]) and at != context.range_end_at:
        return None
    if match := _FULL.match(text, at) or _SOLID.match(text, at):
        day = iv.day(int(match["y"]), int(match["m"]), int(match["d"]))
        return day and Reading(match.end(), "date", ("numeric-date",), day, names_year=True)
    plain = _MONTH_ONLY.match(text, at)
    match = plain or _MONTH_ALONE.match(text, at)
    if match and (plain or context.is_all(*match.span()) or at == context.range_end_at):
        month = iv.month(int(match["y"]), int(match["m"]))
        return Reading(match.end(), "month", ("numeric-month",), month, names_year=True)
    match = _DOTTED.match(text, at) or _ALONE.match(text, at)
    if match is None or ("·" not in match[0] and not context.is_all(*match.span())):
        return None
    m, d = int(match["m"]), int(match["d"])
    if iv.day(_LEAP_YEAR, m, d) is None:
        return None
    return Reading(match.end(), "date", ("month-day",), None, build=lambda y: iv.day(y, m, d))


CONSTRUCT = Construct(
    "numeric-date",
    (
        ("12", r"(?<![0-9A-Za-z_/.][12])[0-9]{3}(?:[-/. ][0-9]|(?:0[1-9]|1[0-2])[0-3][0-9](?![0-9]))"),
        ("0123456789", r"[0-9]?(?:·[0-9]|[-/.][0-9]{1,2}\s{0,8}$)"),
    ),
    _read,
)
