"""Claims in all formats: one module a format, each a writer that turns documents into pieces of output.

A writer is pure: it returns text, or bytes for a binary format, and leaves writing to its caller, so that
the command line can stream to a pipe, a terminal or a file that appears only when it is whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Literal, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.document import Document
    from claimx.model import Claim

Format = Literal["table", "json", "jsonl", "csv", "tsv", "md", "parquet", "displacy", "langextract"]

#: Formats that are bytes, not text.
BINARY: frozenset[Format] = frozenset({"parquet"})
#: Formats that show whole documents to a viewer: they have no columns to choose.
WHOLE: frozenset[Format] = frozenset({"displacy", "langextract"})

#: Which format a file name's suffix asks for.
SUFFIXES: dict[str, Format] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".tsv": "tsv",
    ".md": "md",
    ".txt": "table",
    ".parquet": "parquet",
}


class Writer(Protocol):
    """Turns documents into output: ``begin``, then ``join`` of what ``document`` gave for each in order, then ``end``.

    ``document`` depends on nothing but its arguments, so it may be called on an equal writer in another process.
    """

    def begin(self) -> str | bytes:
        """What stands before the first document."""
        ...

    def document(self, document: Document, claims: Sequence[Claim]) -> Any:
        """The claims of one document, in the order given, as a piece for ``join``."""
        ...

    def join(self, piece: Any) -> str | bytes:
        """The piece as it stands in the output, behind those before it."""
        ...

    def end(self) -> str | bytes:
        """What stands after the last document."""
        ...


def writer(
    style: Format,
    fields: Sequence[str] | None = None,
    *,
    excel: bool = False,
    width: int = 80,
    colour: bool = False,
    raw_numbers: bool = False,
) -> Writer:
    """The writer of a format.

    Args:
        style: which format.
        fields: which fields in which order; None for all, or for those people read (``table``, ``md``).
        excel: for ``csv`` and ``tsv``: a byte-order mark, CRLF and formulas defused.
        width: for ``table``: the width in terminal cells.
        colour: for ``table``: whether escape sequences may style it.
        raw_numbers: for ``table``: numbers in full instead of with 万 and 亿.

    Raises:
        OutputError: for ``parquet``, when pyarrow is not installed.

    """
    # Imported one by one: a pipe of JSON Lines must not pay for rich.
    if style == "table":
        from claimx.render.table import TableWriter

        return TableWriter(fields, width=width, colour=colour, raw_numbers=raw_numbers)
    if style == "md":
        from claimx.render.markdown import DEFAULT_FIELDS, MarkdownWriter

        return MarkdownWriter(fields or DEFAULT_FIELDS)
    if style == "displacy":
        from claimx.render.displacy import DisplacyWriter

        return DisplacyWriter()
    if style == "langextract":
        from claimx.render.langextract import LangExtractWriter

        return LangExtractWriter()
    from claimx.render.fields import FIELDS

    chosen = fields or FIELDS
    if style == "parquet":
        from claimx.render.parquet import ParquetWriter

        return ParquetWriter(chosen)
    if style in {"csv", "tsv"}:
        from claimx.render.delimited import DelimitedWriter

        return DelimitedWriter(chosen, delimiter="," if style == "csv" else "\t", excel=excel)
    from claimx.render.jsontext import JsonLinesWriter, JsonWriter

    return JsonWriter(chosen) if style == "json" else JsonLinesWriter(chosen)
