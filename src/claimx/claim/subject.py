"""Whose metric it is: candidates left of the metric, before it in the sentence, and above it."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.claim.phrases import (
    SENTENCE_FACTS,
    Run,
    in_phrase,
    respective_item,
    run_after,
    runs_leftwards,
    says_respectively,
)
from claimx.claim.subject_inherited import inherited_subjects
from claimx.claim.subject_phrase import subject_candidate, subject_spans
from claimx.claim.tokens import Class, is_name
from claimx.claim.walk import figures_between
from claimx.lexicon.terms import entities, head_dimension, metrics, names_group

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.frame import Frame

_RUNS_IN_CLAUSE = 4
_CLAUSES_BACK = 5
_LONGEST_TIE = 3
# Asides in brackets do not count as steps back, so they have a bound of their own.
_CLAUSES_SEEN = 16


def subject_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything whose metric it might be."""
    fresh = _fresh_name(mention)
    found: list[Candidate] = []
    if mention.scope.row is None:  # the cells of a table row make no statement
        found += _prefixes_of_metric(mention)
        found += _sentence(mention)
        found += _respective(mention)
        found += _right(mention)
    inherited = _merged(inherited_subjects(mention, earlier))
    ruling = {candidate.text: candidate for candidate in inherited}
    for candidate in found:
        same = ruling.get(candidate.text)
        if same is not None:
            candidate.evidence += [f"also:{name}" for name in same.evidence if name.startswith("p:")]
    for candidate in inherited:
        candidate.evidence += [f"fresh:{fresh}:{candidate.pattern}", f"fresh:{fresh}:{candidate.evidence[0]}"]
    found += inherited
    found.append(Candidate(None, "none", ["p:none", f"p:none:{mention.group}", f"none:{fresh}"]))
    return found


def _merged(candidates: list[Candidate]) -> list[Candidate]:
    """One candidate a text, with all the evidence for it; the first pattern gives the name."""
    found: dict[str | None, Candidate] = {}
    for candidate in candidates:
        same = found.setdefault(candidate.text, candidate)
        if same is not candidate:
            same.evidence = list(dict.fromkeys((*same.evidence, *candidate.evidence)))
    return list(found.values())


def _fresh_name(mention: Mention) -> str:
    """Whether a name stands between the figure before and this one, and where.

    In front of the metric as its owner, at a clause's start, inside, or not at all.
    """
    frame = mention.frame
    owner = _named_owner(mention)
    if owner is not None:
        return owner
    position = frame.figures.index(mention.figure)
    since = frame.figures[position - 1] if position else -1
    found = "none"
    for index in range(since + 1, mention.figure):
        token = frame.tokens[index]
        grouped = names_group(token.text) and _in_metric(mention, index)
        if token.text != "某" and not is_name(token) and not grouped:
            continue
        clause = frame.clauses[frame.clause_of[index]].tokens
        place = frame.place_of[index]
        if all(not in_phrase(frame.tokens[i]) for i in clause[:place]):
            opening = frame.tokens[clause[place - 1]] if place else None
            if opening is None or opening.cls is not Class.PREPOSITION:
                return "start"
        found = "inner"
    return found


def _named_owner(mention: Mention) -> str | None:
    """What kind of name stands in the phrase right in front of the metric in the figure's own clause."""
    frame, metric = mention.frame, mention.metric
    if metric is None or metric.first is None or metric.pattern != "left":
        return None
    clause = frame.clause_of[mention.figure]
    if frame.clause_of[metric.first] != clause:
        return None
    tokens = frame.clauses[clause].tokens
    place = frame.place_of[metric.first]
    run = next(iter(runs_leftwards(frame, clause, place)), None)
    if run is None or _owns(mention, run, place) is None:
        return None
    named = [frame.tokens[index] for index in tokens[run.first : run.last] if is_name(frame.tokens[index])]
    if not named:
        return None
    return "owner-" + ("known" if any(token.text.lower() in entities() for token in named) else "name")


