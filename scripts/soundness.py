"""What holds for the records of any text whatever; the property tests, the fuzz targets and the mutation run share it.

Each function raises AssertionError at the first thing that does not hold. Offsets are half-open places
in code points of the text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.document import Document, Labelled
    from claimx.model import Claim, Period, Quantity

#: An entity such as ``&amp;`` stands for the character it makes.
_ENTITY = "&"


def check_pieces(text: str, pieces: Sequence[Quantity] | Sequence[Period] | Sequence[Claim]) -> None:
    """Each stands verbatim where it says, in order, none over another."""
    end = 0
    for piece in pieces:
        assert end <= piece.start < piece.end <= len(text), f"{piece.start}-{piece.end} is out of order"
        assert text[piece.start : piece.end] == piece.text, f"{piece.text!r} does not stand at {piece.start}"
        end = piece.end


def check_quantities(text: str, quantities: Sequence[Quantity]) -> None:
    """The offset invariant, numerals and units within their quantity, ends of ranges in order."""
    check_pieces(text, quantities)
    for quantity in quantities:
        for span in (quantity.number_span, quantity.unit_span):
            assert span is None or quantity.start <= span[0] < span[1] <= quantity.end, f"{quantity}: span outside"
        assert quantity.rules, f"{quantity}: no rule read it"
        for number in (quantity.value, quantity.min, quantity.max, quantity.precision):
            assert number is None or number.is_finite(), f"{quantity}: no number"


def check_document(document: Document, labelled: Sequence[Labelled]) -> None:
    """Blocks in order, their plain text where they say it stands, and all of them labelled."""
    text, end = document.text, 0
    assert [item.block for item in labelled] == list(document.blocks), "a block was lost"
    for block in document.blocks:
        assert end <= block.start <= block.end <= len(text), f"block {block.line} is out of order"
        end = block.end
        if block.offsets is None:
            assert text[block.start : block.end] == block.plain, f"block {block.line} is not verbatim"
            continue
        assert len(block.offsets) == len(block.plain) + 1, f"block {block.line}: an offset a character"
        for char, at in zip(block.plain, block.offsets, strict=False):
            assert text[at] in {char, _ENTITY}, f"block {block.line}: {char!r} does not stand at {at}"


def check_claims(document: Document, claims: Sequence[Claim]) -> None:
    """Offsets of figure, sentence and fields; every stated field is either written somewhere or inferred."""
    text = document.text
    check_pieces(text, claims)
    for claim in claims:
        sentence_end = claim.sentence_start + len(claim.sentence)
        assert text[claim.sentence_start : sentence_end] == claim.sentence, "the sentence does not stand there"
        assert claim.sentence_start <= claim.start, "the sentence begins too late"
        assert claim.end <= sentence_end, "the sentence ends too early"
        line_start = max(text.rfind("\n", 0, claim.start), text.rfind("\r", 0, claim.start)) + 1
        assert claim.sentence_start >= line_start, "the sentence begins in the line before"
        for name, (start, stop) in claim.spans.items():
            assert claim.sentence_start <= start < stop <= sentence_end, f"{name} is not in the sentence"
        for name in {"number", "unit"} & claim.spans.keys():
            assert claim.start <= claim.spans[name][0], f"{name} begins before the figure"
            assert claim.spans[name][1] <= claim.end, f"{name} ends after the figure"
        for name in ("metric", "subject", "period", "source"):
            told = name in claim.spans or name in claim.inferred
            assert told == (getattr(claim, name) is not None), f"{name}: stated without a place, or the other way"
        assert 0 <= claim.confidence <= 1, "confidence is a share"
