"""Whose metric it is: candidates left of the metric, before it in the sentence, and above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.claim.phrases import Run, in_phrase, respective_item, run_after, runs_leftwards
from claimx.claim.subject_inherited import inherited_subjects
from claimx.claim.subject_phrase import subject_candidate, subject_spans
from claimx.claim.tokens import Class, is_name
from claimx.lexicon.terms import group_suffixes, head_dimension, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_RUNS_IN_CLAUSE = 4
_CLAUSES_BACK = 5


def subject_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything whose metric it might be."""
    fresh = _fresh_name(mention)
    found: list[Candidate] = []
    if mention.scope.row is None:  # the cells of a table row make no statement
        found += _same_phrase(mention)
        found += _sentence(mention)
        found += _respective(mention)
        found += _right(mention)
    inherited = inherited_subjects(mention, earlier)
    for candidate in inherited:
        candidate.evidence += [f"fresh:{fresh}:{candidate.pattern}", f"fresh:{fresh}:{candidate.evidence[0]}"]
    found += inherited
    found.append(Candidate(None, "none", ["p:none", f"p:none:{mention.group}", f"none:{fresh}"]))
    return found


def _fresh_name(mention: Mention) -> str:
    """Whether a name stands between the figure before and this one: at a clause's start, inside, or not."""
    frame = mention.frame
    position = frame.figures.index(mention.figure)
    since = frame.figures[position - 1] if position else -1
    found = "none"
    for index in range(since + 1, mention.figure):
        token = frame.tokens[index]
        grouped = token.text.endswith(group_suffixes()) and _in_metric(mention, index)
        if token.text != "某" and not is_name(token) and not grouped:
            continue
        clause = frame.clauses[frame.clause_of[index]].tokens
        place = frame.place_of[index]
        if all(not in_phrase(frame.tokens[i]) for i in clause[:place]):
            opening = frame.tokens[clause[place - 1]] if place else None
            if opening is None or opening.cls != Class.PREPOSITION:
                return "start"
        found = "inner"
    return found


def _in_metric(mention: Mention, index: int) -> bool:
    """Whether a token stands in the metric's phrase, before its last word: 主播 in 中腰部主播平均月薪."""
    metric = mention.metric
    return (
        metric is not None
        and metric.first is not None
        and metric.last is not None
        and metric.first <= index < metric.last
    )


def _same_phrase(mention: Mention) -> Iterator[Candidate]:
    """``S的M`` and ``SM``: what stands in front of the metric in its own noun phrase."""
    metric = mention.metric
    if metric is None or metric.first is None or metric.pattern not in ("left", "label"):
        return
    frame = mention.frame
    clause = frame.clause_of[metric.first]
    place = frame.place_of[metric.first]
    if metric.last is not None:
        yield from _prefixes(mention, clause, place, frame.place_of[metric.last])
    for run in runs_leftwards(frame, clause, place):
        touches = run.last == place or (
            run.last == place - 1 and frame.tokens[frame.clauses[clause].tokens[run.last]].cls == Class.OF
        )
        if not touches:
            break
        of = "of" if run.last != place else "bare"
        yield from subject_spans(mention, run, f"owner.{of}", 0)
        break


def _prefixes(mention: Mention, clause: int, first: int, last: int) -> Iterator[Candidate]:
    """``达达月活骑手数``: a metric phrase whose own beginning names the owner."""
    frame = mention.frame
    tokens = frame.clauses[clause].tokens
    start = first - 1 if first and frame.tokens[tokens[first - 1]].text == "某" else first
    for place in range(first + 1, last + 1):
        token, previous = frame.tokens[tokens[place]], frame.tokens[tokens[place - 1]]
        if token.cls == Class.AND or previous.cls in (Class.OF, Class.AND):
            continue
        rest = place + 1 if token.cls == Class.OF else place
        if rest > last:
            return
        measure = frame.span_text(tokens[rest], tokens[last])
        candidate = subject_candidate(mention, Run(clause, start, place), start, place, "prefix", 0)
        rest_is = "known" if measure.lower() in metrics() else "head" if head_dimension(measure) else "other"
        candidate.evidence += [
            f"prefix:of:{token.cls == Class.OF}",
            f"prefix:rest:{rest_is}",
            f"prefix:name:{is_name(previous)}",
            f"prefix:group:{previous.text.endswith(group_suffixes())}",
        ]
        yield candidate


def _sentence(mention: Mention) -> Iterator[Candidate]:
    """Noun phrases of the clause and of the clauses before it: the statement's own subject or topic."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    edge = frame.place_of[mention.figure]
    metric = mention.metric
    if (
        metric is not None
        and metric.first is not None
        and frame.clause_of[metric.first] == clause
        and metric.first < mention.figure
    ):
        edge = frame.place_of[metric.first]
    steps = 0
    for number in range(clause, -1, -1):
        if number != clause and not frame.clauses[number].tokens:
            continue
        runs = list(runs_leftwards(frame, number, edge if number == clause else len(frame.clauses[number].tokens)))
        for order, run in enumerate(runs[:_RUNS_IN_CLAUSE]):
            where = "first" if run.first == 0 else ("last" if order == 0 else "mid")
            yield from subject_spans(mention, run, f"clause{min(steps, 3)}.{where}", order)
        if len(runs) > _RUNS_IN_CLAUSE:
            yield from subject_spans(mention, runs[-1], f"clause{min(steps, 3)}.first", 4)
        steps += 1
        if steps > _CLAUSES_BACK:
            return


def _respective(mention: Mention) -> Iterator[Candidate]:
    """``A、B分别增长7.5%、11.5%``: the nth figure belongs to the nth name."""
    run = respective_item(mention)
    metric = mention.metric
    if run is None or (metric is not None and metric.pattern == "respective"):
        return
    last = run.last
    if metric is not None and metric.first is not None and mention.frame.clause_of[metric.first] == run.clause:
        place = mention.frame.place_of[metric.first]
        if run.first <= place < run.last:
            last = place
            while (
                last > run.first
                and mention.frame.tokens[mention.frame.clauses[run.clause].tokens[last - 1]].cls == Class.OF
            ):
                last -= 1
    if last > run.first:
        yield subject_candidate(mention, run, run.first, last, "respective", 0)


def _right(mention: Mention) -> Iterator[Candidate]:
    """``70%的购买用户``: the group a share or a price is of."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    tokens = frame.clauses[clause].tokens
    place = frame.place_of[mention.figure] + 1
    pattern = "right"
    if place < len(tokens) and frame.tokens[tokens[place]].cls == Class.OF:
        place, pattern = place + 1, "right-of"
    run = run_after(frame, clause, place)
    for end in range(run.first + 1, min(run.last, run.first + 6) + 1):
        if frame.tokens[tokens[end - 1]].cls in (Class.NOMINAL, Class.QUOTE):
            candidate = subject_candidate(mention, run, run.first, end, pattern, 0)
            metric = mention.metric
            if metric is not None and metric.first is not None and metric.last is not None:
                inside = metric.first <= tokens[run.first] and metric.last >= tokens[end - 1]
                candidate.evidence.append(f"right:is-metric:{inside}:{metric.pattern}")
            if end == run.last:
                candidate.evidence.append("right:run-end")
            yield candidate
