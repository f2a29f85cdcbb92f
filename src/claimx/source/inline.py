"""Markdown inside a line: what the reader of the rendered page sees of it, and where it stands."""

from __future__ import annotations

import html
import re
from array import array
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

#: A line without any of these is its own plain text.
MARKUP = re.compile(r"[\\*_`\[\]<&~]")

# One token of inline markup. Every repeat is possessive or bounded: the scan is linear. Every branch begins with the
# character that tells what it is, and not with a class: then a search passes over all others at once.
_TOKEN = re.compile(
    r"""
      \\[!-/:-@\[-`{-~]            # an escaped mark
    | !\[ | \[                    # what begins an image or a link
    | \](?P<target>\((?:[^()]|\([^()]{0,500}\)){0,3000}+\))?   # ](url), or a bare ]
    | ``*+
    | \*\*{0,3} | __? | ~~
    | <(?P<auto>(?:https?://|mailto:)[^<>\s]{1,2000})>
    | <!--.{0,500}?-->
    | </?(?:a|abbr|b|blockquote|br|center|code|del|details|div|em|figcaption|figure|font|h[1-6]|hr|i|iframe|img
        |ins|kbd|li|mark|ol|p|pre|q|s|section|small|span|strong|sub|summary|sup|table|tbody|td|th|thead|tr|u|ul
        |video)(?:\s[^<>]{0,2000}|/)?>
    | &(?:[a-zA-Z]{2,31}|\#\d{1,7}|\#[xX][0-9a-fA-F]{1,6});
    """,
    re.X,
)


@dataclass(frozen=True, slots=True)
class Inline:
    """A line without its markup."""

    plain: str
    #: ``offsets[i]`` is the place of ``plain[i]`` in the text, with one more entry for the end; None
    #: when nothing was removed.
    offsets: Sequence[int] | None
    #: How many characters of ``plain`` are link text.
    linked: int
    #: A bracket opened at the very start of the line is never closed in it.
    unclosed: bool


def strip_inline(text: str, start: int, end: int) -> Inline:
    """Remove links' targets, images, emphasis, code marks, tags and escapes from ``text[start:end]``."""
    line = text[start:end]
    if not MARKUP.search(line):
        return Inline(line, None, 0, unclosed=False)
    marks = _Marks(line)
    marks.scan()
    return marks.result(start)


class _Marks:
    """The parts of one line to leave out, to replace and to count as link text."""

    __slots__ = ("brackets", "drop", "line", "links", "put", "runs")

    def __init__(self, line: str) -> None:
        self.line = line
        #: Ranges that do not show; a later, wider one may hold an earlier.
        self.drop: list[tuple[int, int]] = []
        #: Ranges that show as another text.
        self.put: dict[int, str] = {}
        self.links: list[tuple[int, int]] = []
        self.brackets: list[tuple[int, bool]] = []
        #: Emphasis openers not closed yet, by their mark.
        self.runs: dict[str, list[int]] = {}

    def scan(self) -> None:
        line, at = self.line, 0
        while found := _TOKEN.search(line, at):
            begin, at = found.span()
            mark = line[begin]
            if mark == "\\":
                self.drop.append((begin, begin + 1))
            elif mark in "![":
                self.brackets.append((begin, mark == "!"))
            elif mark == "]":
                at = self._close(found)
            elif mark == "`":
                at = self._code(begin, found[0])
            elif mark in "*_~":
                self._emphasis(begin, found[0])
            elif mark == "&":
                shown = html.unescape(found[0])
                if shown != found[0]:
                    self.drop.append((begin, at))
                    self.put[begin] = shown
            elif found["auto"]:
                self.drop += [(begin, begin + 1), (at - 1, at)]
                self.links.append((begin + 1, at - 1))
            else:
                self.drop.append((begin, at))

    def _close(self, found: re.Match[str]) -> int:
        """A closing bracket: with a target it ends a link or an image, without one it is text."""
        begin = found.start()
        opened = self.brackets.pop() if self.brackets else None
        if found["target"] is None or opened is None:
            return begin + 1
        first, image = opened
        if image:
            self.drop.append((first, found.end()))
        else:
            self.drop += [(first, first + 1), found.span()]
            self.links.append((first + 1, begin))
        return found.end()

    def _code(self, begin: int, ticks: str) -> int:
        inside = begin + len(ticks)
        close = self.line.find(ticks, inside)
        if close < 0:
            return inside
        self.drop += [(begin, inside), (close, close + len(ticks))]
        return close + len(ticks)

    def _emphasis(self, begin: int, mark: str) -> None:
        """Pair an emphasis mark with the last opener of its kind, unless it stands as a sign of its own."""
        line, end = self.line, begin + len(mark)
        if mark == "****":
            # Strong text that ends where the next begins; without an opener it masks something.
            if self.runs.get("**"):
                self.drop.append((begin, end))
            return
        before, after = line[begin - 1 : begin], line[end : end + 1]
        if mark == "*" and before.isdigit() and after.isdigit():
            return  # 3*4
        if mark[0] == "_" and before.isalnum() and after.isalnum():
            return  # user_name
        openers = self.runs.setdefault(mark, [])
        if openers and before and not before.isspace():
            first = openers.pop()
            self.drop += [(first, first + len(mark)), (begin, end)]
        elif after and not after.isspace():
            openers.append(begin)

    def result(self, start: int) -> Inline:
        if self.runs.get("**") == [0]:
            self.drop.append((0, 2))  # strong text that runs on over the line's end
        unclosed = bool(self.brackets) and self.brackets[0] == (0, False)
        if not self.drop:
            return Inline(self.line, None, _measure(self.links), unclosed=unclosed)
        pieces: list[str] = []
        offsets = array("L")
        at = linked = 0
        links = sorted(self.links, reverse=True)
        for first, last in [*sorted(self.drop), (len(self.line), len(self.line))]:
            if first > at:
                pieces.append(self.line[at:first])
                offsets.extend(range(start + at, start + first))
                linked += _overlap(links, at, first)
            if first >= at and (shown := self.put.get(first)):
                pieces.append(shown)
                offsets.extend([start + first] * len(shown))
            at = max(at, last)
        offsets.append(start + len(self.line))
        return Inline("".join(pieces), offsets, linked, unclosed=unclosed)


def _measure(links: list[tuple[int, int]]) -> int:
    return sum(last - first for first, last in links)


def _overlap(links: list[tuple[int, int]], first: int, last: int) -> int:
    """How many characters of ``[first, last)`` lie in links; drops links that end there, for the next call."""
    total = 0
    while links and links[-1][0] < last:
        begin, end = links[-1]
        total += max(0, min(end, last) - max(begin, first))
        if end > last:
            break
        links.pop()
    return total
