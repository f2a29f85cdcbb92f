"""A date told by its distance: 一年前, 15年前, 两个月后, 4周后, 一年半后.

Before now is reckoned from the reference date. After is reckoned from the time the text last named
(2019年上线，两年后…), and from the reference date where none was or the clause is a forecast.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.period import interval as iv
from claimx.period.reading import Construct, Reading
from claimx.period.words.length import LENGTH, move, read_length

if TYPE_CHECKING:
    from datetime import date

    from claimx.model import PeriodForm
    from claimx.period.context import Context
    from claimx.period.words.length import Length

_PATTERN = re.compile(
    rf"{LENGTH}(?P<side>(?:[之以])?(?:前(?![三十百后端五]|[0-9])|后(?![台端续期备面疫半])))", re.VERBOSE
)
# What may stand before a distance from now; behind other words it is a distance from them: 上市三年后, 发货后7天.
_BEFORE = re.compile(
    r"(?:^|[，。；：！？、,.;:!?（(《“‘\"'\s*>#—]|[在于自从比较和与而是像跟同到约距的让即说把若计期望将划])$"
)
_LONGEST_YEARS = 200


def _read(context: Context, at: int) -> Reading | None:
    text = context.text
    match = _PATTERN.match(text, at)
    if match is None or not _BEFORE.search(text, max(0, at - 1), at):
        return None
    length = read_length(match)
    if length is None or length.years > _LONGEST_YEARS:
        return None
    back = "前" in match["side"]
    told_from = None if back else _told_from(context, match)
    base = told_from or context.reference
    relative = told_from is None
    if base is None or (not back and told_from is None and not _from_now(context, match, length)):
        return Reading(match.end(), "date", ("offset",), None, relative=True)
    when = move(base, length, -1 if back else 1)
    if when is None:
        return None
    interval, form = _named(when, length)
    return Reading(match.end(), form, ("offset",), interval, relative)


def _from_now(context: Context, match: re.Match[str], length: Length) -> bool:
    """Whether a distance ahead starts today: years do, shorter ones only in a forecast (一天后 continues a story)."""
    return bool(length.years) or context.is_all(*match.span()) or context.speaks_of_future(match.start())


def _told_from(context: Context, match: re.Match[str]) -> date | None:
    """The time that a distance ahead continues from; None for the reference date."""
    if context.speaks_of_future(match.start()):
        return None
    if context.last is not None:
        return context.last.last
    named = iv.year(context.named_year) if context.named_year else None
    return named.last if named else None


def _named(when: date, length: Length) -> tuple[iv.Interval | None, PeriodForm]:
    """The calendar unit that a distance counted in years, months or days points at."""
    if length.years:
        return iv.year(when.year), "year"
    if length.months:
        return iv.month(when.year, when.month), "month"
    return iv.on(when), "date"


CONSTRUCT = Construct(
    "offset",
    (
        ("0123456789", r"[0-9]{0,3} ?[多余]?(?:年半?|个(?:季度|半?月|星期|礼拜)|季度|周|星期|天)[之以]?[前后]"),
        (
            "一二两三四五六七八九十半",
            "[一二两三四五六七八九十百]{0,4}[多余]?(?:年半?|个(?:季度|半?月|星期|礼拜)|季度|周|星期|天)[之以]?[前后]",
        ),
    ),
    _read,
)
