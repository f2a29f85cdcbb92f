"""How much room text takes where a Chinese character is two cells wide: a terminal, and the labels of a chart."""

from __future__ import annotations

import re
import unicodedata

from claimx.lazy import lazy

# Where a line may end: at a blank, and beside any Chinese character, but never before a mark that closes
# or after one that opens. So a piece is a word or one character, with the marks that belong to it.
_OPENING = "“‘（《「『【〈(["
_CLOSING = "，。、；：？！”’）》」』】〉…—·)].,;:"
_WIDE = "\u2e80-\u303f\u3040-\u9fff\uf900-\ufaff\uff01-\uff60"
_MARKS = re.escape(_OPENING + _CLOSING)
_PIECES = lazy(
    rf"\s+|\[\w+\]|[{re.escape(_OPENING)}]*(?:[^\s{_WIDE}]*[^\s{_WIDE}{_MARKS}]|[{_WIDE}{_MARKS}])[{re.escape(_CLOSING)}]*"
)


def cells(text: str) -> int:
    """The width of one line of text in terminal cells.

    >>> cells("GMV达3万"), cells("e\u0301")
    (8, 1)
    """
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def wrapped(text: str, width: int) -> list[str]:
    """The words of a text in lines of at most ``width`` cells; only a longer word is wider.

    >>> wrapped("把文章里的数字，一个个找出来 (as records)。", 16)
    ['把文章里的数字，', '一个个找出来 (as', 'records)。']
    """
    lines, line = [], ""
    for piece in _PIECES.findall(text):
        if cells((line + piece).rstrip()) > width and line.strip():
            lines.append(line.rstrip())
            line = ""
        if line or not piece.isspace():
            line += " " if piece.isspace() else piece
    return [*lines, line.rstrip()] if line.strip() else lines
