"""How a document speaks of a phrase: what it is about is said again and again, and said first; whom it quotes says."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache, cached_property
from typing import TYPE_CHECKING

from claimx.claim.source_name import verbs

if TYPE_CHECKING:
    from collections.abc import Iterable

# Whatever parts statements: a phrase behind it opens one. As a repeat alone it would be tried at every character.
_BREAK = r"[，,。；;：:！!？?、（）()“”《》|\s]"
_BREAKS = re.compile(f"{_BREAK}{_BREAK}*")


class Prominence:
    """Counts of phrases over the normalised main text of one document, each counted once."""

    def __init__(self, blocks: Iterable[str]) -> None:
        self._text = "\n" + _BREAKS.sub("\n", "\n".join(blocks))
        self._known: dict[str, tuple[str, str]] = {}

    def of(self, phrase: str) -> tuple[str, str]:
        """How often the phrase stands anywhere and how often it opens a statement, as classes of counts."""
        known = self._known.get(phrase)
        if known is None:
            anywhere, opening = _counts(self._text, _BREAKS.sub("\n", phrase))
            known = self._known[phrase] = _class_of(anywhere), _class_of(opening)
        return known

    def tells(self, phrase: str) -> str | None:
        """``says`` of whom the document quotes (负责人表示), ``reports`` of what it cites (年报显示, 高盛预计)."""
        backwards = phrase[::-1]
        for kind, tellers in self._tellers.items():
            place = bisect_left(tellers, backwards)
            if place < len(tellers) and tellers[place].startswith(backwards):
                return kind
        return None

    @cached_property
    def _tellers(self) -> dict[str, list[str]]:
        """What stands in front of the verbs of saying and of reporting, each from its last character on, sorted."""
        return {
            kind: sorted({self._before(match.start()) for match in pattern.finditer(self._text)})
            for kind, pattern in _telling().items()
        }

    def _before(self, end: int) -> str:
        """A few characters in front of a verb and of the adverbs before it, from the last to the first."""
        text = self._text[max(0, end - _LONGEST_TELLER) : end]
        return text.rstrip("也还又曾则就").removesuffix("对此").removesuffix("进一步")[::-1]


_LONGEST_TELLER = 12


@cache
def _telling() -> dict[str, re.Pattern[str]]:
    """The verbs of saying, and those of reporting and reckoning."""
    kinds = {"says": ("speech",), "reports": ("data", "estimate")}
    return {kind: re.compile(verbs(*classes)) for kind, classes in kinds.items()}


def _counts(text: str, sought: str) -> tuple[int, int]:
    """How often a phrase stands in a text that begins with a line feed, and how often behind one; in one search."""
    if "\n" in sought or not sought:  # behind itself it may share a line feed with itself
        return text.count(sought), text.count("\n" + sought)
    anywhere = opening = 0
    place = text.find(sought)
    while place >= 0:
        anywhere += 1
        if text[place - 1] == "\n":
            opening += 1
        place = text.find(sought, place + len(sought))
    return anywhere, opening


def _class_of(count: int) -> str:
    if count < 3:
        return str(count)
    return "3-5" if count < 6 else "6-11" if count < 12 else "12+"
