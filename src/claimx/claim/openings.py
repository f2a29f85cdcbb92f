"""Phrases that open statements: whom a document, a section, a paragraph speaks of, with or without figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.lexeme import Lexeme, lexeme
from claimx.claim.tokens import Class
from claimx.lexicon.terms import head_dimension

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimx.text.words import Segmenter

# The first characters of every statement: behind a mark that parts statements, before the next one.
_OPENING = re.compile(
    r"""
    (?: ^ | [，,。；;：:！!？?\n] ) [\s*>\#\-•·“"「]*
    ( 《[^《》\n]{1,20}》 | [^\s，,。；;：:！!？?、（）()*“”"「」\[\]|]{2,12} )
    """,
    re.VERBOSE,
)
_LONGEST = 3
_SKIPPED = 2
_AGAIN = 3
_HEROES = 3
#: A longer phrase replaces its own beginning when it makes up so much of its count.
_SAME = 0.7


class Opening(NamedTuple):
    """A phrase at the head of a statement, at its offset in its block's normalised text."""

    block: int
    start: int
    phrase: str


class Openings:
    """The statement openings of one document, in text order."""

    def __init__(self, blocks: Sequence[str], using: Segmenter) -> None:
        counts: Counter[str] = Counter()
        found: list[tuple[int, int, list[str]]] = []
        places = [(i, match.start(1), match[1]) for i, text in enumerate(blocks) for match in _OPENING.finditer(text)]
        leading = _leading_of(dict.fromkeys(text for _, _, text in places), using)
        for block, start, text in places:
            phrases = leading[text]
            if phrases:
                counts.update(phrases)
                found.append((block, start, phrases))
        self.said = [Opening(block, start, _fullest(phrases, counts)) for block, start, phrases in found]
        self._places = [(opening.block, opening.start) for opening in self.said]
        self.heroes = self._heroes()

    def _heroes(self) -> list[tuple[str, int]]:
        """The phrases that open the most statements, each with its count."""
        opened = Counter(opening.phrase for opening in self.said)
        return [(phrase, count) for phrase, count in opened.most_common(_HEROES) if count >= _AGAIN]

    def before(self, block: int, start: int, blocks_back: int) -> list[Opening]:
        """What was said before a place, nearest first, in its block and so many blocks before."""
        end = bisect_left(self._places, (block, start))
        first = bisect_left(self._places, (block - blocks_back, 0))
        return self.said[first:end][::-1]


def _leading_of(texts: Iterable[str], using: Segmenter) -> dict[str, list[str]]:
    """What every text begins with; all are cut in one call, and their words told apart by where they stand."""
    texts = list(texts)
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    rows: list[list[Lexeme]] = [[] for _ in texts]
    row = place = 0
    for word, tag in using.tag("\n".join(texts)):
        while place >= starts[row + 1]:
            row += 1
        if word != "\n" and len(rows[row]) < _SKIPPED + _LONGEST:
            rows[row].append(lexeme(word, tag))
        place += len(word)
    return {text: [text] if text[0] == "《" else _leading(words) for text, words in zip(texts, rows, strict=True)}


def _leading(words: Sequence[Lexeme]) -> list[str]:
    """The noun phrases of one to three words that the text begins with, shortest first."""
    found: list[str] = []
    text = ""
    first = 0
    while first < min(_SKIPPED, len(words)) and (
        words[first].cls in (Class.ADVERB, Class.OTHER, Class.PREPOSITION) or words[first].tag[:1] in ("t", "c", "d")
    ):
        first += 1
    for word in words[first : first + _LONGEST]:
        if word.cls != Class.NOMINAL or word.tag[:1] in ("a", "d", "m", "q", "f", "t"):
            break
        text += word.text
        if len(text) > 1 and head_dimension(text) is None:
            found.append(text)
    return found


def _fullest(phrases: Sequence[str], counts: Counter[str]) -> str:
    """The longest of a statement's leading phrases that is nearly as frequent as its beginning."""
    best = phrases[0]
    for phrase in phrases[1:]:
        if counts[phrase] >= _SAME * counts[best]:
            best = phrase
    return best
