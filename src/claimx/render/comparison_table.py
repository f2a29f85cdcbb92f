"""A comparison as a table for people: a row a fact, a column a document where they fit side by side.

More documents than fit are listed one below the other in one column, each figure with its document.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimx.render.cells import cells
from claimx.render.comparison_cell import HEADINGS, by_document, heading, labels
from claimx.render.language import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.compare import Comparison, Fact
    from claimx.render.comparison import Look

# The least that a document's column can be read in, and what the columns in front of it take.
_NARROWEST = 22
_FRONT = 44
# The room that a subject or a metric has at least.
_NAME = 12
# A document's name of more cells is not repeated in every row.
_SHORT_NAME = 12
# A table is laid out as a whole; long comparisons come in parts so that the first rows are soon there.
_ROWS = 500
_STYLES = {"conflict": "bold red", "compatible": "yellow", "consistent": "green", "same": "green"}


def table(comparison: Comparison, look: Look) -> Iterator[str]:
    """The table in parts, or a word that there is nothing to show."""
    if not comparison.facts:
        yield f"{said('no facts to show')}\n"
        return
    names = labels(comparison)
    columns = [names[name] for name in comparison.documents]
    beside = len(columns) <= max(2, (look.width - _FRONT) // _NARROWEST)
    if len(columns) == 2:
        columns = [f"{said('left')}: {columns[0]}", f"{said('right')}: {columns[1]}"]
    elif not beside and max(map(cells, columns)) > _SHORT_NAME:
        # Long names would fill the column, so they stand once, above it.
        cited = {claim.doc for fact in comparison.facts for claim in fact.members}
        for place, name in enumerate(comparison.documents, start=1):
            if name in cited:
                yield f"[{place}] {names[name]}\n"
        yield "\n"
        columns = [f"[{place}]" for place in range(1, len(columns) + 1)]
    elif not beside:
        columns = [f"{name}:" for name in columns]
    for start in range(0, len(comparison.facts), _ROWS):
        part = _grid(columns if beside else [said("stated")], look.width)
        for fact in comparison.facts[start : start + _ROWS]:
            stated = list(by_document(comparison, fact, sentences=look.sentences, say=said))
            said_of_it = ["\n".join(lines) for lines in stated] if beside else [_listed(columns, stated)]
            part.add_row(*_front(fact), *map(Text, said_of_it))
        yield _printed(part, look)


def _grid(columns: Sequence[str], width: int) -> Table:
    grid = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold", show_edge=False)
    for word in HEADINGS:
        # Long names fold, so that what the documents state has room.
        most = max(_NAME, width // 7) if word in {"subject", "metric"} else None
        grid.add_column(said(word), overflow="fold", max_width=most)
    for name in columns:
        grid.add_column(Text(name, overflow="fold"), overflow="fold", ratio=1)
    return grid


def _front(fact: Fact) -> Iterator[Text]:
    verdict, *words = heading(fact, say=said)
    yield Text(verdict, style=_STYLES.get(fact.verdict, "dim"))
    yield from map(Text, words)


def _listed(columns: Sequence[str], stated: Sequence[list[str]]) -> str:
    return "\n".join(f"{name} {text}" for name, texts in zip(columns, stated, strict=True) for text in texts)


def _printed(part: Table, look: Look) -> str:
    out = io.StringIO()
    console = Console(
        file=out,
        width=look.width,
        force_terminal=look.colour,
        color_system="standard" if look.colour else None,
        no_color=not look.colour,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    console.print(part)
    # rich pads every line to the table's width; nobody needs the blanks
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines()) + "\n"
