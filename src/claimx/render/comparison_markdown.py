"""A comparison as a GitHub-flavoured Markdown table: a row a fact, a column a document."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.render.comparison_cell import HEADINGS, by_document, heading, labels
from claimx.render.markdown import escape

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimx.compare import Comparison
    from claimx.render.comparison import Look


def markdown(comparison: Comparison, look: Look) -> Iterator[str]:
    """The header, the line of alignments and a row a fact."""
    names = labels(comparison)
    columns = (*HEADINGS, *(names[name] for name in comparison.documents))
    yield _row(map(escape, columns)) + _row("---" for _ in columns)
    for fact in comparison.facts:
        said = by_document(comparison, fact, sentences=look.sentences)
        yield _row((*map(escape, heading(fact)), *("<br>".join(map(escape, cell)) for cell in said)))


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
