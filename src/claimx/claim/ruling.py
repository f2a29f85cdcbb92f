"""What rules every figure of a sentence alike: what was spoken of before it, a list's lead, the headings, the topic."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.subject_phrase import entity_type, name_evidence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimx.claim.frame import Frame
    from claimx.claim.openings import Opening
    from claimx.claim.scope import Scope

_OPENED = 4
_BLOCKS_BACK = 2
_SHORT_HEADING = 10
# Whose figures are that an article tells of nobody in particular, once it has named it.
_NATION = ("我国", "全国", "中国")


class Ruling(NamedTuple):
    """A text that may be the subject of every figure of a sentence."""

    text: str
    #: The pattern that proposes it.
    pattern: str
    evidence: Sequence[str]


@lru_cache(maxsize=1)
def rulings(frame: Frame, scope: Scope) -> tuple[Ruling, ...]:
    """What rules the figures of a sentence, each text once."""
    return _merged((*_opened(frame, scope), *_of_block(scope)))


@lru_cache(maxsize=1)
def _of_block(scope: Scope) -> tuple[Ruling, ...]:
    """What rules the figures of a whole block."""
    return _merged((*_heroes(scope), *_lead(scope), *_above(scope)))


def _merged(found: Iterable[Ruling]) -> tuple[Ruling, ...]:
    """Each text once, with all the evidence for it; the first pattern gives the name."""
    merged: dict[str, Ruling] = {}
    for ruling in found:
        same = merged.setdefault(ruling.text, ruling)
        if same is not ruling:
            merged[ruling.text] = same._replace(evidence=joined(same.evidence, ruling.evidence))
    return tuple(merged.values())


def joined(evidence: Iterable[str], more: Iterable[str]) -> list[str]:
    """All the evidence for one text, each name once."""
    return list(dict.fromkeys((*evidence, *more)))


def _opened(frame: Frame, scope: Scope) -> Iterator[Ruling]:
    """What opened the statements before a sentence."""
    seen: set[str] = set()
    for opening in _distinct(scope.openings.before(scope.index, frame.start, _BLOCKS_BACK), seen):
        where = "block" if opening.block == scope.index else f"{scope.index - opening.block}"
        evidence = [f"p:opened.{where}", f"opened:{len(seen)}:{where}", f"opened:{len(seen)}"]
        evidence += name_evidence(scope, opening.phrase, "opened")
        yield Ruling(opening.phrase, "opened", evidence)


def _heroes(scope: Scope) -> Iterator[Ruling]:
    """What opens the most statements of the document."""
    openings = scope.openings
    for rank, (phrase, count) in enumerate(openings.heroes):
        share = _bucket(count / max(1, len(openings.said)))
        evidence = [f"p:hero.{rank}", f"hero:{share}:{rank}", f"hero:{share}:{scope.density}"]
        evidence += name_evidence(scope, phrase, "hero")
        yield Ruling(phrase, "hero", evidence)


def _lead(scope: Scope) -> Iterator[Ruling]:
    """What opens the statements of the block that introduces the list: it rules every item."""
    if scope.lead is None:
        return
    seen: set[str] = set()
    if scope.lead_line:
        seen.add(scope.lead_line)
        evidence = ["p:lead.whole", *name_evidence(scope, scope.lead_line, "lead-whole")]
        yield Ruling(scope.lead_line, "lead", evidence)
    for opening in _distinct(scope.openings.before(scope.lead + 1, 0, 1), seen):
        evidence = [f"p:lead.{len(seen)}", *name_evidence(scope, opening.phrase, "lead")]
        yield Ruling(opening.phrase, "lead", evidence)


def _distinct(openings: Iterable[Opening], seen: set[str]) -> Iterator[Opening]:
    """The openings whose phrase is not among those seen, each seen from then on, until there are enough."""
    for opening in openings:
        if opening.phrase not in seen:
            seen.add(opening.phrase)
            yield opening
            if len(seen) >= _OPENED:
                return


def _above(scope: Scope) -> Iterator[Ruling]:
    """Headings, the title's entities, and the entities the document speaks of most."""
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
        evidence += name_evidence(scope, name, "title-name")
        yield Ruling(name, "title-name", evidence)
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
        evidence += name_evidence(scope, name, "topic")
        if name in seen:
            continue
        seen.add(name)
        yield Ruling(name, "topic", evidence)
    for name in _NATION:
        if name not in seen and scope.prominence.of(name)[0] != "0":
            yield Ruling(name, "nation", ["p:nation", *name_evidence(scope, name, "nation")])
            break
    for depth, heading in enumerate(scope.above[:-3:-1]):
        if len(heading.text) <= _SHORT_HEADING and heading.text not in seen:
            seen.add(heading.text)
            evidence = [f"p:heading-whole.{depth}", *name_evidence(scope, heading.text, "heading-whole")]
            yield Ruling(heading.text, "heading", evidence)
        for name in heading.names:
            if name not in seen:
                seen.add(name)
                yield Ruling(name, "heading", [f"p:heading.{depth}", *name_evidence(scope, name, "heading")])


def _bucket(share: float) -> str:
    return "high" if share >= 0.4 else "mid" if share >= 0.2 else "some" if share >= 0.05 else "low"
