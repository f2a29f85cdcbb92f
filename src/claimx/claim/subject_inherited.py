"""Subjects from outside the statement: carried over, from a label or heading, or the document's topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention, carry, distance, leaves_bracket
from claimx.claim.ruling import joined, rulings
from claimx.claim.subject_phrase import entity_type, name_evidence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

#: How many figures back any field is carried over from; those of the other fields look less far.
FARTHEST = 12
_CARRIED = 3


def inherited_subjects(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything outside the statement that may still rule it, one candidate a text with all the evidence for it.

    The first pattern gives the name.
    """
    found: dict[str | None, Candidate] = {}
    for candidate in (*_cell(mention), *_carried(mention, earlier), *_labels(mention)):
        same = found.setdefault(candidate.text, candidate)
        if same is not candidate:
            same.evidence = joined(same.evidence, candidate.evidence)
    for text, pattern, evidence in rulings(mention.frame, mention.scope):
        known = found.get(text)
        if known is None:
            found[text] = Candidate(text, pattern, [*evidence])
        else:
            known.evidence = joined(known.evidence, evidence)
    return list(found.values())


def _cell(mention: Mention) -> Iterator[Candidate]:
    """The label of a table row, where it is neither a time nor the measure itself."""
    row = mention.scope.row
    if row is None or row.label_period is not None or not row.label or row.column_at(mention.quantity.start) is None:
        return
    if mention.metric is None or mention.metric.text != row.label:
        yield Candidate(row.label, "cell", ["p:cell", *name_evidence(mention.scope, row.label, "cell")])


def _carried(mention: Mention, earlier: Sequence[Mention]) -> Iterator[Candidate]:
    """The subject of the figures before, while the topic has not changed.

    Within the block any choice carries on; across blocks only a subject that was written out, so
    that a mistake does not run through the document.
    """
    seen: set[str] = set()
    for other in reversed(earlier[-FARTHEST:]):
        subject = other.subject
        if subject is None or subject.text is None or subject.text in seen:
            continue
        where = distance(mention, other)
        if where == "before" and (subject.first is None or len(seen) >= _CARRIED):
            continue
        seen.add(subject.text)
        origin = subject if subject.home is None else subject.home[1]
        evidence = [
            f"p:carry.{where}",
            f"carry-steps:{min(len(seen), 3)}:{where}",
            f"carry:{where}:from-{origin.pattern}",
            f"carry:{where}:{mention.scope.density}",
            f"carry:from-{origin.pattern}:{entity_type(subject.text)}:{mention.scope.density}",
            f"carry:{where}:topic-named:{bool(mention.scope.title_names)}",
        ]
        if where == "sentence":
            frame = mention.frame
            stops = frame.stops_between(frame.clause_of[other.figure], frame.clause_of[mention.figure])
            evidence.append(f"carry:past-stops:{min(stops, 2)}")
        if leaves_bracket(other, mention):
            evidence.append(f"carry:from-bracket:{where}")
        if where == "before":
            gap = mention.scope.index - other.scope.index
            evidence.append(f"carry:gap:{'1' if gap == 1 else '2-4' if gap <= 4 else '5+'}")
            evidence.append(f"carry:list:{_in_list(mention, other)}")
            if mention.scope.headings != other.scope.headings:
                evidence += ["carry:new-heading", f"carry:new-heading:from-{origin.pattern}"]
        if subject.text in mention.scope.title_names:
            evidence.append(f"carry:title-name:{where}")
        if mention.metric is not None:
            evidence.append(f"carry:metric-{mention.metric.pattern}:{where}")
            if mention.metric.carried is other:
                evidence.append("carry:same-source")
            if other.metric is not None and other.metric.text == mention.metric.text:
                evidence.append(f"carry:same-metric:{where}")
        evidence += name_evidence(mention.scope, subject.text, "carry")
        yield carry(other, subject, evidence)


def _in_list(mention: Mention, other: Mention) -> str:
    """What the block of an earlier figure is to that of this one, where either is an item of a list."""
    lead, scope = mention.scope.lead, other.scope
    if lead is None:
        return "no" if scope.lead is None else "left"
    return "lead" if scope.index == lead else "item" if scope.lead == lead else "entered"


def _labels(mention: Mention) -> Iterator[Candidate]:
    """``京东：…`` and ``B站，…``: a short name that opens the block or the sentence and rules what follows."""
    label = mention.scope.label
    if label:
        evidence = ["p:label", f"label:{mention.scope.label_mark}", f"label:{mention.scope.block.kind}"]
        evidence.append(f"label:here:{mention.quantity.start - len(label) < 40}")
        evidence += name_evidence(mention.scope, label, "label")
        yield Candidate(label, "label", evidence)
