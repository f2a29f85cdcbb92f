"""Plain text as pasted from a page: one block a line, headings and list items told by their shape."""

from __future__ import annotations

import re

from claimx.document import Block, BlockKind
from claimx.source.lines import iter_lines

_BULLET = re.compile(r"[-*•·●■◆▪►▶][ \t\u3000]*(?=\S)")
_NUMBERED = re.compile(
    r"""
      (?P<chapter>第[一二三四五六七八九十百\d]{1,3}[章节部篇][ \t\u3000]*\S
        |[一二三四五六七八九十]{1,3}[、.．][ \t]*\S)
    | [(（](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）][ \t]*\S
    | \d{1,2}[、.．][ \t]*[^\d\s]
    """,
    re.X,
)
# A line that ends so goes on, or was a sentence.
_NO_HEADING_END = frozenset("。；;，,、：:…")
_HEADING_LIMIT = 40
#: The line after an unnumbered heading is a paragraph.
_PARAGRAPH = 40


def read_plain(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text; every block stands verbatim in the text."""
    lines = list(iter_lines(text))
    blocks = []
    for index, (number, start, end) in enumerate(lines):
        following = lines[index + 1] if index + 1 < len(lines) else (0, 0, 0)
        kind, level = _kind(text, start, end, following[2] - following[1])
        blocks.append(Block(start, end, number, kind, text[start:end], level=level))
    return tuple(blocks)


def _kind(text: str, start: int, end: int, following: int) -> tuple[BlockKind, int]:
    if _BULLET.match(text, start, end):
        return "list", 1
    if text.find("\t", start, end) >= 0 or text.count(" | ", start, end) > 1:
        return "table", 0
    if end - start > _HEADING_LIMIT or text[end - 1] in _NO_HEADING_END or text.find("。", start, end) >= 0:
        return "paragraph", 0
    if found := _NUMBERED.match(text, start, end):
        return "heading", 2 if found["chapter"] else 3
    if following >= _PARAGRAPH and end - start <= _HEADING_LIMIT and text.count("，", start, end) <= 1:
        return "heading", 2
    return "paragraph", 0
