"""What a change is reckoned from: the year before, the period before, or something else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.cues import reference_basis, spoken_basis
from claimx.claim.tokens import Class
from claimx.claim.walk import leftwards, rightwards

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.predicate import Predicate
    from claimx.model import Basis, Span

_BACK = 40
_AHEAD = 6


class Reckoned(NamedTuple):
    """A basis and, for ``versus``, where the thing compared with is written."""

    basis: Basis | None = None
    compare_to: Span | None = None


def read_basis(frame: Frame, figure: int, predicate: Predicate) -> Reckoned:
    """The basis of the change that a figure states."""
    said = spoken_basis(frame.text[slice(*_said_before(frame, figure))])
    if said is None:
        said = spoken_basis(frame.text[slice(*_said_behind(frame, figure))])
    if said in ("yoy", "sequential"):
        return Reckoned(said)
    span = predicate.compared_span(frame)
    if predicate.comparer is not None and span is not None:
        return against(frame, predicate.compared, span)
    return _clause_in_front(frame, figure, predicate)


def against(frame: Frame, compared: list[int], span: Span) -> Reckoned:
    """The basis that a phrase compared with gives."""
    basis = reference_basis(frame.text[span[0] : span[1]])
    if basis is None and _is_year_before(frame, compared):
        basis = "yoy"
    if basis in ("yoy", "sequential"):
        return Reckoned(basis)
    return Reckoned("versus", trimmed(frame, span))


_TAIL = re.compile(r"[的\s]+$")


def trimmed(frame: Frame, span: Span) -> Span:
    """A span without the particle and the space at its end."""
    start, end = span
    tail = _TAIL.search(frame.text, start, end)
    return (start, tail.start()) if tail is not None and tail.start() > start else span


def _said_before(frame: Frame, figure: int) -> Span:
    """Back to the figure before, or past it where the two are joined by 和 or 、."""
    first = figure
    for index in leftwards(frame, figure, _BACK):
        token = frame.tokens[index]
        if token.cls is Class.QUANTITY and frame.tokens[index + 1].cls is not Class.AND:
            break
        first = index
    return frame.tokens[first].start, frame.tokens[figure].start


def _said_behind(frame: Frame, figure: int) -> Span:
    last = figure
    for index in rightwards(frame, figure, _AHEAD):
        if frame.tokens[index].cls is Class.QUANTITY:
            break
        last = index
    return frame.tokens[figure].end, frame.tokens[last].end


_YEAR = re.compile(r"\d{4}")


def _is_year_before(frame: Frame, compared: list[int]) -> bool:
    """Whether the time compared with is one year before the time the sentence is in: 2024年…，比2023年增长…"""
    times = [frame.periods[frame.tokens[i].ref] for i in compared if frame.tokens[i].cls is Class.PERIOD]
    if len(times) != 1 or times[0].period is None:
        return False
    place = frame.periods_before(frame.tokens[compared[0]].start)
    own = next((p for p in reversed(frame.periods[max(0, place - 4) : place]) if p.period != times[0].period), None)
    if own is None or own.period is None:
        return False
    then, now = _YEAR.match(times[0].period), _YEAR.match(own.period)
    same_part = times[0].period[4:] in (own.period[4:], "")
    return then is not None and now is not None and int(now[0]) - int(then[0]) == 1 and same_part


_SET_AGAINST = re.compile(
    r"""
    (?: [与和跟同] (?P<with> .{2,24} ) 相[比较]            # 与2019年相比，
    |   (?: 相比于? | 相较于? | 对比 | 比起 ) (?P<to> .{2,24} )  # 相比2019年，
    ) $
    """,
    re.VERBOSE,
)


def _clause_in_front(frame: Frame, figure: int, predicate: Predicate) -> Reckoned:
    """The clause in front says what the change is reckoned from.

    ``与2019年相比，增长5%``; ``同比下滑，降幅达5%``; ``同比增长15%，增加3亿元``.
    """
    number = frame.clause_of[figure]
    if number == 0 or frame.clauses[number].opener not in ("，", ","):
        return Reckoned()
    tokens = frame.clauses[number - 1].tokens[-_BACK:]
    if not tokens:
        return Reckoned()
    start, end = frame.tokens[tokens[0]].start, frame.tokens[tokens[-1]].end
    with_figure = any(frame.tokens[i].cls is Class.QUANTITY for i in tokens)
    if (with_figure and _is_verb_alone(frame, figure, predicate)) or (not with_figure and predicate.has("rate")):
        return Reckoned(_year_or_period(spoken_basis(frame.text[start:end])))
    match = _SET_AGAINST.search(frame.text, start, end)
    if with_figure or match is None or match.lastgroup is None:
        return Reckoned()
    span = match.span(match.lastgroup)
    compared = [i for i in tokens if span[0] <= frame.tokens[i].start and frame.tokens[i].end <= span[1]]
    return against(frame, compared, span) if compared else Reckoned()


def _is_verb_alone(frame: Frame, figure: int, predicate: Predicate) -> bool:
    """Whether nothing but a verb of change stands between the clause's start and the figure."""
    return predicate.edge == 0 and predicate.has("move") and frame.place_of[figure] <= 3


def _year_or_period(basis: Basis | None) -> Basis | None:
    return basis if basis in ("yoy", "sequential") else None
