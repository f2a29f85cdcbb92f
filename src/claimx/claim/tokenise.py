"""Cut a sentence into tokens.

Numbers are read before words (a segmenter cuts ``1,200万``), so only the text between them is
segmented.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.claim.lexeme import NAME_TAGS, lexeme
from claimx.claim.tokens import Class, Token
from claimx.lexicon.load import words
from claimx.lexicon.noun_class import is_common_word
from claimx.lexicon.terms import entities
from claimx.text.words import cut

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from claimx.claim.tokens import WordClass
    from claimx.model import Period, Quantity
    from claimx.text.words import Segmenter, Tagged

_LONGEST_NAME = 4
# Behind a number that opens a sentence they make it that of a list: 3.持久化
_LIST_MARKS = frozenset(".．、")
# 《赘婿无双》: the title of a book, a film or a report is one name, whatever words and marks it is made of.
_TITLE = re.compile("《[^《》\n]{1,40}》")


def tokenise(
    text: str, start: int, end: int, quantities: Sequence[Quantity], periods: Sequence[Period], using: Segmenter
) -> list[Token]:
    """Tokens of ``text[start:end]``; quantities and periods lie inside it, sorted and disjoint."""
    marks = [(q.start, q.end, Class.QUANTITY, i) for i, q in enumerate(quantities)]
    marks += [(p.start, p.end, Class.PERIOD, i) for i, p in enumerate(periods)]
    marks += _titles(text, start, end, marks)
    tokens: list[Token] = []
    for begin, stop, cls, ref in sorted(marks):
        if start < begin:
            tokens += _words(text, start, begin, using)
        form, tag = text[begin:stop], "nz" if cls is Class.NOMINAL else ""
        tokens.append(Token(begin, stop, form, tag, cls, lexeme(form, tag, cls), ref))
        start = stop
    if start < end:
        tokens += _words(text, start, end, using)
    if len(tokens) > 1 and tokens[0].text.isdecimal() and tokens[1].text in _LIST_MARKS:
        number = tokens[0]
        tokens[0] = Token(number.start, number.end, number.text, number.tag, Class.MARK, number.word)
    return tokens


def _titles(
    text: str, start: int, end: int, taken: Sequence[tuple[int, int, WordClass, int]]
) -> list[tuple[int, int, WordClass, int]]:
    """Titles in ``text[start:end]`` that hold no quantity and no time expression, as marked spans."""
    return [
        (match.start(), match.end(), Class.NOMINAL, -1)
        for match in _TITLE.finditer(text, start, end)
        if not any(begin < match.end() and match.start() < stop for begin, stop, _, _ in taken)
    ]


def _words(text: str, start: int, end: int, using: Segmenter) -> list[Token]:
    tokens: list[Token] = []
    latin = False
    piece = text[start:end]
    cuts = cut(piece, using)
    for form, tag in _without_prepositions(cuts) if "据" in piece else cuts:
        stop = start + len(form)
        if not form.isspace():
            word = lexeme(form, tag)
            tokens.append(Token(start, stop, form, word.tag, word.cls, word))
            latin = latin or tag == "eng"
        start = stop
    return _merge_firms(_merge_names(tokens) if latin else tokens)


def _without_prepositions(cuts: Iterable[Tagged]) -> Iterator[Tagged]:
    """The words, 据 cut off where the segmenter takes it for part of an unknown name: 据丽晶."""
    for word, tag in cuts:
        if len(word) > 1 and word[0] == "据" and tag in NAME_TAGS and word.lower() not in entities():
            yield "据", "p"
            yield word[1:], tag
        else:
            yield word, tag


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
                    joined = _name(token.start, text, "nz")
                    i += count
                    break
        merged.append(joined or token)
        i += joined is None
    return merged


def _merge_firms(tokens: list[Token]) -> list[Token]:
    """Join an unknown word with what its firm is in (星禾 and 科技): together they are a name."""
    endings = _firm_endings()
    for i in range(len(tokens) - 1, 0, -1):
        if tokens[i].text in endings and _is_coined(tokens[i - 1]):
            first, last = tokens[i - 1 : i + 1]
            text = first.text + last.text
            if last.end - first.start == len(text) and text not in entities():
                tokens[i - 1 : i + 1] = [_name(first.start, text, "nt")]
    return tokens


def _name(start: int, text: str, tag: str) -> Token:
    """One token of several words."""
    return Token(start, start + len(text), text, tag, Class.NOMINAL, lexeme(text, tag, Class.NOMINAL))


def _is_coined(token: Token) -> bool:
    """Whether a word is in no list of words, as names that the lexicon does not know are."""
    word = token.word
    return (
        token.cls is Class.NOMINAL
        and 1 < len(token.text) <= _LONGEST_NAME
        and not token.text[0].isascii()
        and token.text[0] not in _GRAMMAR
        and word.entity is None
        and word.role is None
        and word.dimension is None
        and not word.ends_group
        and not is_common_word(token.text)
    )


# The segmenter takes them for the first character of a name that it does not know: 由曼图 in 由曼图资本领投.
_GRAMMAR = frozenset("由以在对从向被把让将与和及为据")


@cache
def _firm_endings() -> frozenset[str]:
    return frozenset(words("firm_ending"))
