"""Noun-phrase runs around a figure, from which metric and subject candidates are taken."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.tokens import Class
from claimx.claim.walk import joined_row

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.mention import Mention
    from claimx.claim.tokens import Token

_LONGEST_RUN = 16
# How many tokens back a phrase can still be meant: no clause that someone wrote is longer, and a list of
# thousands of figures stays cheap.
REACH = 200
# How many facts about phrases are remembered while the figures of one sentence after another ask for them.
SENTENCE_FACTS = 256


class Run(NamedTuple):
    """Consecutive places of one clause, first included and last not, that read as a noun phrase."""

    clause: int
    first: int
    last: int


def in_phrase(token: Token) -> bool:
    """Whether a token can stand inside a noun phrase."""
    return token.word.in_phrase


def run_before(frame: Frame, clause: int, edge: int) -> Run:
    """The longest run that ends right before a place of a clause; empty when there is none."""
    tokens = frame.clauses[clause].tokens
    first = edge
    while first > 0 and edge - first < _LONGEST_RUN and in_phrase(frame.tokens[tokens[first - 1]]):
        first -= 1
    return _trimmed(frame, clause, first, edge)


def run_after(frame: Frame, clause: int, edge: int) -> Run:
    """The longest run that begins at a place of a clause."""
    tokens = frame.clauses[clause].tokens
    last = edge
    while last < len(tokens) and last - edge < _LONGEST_RUN and in_phrase(frame.tokens[tokens[last]]):
        last += 1
    return _trimmed(frame, clause, edge, last)


@lru_cache(maxsize=SENTENCE_FACTS)
def runs_leftwards(frame: Frame, clause: int, edge: int) -> tuple[Run, ...]:
    """Runs of a clause left of a place, nearest first."""
    tokens = frame.clauses[clause].tokens
    place = min(edge, len(tokens))
    furthest = max(0, place - REACH)
    runs: list[Run] = []
    while place > furthest:
        if in_phrase(frame.tokens[tokens[place - 1]]):
            run = run_before(frame, clause, place)
            if run.last > run.first:
                runs.append(run)
            place = min(run.first, place - 1)
        else:
            place -= 1
    return tuple(runs)


def respective_item(mention: Mention) -> Run | None:
    """The nth of the phrases joined by 、 or 和, where the figure is the nth of as many joined figures."""
    items = respective_items(mention)
    if not items:
        return None
    return items[joined_figures(mention.frame, mention.figure).index(mention.figure)]


def respective_items(mention: Mention) -> list[Run]:
    """The joined phrases to which as many joined figures belong one by one; empty where there are none.

    The phrases end where the predicate of the first joined figure begins:
    ``A、B分别增长7.5%、11.5%``.
    """
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    joined = joined_figures(frame, mention.figure)
    if len(joined) < 2:
        return []
    place = frame.place_of[joined[0]]
    for run in runs_leftwards(frame, clause, place):
        items = items_of(frame, run)
        if len(items) == len(joined):
            return [Run(clause, first, last) for first, last in items]
        if len(items) > 1:
            return []
    return []


def says_respectively(frame: Frame, run: Run, figure: int) -> bool:
    """Whether 分别 stands between a phrase and a figure of its clause: 分别增长, 分别为, 分别是."""
    between = frame.clauses[run.clause].tokens[run.last : frame.place_of[figure]]
    return any(frame.tokens[index].text.startswith("分别") for index in between)


def joined_figures(frame: Frame, figure: int) -> list[int]:
    """The figures of the clause joined to this one by nothing but 、 和 or 及, itself included."""
    tokens = frame.clauses[frame.clause_of[figure]].tokens
    first, last = joined_row(frame, figure)
    return tokens[frame.place_of[first] : frame.place_of[last] + 1 : 2]


def items_of(frame: Frame, run: Run) -> list[tuple[int, int]]:
    """The parts of a run between its joining words, as (first, last) places."""
    tokens = frame.clauses[run.clause].tokens
    items: list[tuple[int, int]] = []
    begin = run.first
    for place in range(run.first, run.last):
        if frame.tokens[tokens[place]].cls is Class.AND:
            items.append((begin, place))
            begin = place + 1
    items.append((begin, run.last))
    return [(first, last) for first, last in items if last > first]


def run_text(frame: Frame, run: Run) -> str:
    """The text of a non-empty run."""
    tokens = frame.clauses[run.clause].tokens
    return frame.span_text(tokens[run.first], tokens[run.last - 1])


def _trimmed(frame: Frame, clause: int, first: int, last: int) -> Run:
    tokens = frame.clauses[clause].tokens
    while first < last and frame.tokens[tokens[first]].cls in (Class.OF, Class.AND):
        first += 1
    while last > first and frame.tokens[tokens[last - 1]].cls in (Class.OF, Class.AND):
        last -= 1
    return Run(clause, first, last)
