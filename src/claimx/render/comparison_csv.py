"""A comparison as CSV: a row a fact, a column a document."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from claimx.render.cell import cell
from claimx.render.comparison_cell import by_document

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimx.compare import Comparison
    from claimx.render.comparison import Look

_FIELDS = ("verdict", "subtype", "reason", "certainty", "rel_diff", "subject", "metric", "period", "kind", "unit")


def csv_matrix(comparison: Comparison, look: Look) -> Iterator[str]:
    """The header and a row a fact; several figures of one document stand in one cell, a line each."""
    yield _row((*_FIELDS, *comparison.documents))
    for fact in comparison.facts:
        said = by_document(comparison, fact, sentences=look.sentences)
        yield _row((*(cell(getattr(fact, name)) for name in _FIELDS), *map("\n".join, said)))


def _row(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(list(cells))
    return out.getvalue()
