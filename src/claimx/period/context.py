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
_FUTURE = re.compile(r"将(?!近)|预计|预期|预测|有望|计划|拟|即将|定于|力争|争取|届时|展望")
# 到年底, 年底前
_YEAR_END_AHEAD = re.compile("到年[底末]|.?年[底末]前")
_CLAUSE_REACH = 16
_SENTENCE_REACH = 400
_CLAUSE_END = re.compile(r"[，。；！？,;!?\n]")
# 截至12月20日: as of a day near the publication, whatever year an earlier sentence spoke of.
_AS_OF = re.compile(r"截[至止]到?\ ?$")
_SENTENCE_END = lazy(r"[。！？!?\n]")


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

    def _plausible(self, interval: Interval, at: int) -> bool:
        """A year named in an earlier sentence carries no period past the reference date, nor one that says as of."""
        if self.reference is None:
            return True
        if interval.first <= self.reference and not _AS_OF.search(self.text, max(0, at - 4), at):
            return True
        near = at - self.ruled_at <= _SENTENCE_REACH
        return near and _SENTENCE_END.search(self.text, self.ruled_at, at) is None

    def _nearest(self, build: Callable[[int], Interval | None], *, future: bool, ahead: int) -> Interval | None:
        assert self.reference is not None
        horizon = shift_days(self.reference, ahead) or self.reference
        this = self.reference.year
        # Four years either way find the leap day that is nearest.
        if future:
            candidates = (build(y) for y in range(this, this + 9))
            return next((c for c in candidates if c is not None and c.last >= self.reference), None)
        candidates = (build(y) for y in range(this + 1, this - 9, -1))
        return next((c for c in candidates if c is not None and _begun(c, horizon)), None)


def _begun(interval: Interval, reference: date) -> bool:
    """Whether a period has begun; of a run of months (1-11月), which sums up, the last month has to have."""
    if interval.code[7:8] == "/" and len(interval.code) == 15:
        return interval.last.replace(day=1) <= reference
    return interval.first <= reference
