"""How prominent a phrase is in the document: what it is about is said again and again, and said first."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

# Whatever parts statements: a phrase behind it opens one.
_BREAKS = re.compile("[，,。；;：:！!？?、（）()“”《》|\\s]+")


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
