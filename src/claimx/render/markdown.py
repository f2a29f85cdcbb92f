"""A GitHub-flavoured Markdown table of all records."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.render.cell import cell
from claimx.render.fields import NUMERIC
from claimx.render.pieces import Lines
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimx.document import Document
    from claimx.model import Claim

#: What a reader of a document wants to see; ``--fields`` chooses others.
DEFAULT_FIELDS: tuple[str, ...] = (
    "doc", "line", "subject", "metric", "text", "value", "min", "max", "unit", "kind", "direction", "period", "source",
)  # fmt: skip

# What Markdown would read as markup inside a cell; an article's text must stay text.
_MARKUP = re.compile(r"[\\`*_\[\]<|~$&]")


def escape(text: str) -> str:
    r"""The text as a cell that shows it character for character.

    >>> escape("a|b *c*")
    'a\\|b \\*c\\*'
    """
    return _MARKUP.sub(r"\\\g<0>", visible_line(text))


class MarkdownWriter(Lines):
    """One table over all documents, numbers aligned to the right."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields

    def begin(self) -> str:
        """The header and the line of alignments."""
        alignments = ("---:" if name in NUMERIC else "---" for name in self._fields)
        return _row(map(escape, self._fields)) + _row(alignments)

    def document(self, document: Document, claims: Sequence[Claim]) -> str:
        """The rows of one document."""
        del document  # a column names it
        return "".join(_row(escape(cell(getattr(claim, name))) for name in self._fields) for claim in claims)


def _row(cells: Iterable[str]) -> str:
    return "| " + " | ".join(cells) + " |\n"
