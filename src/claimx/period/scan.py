"""One guarded pass over the text: where a time expression may begin, the constructs are tried and the longest wins."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.model import Period
from claimx.period import bare_year, calendar_time, numeric_date
from claimx.period.context import Context
from claimx.period.range import extend
from claimx.period.words import day, decade, mirror, month, now, offset, plan, week, window

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from claimx.period.reading import Construct, Reading

    Read = Callable[[Context, int], Reading | None]

# A name of a report, 2018年财务报告, dates the report and rules no period after it; nor does one inside 《》.
_NAME_AFTER = re.compile(r"度?[^，。；、\s]{0,6}(?:报告|年报|白皮书|榜单)")
_LONGEST_TITLE = 60
#: A festival is in the news for this many days before it.
_FESTIVAL_LEAD = 31
# Behind these a year is only compared with: 比2019年增长, 较去年春节.
_COMPARED = re.compile(r"(?:比|较|比起|相比于?|[高低优多少]于|超过了?|不及)\ ?$")


# The longest guard, in characters, that is asked while the text is searched.
_SHORT_GUARD = 100


@cache
def constructs() -> tuple[Construct, ...]:
    """Every construct; of two readings of one length the earlier construct's wins."""
    return (
        mirror.CONSTRUCT,
        calendar_time.construct(),
        numeric_date.CONSTRUCT,
        plan.CONSTRUCT,
        decade.CONSTRUCT,
        offset.CONSTRUCT,
        window.CONSTRUCT,
        month.CONSTRUCT,
        week.CONSTRUCT,
        day.NAMED,
        day.NUMBERED,
        now.CONSTRUCT,
        bare_year.CONSTRUCT,
    )


@cache
def _tails() -> dict[str, list[tuple[str, Read]]]:
    """For each first character what has to follow it, and the constructs to try where it does."""
    tails: dict[str, list[tuple[str, Read]]] = {}
    for construct in constructs():
        own: dict[str, list[str]] = {}
        for chars, tail in construct.starts:
            for char in chars:
                own.setdefault(char, []).append(tail)
        for char, found in own.items():
            tails.setdefault(char, []).append(("|".join(found), construct.read))
    return tails


@cache
def _candidate() -> re.Pattern[str]:
    """Where some construct's guard may hold.

    Every branch begins with a literal character: that lets the regex engine skip from one possible first
    character to the next, and leave a branch after one comparison. Guards of numerals take longer to compile,
    a tenth of a second for all of them, than they save here.
    """
    branches = (
        # No time begins in the middle of a number.
        f"{re.escape(char)}{'(?<![0-9].)' if char.isdigit() else ''}{tails if len(tails) <= _SHORT_GUARD else ''}"
        for char, tails in ((char, f"(?:{'|'.join(tail for tail, _ in found)})") for char, found in _tails().items())
    )
    return re.compile("|".join(branches))


@cache
def _readers(char: str) -> tuple[Callable[[str, int], re.Match[str] | None], tuple[Read, ...]] | None:
    """The constructs that begin with a character, and one pattern whose nth group tells whether the nth guard holds.

    The pattern is for what follows the character. There are over a hundred, of which an article needs a few:
    each is compiled when its character is first met.
    """
    found = _tails().get(char)
    if found is None:
        return None
    return re.compile("".join(f"(?=({tail})|)" for tail, _ in found)).match, tuple(read for _, read in found)


def scan(normalised: str, original: str, reference: date | None) -> list[Period]:
    """As :func:`claimx.period.find_periods`, for a text already normalised; records quote ``original``."""
    context = Context(normalised, reference)
    search = _candidate().search
    found: list[Period] = []
    at = 0
    while (match := search(normalised, at)) is not None:
        start = match.start()
        context.move_to(start)
        reading = read_point(context, start)
        if reading is None:
            at = start + 1
            continue
        reading = extend(context, start, reading, read_point)
        found.append(_period(context, original, start, reading))
        at = reading.end
    return found


def read_point(context: Context, at: int) -> Reading | None:
    """The longest single time expression at ``at``."""
    text = context.text
    if at >= len(text) or (entry := _readers(text[at])) is None:
        return None
    match, readers = entry
    guards = match(text, at + 1)
    best: Reading | None = None
    for held, read in zip(guards.groups() if guards else (), readers, strict=False):
        if held is not None:
            reading = read(context, at)
            if reading is not None and (best is None or reading.end > best.end):
                best = reading
    return best


def _period(context: Context, original: str, start: int, reading: Reading) -> Period:
    interval, relative = reading.interval, reading.relative
    if reading.build is not None:
        interval, relative = context.settle(
            reading.build, start, ahead=_FESTIVAL_LEAD if reading.form == "festival" else 0
        )
    if interval is not None and reading.form not in ("now", "window", "mirror"):
        rules_year = reading.names_year and _states_a_time(context.text, start, reading.end)
        context.remember(interval, start, rules_year=rules_year)
    if reading.form == "now":
        context.return_to_now()
    text = original[start : reading.end]
    if interval is None:
        return Period(text, start, reading.end, form=reading.form, relative=relative, rules=reading.rules)
    return Period(
        text, start, reading.end, interval.code, interval.first, interval.last, reading.form, relative, reading.rules
    )


def _states_a_time(text: str, start: int, end: int) -> bool:
    """Whether a year stands for the time of what follows, and not in a title or as the thing compared with."""
    if _NAME_AFTER.match(text, end) or _COMPARED.search(text, max(0, start - 3), start):
        return False
    close = text.find("》", end, end + _LONGEST_TITLE)
    return close < 0 or text.find("《", end, close) >= 0
