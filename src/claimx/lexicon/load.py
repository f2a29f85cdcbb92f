"""Read the word lists in ``claimx/lexicon/data``: tab-separated, ``#`` comments, one entry a line.

A user's own words (``lexicon/overlay.py``) stand in front of them: where two entries claim a word, the first wins.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx.data import read_data
from claimx.errors import LexiconError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_added: dict[str, tuple[tuple[str, ...], ...]] = {}


def add(rows: Mapping[str, Sequence[tuple[str, ...]]]) -> None:
    """Put rows in front of the tables they are named after, for the rest of the process.

    Raises:
        LexiconError: a table has been read already, and what was made of it would not know the new rows.

    """
    if not rows:
        return
    if table.cache_info().currsize:
        raise LexiconError("words can be added only before the first text is read")
    for name, new in rows.items():
        _added[name] = (*_added.get(name, ()), *new)


def added() -> dict[str, tuple[tuple[str, ...], ...]]:
    """The rows put in front so far, by table: what another process has to add to know the same words."""
    return dict(_added)


@cache
def table(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of a table: those added, then those of ``data/NAME.tsv``."""
    return (*_added.get(name, ()), *data_rows(name))


@cache
def data_rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of ``data/NAME.tsv``, each split at tabs; blank lines and comments left out."""
    text = read_data("claimx.lexicon", f"data/{name}.tsv")
    lines = text.split("\n")
    rows = (line.partition("#")[0].rstrip() if "#" in line else line for line in lines)
    return tuple([tuple(row.split("\t")) for row in rows if row])


@cache
def words(name: str) -> tuple[str, ...]:
    """All words of a table, where a line may hold several, separated by spaces or tabs."""
    return tuple(word for row in table(name) for cell in row for word in cell.split())
