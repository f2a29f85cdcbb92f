"""Annotated documents for LangExtract's viewer: one a line, as ``langextract.visualize`` reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx.render.cell import cell
from claimx.render.jsontext import encode
from claimx.render.pieces import Lines

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.document import Document
    from claimx.model import Claim

#: What the viewer shows beside a figure.
_ATTRIBUTES = (
    "subject", "metric", "value", "min", "max", "ratio", "unit", "bound", "direction", "basis", "compare_to", "period",
    "modality", "source", "confidence", "id",
)  # fmt: skip


class LangExtractWriter(Lines):
    """One annotated document a line; each figure is an extraction whose class is its kind."""

    def document(self, document: Document, claims: Sequence[Claim]) -> str:
        """One document with its extractions."""
        extractions = [_extraction(place, claim) for place, claim in enumerate(claims)]
        return encode({"extractions": extractions, "text": document.text, "document_id": document.path}) + "\n"


def _extraction(place: int, claim: Claim) -> dict[str, Any]:
    attributes = {name: cell(getattr(claim, name)) for name in _ATTRIBUTES if getattr(claim, name) is not None}
    return {
        "extraction_class": claim.kind,
        "extraction_text": claim.text,
        "char_interval": {"start_pos": claim.start, "end_pos": claim.end},
        "alignment_status": "match_exact",
        "extraction_index": place + 1,
        "group_index": place,
        "attributes": attributes,
    }
