"""Whose metric it is: candidates left of the metric, before it in the sentence, and above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.fresh_name import fresh_name, is_among
from claimx.claim.mention import Candidate, Mention
from claimx.claim.phrases import Run, respective_item, says_respectively
from claimx.claim.preference import prefer_owners
from claimx.claim.subject_behind import subjects_behind
from claimx.claim.subject_inherited import inherited_subjects
from claimx.claim.subject_pair import paired_subjects
from claimx.claim.subject_phrase import subject_candidate
from claimx.claim.subject_sentence import sentence_subjects, sort_of
from claimx.claim.tokens import Class, is_name
from claimx.lexicon.terms import head_dimension, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Where what is sold stands behind its price.
_PRICED = ("right-of", "right-past", "right-past-of")


def subject_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything whose metric it might be."""
    behind = list(subjects_behind(mention)) if mention.scope.row is None else []
    fresh, names = fresh_name(mention)
    goods = [candidate.text for candidate in behind if candidate.text and candidate.pattern in _PRICED]
    if goods and mention.group == "money" and not fresh.startswith(("owner", "prefix")):
        fresh, names = "priced", goods
    found: list[Candidate] = []
    if mention.scope.row is None:  # the cells of a table row make no statement
        found += _prefixes_of_metric(mention)
        found += sentence_subjects(mention)
        found += _respective(mention)
        found += behind
        found += paired_subjects(mention)
    inherited = inherited_subjects(mention, earlier)
    ruling = {candidate.text: candidate for candidate in inherited}
    for candidate in found:
        same = ruling.get(candidate.text)
        if same is not None:
            candidate.evidence += [f"also:{name}" for name in same.evidence if name.startswith("p:")]
    for candidate in inherited:
        named = f"same-{fresh}" if is_among(candidate.text, names) else fresh
        candidate.evidence += [f"fresh:{named}:{candidate.pattern}", f"fresh:{named}:{candidate.evidence[0]}"]
    found += inherited
    found.append(Candidate(None, "none", ["p:none", f"p:none:{mention.group}", f"none:{fresh}"]))
    prefer_owners(mention, found)
    return found


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
            f"prefix:group:{previous.word.ends_group}",
        ]
        yield candidate


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
        candidate.evidence.append(f"respective:{'explicit' if explicit else 'implicit'}:{sort_of(mention, candidate)}")
        candidate.evidence.append(f"respective:{'explicit' if explicit else 'implicit'}")
        yield candidate
