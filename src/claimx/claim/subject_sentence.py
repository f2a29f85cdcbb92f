"""Subjects in the sentence before the figure: the owner, the statement's own subject, what the sentence is about."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.owner import owns
from claimx.claim.phrases import SENTENCE_FACTS, in_phrase, runs_leftwards
from claimx.claim.subject_phrase import subject_spans, surroundings
from claimx.claim.tokens import Class, is_name
from claimx.claim.walk import figures_between
from claimx.lexicon.terms import entities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.frame import Frame
    from claimx.claim.mention import Candidate, Mention
    from claimx.claim.phrases import Run

_RUNS_IN_CLAUSE = 4
_CLAUSES_BACK = 5
# Asides in brackets do not count as steps back, so they have a bound of their own.
_CLAUSES_SEEN = 16


def sentence_subjects(mention: Mention) -> Iterator[Candidate]:
    """Noun phrases of the clause and of the clauses before it: the owner, the statement's own subject, the topic."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    metric = mention.metric
    measured, measured_at = -1, 0  # the clause of the metric's phrase, and its place there
    if metric is not None and metric.first is not None and metric.first < mention.figure:
        measured, measured_at = frame.clause_of[metric.first], frame.place_of[metric.first]
    # 超过京东（约3万亿）: what touches the bracket from outside is whose figure stands alone inside.
    nearest, place = frame.stands_at(mention.figure)
    alone = nearest != clause
    bracket = frame.clauses[clause].tokens[0] - 1 if alone else None
    depth = frame.clauses[nearest].depth
    steps = 0
    overtaken = False
    for number in range(nearest, max(-1, nearest - _CLAUSES_SEEN), -1):
        tokens = frame.clauses[number].tokens
        if number != clause and not tokens:
            continue
        # What follows the figure, or the bracket that holds it, is not before it.
        edge = measured_at if number == measured else place if number == nearest else len(tokens)
        stops = min(frame.stops_between(number, nearest), 2)
        runs = runs_leftwards(frame, number, edge)
        for order, run in enumerate(runs[:_RUNS_IN_CLAUSE]):
            where = "first" if run.first == 0 else ("last" if order == 0 else "mid")
            touch = owns(mention, run, edge) if number == measured else None
            for candidate in subject_spans(mention, run, f"clause{min(steps, 3)}.{where}", order):
                sort = sort_of(mention, candidate)
                _place(mention, candidate, sort, _Place(run, min(steps, 3), where, stops, overtaken, bracket))
                if touch is not None:
                    _owning(mention, candidate, sort, touch, steps)
                yield candidate
        overtaken = overtaken or _opens_with_name(frame, tokens, metric)
        if len(runs) > _RUNS_IN_CLAUSE:
            yield from subject_spans(mention, runs[-1], f"clause{min(steps, 3)}.first", 4)
        if frame.clauses[number].depth <= depth:
            steps += 1
        if steps > _CLAUSES_BACK:
            return


class _Place(NamedTuple):
    """Where a phrase stands in its sentence."""

    #: The run of words it is part of.
    run: Run
    #: How many clauses before the figure's.
    steps: int
    where: str
    #: Full stops and semicolons between.
    stops: int
    #: Whether a clause between begins with a name.
    overtaken: bool
    #: The token of the bracket that holds the figure alone, if one does.
    bracket: int | None


def _place(mention: Mention, candidate: Candidate, sort: str, place: _Place) -> None:
    """Add the evidence of where a phrase stands, by what sort of name it is."""
    assert candidate.first is not None
    assert candidate.last is not None
    frame, run = mention.frame, place.run
    first, end = frame.place_of[candidate.first], frame.place_of[candidate.last] + 1
    around = surroundings(frame, run.clause, first, end, first == run.first, candidate.pattern)
    role = _roles(frame, run.clause)[first]
    past = min(figures_between(frame, candidate.last, mention.figure), 2)
    inside = "" if place.bracket is None else ":bracket"
    candidate.evidence += [
        f"role:{role}:{place.steps}",
        f"role:{role}",
        f"past-figures:{past}:{place.steps}{inside}",
    ]
    if place.overtaken:
        candidate.evidence.append(f"overtaken:{place.steps}")
    if place.stops:
        candidate.evidence += [f"past-stops:{place.stops}", f"past-stops:{place.stops}:past-figures:{past}"]
    if place.bracket is not None and candidate.last == place.bracket - 1:
        candidate.evidence += ["before-bracket", f"before-bracket:{sort}"]
    candidate.evidence += _sorted_by(sort, around)
    candidate.evidence += [
        f"{sort}:role:{role}:{place.steps}",
        f"{sort}:role:{role}",
        f"{sort}:clause{place.steps}.{place.where}",
    ]


def _owning(mention: Mention, candidate: Candidate, sort: str, touch: str, steps: int) -> None:
    """Add the evidence of a phrase that touches the metric's."""
    at_end = "end:run" in candidate.evidence
    candidate.evidence += [
        f"{sort}:{touch}",
        f"p:{touch}",
        f"{touch}:{mention.group}",
        f"{touch}:end:{at_end}",
        f"{touch}:at{min(steps, 3)}",
    ]
    if at_end:
        candidate.pattern = "owner"


def _opens_with_name(frame: Frame, tokens: Sequence[int], metric: Candidate | None) -> bool:
    """Whether a clause begins with a phrase that names somebody; what stands before it is then no longer spoken of.

    The measure's own last word names nobody: 中腰部主播平均月薪 begins with people, 主播数 does not.
    """
    for index in tokens:
        token = frame.tokens[index]
        if not in_phrase(token) or (metric is not None and index == metric.last):
            return False
        if is_name(token) or token.word.ends_group:
            return True
    return False


@lru_cache(maxsize=SENTENCE_FACTS)
def _roles(frame: Frame, clause: int) -> tuple[str, ...]:
    """What a phrase at each place is to its clause, by what stands before: its opening, an object, inside …"""
    role = "opens"
    found: list[str] = []
    for index in frame.clauses[clause].tokens:
        found.append(role)
        cls = frame.tokens[index].cls
        if cls is Class.VERB:
            role = "object"
        elif cls is Class.PREPOSITION and role != "object":
            role = "preposition"
        elif cls in (Class.NOMINAL, Class.PRONOUN, Class.QUOTE) and role == "opens":
            role = "inside"
        elif cls is Class.QUANTITY and role != "object":
            role = "behind-figure"
    return tuple(found)


# What says more of a known name than of a mere phrase: where it begins and ends. So does what it is to its clause.
_TELLING = ("start:", "before:", "after:", "clause-whole:", "clause-last:", "first-tag:", "last-tag:")
# How many surroundings of phrases are remembered: few are common, and those are met in every document.
_REMEMBERED = 1024


@lru_cache(maxsize=_REMEMBERED)
def _sorted_by(kind: str, around: tuple[str, ...]) -> tuple[str, ...]:
    """The evidence of a phrase's surroundings, told apart by what sort of name it is."""
    return tuple(f"{kind}:{name}" for name in around if name.startswith(_TELLING))


def sort_of(mention: Mention, candidate: Candidate) -> str:
    """What sort of name a phrase is: the type of a known one, a word tagged as a name, or a mere phrase."""
    assert candidate.first is not None
    assert candidate.last is not None
    entity = entities().get((candidate.text or "").lower())
    if entity is not None:
        return entity.type
    tokens = mention.frame.tokens
    if is_name(tokens[candidate.first]) or is_name(tokens[candidate.last]):
        return "named-phrase" if candidate.last > candidate.first else "name"
    return "phrase"
