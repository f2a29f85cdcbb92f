"""Link every figure of a document to its metric, subject, period and source, in text order."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from claimx.claim.change import read_change
from claimx.claim.evidence import best_of, logistic, weights
from claimx.claim.gate import gate_evidence
from claimx.claim.mention import Candidate, Mention, group_of
from claimx.claim.metric import metric_candidates
from claimx.claim.modality import read_modality
from claimx.claim.periods import Spoken, period_candidates
from claimx.claim.predicate import read_predicate
from claimx.claim.source import source_candidates
from claimx.claim.subject import subject_candidates
from claimx.claim.subject_inherited import FARTHEST
from claimx.claim.table import CHANGE_HEADERS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimx.claim.layout import Sentence


class Chooser(Protocol):
    """How one of several candidates is chosen; the fitting script listens in here."""

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        """The chosen candidate and its probability."""

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        """The probability that the figure is a claim."""


class WeighedChooser:
    """Chooses by the fitted weights."""

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        """The candidate with the most weight of evidence."""
        return best_of(weights(task), candidates)

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        """The probability that the figure is a claim."""
        return logistic(weights("claim"), evidence)


# A time within so many characters of a sentence's start opens it (此外，在2024年…).
_OPENING = 4

#: Figures less likely than this to be claims are left out.
THRESHOLD = 0.5
#: A cell under a header is a claim by the form of the table.
_CELL_IS_CLAIM = 0.9


def link(sentences: Iterable[Sentence], chooser: Chooser) -> Iterator[tuple[Mention, float]]:
    """Every figure and the probability that it is a claim; those likely enough have all their fields.

    A figure that is no claim takes no part in what follows, so nothing is chosen for it. No sentence is held
    longer than figures look back.
    """
    earlier: list[Mention] = []
    spoken: list[Spoken] = []
    for sentence in sentences:
        if sentence.frame is not None:
            for figure in sentence.frame.figures:
                mention = _mention(sentence, figure)
                likely = _likely(mention, chooser)
                if likely >= THRESHOLD:
                    _fill(mention, earlier, spoken, chooser)
                    earlier.append(mention)
                    del earlier[:-FARTHEST]
                yield mention, likely
        start = sentence.span[0]
        spoken.extend(Spoken(sentence.scope, period, period.start - start <= _OPENING) for period in sentence.periods)


def _mention(sentence: Sentence, figure: int) -> Mention:
    """A figure with the reading of its predicate: what the gate has to know."""
    frame = sentence.frame
    assert frame is not None
    quantity = frame.quantities[frame.tokens[figure].ref]
    predicate = read_predicate(frame, figure)
    group = group_of(quantity)
    mention = Mention(frame, figure, quantity, sentence.scope, predicate, group)
    change = read_change(frame, figure, quantity, predicate, group)
    mention.kind, mention.direction, mention.endpoint = change.kind, change.direction, change.endpoint
    mention.basis, mention.compare_to = change.basis, change.compare_to
    mention.rules.append(change.rule)
    _change_column(mention)
    if mention.kind == "change" and mention.direction == "down" and mention.group == "multiple":
        mention.rules.append("fall-by-a-multiple")  # 下降一倍: kept as written, but it cannot be meant so
    return mention


def _change_column(mention: Mention) -> None:
    """A percentage in a table's column of changes is a change, whatever stands around it."""
    row = mention.scope.row
    column = row.column_at(mention.quantity.start) if row is not None else None
    if column is None or mention.group not in ("share", "points") or not column.header.startswith(CHANGE_HEADERS):
        return
    falls = mention.quantity.value is not None and mention.quantity.value < 0
    mention.kind, mention.direction, mention.basis = "change", "down" if falls else "up", column.basis
    mention.rules.append("table.change-column")


def _likely(mention: Mention, chooser: Chooser) -> float:
    """The probability that a figure is a claim."""
    likely = chooser.is_claim(mention, gate_evidence(mention))
    row = mention.scope.row
    if row is not None and row.states(mention.quantity.start):
        likely = max(likely, _CELL_IS_CLAIM)
    mention.certainty["claim"] = likely
    return likely


def _fill(mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken], chooser: Chooser) -> None:
    """Choose the fields of a claim; each choice may look at those made before it."""
    mention.modality, cue = read_modality(mention.frame, mention.figure, mention.scope.published)
    if cue is not None:
        mention.rules.append(f"modality:{cue}")
    sure = mention.certainty
    mention.metric, sure["metric"] = chooser.choose("metric", mention, metric_candidates(mention, earlier))
    mention.subject, sure["subject"] = chooser.choose("subject", mention, subject_candidates(mention, earlier))
    mention.period, sure["period"] = chooser.choose("period", mention, period_candidates(mention, earlier, spoken))
    mention.source, _ = chooser.choose("source", mention, source_candidates(mention, earlier))
    for name in ("metric", "subject", "period", "source"):
        candidate: Candidate | None = getattr(mention, name)
        if candidate is None:
            continue
        candidate.carried = None  # asked for no more, and through it each figure would hold all those before it
        if candidate.text is not None:
            mention.rules.append(f"{name}:{candidate.pattern}")
