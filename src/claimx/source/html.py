"""Saved web pages: the visible text, a line a block-level element, and the elements it stood in."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, NamedTuple

from claimx.document import Block, BlockKind, Box
from claimx.source.html_head import Head
from claimx.source.html_scan import Token, scan
from claimx.source.html_tags import (
    BLOCK,
    CLOSES,
    HEADINGS,
    SCOPES,
    UNSHOWN,
    VOID,
    attributes,
    is_hidden,
    role,
)
from claimx.source.lines import BLANK

if TYPE_CHECKING:
    from collections.abc import Sequence

_SPACES = re.compile(r"[ \t\r\n\f]+")
_TABLE_BREAKS = frozenset({"table", "/table", "tr", "/tr", "tbody", "/tbody", "thead", "/thead", "tfoot", "/tfoot"})
#: How far an end tag looks for the element it closes: keeps hostile pages linear.
_REACH = 256
#: So many hidden elements may turn out to be the page itself, or never to end, before hiding stops.
_FALSE_HIDES = 20
_CELL_BREAK = " | "


class Page(NamedTuple):
    """A read page: its visible text, one line a block, and what its head and tags say of the article."""

    text: str
    blocks: tuple[Block, ...]
    boxes: tuple[Box, ...]
    head: Head


def read_page(source: str) -> Page:
    """The visible text of a page as a browser would set it, without scripts, styles and hidden elements."""
    tokens = list(scan(source))
    builder = _Builder()
    shown = sum(len(token.source) for token in tokens if not token.name)
    at = false_hides = 0
    while at < len(tokens):
        token = tokens[at]
        at += 1
        if not token.name:
            builder.text(token.source)
            continue
        attrs = attributes(token.source) if token.source else {}
        if token.name[0] not in "!/" and false_hides < _FALSE_HIDES and _unshown(token.name, attrs):
            after, size = _skip(tokens, at, token.name)
            # Nothing hides half of the page but a script that would show it again.
            if after and size <= shown / 2:
                builder.head.skipped(tokens[at:after])
                at = after
                continue
            false_hides += 1
        builder.tag(token.name, token.source, attrs)
    builder.flush()
    return Page("\n".join(builder.lines), tuple(builder.blocks), tuple(builder.boxes), builder.head)


def _unshown(name: str, attrs: dict[str, str]) -> bool:
    if name in UNSHOWN:
        return True
    return bool(attrs) and name not in VOID and name not in {"html", "body"} and is_hidden(attrs)


def _skip(tokens: Sequence[Token], at: int, name: str) -> tuple[int, int]:
    """The index after the element's end tag and the size of the text before it; index 0 if it never ends."""
    depth, size = 1, 0
    for index in range(at, len(tokens)):
        token = tokens[index]
        if not token.name:
            size += len(token.source)
        elif token.name == name:
            depth += 1
        elif token.name[0] == "/" and token.name[1:] == name:
            depth -= 1
            if not depth:
                return index + 1, size
    return 0, size


class _Open(NamedTuple):
    """An open block-level element."""

    tag: str
    box: int
    kind: BlockKind
    level: int


class _Cell(NamedTuple):
    text: str
    linked: int
    element: _Open


