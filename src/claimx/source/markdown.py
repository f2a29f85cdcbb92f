"""Markdown and the GitBook pages that crawlers make of articles: a scanner of lines.

Crawled pages are not clean CommonMark (links that open in one paragraph and close in another,
hint blocks, emphasis that never ends), and a claim needs the place of every character, so the
reader goes line by line rather than through a syntax tree.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.document import Block, BlockKind
from claimx.lazy import lazy
from claimx.source.inline import MARKUP, strip_inline
from claimx.source.lines import BLANK, iter_lines

if TYPE_CHECKING:
    from collections.abc import Sequence

_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+")
_HEADING_END = re.compile(r"[ \t]+#{1,6}$")
_QUOTE = re.compile(r"(?:>[ \t]?){1,20}")
_BULLET = re.compile(r"(?:[-*+][ \t]+){1,5}(?=\S)")
# The number of an ordered list shows, so it stays; "1. 5亿元" could be a figure with a stray blank.
_NUMBER = re.compile(r"\d{1,3}[.)][ \t]+(?=[^\s\d])")
#: What the marks of a line begin with; a line that begins otherwise is a paragraph.
_MARKS = frozenset("#>-*+|`~{_=:0123456789")
_RULE = re.compile(r"(?:-[ \t]*){3,}$|(?:\*[ \t]*){3,}$|(?:_[ \t]*){3,}$|={3,}$")
_FENCE = re.compile(r"`{3,}|~{3,}")
_TABLE_RULE = lazy(r"\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*+\|?$")
_TEMPLATE = re.compile(r"\{%.{0,400}%\}$")
_CARD_END = lazy(r"\]\([^()\s]{0,2000}\)$")
#: A link card of a crawled page spans a picture, a title, a teaser and a button.
_CARD_LINES = 12


def read_markdown(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text; marks that show nothing give a block with an empty ``plain``."""
    reader = _Reader(text, list(iter_lines(text)))
    return tuple(reader.block(index) for index in range(len(reader.lines)))


class _Reader:
    __slots__ = ("card_until", "fence", "front_until", "indent", "lines", "text")

    def __init__(self, text: str, lines: list[tuple[int, int, int]]) -> None:
        self.text = text
        self.lines = lines
        self.fence = ""
        #: Index of the last line of the link card being read.
        self.card_until = -1
        self.front_until = self._front_matter()

    def _front_matter(self) -> int:
        """Index of the line that closes a front matter, or -1."""
        if not self.lines or self.text[self.lines[0][1] : self.lines[0][2]] != "---" or self.lines[0][0] != 1:
            return -1
        for index, (_, start, end) in enumerate(self.lines[1:60], 1):
            line = self.text[start:end]
            if line in {"---", "..."}:
                return index
            if ":" not in line and not line.startswith("-"):
                break
        return -1

    def block(self, index: int) -> Block:
        number, start, end = self.lines[index]
        line = self.text[start:end]
        if index <= self.front_until or index == self.card_until:
            return self._silent(number, start, end)
        if line[0] not in _MARKS and not self.fence:
            if MARKUP.search(line):
                return self._text(index)
            return Block(start, end, number, "paragraph", line, linked=len(line) if index < self.card_until else 0)
        fence = _FENCE.match(line)
        if self.fence or fence:
            return self._fenced(number, start, end, fence)
        if _RULE.match(line) or _TEMPLATE.match(line) or (line[0] in "|-:" and _TABLE_RULE.match(line)):
            return self._silent(number, start, end)
        if line.startswith("|") and line.count("|") > 1:
            return self._row(number, start, end)
        return self._text(index)

    def _silent(self, number: int, start: int, end: int) -> Block:
        return Block(start, end, number, "caption", "", (end,))

    def _fenced(self, number: int, start: int, end: int, fence: re.Match[str] | None) -> Block:
        line = self.text[start:end]
        if fence and (not self.fence or (fence[0].startswith(self.fence) and line == fence[0])):
            self.fence = "" if self.fence else fence[0]
            return self._silent(number, start, end)
        return Block(start, end, number, "code", line)

    def _row(self, number: int, start: int, end: int) -> Block:
        """A table row: its cells joined by ``" | "``."""
        first, last = start + 1, end - 1 if self.text[end - 1] == "|" else end
        inline = strip_inline(self.text, first, last)
        lead = len(inline.plain) - len(inline.plain.lstrip(BLANK))
        plain = inline.plain.strip(BLANK)
        offsets: Sequence[int] = range(first, last + 1) if inline.offsets is None else inline.offsets
        return Block(start, end, number, "table", plain, offsets[lead : lead + len(plain) + 1], linked=inline.linked)

    def _text(self, index: int) -> Block:
        number, start, end = self.lines[index]
        first, kind, level = self._marks(start, end) if self.text[start] in _MARKS else (start, "paragraph", 0)
        last = end
        if kind == "heading" and (closing := _HEADING_END.search(self.text, first, end)):
            last = closing.start()
        inline = strip_inline(self.text, first, last)
        plain, offsets = inline.plain, inline.offsets
        if inline.unclosed and index > self.card_until:
            self.card_until = self._card(index)
        card = index < self.card_until
        if card and inline.unclosed:
            plain, offsets = plain[1:], (range(first, last + 1) if offsets is None else offsets)[1:]
        if offsets is None and (first, last) != (start, end):
            offsets = range(first, last + 1)
        lead = len(plain) - len(plain.lstrip(BLANK))
        if lead or (plain and plain[-1] in BLANK):
            plain = plain.strip(BLANK)
            offsets = (range(first, last + 1) if offsets is None else offsets)[lead : lead + len(plain) + 1]
        linked = len(plain) if card else min(inline.linked, len(plain))
        return Block(start, end, number, kind if plain else "caption", plain, offsets, level, linked)

    def _marks(self, start: int, end: int) -> tuple[int, BlockKind, int]:
        """Where the text begins after the line's own marks, its kind and level."""
        first = start
        kind: BlockKind = "paragraph"
        if (found := _QUOTE.match(self.text, first, end)) and found.end() < end:
            first, kind = found.end(), "quote"
        if found := _HEADING.match(self.text, first, end):
            return found.end(), "heading", len(found["marks"])
        bullet = _BULLET.match(self.text, first, end)
        if bullet or _NUMBER.match(self.text, first, end):
            before = self.text[max(0, start - 40) : start]
            level = min(9, 1 + (len(before) - len(before.rstrip(" \t"))) // 2)
            return bullet.end() if bullet else first, "list", level
        return first, kind, 0

    def _card(self, index: int) -> int:
        """The line that closes a link opened at the start of line ``index``, or -1."""
        for later in range(index + 1, min(index + _CARD_LINES, len(self.lines))):
            _, start, end = self.lines[later]
            if self.text.startswith("](", start):
                return later if _CARD_END.match(self.text, start, end) else -1
        return -1
