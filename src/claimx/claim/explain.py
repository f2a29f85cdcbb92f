"""Why each number of a line is a claim or is not, for ``claimx explain``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimx.claim.evidence import weights
from claimx.claim.identity import document_digest
from claimx.claim.layout import lay_out
from claimx.claim.linker import THRESHOLD, WeighedChooser, link
from claimx.claim.record import make_claim
from claimx.text.words import DEFAULT_SEGMENTER, segmenter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claimx.claim.mention import Candidate, Mention
    from claimx.document import Document, Labelled
    from claimx.model import Claim

_STRONGEST = 3
_LOST = 2
_DIGITS = re.compile(r"\d[\d.,]*")


@dataclass(frozen=True, slots=True)
class NumberExplanation:
    """One number of the line; offsets into the document's text."""

    text: str
    start: int
    end: int
    #: The record, or None when the number is no claim.
    claim: Claim | None
    #: Why it is or is not a claim, in a few words.
    verdict: str
    #: Rules of the grammar and of the linker that read it.
    fired: tuple[str, ...] = ()
    #: Candidates that lost, with field and score.
    lost: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class LineExplanation:
    """One line: how it was labelled, and its numbers in text order."""

    line: int
    text: str
    #: ``main`` or ``boilerplate``; ``blank`` for a line without text.
    label: str
    reason: str
    numbers: tuple[NumberExplanation, ...] = ()


@dataclass
class _Listener(WeighedChooser):
    """Chooses as always and remembers, by mention, what lost and what spoke for and against a claim."""

    lost: dict[int, list[str]] = field(default_factory=dict)
    reasons: dict[int, str] = field(default_factory=dict)
    #: Keeps the mentions alive, so that their identities stay theirs.
    heard: list[Mention] = field(default_factory=list)

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        best, sure = super().choose(task, mention, candidates)
        others = {
            c.text: c for c in sorted(candidates, key=lambda c: c.score) if best is not None and c.text != best.text
        }
        ranked = sorted(others.values(), key=lambda c: -c.score)[:_LOST]
        said = self.lost.setdefault(id(mention), [])
        said += [
            f"{task} {c.text or 'none'} by {c.pattern} ({c.score:.1f} against {best.score:.1f})" for c in ranked if best
        ]
        return best, sure

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        self.heard.append(mention)
        likely = super().is_claim(mention, evidence)
        known = weights("claim")
        sign = 1 if likely >= THRESHOLD else -1
        strong = sorted({name: known.get(name, 0.0) for name in evidence}.items(), key=lambda item: -sign * item[1])
        shown = [f"{name} {weight:+.1f}" for name, weight in strong[:_STRONGEST] if sign * weight > 0]
        self.reasons[id(mention)] = f"probability {likely:.2f}; {', '.join(shown) or 'nothing weighs either way'}"
        return likely


def explain_line(
    document: Document,
    labelled: Sequence[Labelled],
    line: int,
    published: date | None,
    segmenter_name: str = DEFAULT_SEGMENTER,
) -> LineExplanation:
    """Explain one 1-based line; figures are linked in the context of the whole main text."""
    item = next((item for item in labelled if item.block.line == line), None)
    if item is None:
        return LineExplanation(line, "", "blank", "no text")
    blocks = [other for other in labelled if other.main or other is item]
    sentences = lay_out(document, blocks, published, segmenter(segmenter_name))
    listener = _Listener()
    digest = document_digest(document.text)
    day = published.isoformat() if published is not None else None
    numbers = []
    taken: list[tuple[int, int]] = []
    for mention, likely in link(sentences, listener):
        if mention.scope.block.line != line:
            continue
        span = item.block.source_span(mention.quantity.start, mention.quantity.end)
        stated = likely >= THRESHOLD and item.main
        claim = make_claim(document, digest, mention, day, None if item.main else item.reason) if stated else None
        verdict = listener.reasons[id(mention)] if item.main else f"boilerplate: {item.reason}"
        fired = (*mention.quantity.rules, *mention.rules)
        lost = tuple(listener.lost[id(mention)]) if stated else ()
        numbers.append(NumberExplanation(document.text[slice(*span)], *span, claim, verdict, fired, lost))
        taken.append(span)
    for sentence in sentences:
        if sentence.scope.block.line == line:
            for period in sentence.periods:
                span = item.block.source_span(period.start, period.end)
                verdict = f"time: {period.period or 'unresolved without a publication date'}"
                numbers.append(NumberExplanation(document.text[slice(*span)], *span, None, verdict, period.rules))
                taken.append(span)
    for match in _DIGITS.finditer(item.block.plain):
        span = item.block.source_span(*match.span())
        if not any(start < span[1] and span[0] < end for start, end in taken):
            numbers.append(
                NumberExplanation(match.group(), *span, None, "no quantity: part of a name, a label or a list number")
            )
    numbers.sort(key=lambda number: number.start)
    label = "main" if item.main else "boilerplate"
    return LineExplanation(line, item.block.plain, label, item.reason, tuple(numbers))