def _in_metric(mention: Mention, index: int) -> bool:
    """Whether a token stands in the metric's phrase, before its last word: 主播 in 中腰部主播平均月薪."""
    metric = mention.metric
    return (
        metric is not None
        and metric.first is not None
        and metric.last is not None
        and metric.first <= index < metric.last
    )


def _prefixes_of_metric(mention: Mention) -> Iterator[Candidate]:
    """``SM`` read as one phrase: what the metric itself begins with."""
    metric = mention.metric
    if metric is None or metric.first is None or metric.last is None or metric.pattern not in ("left", "label"):
        return
    frame = mention.frame
    yield from _prefixes(
        mention, frame.clause_of[metric.first], frame.place_of[metric.first], frame.place_of[metric.last]
    )


def _prefixes(mention: Mention, clause: int, first: int, last: int) -> Iterator[Candidate]:
    """``达达月活骑手数``: a metric phrase whose own beginning names the owner."""
    frame = mention.frame
    tokens = frame.clauses[clause].tokens
    start = first - 1 if first and frame.tokens[tokens[first - 1]].text == "某" else first
    for place in range(first + 1, last + 1):
        token, previous = frame.tokens[tokens[place]], frame.tokens[tokens[place - 1]]
        if token.cls is Class.AND or previous.cls in (Class.OF, Class.AND):
            continue
        rest = place + 1 if token.cls is Class.OF else place
        if rest > last:
            return
        measure = frame.span_text(tokens[rest], tokens[last])
        candidate = subject_candidate(mention, Run(clause, start, place), start, place, "prefix", 0)
        rest_is = "known" if measure.lower() in metrics() else "head" if head_dimension(measure) else "other"
        candidate.evidence += [
            f"prefix:of:{token.cls is Class.OF}",
            f"prefix:rest:{rest_is}",
            f"prefix:name:{is_name(previous)}",
            f"prefix:group:{names_group(previous.text)}",
        ]
        yield candidate


def _sentence(mention: Mention) -> Iterator[Candidate]:
    """Noun phrases of the clause and of the clauses before it: the owner, the statement's own subject, the topic."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    metric = mention.metric
    measured: tuple[int, int] | None = None
    if metric is not None and metric.first is not None and metric.first < mention.figure:
        measured = frame.clause_of[metric.first], frame.place_of[metric.first]
    # 超过京东（约3万亿）: what touches the bracket from outside is whose figure stands alone inside.
    nearest, place = frame.stands_at(mention.figure)
    alone = nearest != clause
    opening = frame.clauses[clause].tokens[0] - 1 if alone else -1
    depth = frame.clauses[nearest].depth
    bracket = ":bracket" if alone else ""
    steps = 0
    for number in range(nearest, max(-1, nearest - _CLAUSES_SEEN), -1):
        tokens = frame.clauses[number].tokens
        if number != clause and not tokens:
            continue
        # What follows the figure, or the bracket that holds it, is not before it.
        edge = place if number == nearest else len(tokens)
        if measured is not None and measured[0] == number:
            edge = measured[1]
        runs = runs_leftwards(frame, number, edge)
        for order, run in enumerate(runs[:_RUNS_IN_CLAUSE]):
            where = "first" if run.first == 0 else ("last" if order == 0 else "mid")
            owns = _owns(mention, run, edge) if measured is not None and measured[0] == number else None
            for candidate in subject_spans(mention, run, f"clause{min(steps, 3)}.{where}", order):
                assert candidate.first is not None
                assert candidate.last is not None
                role = _roles(frame, number)[frame.place_of[candidate.first]]
                candidate.evidence += [f"role:{role}:{min(steps, 3)}", f"role:{role}"]
                past = min(figures_between(frame, candidate.last, mention.figure), 2)
                candidate.evidence.append(f"past-figures:{past}:{min(steps, 3)}{bracket}")
                kind = _kind(mention, candidate)
                if candidate.last == opening - 1:
                    candidate.evidence += ["before-bracket", f"before-bracket:{kind}"]
                candidate.evidence += _sorted_by(kind, candidate.evidence)
                candidate.evidence.append(f"{kind}:clause{min(steps, 3)}.{where}")
                if owns is not None:
                    candidate.evidence.append(f"{kind}:{owns}")
                    at_end = "end:run" in candidate.evidence
                    candidate.evidence += [
                        f"p:{owns}",
                        f"{owns}:{mention.group}",
                        f"{owns}:end:{at_end}",
                        f"{owns}:at{min(steps, 3)}",
                    ]
                    if at_end:
                        candidate.pattern = "owner"
                yield candidate
        if len(runs) > _RUNS_IN_CLAUSE:
            yield from subject_spans(mention, runs[-1], f"clause{min(steps, 3)}.first", 4)
        if frame.clauses[number].depth <= depth:
            steps += 1
        if steps > _CLAUSES_BACK:
            return


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


# What says more of a known name than of a mere phrase: where it begins and ends, what it is to its clause.
_SORTED = ("start:", "before:", "after:", "role:", "clause-whole:", "clause-last:", "first-tag:", "last-tag:")


def _sorted_by(kind: str, evidence: list[str]) -> list[str]:
    """The evidence of a phrase's surroundings, told apart by what sort of name it is."""
    return [f"{kind}:{name}" for name in evidence if name.startswith(_SORTED)]


