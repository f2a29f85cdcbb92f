"""What annotated documents teach: for every figure the candidates proposed for a field, and which are right."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from sys import intern
from typing import TYPE_CHECKING

import gold as goldfile
from claimx.claim.evidence import best_of
from claimx.claim.layout import lay_out
from claimx.claim.linker import link
from claimx.clean import label
from claimx.source import read_document
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from claimx.claim.evidence import Weights
    from claimx.claim.layout import Sentence
    from claimx.claim.mention import Candidate, Mention
    from claimx.document import Document
    from judge import Gold

TASKS = ("metric", "subject", "period", "source")
#: A file in a folder of articles that names the tasks they teach, where they do not teach all.
TEACHES = "teaches.txt"
#: How much more two readers who agreed say than one reader alone of what is most disputable: what is a claim at
#: all, and whose.
_AGREED = 3


@dataclass
class Example:
    """One choice: the evidence of every candidate, and which candidates are right."""

    document: str
    evidence: list[list[str]]
    right: list[bool]


@dataclass
class Examples:
    """What one pass over the documents yields."""

    choices: dict[str, list[Example]] = field(default_factory=lambda: {task: [] for task in TASKS})
    gate: list[tuple[str, list[str], bool]] = field(default_factory=list)
    #: Per task: figures whose candidates hold a right one, and all figures.
    reachable: Counter[str] = field(default_factory=Counter)
    #: Per task: figures for which the model's choice was right.
    right: Counter[str] = field(default_factory=Counter)


@dataclass
class Laid:
    """A document laid out for linking, with its gold claims by figure."""

    name: str
    document: Document
    sentences: list[Sentence]
    #: All gold claims, and those that a figure stands on by the span of that figure.
    claims: list[Gold]
    gold: dict[tuple[int, int], Gold]
    #: Whether two readers agreed on the claims.
    agreed: bool = True
    #: The tasks that the document teaches.
    teaches: frozenset[str] = frozenset((*TASKS, "claim"))

    @cached_property
    def examples(self) -> Examples:
        """What the document teaches while every choice follows the gold."""
        taught = collect([self], {}, teach=True)
        if self.agreed:
            taught.gate *= _AGREED
            taught.choices["subject"] *= _AGREED
        for task in TASKS:
            if task not in self.teaches:
                taught.choices[task] = []
        if "claim" not in self.teaches:
            taught.gate = []
        return taught


class Recorder:
    """A chooser that notes every choice, and follows the gold or the model."""

    def __init__(self, laid: Laid, weights: dict[str, Weights], examples: Examples, teach: bool) -> None:
        self.laid, self.weights, self.examples, self.teach = laid, weights, examples, teach

    def _gold(self, mention: Mention) -> Gold | None:
        span = mention.scope.block.source_span(mention.quantity.start, mention.quantity.end)
        return self.laid.gold.get(span)

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        """Note the candidates; the right one where the gold teaches, else the model's own choice."""
        if not candidates:
            return None, 0.0
        best, sure = best_of(self.weights.get(task, {}), candidates)
        assert best is not None
        claim = self._gold(mention)
        if claim is None or claim.get("level", "core") != "core":
            return best, 1.0 if self.teach else sure
        right = [goldfile.field_right(claim, task, candidate.text) for candidate in candidates]
        self.examples.reachable[task + ".all"] += 1
        if right[candidates.index(best)]:
            self.examples.right[task] += 1
        if any(right):
            self.examples.reachable[task] += 1
            if not all(right):
                evidence = [list(map(intern, candidate.evidence)) for candidate in candidates]
                self.examples.choices[task].append(Example(self.laid.name, evidence, right))
            if self.teach:
                return max((c for c, ok in zip(candidates, right, strict=True) if ok), key=lambda c: c.score), 1.0
        return best, sure

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        """Note the evidence; 1 or 0."""
        claim = self._gold(mention)
        if claim is None or claim.get("level", "core") == "core":
            self.examples.gate.append((self.laid.name, evidence, claim is not None))
        if self.teach or not self.weights.get("claim"):
            return 1.0 if claim is not None else 0.0
        known = self.weights["claim"]
        likely = known.get("bias", 0.0) + sum(known.get(name, 0.0) for name in evidence) > 0
        if claim is None or claim.get("level", "core") == "core":
            self.examples.reachable["claim.all"] += 1
            self.examples.right["claim"] += likely == (claim is not None)
        return 1.0 if likely else 0.0


def lay_out_folders(folders: Sequence[Path]) -> dict[Path, list[Laid]]:
    """The documents of each folder. The first holds what two readers agreed on; in the others one reader's
    word on what is a claim at all, the most disputable of judgements, counts for less. Articles that were
    written to be annotated teach only the tasks that their folder's ``teaches.txt`` names: their authors
    leave out subjects as everybody does, but say times and measures in ways of their own.
    """
    return {folder: lay_out_all(folder, agreed=place == 0) for place, folder in enumerate(folders)}


def lay_out_all(folder: Path, *, agreed: bool = True) -> list[Laid]:
    """Every annotated document of a folder, in the order of their names."""
    using = segmenter()
    limited = folder / TEACHES
    teaches = frozenset(limited.read_text(encoding="utf-8").split()) if limited.exists() else Laid.teaches
    found = []
    for item in goldfile.load(folder):
        document = read_document(str(item.path))
        labelled = [block for block in label(document) if block.main]
        sentences = lay_out(document, labelled, document.metadata.published, using)
        claims = goldfile.placed(item, document)
        found.append(Laid(item.name, document, sentences, claims, _match(sentences, claims), agreed, teaches))
    return found


def _match(sentences: list[Sentence], claims: list[Gold]) -> dict[tuple[int, int], Gold]:
    """Figures and gold claims paired greedily by overlap."""
    spans = [
        sentence.scope.block.source_span(quantity.start, quantity.end)
        for sentence in sentences
        if sentence.frame is not None
        for quantity in sentence.frame.quantities
    ]
    pairs = sorted(
        (
            (min(end, claim["end"]) - max(start, claim["start"]), -abs(start - claim["start"]), i, j)
            for i, (start, end) in enumerate(spans)
            for j, claim in enumerate(claims)
            if start < claim["end"] and claim["start"] < end
        ),
        reverse=True,
    )
    found: dict[tuple[int, int], Gold] = {}
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if spans[i] not in found and j not in taken:
            found[spans[i]] = claims[j]
            taken.add(j)
    return found


def collect(documents: list[Laid], weights: dict[str, Weights], *, teach: bool) -> Examples:
    examples = Examples()
    for laid in documents:
        for _ in link(laid.sentences, Recorder(laid, weights, examples, teach)):
            pass
    return examples
