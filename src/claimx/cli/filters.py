"""Which of a document's claims the user wants to see."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.model import Claim


@dataclass(frozen=True, slots=True)
class Filters:
    """A claim passes when it meets every filter; a filter with several values is met by any of them.

    ``metric`` and ``subject`` are met where the field, as written or as its canonical name, contains
    the text, without regard to case, width or Traditional characters. ``unit`` is met by the unit
    itself and by its rates: ``CNY`` by ``CNY/month`` too.
    """

    metric: tuple[str, ...] = ()
    subject: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    kind: tuple[str, ...] = ()
    modality: tuple[str, ...] = ()
    min_confidence: float = 0.0

    def keep(self, claim: Claim) -> bool:
        """Whether the claim passes."""
        return (
            claim.confidence >= self.min_confidence
            and (not self.kind or claim.kind in self.kind)
            and (not self.modality or claim.modality in self.modality)
            and (not self.unit or _unit_of(claim.unit, self.unit))
            and (not self.metric or _mentions((claim.metric, claim.metric_id), self.metric))
            and (not self.subject or _mentions((claim.subject, claim.subject_id), self.subject))
        )


def _unit_of(unit: str | None, wanted: tuple[str, ...]) -> bool:
    return unit is not None and (unit in wanted or unit.partition("/")[0] in wanted)


def _mentions(names: tuple[str | None, ...], wanted: tuple[str, ...]) -> bool:
    folded = [_folded(name) for name in names if name]
    return any(_folded(text) in name for text in wanted for name in folded)


def _folded(text: str) -> str:
    from claimx.text.normalise import normalise

    return normalise(text).casefold()
