"""What the fuzzer calls: bytes in, nothing out, AssertionError where a record is unsound.

Any other exception is a finding too. ``scripts/fuzz.py`` drives them by coverage; ``tests/fuzz`` plays every
input that was ever kept.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from claimx import compare, find_periods, find_quantities
from claimx.clean import label
from claimx.pipeline import extract_document
from claimx.render import writer
from claimx.source import DecodeError, decode, read_text
from soundness import check_claims, check_document, check_pieces, check_quantities

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.document import Document
    from claimx.render import Format
    from claimx.source.sniff import Format as Kind

_PUBLISHED = date(2025, 3, 20)
_KINDS: tuple[Kind | None, ...] = (None, "text", "markdown", "html")
_STYLES: tuple[Format, ...] = ("json", "jsonl", "csv", "md", "displacy", "langextract")


def quantity(data: bytes) -> None:
    """The grammars of quantities and of time on any text, half surrogates included."""
    text = data.decode("utf-8", "surrogateescape")
    check_quantities(text, find_quantities(text))
    check_pieces(text, find_periods(text, _PUBLISHED))


def readers(data: bytes) -> None:
    """Decoding, the readers and the labels of clean; the first byte chooses the reader."""
    document = _document(data)
    if document is not None:
        check_document(document, label(document))


def pipeline(data: bytes) -> None:
    """Everything from bytes to output; the first byte chooses the reader."""
    document = _document(data)
    if document is None:
        return
    claims = extract_document(document, published=_PUBLISHED, include_boilerplate=True)
    check_claims(document, claims)
    for style in _STYLES:
        out = writer(style, excel=style == "csv")
        for piece in (out.begin(), out.join(out.document(document, claims)), out.end()):
            assert isinstance(piece, str)
            piece.encode("utf-8", "backslashreplace")
    compare([*claims, *claims])


def _document(data: bytes) -> Document | None:
    """The document of the bytes after the first; None where they are refused, which is no fault."""
    kind = _KINDS[data[0] % len(_KINDS)] if data else None
    try:
        text = decode(data[1:])
    except DecodeError:
        return None
    return read_text(text, path="fuzz", kind=kind)


TARGETS: dict[str, Callable[[bytes], None]] = {"quantity": quantity, "readers": readers, "pipeline": pipeline}
