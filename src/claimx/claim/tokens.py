"""A sentence as tokens: words, with every quantity and every period one token of its own.

Numbers are read before words (a segmenter cuts ``1,200万``), so only the text between them is
segmented.
"""

from __future__ import annotations

import re
from enum import IntEnum
from typing import TYPE_CHECKING, NamedTuple

from claimx.lexicon.terms import entities
from claimx.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.model import Period, Quantity
    from claimx.text.words import Segmenter


class Class(IntEnum):
    """What a token can do in a noun phrase or a statement."""

    QUANTITY = 1
    PERIOD = 2
    NOMINAL = 3  # may stand in a noun phrase
    VERB = 4
    ADVERB = 5  # may stand between a measure and its figure: 约, 仅, 已, 也
    PREPOSITION = 6
    OF = 7  # 的, 之
    AND = 8  # 、 和 与 及
    PRONOUN = 9
    MARK = 10  # punctuation that ends a phrase
    QUOTE = 11  # quotation marks and book-title marks: part of names
    OTHER = 12


class Token(NamedTuple):
    """A token at half-open offsets of the block's normalised text."""

    start: int
    end: int
    text: str
    tag: str
    cls: Class
    #: Index into the sentence's quantities or periods; -1 for words.
    ref: int = -1


_AND = frozenset("、和与及") | {"以及", "跟", "并", "或", "&", "/"}
_QUOTE = frozenset('“”‘’"「」『』《》〈〉')
# 美妆等品类: part of the phrase, though jieba calls it a particle.
_ET_CETERA = frozenset(("等", "等等"))
_OF = frozenset(("的", "之"))
# Tags of jieba that can stand inside a noun phrase. ``j`` abbreviation, ``l`` idiom-like phrase,
# ``b`` attributive, ``an``/``vn`` adjective or verb used as a noun, ``s`` place word.
_NOMINAL = frozenset(
    (
        "n",
        "nr",
        "nrt",
        "nrfg",
        "ns",
        "nt",
        "nz",
        "ng",
        "vn",
        "an",
        "j",
        "l",
        "b",
        "eng",
        "s",
        "i",
        "k",
        "h",
        "f",
        "ag",
        "a",
        "ad",
        "g",
        "zg",
        "vg",
        "tg",
    )
)
_ADVERB = frozenset(("d", "dg", "df", "ul", "uz", "ug", "y", "e", "o", "ud", "uv", "u"))
_PRONOUN = frozenset(("r", "rr", "rz", "rg"))


def classify(text: str, tag: str) -> Class:
    """The class of a word by its form first and its part of speech second."""
    if text in _AND:
        return Class.AND
    if text in _OF:
        return Class.OF
    if text in _QUOTE:
        return Class.QUOTE
    if text in _ET_CETERA:
        return Class.NOMINAL
    if tag in ("x", "w"):
        return Class.NOMINAL if text.isalnum() else Class.MARK
    if tag in _NOMINAL:
        return Class.NOMINAL
    if tag[:1] == "v":
        return Class.VERB
    if tag in _ADVERB:
        return Class.ADVERB
    if tag == "p":
        return Class.PREPOSITION
    if tag in _PRONOUN:
        return Class.PRONOUN
    if tag in ("m", "q", "mq"):
        return Class.NOMINAL
    return Class.OTHER


# Words the dictionary tags as places that name kinds of places.
_PLACE_KINDS = ("域", "镇", "区", "城", "村", "乡", "国")
_NAME_TAGS = frozenset(("nr", "nrt", "nrfg", "nt", "nz", "ns"))


def is_name(token: Token) -> bool:
    """Whether a word names one particular thing: by the lexicon, or by its part of speech."""
    entity = entities().get(token.text.lower())
    if entity is not None:
        return entity.type not in ("group", "industry")
    return token.tag in _NAME_TAGS and len(token.text) > 1 and not token.text.endswith(_PLACE_KINDS)


def tokenise(
    text: str, start: int, end: int, quantities: Sequence[Quantity], periods: Sequence[Period], using: Segmenter
) -> list[Token]:
    """Tokens of ``text[start:end]``; quantities and periods lie inside it, sorted and disjoint."""
    marks = [(q.start, q.end, Class.QUANTITY, i) for i, q in enumerate(quantities)]
    marks += [(p.start, p.end, Class.PERIOD, i) for i, p in enumerate(periods)]
    tokens: list[Token] = []
    marks += _titles(text, start, end, marks)
    for begin, stop, cls, ref in sorted(marks):
        tokens.extend(_words(text, start, begin, using))
        tokens.append(Token(begin, stop, text[begin:stop], "nz" if cls == Class.NOMINAL else "", cls, ref))
        start = stop
    tokens.extend(_words(text, start, end, using))
    return tokens


# 《赘婿无双》: the title of a book, a film or a report is one name, whatever words and marks it is made of.
_TITLE = re.compile("《[^《》\n]{1,40}》")


def _titles(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int, Class, int]]
) -> list[tuple[int, int, Class, int]]:
    """Titles in ``text[start:end]`` that hold no quantity and no time expression, as marked spans."""
    return [
        (match.start(), match.end(), Class.NOMINAL, -1)
        for match in _TITLE.finditer(text, start, end)
        if not any(begin < match.end() and match.start() < stop for begin, stop, _, _ in taken)
    ]


_LONGEST_NAME = 4


def _merge_names(tokens: list[Token]) -> list[Token]:
    """Join the words of a known name that mixes scripts (BOSS直聘): a segmenter cuts where the script changes."""
    merged: list[Token] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        joined = None
        if token.tag == "eng" or (i + 1 < len(tokens) and tokens[i + 1].tag == "eng"):
            for count in range(min(_LONGEST_NAME, len(tokens) - i), 1, -1):
                text = "".join(part.text for part in tokens[i : i + count])
                if tokens[i + count - 1].end - token.start == len(text) and text.lower() in entities():
                    joined = Token(token.start, token.start + len(text), text, "nz", Class.NOMINAL)
                    i += count
                    break
        merged.append(joined or token)
        i += joined is None
    return merged


def _words(text: str, start: int, end: int, using: Segmenter) -> list[Token]:
    if start >= end:
        return []
    words = [
        Token(word.start, word.end, word.text, word.tag, classify(word.text, word.tag))
        for word in cut(text, start, end, using)
        if not word.text.isspace()
    ]
    return _merge_names(words)
