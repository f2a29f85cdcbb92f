"""What a reading may know besides its own words: the text, the reference date and what was read before.

A month, quarter or half without a year belongs to the year that rules the text around it: the closest
year named before it in the same paragraph (``2024年…，其中四季度…``). Where none is named, it is the latest
such period that has begun by the reference date, or the next one where the clause speaks of the future.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period.interval import shift_days

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from claimx.period.interval import Interval

# Words that turn an undated month into the coming one: 预计11月降息, 计划于三季度上线.
_FUTURE = re.compile(r"将(?!近)|预计|预期|预测|有望|计划|拟(?!中选|合|人|声|态)|即将|定于|力争|争取|届时|展望")
# 到年底, 年底前
_YEAR_END_AHEAD = re.compile("到年[底末]|.?年[底末]前")
_CLAUSE_REACH = 16
# For so many days a period that is over is still to be accounted for, unless the next is as near as this.
_ACCOUNT_DAYS, _FAR_DAYS = 75, 180
_SENTENCE_REACH = 400
_CLAUSE_END = re.compile(r"[，。；！？,;!?\n]")
# 截至12月20日: as of a day near the publication, whatever year an earlier sentence spoke of.
_AS_OF = re.compile(r"截[至止]到?\ ?$")
_SENTENCE_END = lazy(r"[。！？!?\n]")
# 2022年，公司…: the year frames what follows; 曾在2021年排名第二的, 成立于2020年 only date one thing.
_FRAMES = lazy(r"[^，。；、]{2,6}，")
_OPENS = lazy(r"(?:^|[。！？!?\n])\s*$")


@dataclass(slots=True)
class Context:
    """One text being read from left to right."""

    #: The normalised text.
    text: str
    reference: date | None
    #: Year and month named last in this paragraph, and where.
    ruling_year: int | None = None
    ruling_month: int | None = None
    ruled_at: int = 0
    #: The part of that year named with it: where a story told from then on has come to.
    ruling_part: Interval | None = None
    #: The year named last anywhere before: what 同年 and 次年 answer to.
    named_year: int | None = None
    #: The interval read last in this paragraph, whatever it was.
    last: Interval | None = None
    #: Where the right end of a range is being read: what could be a length of time is a date there.
    range_end_at: int = -1
    #: First offset of the next paragraph's line break.
    paragraph_end: int = -1
    #: The bounds of the text without blanks around it.
    bounds: tuple[int, int] = (0, 0)

    def __post_init__(self) -> None:
        stripped = self.text.rstrip()
        self.bounds = len(stripped) - len(stripped.lstrip()), len(stripped)

    def is_all(self, start: int, end: int) -> bool:
        """Whether ``start`` to ``end`` is the whole text but for blanks around it, as in a table cell."""
        return (start, end) == self.bounds

    def move_to(self, position: int) -> None:
        """Forget what rules the paragraph before when ``position`` stands in a new one."""
        if position <= self.paragraph_end:
            return
        self.ruling_year = self.ruling_month = self.last = None
        end = self.text.find("\n", position)
        self.paragraph_end = len(self.text) if end < 0 else end

    def remember(self, interval: Interval, at: int, *, rules_year: bool) -> None:
        """Let a period that was read rule what follows it."""
        self.last = interval
        self.ruling_month = interval.first.month if len(interval.code) >= 7 else None
        if rules_year:
            self.ruling_year = self.named_year = interval.last.year
            self.ruled_at = at
            self.ruling_part = interval

    def return_to_now(self) -> None:
        """如今, 目前: what is told from here on is of the present."""
        self.ruling_year = self.ruling_month = None

    def settle(
        self, build: Callable[[int], Interval | None], at: int, *, ahead: int = 0
    ) -> tuple[Interval | None, bool]:
        """Choose the year of a period written without one; also whether the reference date chose it.

        ``build`` gives the period in a year, ``at`` is the offset where its text begins; a period that begins
        within ``ahead`` days of the reference date counts as begun.
        """
        if self.ruling_year is not None:
            inherited = build(self.ruling_year)
            if inherited is not None and self._plausible(inherited, at):
                return inherited, False
        if self.reference is None:
            return None, True
        return self._nearest(build, future=self.speaks_of_future(at), ahead=ahead), True

    def speaks_of_future(self, at: int) -> bool:
        """Whether the clause, as far as it stands before ``at``, announces something to come."""
        before = self.text[max(0, at - _CLAUSE_REACH) : at]
        if _YEAR_END_AHEAD.match(self.text, max(0, at - 1)):
            return True
        cut = max((match.end() for match in _CLAUSE_END.finditer(before)), default=0)
        return _FUTURE.search(before, cut) is not None

    def _just_over(self, due: Interval, build: Callable[[int], Interval | None]) -> bool:
        """Whether what is expected of a period is its account, long before the next one: 预计二季度营收 in August."""
        assert self.reference is not None
        coming = build(due.first.year + 1)
        if coming is None or (self.reference - due.last).days > _ACCOUNT_DAYS:
            return False
        return (coming.first - self.reference).days > _FAR_DAYS

    def _plausible(self, interval: Interval, at: int) -> bool:
        """Whether a year rules so far: in its own sentence, or where it frames a story that goes on.

        A year named in an earlier sentence carries no period past the reference date, nor one that says as of.
        """
        if self.reference is None:
            return True
        near = at - self.ruled_at <= _SENTENCE_REACH
        if near and _SENTENCE_END.search(self.text, self.ruled_at, at) is None:
            return True
        if interval.first > self.reference or _AS_OF.search(self.text, max(0, at - 4), at):
            return False
        return self._goes_on(interval)

    def _goes_on(self, interval: Interval) -> bool:
        """Whether a period is later in the ruling year than what was told of it: 2022年3月完成融资。…。10月，….

        The story of 去年十月被裁定重整。…。四月重开 has come to the next year.
        """
        told = self.ruling_part
        if told is None or self.reference is None or self.ruling_year == self.reference.year:
            return True
        if len(told.code) == len("2022"):
            return self._frames_what_follows()
        return told.first <= interval.first

    def _frames_what_follows(self) -> bool:
        """Whether the year ruling stands at the head of its statement, and is reckoned from no day: 2021年公司上市。"""
        if _FRAMES.match(self.text, self.ruled_at):
            return True
        opens = _OPENS.search(self.text, max(0, self.ruled_at - 4), self.ruled_at) is not None
        return opens and self.text[self.ruled_at] not in "去前今本上"

    def _nearest(self, build: Callable[[int], Interval | None], *, future: bool, ahead: int) -> Interval | None:
        assert self.reference is not None
        horizon = shift_days(self.reference, ahead) or self.reference
        this = self.reference.year
        # Four years either way find the leap day that is nearest.
        if future:
            due = next((c for c in (build(this), build(this - 1)) if c is not None and c.first <= horizon), None)
            if due is not None and due.last < self.reference and self._just_over(due, build):
                return due
            candidates = (build(y) for y in range(this, this + 9))
            return next((c for c in candidates if c is not None and c.last >= self.reference), None)
        candidates = (build(y) for y in range(this + 1, this - 9, -1))
        return next((c for c in candidates if c is not None and _begun(c, horizon)), None)


def _begun(interval: Interval, reference: date) -> bool:
    """Whether a period has begun; of a run of months (1-11月), which sums up, the last month has to have."""
    if interval.code[7:8] == "/" and len(interval.code) == 15:
        return interval.last.replace(day=1) <= reference
    return interval.first <= reference
