"""From labelled blocks to claims: which figures are claims, and whose metric each one gives."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.identity import document_digest
from claimx.claim.layout import lay_out
from claimx.claim.linker import THRESHOLD, WeighedChooser, link
from claimx.claim.record import make_claim
from claimx.text.words import DEFAULT_SEGMENTER, segmenter

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimx.claim.layout import Sentence
    from claimx.document import Document, Labelled
    from claimx.model import Claim

__all__ = ["find_claims"]


def find_claims(
    document: Document,
    labelled: Sequence[Labelled],
    published: date | None,
    *,
    segmenter_name: str = DEFAULT_SEGMENTER,
) -> list[Claim]:
    """The claims of the given blocks in text order; blocks that are boilerplate say so in the record.

    Raises:
        InputError: there are more figures than the document may hold.

    """
    sentences = lay_out(document, labelled, published, segmenter(segmenter_name))
    digest = document_digest(document.text)
    day = published.isoformat() if published is not None else None
    reasons = {item.block.start: None if item.main else item.reason for item in labelled}
    return [
        make_claim(document, digest, mention, day, reasons[mention.scope.block.start])
        for mention, likely in link(_one_by_one(sentences), WeighedChooser())
        if likely >= THRESHOLD
    ]


def _one_by_one(sentences: list[Sentence]) -> Iterator[Sentence]:
    """Each sentence in turn, released when it is done: a frame weighs far more than the claims it gives."""
    sentences.reverse()
    while sentences:
        yield sentences.pop()
