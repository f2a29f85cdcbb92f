"""Phrases that open statements: whom a document, a section, a paragraph speaks of, with or without figures."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.lexeme import lexeme
from claimx.claim.tokens import Class
from claimx.lexicon.terms import head_dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.lexeme import Lexeme
    from claimx.text.words import Segmenter, Tagged

# The first characters of every statement: behind a mark that parts statements, before the next one. A block is
# searched from a line feed on, which stands for its beginning: a pattern of one class of characters first is fast.
_OPENING = re.compile(
    r"""
    [，,。；;：:！!？?\n] [\s*>\#\-•·“"「]*
    ( 《[^《》\n]{1,20}》 | [^\s，,。；;：:！!？?、（）()*“”"「」\[\]|]{2,12} )
    """,
    re.VERBOSE,
)
_LINE_END = ("\n", "x")
# A call takes no longer for many texts than for one; the words of all of a book would weigh as much as its sentences.
_CUT_AT_ONCE = 1000
_LONGEST = 3
_SKIPPED = 2
_SKIPPED_CLASSES = frozenset((Class.ADVERB, Class.OTHER, Class.PREPOSITION))
_SKIPPED_TAGS = frozenset("tcd")
_NO_NOUNS = frozenset("admqft")
_NOMINAL = Class.NOMINAL
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
    """The statement openings of one document, in text order; read when the first of its figures asks for them."""

    def __init__(self, blocks: Sequence[str], using: Segmenter) -> None:
        self._blocks = blocks
        self._using = using

    @cached_property
    def said(self) -> list[Opening]:
        """What opens every statement that begins with a noun phrase."""
        places = [
            (i, match.start(1) - 1, match[1])
            for i, text in enumerate(self._blocks)
            for match in _OPENING.finditer(f"\n{text}")
        ]
        leading = _leading_of([*dict.fromkeys(text for _, _, text in places)], self._using)
        found = [(block, start, phrases) for block, start, text in places if (phrases := leading[text])]
        counts = Counter(chain.from_iterable(phrases for _, _, phrases in found))
        return [Opening(block, start, _fullest(phrases, counts)) for block, start, phrases in found]

    @cached_property
    def heroes(self) -> list[tuple[str, int]]:
        """The phrases that open the most statements, each with its count."""
        opened = Counter(opening.phrase for opening in self.said)
        return [(phrase, count) for phrase, count in opened.most_common(_HEROES) if count >= _AGAIN]

    def before(self, block: int, start: int, blocks_back: int) -> Iterator[Opening]:
        """What was said before a place, nearest first, in its block and so many blocks before."""
        end = bisect_left(self.said, (block, start))
        first = bisect_left(self.said, (block - blocks_back, 0))
        return (self.said[place] for place in range(end - 1, first - 1, -1))


def _leading_of(texts: Sequence[str], using: Segmenter) -> dict[str, Sequence[str]]:
    """What every text begins with; many are cut in one call, each on a line of its own."""
    leading: dict[str, Sequence[str]] = {}
    for start in range(0, len(texts), _CUT_AT_ONCE):
        some = texts[start : start + _CUT_AT_ONCE]
        words = using.tag("".join(f"{text}\n" for text in some))
        first = 0
        for text in some:
            last = words.index(_LINE_END, first)
            leading[text] = (text,) if text[0] == "《" else _leading(words, first, last)
            first = last + 1
    return leading


def _leading(words: Sequence[Tagged], first: int, last: int) -> Sequence[str]:
    """The noun phrases of one to three words that a text begins with, shortest first; it reaches from word to word."""
    behind = min(first + _SKIPPED, last)
    while first < behind and _is_skipped(lexeme(*words[first])):
        first += 1
    found: list[str] = []
    text = ""
    for form, tag in words[first : min(first + _LONGEST, last)]:
        word = lexeme(form, tag)
        if word.cls is not _NOMINAL or word.tag[:1] in _NO_NOUNS:
            break
        dimension = head_dimension(text + word.text) if text else word.dimension
        text += word.text
        if len(text) > 1 and dimension is None:
            found.append(text)
    return found


def _is_skipped(word: Lexeme) -> bool:
    """Whether a phrase may stand behind a word at the head of a statement: 但是, 在, 去年."""
    return word.cls in _SKIPPED_CLASSES or word.tag[:1] in _SKIPPED_TAGS


def _fullest(phrases: Sequence[str], counts: Counter[str]) -> str:
    """The longest of a statement's leading phrases that is nearly as frequent as its beginning."""
    best = phrases[0]
    for phrase in phrases[1:]:
        if counts[phrase] >= _SAME * counts[best]:
            best = phrase
    return best
