"""What several articles tell, with the figure of each in its sentence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.render.comparison_cell import labels, verdict
from claimx.render.figure import change, figure
from claimx.render.language import said
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimx.compare import Comparison, Fact
    from claimx.model import Claim


@dataclass(frozen=True, slots=True)
class Told:
    """One article's figure of a fact."""

    number: int
    document: str
    claim: Claim
    figure: str
    change: str
    #: The sentence before the figure, the figure, and the rest.
    sentence: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class FactView:
    """A fact with its verdict in words."""

    fact: Fact
    verdict: str
    subject: str
    metric: str
    period: str
    told: tuple[Told, ...]


def shared(comparison: Comparison, numbers: Mapping[tuple[str, str], int]) -> tuple[FactView, ...]:
    """The facts that two or more documents tell, conflicts first, as the comparison orders them.

    ``numbers`` has the report's number of each claim by document and id.
    """
    names = labels(comparison)
    return tuple(_view(fact, names, numbers) for fact in comparison.facts if fact.verdict != "only")


def _view(fact: Fact, names: Mapping[str, str], numbers: Mapping[tuple[str, str], int]) -> FactView:
    return FactView(
        fact,
        verdict=verdict(fact, say=said),
        subject=visible_line(fact.subject or ""),
        metric=visible_line(fact.metric or ""),
        period=visible_line(fact.period or ""),
        told=tuple(
            Told(
                numbers[claim.doc, claim.id],
                names[claim.doc],
                claim,
                figure(claim),
                change(claim, say=said),
                split_sentence(claim),
            )
            for claim in fact.members
        ),
    )


def split_sentence(claim: Claim) -> tuple[str, str, str]:
    """The sentence of a claim cut around its figure; all of it in front where the figure is not in it verbatim.

    In Markdown the sentence may stand without its markup, so that the offsets do not fit: then the
    first place with the same words is taken.
    """
    start = claim.start - claim.sentence_start
    if claim.sentence[start : start + len(claim.text)] != claim.text:
        start = claim.sentence.find(claim.text)
    if start < 0:
        return visible_line(claim.sentence.strip()), "", ""
    end = start + len(claim.text)
    before, after = claim.sentence[:start].lstrip(), claim.sentence[end:].rstrip()
    return visible_line(before), visible_line(claim.text), visible_line(after)
