"""A comparison as text: one module a format, each a function from a comparison to pieces of text."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.compare import Comparison

ComparisonFormat = Literal["table", "json", "jsonl", "csv", "md", "html"]

#: Which format a file name's suffix asks for.
COMPARISON_SUFFIXES: dict[str, ComparisonFormat] = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".csv": "csv",
    ".md": "md",
    ".html": "html",
    ".htm": "html",
    ".txt": "table",
}


@dataclass(frozen=True, slots=True)
class Look:
    """How the formats for people look."""

    #: Add the sentence that each figure stands in.
    sentences: bool = False
    #: Width of the table in terminal cells.
    width: int = 80
    #: Whether escape sequences may style the table.
    colour: bool = False


def render_comparison(comparison: Comparison, style: ComparisonFormat, look: Look) -> Iterator[str]:
    """The comparison in a format, piece by piece."""
    # Imported one by one: JSON must not pay for rich.
    if style == "table":
        from claimx.render.comparison_table import table  # noqa: PLC0415

        return table(comparison, look)
    if style == "json":
        from claimx.render.comparison_json import json_object  # noqa: PLC0415

        return json_object(comparison)
    if style == "jsonl":
        from claimx.render.comparison_json import json_lines  # noqa: PLC0415

        return json_lines(comparison)
    if style == "csv":
        from claimx.render.comparison_csv import csv_matrix  # noqa: PLC0415

        return csv_matrix(comparison, look)
    if style == "md":
        from claimx.render.comparison_markdown import markdown  # noqa: PLC0415

        return markdown(comparison, look)
    from claimx.render.comparison_html import html  # noqa: PLC0415

    return html(comparison, look)
