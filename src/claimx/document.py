"""The document as the stages hand it on: decoded text, its blocks, and what the page says of itself."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

#: Larger inputs are refused unless asked for: an article is kilobytes, and a dump given by mistake should not fill
#: the memory.
MAX_BYTES = 16 * 1024 * 1024
#: So are inputs with more figures than one for so many of the bytes allowed: each costs kilobytes, and of four hundred
#: articles the densest has a figure to 156 bytes.
_BYTES_FOR_A_FIGURE = 128
#: And inputs with more lines, or tags of a page, than one for so many: each costs most of a kilobyte.
_BYTES_FOR_A_LINE = 16

BlockKind = Literal["title", "heading", "paragraph", "list", "quote", "table", "caption", "code"]


@dataclass(frozen=True, slots=True)
class Block:
    """One line of the decoded text (of the visible text, for HTML) that is not blank.

    ``start`` and ``end`` are its half-open offsets in the document's text, without the line break;
    ``plain`` is what a reader of the rendered page sees: markup, link targets and list or heading
    marks removed, nothing else changed.
    """

    start: int
    end: int
    #: 1-based line number in the document's text.
    line: int
    kind: BlockKind
    plain: str
    #: ``offsets[i]`` is the place of ``plain[i]`` in the document's text, with one more entry for
    #: the end; None when ``plain`` stands verbatim at ``start``.
    offsets: Sequence[int] | None = None
    #: Heading level 1-6, or list depth from 1; 0 elsewhere.
    level: int = 0
    #: How many characters of ``plain`` are link text.
    linked: int = 0
    #: Place in ``Document.boxes`` of the page element that holds the block; -1 outside HTML.
    box: int = -1

    def source_span(self, start: int, end: int) -> tuple[int, int]:
        """Offsets in the document's text of the non-empty ``plain[start:end]``."""
        if self.offsets is None:
            return self.start + start, self.start + end
        return self.offsets[start], self.offsets[end - 1] + 1


@dataclass(frozen=True, slots=True)
class Box:
    """One block-level element of an HTML page, kept so that clean can weigh the page's regions."""

    #: Place of the parent in ``Document.boxes``, always smaller than the box's own; -1 for the outermost.
    parent: int
    #: What its tag, class and id names say it holds.
    role: Literal["body", "furniture", ""] = ""


@dataclass(frozen=True, slots=True)
class Metadata:
    """What the page says about the article, each None where it does not."""

    title: str | None = None
    author: str | None = None
    published: date | None = None
    site: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """A decoded input and its blocks in text order."""

    #: The path as given by the user, ``-`` for standard input.
    path: str
    #: The decoded text without a byte-order mark, line ends as in the file; for HTML the visible text.
    text: str
    blocks: tuple[Block, ...]
    metadata: Metadata = field(default_factory=Metadata)
    #: The elements of an HTML page in document order; empty for text and Markdown.
    boxes: tuple[Box, ...] = ()
    #: With so many figures or more it is refused when claims are looked for.
    too_many_figures: int = sys.maxsize


def too_many_figures(max_bytes: int) -> int:
    """How many figures are too many for an input of which so many bytes are read; as by default for fewer bytes."""
    return max(max_bytes, MAX_BYTES) // _BYTES_FOR_A_FIGURE


def too_many_lines(max_bytes: int) -> int:
    """How many lines or tags, likewise."""
    return max(max_bytes, MAX_BYTES) // _BYTES_FOR_A_LINE


@dataclass(frozen=True, slots=True)
class Labelled:
    """A block with the verdict of the clean stage and the name of the rule that gave it."""

    block: Block
    main: bool
    reason: str
