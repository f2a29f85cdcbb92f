"""A block as the clean stage sees it: normalised, measured once, for all the rules."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from claimx.document import Block, Document

_COMMA = re.compile(r"[，,、](?!\d)")
_STOP = re.compile(r"[！？；]|[!?;](?!\w)")
_HEADINGS = frozenset({"title", "heading"})
#: A paragraph is a line at least so long, with sentence punctuation, and not made of links.
_PROSE = 28


@dataclass(slots=True)
class Line:
    """A block with what the rules ask of it. Not frozen, as there are many and none leaves this package."""

    index: int
    block: Block
    #: ``block.plain`` normalised; offsets are the same.
    text: str
    #: The line as written, markup and all.
    source: str
    #: Share of the text that is link text, 0 to 1.
    linked: float
    #: Whether the line reads like a paragraph of an article.
    prose: bool


def lines_of(document: Document) -> list[Line]:
    """The blocks of a document as lines, normalised in one go."""
    whole = normalise("\n".join(block.plain for block in document.blocks))
    lines, at = [], 0
    for index, block in enumerate(document.blocks):
        size = len(block.plain)
        text = whole[at : at + size]
        at += size + 1
        linked = block.linked / size if size else 0.0
        source = document.text[block.start : block.end]
        prose = block.kind not in _HEADINGS and _is_prose(text, linked)
        lines.append(Line(index, block, text, source, linked, prose))
    return lines


def _is_prose(text: str, linked: float) -> bool:
    if len(text) < _PROSE or linked > 0.5:
        return False
    return "。" in text or _STOP.search(text) is not None or len(_COMMA.findall(text, 0, 400)) >= 2