def _kind(mention: Mention, candidate: Candidate) -> str:
    """What sort of name a phrase is: the type of a known one, a word tagged as a name, or a mere phrase."""
    assert candidate.first is not None
    assert candidate.last is not None
    entity = entities().get((candidate.text or "").lower())
    if entity is not None:
        return entity.type
    if any(is_name(mention.frame.tokens[index]) for index in (candidate.first, candidate.last)):
        return "named-phrase" if candidate.last > candidate.first else "name"
    return "phrase"


def _owns(mention: Mention, run: Run, edge: int) -> str | None:
    """``S的M``, ``SM``, ``S2024年M`` or ``S首日M``: how a phrase touches the metric's."""
    tokens = mention.frame.clauses[run.clause].tokens
    if run.last == edge:
        return "owner.bare"
    if edge - run.last > _LONGEST_TIE:
        return None
    between = [mention.frame.tokens[index] for index in tokens[run.last : edge]]
    times = [token.cls is Class.PERIOD or token.tag == "t" for token in between]
    if all(times):
        return "owner.period"
    if between[-1].cls is Class.OF and all(times[:-1]):
        return "owner.period" if times[:-1] else "owner.of"
    return None


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
                and mention.frame.tokens[mention.frame.clauses[run.clause].tokens[last - 1]].cls is Class.OF
            ):
                last -= 1
    if last > run.first:
        candidate = subject_candidate(mention, run, run.first, last, "respective", 0)
        explicit = says_respectively(mention.frame, run, mention.figure)
        candidate.evidence.append(f"respective:{'explicit' if explicit else 'implicit'}:{_kind(mention, candidate)}")
        candidate.evidence.append(f"respective:{'explicit' if explicit else 'implicit'}")
        yield candidate


def _right(mention: Mention) -> Iterator[Candidate]:
    """``70%的购买用户``: the group a share or a price is of."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    tokens = frame.clauses[clause].tokens
    place = frame.place_of[mention.figure] + 1
    pattern = "right"
    if mention.group == "money" and place < len(tokens) and frame.tokens[tokens[place]].cls is Class.QUANTITY:
        place, pattern = place + 1, "right-past"  # 9.9元3件的商品, 3元一碗的素面
    if place < len(tokens) and frame.tokens[tokens[place]].cls is Class.OF:
        place, pattern = place + 1, pattern + "-of"
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
