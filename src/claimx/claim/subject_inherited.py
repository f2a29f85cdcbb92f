"""Subjects from outside the statement: carried over, from a label or heading, or the document's topic."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention, carry, distance, leaves_bracket
from claimx.claim.subject_phrase import entity_type, name_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimx.claim.openings import Opening

#: How many figures back any field is carried over from; those of the other fields look less far.
FARTHEST = 12
_CARRIED = 3
_OPENED = 4
_BLOCKS_BACK = 2
_SHORT_HEADING = 10
# Whose figures are that an article tells of nobody in particular, once it has named it.
_NATION = ("我国", "全国", "中国")


def inherited_subjects(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything outside the statement that may still rule it."""
    return [
        *_cell(mention),
        *_carried(mention, earlier),
        *_labels(mention),
        *_spoken_of(mention),
        *_lead(mention),
        *_above(mention),
    ]


def _cell(mention: Mention) -> Iterator[Candidate]:
    """The label of a table row, where it is neither a time nor the measure itself."""
    row = mention.scope.row
    if row is None or row.label_period is not None or not row.label or row.column_at(mention.quantity.start) is None:
        return
    if mention.metric is None or mention.metric.text != row.label:
        yield Candidate(row.label, "cell", ["p:cell", *name_evidence(mention, row.label, "cell")])


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
        evidence += name_evidence(mention, subject.text, "carry")
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
        evidence += name_evidence(mention, label, "label")
        yield Candidate(label, "label", evidence)


def _spoken_of(mention: Mention) -> Iterator[Candidate]:
    """What opened the statements before this sentence, and what opens the most statements of the document."""
    scope = mention.scope
    openings = scope.openings
    seen: set[str] = set()
    for opening in _distinct(openings.before(scope.index, mention.frame.start, _BLOCKS_BACK), seen):
        where = "block" if opening.block == scope.index else f"{scope.index - opening.block}"
        evidence = [f"p:opened.{where}", f"opened:{len(seen)}:{where}", f"opened:{len(seen)}"]
        evidence += name_evidence(mention, opening.phrase, "opened")
        yield Candidate(opening.phrase, "opened", evidence)
    for rank, (phrase, count) in enumerate(openings.heroes):
        share = _bucket(count / max(1, len(openings.said)))
        evidence = [f"p:hero.{rank}", f"hero:{share}:{rank}", f"hero:{share}:{scope.density}"]
        evidence += name_evidence(mention, phrase, "hero")
        yield Candidate(phrase, "hero", evidence)


def _lead(mention: Mention) -> Iterator[Candidate]:
    """What opens the statements of the block that introduces the list: it rules every item."""
    scope = mention.scope
    if scope.lead is None:
        return
    seen: set[str] = set()
    if scope.lead_line:
        seen.add(scope.lead_line)
        evidence = ["p:lead.whole", *name_evidence(mention, scope.lead_line, "lead-whole")]
        yield Candidate(scope.lead_line, "lead", evidence)
    for opening in _distinct(scope.openings.before(scope.lead + 1, 0, 1), seen):
        evidence = [f"p:lead.{len(seen)}", *name_evidence(mention, opening.phrase, "lead")]
        yield Candidate(opening.phrase, "lead", evidence)


def _distinct(openings: Iterable[Opening], seen: set[str]) -> Iterator[Opening]:
    """The openings whose phrase is not among those seen, each seen from then on, until there are enough."""
    for opening in openings:
        if opening.phrase not in seen:
            seen.add(opening.phrase)
            yield opening
            if len(seen) >= _OPENED:
                return


def _above(mention: Mention) -> Iterator[Candidate]:
    """Headings, the title's entities, and the entities the document speaks of most."""
    scope = mention.scope
    seen: set[str] = set()
    for rank, name in enumerate(scope.title_names[:3]):
        seen.add(name)
        evidence = [
            f"p:title-name.{rank}",
            f"title-name:of{min(len(scope.title_names), 3)}",
            f"title-name:{rank}:{scope.density}",
            f"title-name:{entity_type(name)}:{scope.density}",
            f"title-name:{entity_type(name)}:of{min(len(scope.title_names), 3)}",
        ]
        evidence += name_evidence(mention, name, "title-name")
        yield Candidate(name, "title-name", evidence)
    for rank, (name, share) in enumerate(scope.topics[:3]):
        evidence = [
            f"p:topic.{rank}",
            f"topic-share:{_bucket(share)}",
            f"topic:{rank}:{_bucket(share)}",
            f"topic:{rank}:{scope.density}",
        ]
        if name in scope.title:
            evidence.append(f"topic:in-title:{rank}")
        if any(name in heading for heading in scope.headings):
            evidence.append("topic:in-heading")
        evidence += name_evidence(mention, name, "topic")
        if name in seen:
            continue
        seen.add(name)
        yield Candidate(name, "topic", evidence)
    for name in _NATION:
        if name not in seen and scope.prominence.of(name)[0] != "0":
            yield Candidate(name, "nation", ["p:nation", *name_evidence(mention, name, "nation")])
            break
    for depth, heading in enumerate(reversed(scope.headings[-2:])):
        if len(heading) <= _SHORT_HEADING and heading not in seen:
            seen.add(heading)
            yield Candidate(
                heading, "heading", [f"p:heading-whole.{depth}", *name_evidence(mention, heading, "heading-whole")]
            )
        for name in scope.heading_names[depth]:
            if name not in seen:
                seen.add(name)
                yield Candidate(name, "heading", [f"p:heading.{depth}", *name_evidence(mention, name, "heading")])


def _bucket(share: float) -> str:
    return "high" if share >= 0.4 else "mid" if share >= 0.2 else "some" if share >= 0.05 else "low"
