"""The table for people: one per document, fitted to the terminal, with CJK widths counted right.

This is the only module that imports rich; it is imported when a table is asked for, not before.
"""

from __future__ import annotations

import io
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Literal

from rich.box import SIMPLE_HEAD
from rich.console import Console
from rich.table import Table
from rich.text import Text

from claimx.render.cell import cell
from claimx.render.cells import cells
from claimx.render.fields import NUMERIC
from claimx.render.figure import change, figure
from claimx.render.language import said
from claimx.render.pieces import Lines
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimx.document import Document
    from claimx.model import Claim, Kind

# The report's colours as far as a terminal has them; a plain level needs none.
_KIND_STYLES: dict[Kind, str] = {"level": "", "change": "green", "comparison": "yellow", "rank": "magenta"}

#: Narrower tables would cut numbers off; a terminal that is narrower breaks the lines itself.
NARROWEST = 72
#: A wider figure is broken between its ends, and between number and unit.
_WIDEST_FIGURE = 20
#: From this width on there is room for the words of the article and the confidence.
WIDE = 120


@dataclass(frozen=True, slots=True)
class _Column:
    """One column: its heading, how a claim fills it, and how it behaves when space is short."""

    heading: str
    fill: Callable[[Claim], str]
    style: str = ""
    justify: Literal["left", "right"] = "left"
    #: Columns that must be read whole keep their width; the others fold.
    whole: bool = False
    #: The share of the spare width; 0 takes what it needs.
    ratio: int = 0
    #: Whether its colour tells the claim's kind.
    by_kind: bool = False


class TableWriter(Lines):
    """Tables under each document's title.

    ``fields`` None shows the columns that people read; otherwise those fields as they are.
    ``width`` is in terminal cells; ``colour`` allows styling with escape sequences.
    """

    def __init__(
        self, fields: Sequence[str] | None, *, width: int, colour: bool = False, raw_numbers: bool = False
    ) -> None:
        self._out = io.StringIO()
        self._console = Console(
            file=self._out,
            width=max(width, NARROWEST),
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
        )
        self._columns = _chosen(fields) if fields else _reading(width, raw_numbers=raw_numbers)

    def document(self, document: Document, claims: Sequence[Claim]) -> str:
        """The document's heading and its table, or a word that it holds no claims."""
        self._heading(document)
        if claims:
            self._console.print(self._table(claims))
        else:
            self._console.print(Text(f"  {said('no claims')}\n", style="dim"))
        return self._taken()

    def _heading(self, document: Document) -> None:
        metadata = document.metadata
        parts = [visible_line(document.path)]
        if metadata.published is not None:
            parts.append(metadata.published.isoformat())
        if metadata.title:
            self._console.print(Text(visible_line(metadata.title), style="bold"))
        self._console.print(Text(" · ".join(parts), style="dim" if metadata.title else "bold"))

    def _table(self, claims: Sequence[Claim]) -> Table:
        table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1), header_style="bold", show_edge=False)
        for column in self._columns:
            table.add_column(
                said(column.heading),
                justify=column.justify,
                style=column.style,
                no_wrap=column.whole,
                overflow="fold",
                ratio=column.ratio or None,
            )
        for claim in claims:
            style = _KIND_STYLES[claim.kind]
            table.add_row(*(Text(column.fill(claim), style=style * column.by_kind) for column in self._columns))
        return table

    def _taken(self) -> str:
        text = self._out.getvalue()
        self._out.seek(0)
        self._out.truncate()
        # rich pads every line to the table's width; nobody needs the blanks
        return "\n".join(line.rstrip() for line in text.splitlines()) + "\n\n"


def _field(name: str) -> Callable[[Claim], str]:
    return lambda claim: visible_line(cell(getattr(claim, name)))


def _broken_figure(claim: Claim, *, raw_numbers: bool) -> str:
    text = figure(claim, raw_numbers=raw_numbers)
    return text if cells(text) <= _WIDEST_FIGURE else text.replace("–", "–\n").replace(" ", "\n")


def _broken_period(claim: Claim) -> str:
    return visible_line(claim.period or "").replace("/", "/\n")


def _chosen(fields: Sequence[str]) -> tuple[_Column, ...]:
    return tuple(_Column(name, _field(name), justify="right" if name in NUMERIC else "left") for name in fields)


def _reading(width: int, *, raw_numbers: bool) -> tuple[_Column, ...]:
    wide = width >= WIDE
    columns = (
        _Column("line", _field("line"), style="dim", justify="right", whole=True),
        _Column("subject", _field("subject")),
        _Column("metric", _field("metric"), style="cyan"),
        _Column(
            "value",
            partial(_broken_figure, raw_numbers=raw_numbers),
            style="bold",
            justify="right",
            whole=True,
            by_kind=True,
        ),
        _Column("change", lambda claim: change(claim, say=said)),
        # A span of time in a narrow table breaks at its slash and nowhere else.
        _Column("period", _field("period") if wide else _broken_period, whole=True),
        _Column("source", _field("source"), style="dim"),
    )
    if not wide:
        return columns
    return (*columns, _Column("as written", _field("text")), _Column("conf", _field("confidence"), justify="right"))
