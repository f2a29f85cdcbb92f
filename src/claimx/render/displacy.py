"""Documents for displaCy, spaCy's viewer: ``displacy.render(json.load(file), style="ent", manual=True)``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimx.render.jsontext import encode
from claimx.render.pieces import Array

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.document import Document
    from claimx.model import Claim


class DisplacyWriter(Array):
    """One array with an object a document; each figure is an entity labelled with its kind and linked to its metric."""

    def document(self, document: Document, claims: Sequence[Claim]) -> str:
        """The text of one document with its figures."""
        return encode(
            {
                "text": document.text,
                "ents": list(_entities(claims)),
                "title": document.metadata.title or document.path,
            }
        )


def _entities(claims: Sequence[Claim]) -> Iterator[dict[str, Any]]:
    """The figures in text order. displaCy repeats text where entities overlap, so the first of such stands for them."""
    end = 0
    for claim in sorted(claims, key=lambda claim: (claim.start, claim.end)):
        if claim.start < end:
            continue
        end = claim.end
        names = (claim.subject, claim.metric, claim.period)
        yield {
            "start": claim.start,
            "end": end,
            "label": claim.kind.upper(),
            "kb_id": " ".join(filter(None, names)),
            "kb_url": "#",
        }
