"""Times told by way of another time: 这一年 and 当时, the nth year of a stretch, from one time to the next."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.claim.phrases import joined_figures
from claimx.claim.tokens import Class
from claimx.period import interval as iv

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.frame import Frame
    from claimx.claim.periods import Spoken
    from claimx.model import Period

# Words that answer to a time named before. 全年 is the year of a plan as well as of an account.
_ANSWER = re.compile(
    r"(?P<year>[这那该]一?年(?![来中里内间代轻])|当年(?!度)|同一?年(?![代级龄])|全年)"
    r"|(?P<day>[当同]天|[当同]日(?!达)|当晚|[这那]一?[天晚]|次[日晨](?!达|留)|翌日)"
    r"|(?P<moment>当时|彼时|(?<!到)那时候?|那会儿?|那段时间)"
)
# What every such word begins with; few sentences hold one.
_ANSWER_HINT = re.compile("[这那该当同全彼次翌][一年天日晚晨时会段]")
#: How many characters in front of a figure such a word may stand.
_REACH = 200
#: How many of the times named before a sentence a word may answer to, and how many blocks back they stand.
_BACK, _BLOCKS = 6, 3
_STRETCH_BACK = 2
_MOST_UNITS = 12
_YEARS_NEAR = 20


def derived_candidates(mention: Mention, spoken: Sequence[Spoken]) -> Iterator[Candidate]:
    """Times that no words of the text name, but that follow from times it names."""
    yield from _answering(mention, spoken)
    yield from _of_stretches(mention, spoken)
    yield from _between(mention)


def _answering(mention: Mention, spoken: Sequence[Spoken]) -> Iterator[Candidate]:
    """The time that the nearest 这一年, 当天 or 当时 in front of the figure answers to."""
    frame = mention.frame
    at = mention.quantity.start
    start = max(frame.start, at - _REACH)
    if _ANSWER_HINT.search(frame.text, start, at) is None:
        return
    found = _ANSWER.finditer(frame.text, start, at)
    match = max(found, key=re.Match.start, default=None)
    if match is None:
        return
    if any(time.end > match.start() and time.period is not None for time in _times_before(frame, match.end(), 1)):
        return  # the grammar has read it
    token = bisect_left(frame.tokens, match.end(), key=lambda token: token.end)
    side = "own" if frame.clause_of[mention.figure] == frame.clause_of[token] else "before"
    unit = match.lastgroup or ""
    for where, time in _named_before(mention, match.start(), spoken):
        answer = _answer(unit, time)
        if answer is not None:
            evidence = [f"p:answer.{side}", f"answer:{unit}:{side}", f"answer:{unit}:{where}"]
            yield Candidate(answer.period, "answer", evidence, period=answer)
            return


def _named_before(mention: Mention, at: int, spoken: Sequence[Spoken]) -> list[tuple[str, Period]]:
    """The times named before an offset of the sentence, the nearest first, and whether that is near by."""
    found = [("sentence", time) for time in _times_before(mention.frame, at, _BACK) if time.end <= at]
    for item in reversed(spoken[-_BACK:]):
        blocks = mention.scope.index - item.scope.index
        if blocks <= _BLOCKS:
            found.append(("block" if blocks == 0 else "near", item.period))
    return found


def _times_before(frame: Frame, at: int, most: int) -> list[Period]:
    """At most so many of the times that begin in front of an offset of the sentence, the nearest first."""
    here = frame.periods_before(at)
    return list(frame.periods[max(0, here - most) : here][::-1])


def _answer(unit: str, period: Period) -> Period | None:
    """What a word of the given unit means after a time: 这一年 its year, 当天 its day, 当时 the time itself."""
    if period.period is None or period.first is None or period.last is None or period.form in ("now", "window"):
        return None
    if unit == "year":
        return _as(period, iv.year(period.last.year))
    if unit == "day" and len(period.period) < len("2025-10"):
        return None
    return period


def _as(period: Period, interval: iv.Interval | None) -> Period | None:
    if interval is None:
        return None
    return replace(period, period=interval.code, first=interval.first, last=interval.last)


def _of_stretches(mention: Mention, spoken: Sequence[Spoken]) -> Iterator[Candidate]:
    """The nth unit of a stretch that as many figures are told of, and the ends of one that 从…到… is told of.

    ``2021-2023年，营收分别为58.57亿元、60.61亿元和61.63亿元``, ``2018-2023年从5020亿增至9000亿``.
    """
    row = joined_figures(mention.frame, mention.figure)
    if len(row) < 2 and mention.endpoint is None:
        return
    listed = _listed_time(mention.frame, row, mention.figure)
    if listed is not None:
        yield Candidate(listed.period, "nth", ["p:nth", "nth:listed"], period=listed)
        return
    at = mention.quantity.start
    near = _times_before(mention.frame, at, _STRETCH_BACK)
    if not near:
        near = [item.period for item in reversed(spoken[-_STRETCH_BACK:]) if item.scope is mention.scope]
    for period in near:
        units = _units(period)
        if len(row) > 1 and len(units) == len(row):
            nth = _as(period, units[row.index(mention.figure)])
            if nth is not None:
                yield Candidate(nth.period, "nth", ["p:nth", f"nth:{period.form}"], period=nth)
            return
        if mention.endpoint == "to" and _accounts(period):
            yield Candidate(period.period, "end", ["p:end", "end:account"], period=period)
            return
        if units and mention.endpoint is not None:
            end = _as(period, units[0] if mention.endpoint == "from" else units[-1])
            if end is not None:
                yield Candidate(end.period, "end", ["p:end", f"end:{mention.endpoint}"], period=end)
            return


def _accounts(period: Period) -> bool:
    """Whether a stretch sums up its year so far: 前7个月复购率从4%涨到9.6% ends in no single month."""
    if period.form != "span" or period.first is None or period.last is None:
        return False
    return period.first.month == period.first.day == 1 and period.first.year == period.last.year


def _listed_time(frame: Frame, row: list[int], figure: int) -> Period | None:
    """The nth of the times joined by 、 or 和 in front of as many figures: 2020年、2021年分别达到A和B."""
    here = bisect_left(frame.times, row[0])
    times = frame.times[max(0, here - len(row)) : here]
    if len(row) < 2 or len(times) < len(row):
        return None
    if any(b - a != 2 or frame.tokens[a + 1].cls is not Class.AND for a, b in pairwise(times)):
        return None
    time = frame.periods[frame.tokens[times[row.index(figure)]].ref]
    return time if time.period is not None else None


def _units(period: Period) -> list[iv.Interval]:
    """The years, quarters or months of a stretch that is written by its two ends."""
    if period.period is None or period.form != "span" or "since" in period.rules:
        return []
    start, slash, end = period.period.partition("/")
    first, last = iv.parse(start), iv.parse(end) if slash else None
    if first is None or last is None or len(start) != len(end) or len(start) > len("2025-10"):
        return []
    units = [first]
    while units[-1].first < last.first and len(units) <= _MOST_UNITS:
        following = _unit_after(units[-1])
        if following is None:
            return []
        units.append(following)
    return units if units[-1].code == last.code else []


def _unit_after(unit: iv.Interval) -> iv.Interval | None:
    day = iv.shift_days(unit.last, 1)
    if day is None:
        return None
    if len(unit.code) == len("2025"):
        return iv.year(day.year)
    if "Q" in unit.code:
        return iv.quarter(day.year, (day.month + 2) // 3)
    if "H" in unit.code:
        return iv.half(day.year, 1 if day.month <= 6 else 2)
    return iv.month(day.year, day.month)


_COMPOUND = re.compile("复合|年均|CAGR", re.IGNORECASE)


def _between(mention: Mention) -> Iterator[Candidate]:
    """From the one time of a growth to the other: 从2018年的A增至2023年的B，年复合增长率为2.0%."""
    frame = mention.frame
    if mention.group not in ("share", "points"):
        return
    tokens = frame.clauses[frame.clause_of[mention.figure]].tokens
    if _COMPOUND.search(frame.text, frame.tokens[tokens[0]].start, frame.tokens[tokens[-1]].end) is None:
        return
    row = joined_figures(frame, mention.figure)
    here = frame.periods_before(mention.quantity.start)
    near = frame.periods[max(0, here - _YEARS_NEAR) : here + _YEARS_NEAR]
    years = [time for time in near if time.form == "year" and time.period is not None]
    first = bisect_left(years, mention.quantity.start, key=lambda time: time.start)
    behind = len(row) - row.index(mention.figure)  # the nth growth runs from the nth year to the next
    for side, begin in (("left", first - behind - 1), ("right", first)):
        pair = years[begin : begin + 2] if begin >= 0 else []
        if len(pair) == 2:
            joined = _as(pair[1], iv.span(iv.parse(pair[0].period or ""), iv.parse(pair[1].period or "")))
            if joined is not None and joined.period != pair[1].period:
                yield Candidate(joined.period, "between", ["p:between", f"between:{side}"], period=joined)
