"""CSV and TSV: quoted as RFC 4180 says, a header line, one record a row.

Lines end in LF, as the other formats' do and as line tools expect; the Excel flavour has CRLF and
a byte-order mark, without which Excel reads UTF-8 as the machine's own code page.
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimx.render.cell import cell
from claimx.render.fields import NUMERIC
from claimx.render.pieces import Lines

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimx.document import Document
    from claimx.model import Claim

BOM = "\ufeff"

# A spreadsheet takes a cell that starts so for a formula and runs it; East Asian Excel also takes
# the full-width signs.
_FORMULA_STARTS = tuple("=+-@\t\r\n＝＋－＠")


def defuse(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula.

    >>> defuse("=1+1"), defuse("3.5万亿元")
    ("'=1+1", '3.5万亿元')
    """
    return "'" + text if text.startswith(_FORMULA_STARTS) else text


class DelimitedWriter(Lines):
    """Rows of the chosen fields; ``excel`` adds the byte-order mark and defuses formulas."""

    def __init__(self, fields: Sequence[str], *, delimiter: str, excel: bool = False) -> None:
        self._fields = fields
        self._delimiter = delimiter
        self._excel = excel

    def begin(self) -> str:
        """The header line."""
        return (BOM if self._excel else "") + self._rows([self._fields])

    def document(self, document: Document, claims: Sequence[Claim]) -> str:
        """The rows of one document."""
        del document  # every row names its own
        return self._rows(map(self._row, claims))

    def _row(self, claim: Claim) -> list[str]:
        cells = [cell(getattr(claim, name)) for name in self._fields]
        if self._excel:
            return [text if name in NUMERIC else defuse(text) for name, text in zip(self._fields, cells, strict=True)]
        return cells

    def _rows(self, rows: Iterable[Sequence[str]]) -> str:
        out = io.StringIO()
        csv.writer(out, delimiter=self._delimiter, lineterminator="\r\n" if self._excel else "\n").writerows(rows)
        return out.getvalue()
