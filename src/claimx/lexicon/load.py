"""Read the word lists in ``claimx/lexicon/data``: tab-separated, ``#`` comments, one entry a line."""

from __future__ import annotations

from functools import cache
from importlib import resources


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/NAME.tsv``, each split at tabs; blank lines and comments left out."""
    text = resources.files("claimx.lexicon").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    rows = (line.partition("#")[0].rstrip() for line in text.splitlines())
    return tuple(tuple(row.split("\t")) for row in rows if row)


@cache
def words(name: str) -> tuple[str, ...]:
    """All words of ``data/NAME.tsv``, where a line may hold several, separated by spaces or tabs."""
    return tuple(word for row in table(name) for cell in row for word in cell.split())
