"""A sentence laid out for linking: its tokens, its clauses, and where its figures stand."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field
from itertools import accumulate
from typing import TYPE_CHECKING

from claimx.claim.tokenise import tokenise
from claimx.claim.tokens import Class, Token

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.model import Period, Quantity
    from claimx.text.words import Segmenter

_OPEN, _CLOSE = frozenset("（([【"), frozenset("）)]】")
_CLAUSE_MARKS = frozenset("，,；;：:。！？!?…|→⇒") | {"——", "—", "－－"}
_STOPS = frozenset("；;。")
_MARK = Class.MARK


@dataclass(slots=True)
class Clause:
    """Tokens that read on as one statement; a bracket's content is a clause of its own."""

    #: Indices into the frame's tokens, ascending; a bracket inside leaves a gap.
    tokens: list[int] = field(default_factory=list)
    #: The mark in front: ``，``, ``：``, ``（`` … or the empty string at the start.
    opener: str = ""
    #: The mark behind.
    closer: str = ""
    #: Number of open brackets.
    depth: int = 0
    #: The clause in whose middle or at whose end the bracket stands, for bracketed clauses.
    host: int | None = None
    #: Number of figures among the tokens.
    figures: int = 0


@dataclass(slots=True, eq=False)
class Frame:
    """One sentence. Offsets are into the block's normalised text; not changed once built, and equal only to itself."""

    text: str
    start: int
    end: int
    tokens: list[Token]
    quantities: Sequence[Quantity]
    periods: Sequence[Period]
    clauses: list[Clause]
    #: For each token its clause, and its place in that clause.
    clause_of: list[int]
    place_of: list[int]
    #: Token index of each quantity.
    figures: list[int]
    #: Token index of each time expression.
    times: list[int]
    #: For each clause the full stops and semicolons in front of it: what stands beyond one is another statement.
    stops: list[int]

    #: Whether the sentence holds any quotation mark or bracket that has a partner.
    paired: bool

    def balanced(self, first: int, last: int) -> bool:
        """Whether every such mark from one token to another, both included, has its partner there."""
        return not self.paired or _is_balanced(self.span_text(first, last))

    def alone_in_bracket(self, figure: int) -> bool:
        """Whether a figure is all that a round bracket holds: 京东（约3万亿）."""
        clause = self.clauses[self.clause_of[figure]]
        return clause.depth > 0 and clause.tokens == [figure] and clause.opener in ("（", "(")

    def stands_at(self, figure: int) -> tuple[int, int]:
        """The clause a figure is said in and its place there; alone in a bracket, where the bracket stands."""
        clause = self.clause_of[figure]
        host = self.clauses[clause].host
        if host is None or not self.alone_in_bracket(figure):
            return clause, self.place_of[figure]
        return host, bisect_left(self.clauses[host].tokens, figure)

    def periods_before(self, offset: int) -> int:
        """How many of the sentence's times begin in front of an offset."""
        return bisect_left(self.periods, offset, key=lambda period: period.start)

    def stops_between(self, first: int, last: int) -> int:
        """The full stops and semicolons from one clause to a later one."""
        return self.stops[last] - self.stops[first]

    def span_text(self, first: int, last: int) -> str:
        """The text from one token to another, both included."""
        return self.text[self.tokens[first].start : self.tokens[last].end]


def build_frame(
    text: str, start: int, end: int, quantities: Sequence[Quantity], periods: Sequence[Period], using: Segmenter
) -> Frame:
    """Lay out ``text[start:end]``; the quantities and periods lie inside it, sorted and disjoint."""
    tokens = tokenise(text, start, end, quantities, periods, using)
    clauses, clause_of, place_of = _clauses(tokens)
    figures: list[int] = []
    times: list[int] = []
    for i, token in enumerate(tokens):
        if token.cls is Class.QUANTITY:
            figures.append(i)
            clauses[clause_of[i]].figures += 1
        elif token.cls is Class.PERIOD:
            times.append(i)
    stops = list(accumulate(int(clause.opener in _STOPS) for clause in clauses))
    paired = _PAIRED.search(text, start, end) is not None
    return Frame(
        text, start, end, tokens, quantities, periods, clauses, clause_of, place_of, figures, times, stops, paired
    )


def _clauses(tokens: list[Token]) -> tuple[list[Clause], list[int], list[int]]:
    clauses = [Clause()]
    current = 0
    held = clauses[0].tokens
    hosts: list[int] = []
    clause_of: list[int] = []
    place_of: list[int] = []
    for i, token in enumerate(tokens):
        if token.cls is not _MARK:
            clause_of.append(current)
            place_of.append(len(held))
            held.append(i)
            continue
        mark = token.text
        if mark in _OPEN:
            hosts.append(current)
            clauses.append(Clause(opener=mark, depth=len(hosts), host=current))
            current = len(clauses) - 1
        elif mark in _CLOSE and hosts:
            clauses[current].closer = mark
            current = hosts.pop()
        elif mark[0] in _CLAUSE_MARKS:
            clauses[current].closer = mark
            clauses.append(Clause(opener=mark, depth=len(hosts), host=clauses[current].host))
            current = len(clauses) - 1
        held = clauses[current].tokens
        clause_of.append(current)
        place_of.append(-1)
    return clauses, clause_of, place_of


_OPENED, _CLOSED = "“‘「『《（(", "”’」』》）)"
_PAIRED = re.compile(f"[{_OPENED}{_CLOSED}]")


def _is_balanced(text: str) -> bool:
    return [*map(text.count, _OPENED)] == [*map(text.count, _CLOSED)]
