"""Why each number of a line is a claim or is not, for ``claimx explain``."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal, TypeAlias

from claimx.claim.evidence import weights
from claimx.claim.identity import document_digest
from claimx.claim.layout import lay_out
from claimx.claim.linker import THRESHOLD, WeighedChooser, link
from claimx.claim.record import make_claim
from claimx.text.words import DEFAULT_SEGMENTER, segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimx.claim.layout import Sentence
    from claimx.claim.mention import Candidate, Mention
    from claimx.document import Document, Labelled
    from claimx.model import Claim

_STRONGEST = 3
_RIVALS = 2
_TASKS = ("metric", "subject", "period", "source")
_DIGITS = re.compile(r"\d[\d.,]*")

#: A number is a ``claim``, a figure too ``unlikely`` to be one or in ``boilerplate``, a ``time``, or ``no quantity``.
Verdict = Literal["claim", "unlikely", "boilerplate", "time", "no quantity"]
#: Names of evidence with their weights, the heaviest first.
Weighed: TypeAlias = tuple[tuple[str, float], ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """One value that was proposed for a field; None that the text gives none."""

    text: str | None
    #: The pattern that proposed it.
    pattern: str
    #: The sum of the weights of its evidence.
    score: float


@dataclass(frozen=True, slots=True)
class Choice:
    """How one field of a claim came to its value."""

    task: str
    chosen: Reading
    #: The evidence that weighed most.
    weighed: Weighed
    #: The readings that lost, the nearest first.
    rivals: tuple[Reading, ...]


@dataclass(frozen=True, slots=True)
class NumberExplanation:
    """One number of the line; offsets into the document's text."""

    text: str
    start: int
    end: int
    verdict: Verdict
    #: The record, or None when the number is no claim.
    claim: Claim | None = None
    #: Of a time: the period, None where it stays open without a publication date. Of boilerplate: the reason.
    detail: str | None = None
    #: Rules of the grammar that read it.
    grammar: tuple[str, ...] = ()
    #: Probability that the figure is a claim; None where that is no question.
    likely: float | None = None
    #: What spoke most for the verdict.
    weighed: Weighed = ()
    #: Rules that read its kind and modality.
    rules: tuple[str, ...] = ()
    #: How metric, subject, period and source were chosen.
    choices: tuple[Choice, ...] = ()


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
    """Chooses as always and remembers, by mention, what was chosen and what spoke for and against a claim."""

    choices: dict[int, list[Choice]] = field(default_factory=dict)
    reasons: dict[int, Weighed] = field(default_factory=dict)
    #: Keeps the mentions alive, so that their identities stay theirs.
    heard: list[Mention] = field(default_factory=list)

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        best, sure = super().choose(task, mention, candidates)
        if best is not None:
            # Several patterns may propose one value; the heaviest speaks for it.
            others = {c.text: c for c in sorted(candidates, key=lambda c: c.score) if c.text != best.text}
            nearest = sorted(others.values(), key=lambda c: -c.score)[:_RIVALS]
            choice = Choice(task, _reading(best), _heaviest(task, best.evidence, 1), tuple(map(_reading, nearest)))
            self.choices.setdefault(id(mention), []).append(choice)
        return best, sure

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        self.heard.append(mention)
        likely = super().is_claim(mention, evidence)
        self.reasons[id(mention)] = _heaviest("claim", evidence, 1 if likely >= THRESHOLD else -1)
        return likely


def _reading(candidate: Candidate) -> Reading:
    return Reading(candidate.text, candidate.pattern, candidate.score)


def _heaviest(task: str, evidence: Sequence[str], sign: int) -> Weighed:
    """What weighs most of the evidence for (sign 1) or against (-1)."""
    known = weights(task)
    named = sorted({name: known.get(name, 0.0) for name in evidence}.items(), key=lambda item: -sign * item[1])
    return tuple(item for item in named[:_STRONGEST] if sign * item[1] > 0)


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
    numbers = [*_figures(document, item, sentences, published), *_times(document, item, sentences)]
    numbers += _others(item, numbers)
    numbers.sort(key=lambda number: number.start)
    return LineExplanation(line, item.block.plain, "main" if item.main else "boilerplate", item.reason, tuple(numbers))


def _figures(
    document: Document, item: Labelled, sentences: Sequence[Sentence], published: date | None
) -> Iterator[NumberExplanation]:
    """The figures of the line, linked as always."""
    listener = _Listener()
    digest = document_digest(document.text)
    day = published.isoformat() if published is not None else None
    for mention, likely in link(sentences, listener):
        if mention.scope.block.line != item.block.line:
            continue
        start, end = item.block.source_span(mention.quantity.start, mention.quantity.end)
        stated = likely >= THRESHOLD and item.main
        verdict: Verdict = "boilerplate" if not item.main else "claim" if stated else "unlikely"
        yield NumberExplanation(
            document.text[start:end],
            start,
            end,
            verdict,
            claim=make_claim(document, digest, mention, day, None) if stated else None,
            detail=None if item.main else item.reason,
            grammar=mention.quantity.rules,
            likely=likely if item.main else None,
            weighed=listener.reasons[id(mention)] if item.main else (),
            rules=tuple(rule for rule in mention.rules if rule.partition(":")[0] not in _TASKS) if stated else (),
            choices=tuple(listener.choices[id(mention)]) if stated else (),
        )


def _times(document: Document, item: Labelled, sentences: Sequence[Sentence]) -> Iterator[NumberExplanation]:
    for sentence in sentences:
        if sentence.scope.block.line == item.block.line:
            for period in sentence.periods:
                start, end = item.block.source_span(period.start, period.end)
                text = document.text[start:end]
                yield NumberExplanation(text, start, end, "time", detail=period.period, grammar=period.rules)


def _others(item: Labelled, known: Sequence[NumberExplanation]) -> Iterator[NumberExplanation]:
    """Digits that neither grammar took for anything."""
    for match in _DIGITS.finditer(item.block.plain):
        start, end = item.block.source_span(*match.span())
        if not any(number.start < end and start < number.end for number in known):
            yield NumberExplanation(match.group(), start, end, "no quantity")
