"""What a comparison returns: facts, each with its verdict and the full records that state it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from decimal import Decimal

    from claimx.model import Claim, Kind

Verdict = Literal["same", "consistent", "compatible", "conflict", "derived", "not_comparable", "only"]
Subtype = Literal["magnitude", "value"]
Certainty = Literal["sure", "possible"]
#: The part of a fact that differs between figures that are not comparable.
Reason = Literal["subject", "metric", "scope", "kind", "basis", "period", "unit", "modality"]


@dataclass(frozen=True, slots=True)
class Fact:
    """Figures of one fact with the verdict on them, or figures one part short of being one fact.

    ``subject``, ``metric``, ``kind``, ``unit`` and ``period`` are what most members say; ``period``
    is None also where the members differ in it.
    """

    verdict: Verdict
    #: Of a conflict: whether the figures are a power of ten apart (万 for 亿).
    subtype: Subtype | None
    #: Of what is not comparable: the part that differs.
    reason: Reason | None
    #: ``possible`` when a member leaves the period unsaid.
    certainty: Certainty
    #: Of a conflict: how far apart the two outermost figures are, as a part of the larger, to six places.
    rel_diff: Decimal | None
    subject: str | None
    metric: str | None
    period: str | None
    kind: Kind
    unit: str | None
    #: By document and place; one document may have several.
    members: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Comparison:
    """What the documents share, where they clash, and what only one of them says.

    ``facts`` come with the sure ones first, conflicts before agreements, then the possible ones,
    the not comparable, and what one document alone states.
    """

    facts: tuple[Fact, ...]
    #: Every document compared, whether or not it makes a claim.
    documents: tuple[str, ...]
