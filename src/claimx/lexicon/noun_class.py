"""What kind of thing a phrase means: people, an organisation, a product, a measure, an action, a mere aspect …

These are classes for selectional preference: a price is a product's, a salary a person's, a market size a trade's.
"""

from __future__ import annotations

from functools import cache, lru_cache

from claimx.lexicon.load import table
from claimx.lexicon.terms import entities, entity_at

_REMEMBERED = 8192
_SHORTEST = 2


@lru_cache(maxsize=_REMEMBERED)
def noun_class(phrase: str) -> str:
    """The class of a phrase by the word it ends in, as Chinese compounds end in their heads: 上海门店 are 门店.

    The type of a known entity; ``work`` for a title in 《》; the class of the longest known word that ends the phrase,
    else of its last character; ``latin`` or ``name`` where nothing is known.
    """
    entity = entities().get(phrase.lower())
    if entity is not None:
        return entity.type
    if phrase.endswith(("》", "〉")):
        return "work"
    known = _classes()
    for start in range(max(0, len(phrase) - _longest()), len(phrase) - _SHORTEST + 1):
        found = known.get(phrase[start:])
        if found is not None:
            return found
    found = known.get(phrase) if len(phrase) == 1 else _endings().get(phrase[-1:])
    return found or _unknown(phrase)


@lru_cache(maxsize=_REMEMBERED)
def opening_class(phrase: str) -> str:
    """The class of the longest word that a phrase begins with: ``entity`` for a known name, else as above."""
    known = _classes()
    shortest = min(len(phrase), _SHORTEST)
    for end in range(min(len(phrase), _longest()), shortest - 1, -1):
        word = phrase[:end]
        if entity_at(phrase, 0, end) is not None:
            return "entity"
        if word in known:
            return known[word]
    return _unknown(phrase[:1])


def is_common_word(phrase: str) -> bool:
    """Whether a phrase is no more than a common word: 公司 and 用户, but not 上海公司."""
    return word_class(phrase) is not None


def word_class(word: str) -> str | None:
    """The class of a common word; None for all others."""
    return _classes().get(word)


def _unknown(phrase: str) -> str:
    return "latin" if phrase.isascii() else "name"


@cache
def _classes() -> dict[str, str]:
    return {word: row[0] for row in table("word_class") for word in row[1].split()}


@cache
def _endings() -> dict[str, str]:
    return {character: row[0] for row in table("word_class_ending") for character in row[1].split()}


@cache
def _longest() -> int:
    return max(map(len, _classes()))