class _Builder:
    """Turns tokens into lines: the open elements, the line being filled, the row of cells before it."""

    def __init__(self) -> None:
        self.head = Head()
        self.lines: list[str] = []
        self.blocks: list[Block] = []
        self.boxes: list[Box] = [Box(-1)]
        self._length = 0
        self._stack = [_Open("html", 0, "paragraph", 0)]
        self._open: dict[str, int] = {}
        self._pieces: list[str] = []
        self._linked = 0
        self._element = self._stack[0]
        self._cells: list[_Cell] = []
        self._in_cell = False
        self._broken = False  # a line break inside a table cell, not yet followed by text
        #: Depth of the stack where the open link began, 0 outside links.
        self._link = 0

    def text(self, source: str) -> None:
        """Add text to the line, white space collapsed."""
        if "&" in source:
            source = html.unescape(source)
        if self._stack[-1].tag == "pre" and "\n" in source:
            first, *others = source.replace("\r\n", "\n").replace("\r", "\n").split("\n")
            self._add(first)
            for line in others:
                self._break()
                self._add(line)
        else:
            self._add(_SPACES.sub(" ", source))

    def _add(self, text: str) -> None:
        if not self._pieces or self._broken:
            text = text.lstrip(" ")
        elif self._pieces[-1][-1] == " ":
            text = text.removeprefix(" ")
        if not text:
            return
        if self._broken:
            # A second paragraph in a cell: a table for layout, whose cells are no row of figures.
            self._end_cell()
            self._row(joined=len(self._cells) == 1)
            self._in_cell, self._broken = True, False
        if not self._pieces:
            self._element = self._stack[-1]
        self._pieces.append(text)
        if self._link:
            self._linked += len(text)

    def tag(self, name: str, source: str, attrs: dict[str, str]) -> None:
        """Act on a start or end tag."""
        if name[0] == "!":
            self.head.raw(name[1:], source)
        elif name == "a":
            self._link = len(self._stack) if "href" in attrs else 0
        elif name == "/a":
            self._link = 0
        elif name in {"br", "hr", "/br"}:
            self._break()
        elif name == "meta":
            self.head.meta(attrs)
        elif name == "time":
            self.head.time(attrs)
        elif name in BLOCK:
            self._start(name, attrs)
        elif name[0] == "/" and name[1:] in BLOCK:
            self._end(name[1:])

    def _start(self, tag: str, attrs: dict[str, str]) -> None:
        while len(self._stack) > 1 and self._stack[-1].tag == "p":
            self._pop()
        for closed in CLOSES.get(tag, ()):
            if self._stack[-1].tag == closed:
                self._pop()
        self._separate(tag)
        parent = self._stack[-1]
        self.boxes.append(Box(parent.box, role(tag, attrs)))
        kind, level = self._kind(tag, parent)
        self._stack.append(_Open(tag, len(self.boxes) - 1, kind, level))
        self._open[tag] = self._open.get(tag, 0) + 1

    def _kind(self, tag: str, parent: _Open) -> tuple[BlockKind, int]:
        if level := HEADINGS.get(tag, 0):
            return "heading", level
        match tag:
            case "li" | "dd":
                return "list", min(9, self._open.get("ul", 0) + self._open.get("ol", 0) or 1)
            case "blockquote":
                return "quote", 0
            case "figcaption" | "caption":
                return "caption", 0
            case "pre":
                return "code", 0
            case "p" | "div" if parent.kind in {"list", "quote", "caption"}:
                return parent.kind, parent.level
        return "paragraph", 0

    def _end(self, tag: str) -> None:
        if tag not in {"td", "th"}:
            self._separate("/" + tag)
        else:
            self._end_cell()
            self._in_cell = False
        if not self._open.get(tag):
            return
        for reach in range(1, min(_REACH, len(self._stack) - 1) + 1):
            current = self._stack[-reach].tag
            if current == tag:
                for _ in range(reach):
                    self._pop()
                return
            if current in SCOPES and tag not in SCOPES:
                return

    def _pop(self) -> None:
        element = self._stack.pop()
        self._open[element.tag] -= 1
        if self._link > len(self._stack):
            self._link = 0  # an <a> that was never closed ends with the element it stands in

    def _separate(self, tag: str) -> None:
        """What a block-level tag does to the line before it."""
        if tag in {"td", "th"}:
            self._end_cell()
            self._in_cell = True
        elif tag in _TABLE_BREAKS:
            self.flush()
        else:
            self._break()

    def _break(self) -> None:
        if self._in_cell:
            self._broken = bool(self._pieces)
        else:
            self.flush()

    def _end_cell(self) -> None:
        text = "".join(self._pieces).strip(BLANK)
        if text:
            self._cells.append(_Cell(text, min(self._linked, len(text)), self._element))
        self._pieces, self._linked, self._broken = [], 0, False

    def flush(self) -> None:
        """End the line, and with it the row of table cells."""
        self._end_cell()
        self._row(joined=True)
        self._in_cell = False

    def _row(self, *, joined: bool) -> None:
        cells, self._cells = self._cells, []
        if joined and len(cells) > 1:
            text = _CELL_BREAK.join(cell.text for cell in cells)
            self._emit(text, sum(cell.linked for cell in cells), "table", 0, cells[0].element.box)
        elif joined or not cells:
            for text, linked, element in cells:
                self._emit(text, linked, element.kind, element.level, element.box)
        else:
            *row, last = cells
            self._cells = row
            self._row(joined=True)
            self._emit(last.text, last.linked, last.element.kind, last.element.level, last.element.box)

    def _emit(self, text: str, linked: int, kind: BlockKind, level: int, box: int) -> None:
        start = self._length
        self.lines.append(text)
        self._length += len(text) + 1
        number = len(self.lines)
        self.blocks.append(Block(start, start + len(text), number, kind, text, None, level, linked, box))
