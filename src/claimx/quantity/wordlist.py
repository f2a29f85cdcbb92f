"""Look up the words of a list at a place of a text, longest first, with the guards that the lists state."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

Meaning = TypeVar("Meaning")

#: What "!" stands for as a guard of its own: no numeral may follow the word.
NUMERALS = "0123456789零一二两三四五六七八九十百千万亿几数半点"


class Hit(NamedTuple, Generic[Meaning]):
    """A word found in a text."""

    meaning: Meaning
    word: str
    start: int
    end: int


def split_guard(cell: str) -> tuple[str, str]:
    """``米!粉饭`` → the word and the characters that must not follow it."""
    word, _, guard = cell.partition("!")
    return word, NUMERALS if guard == "!" else guard


class WordList(Generic[Meaning]):
    """Words with a meaning; a look-up costs as many dictionary probes as there are lengths of word."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]], longer: Iterable[str] = ()) -> None:
        """``longer`` are words that no entry may cut in two: with 打开 in it, 打 is not found in 打开."""
        self._words: dict[str, tuple[Meaning, str, tuple[tuple[str, str], ...]]] = {}
        lengths: dict[str, set[int]] = {}
        rests = _Rests(longer)
        for cell, meaning in entries:
            word, guard = split_guard(cell)
            self._words.setdefault(word, (meaning, guard, rests.of(word)))
            lengths.setdefault(word[0], set()).add(len(word))
        self._lengths = {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lengths.items()}

    def begins(self, char: str) -> bool:
        """Whether any word begins with ``char``."""
        return char in self._lengths

    def at(self, text: str, start: int) -> Hit[Meaning] | None:
        """The longest word that begins at ``start`` and whose guard lets it stand."""
        lengths = self._lengths.get(text[start : start + 1])
        if lengths is None:
            return None
        for length in lengths:
            end = start + length
            found = self._words.get(text[start:end])
            if found is None or end > len(text):
                continue
            follower = text[end : end + 1]
            if follower and (follower in found[1] or _splits_latin(text[end - 1], follower)):
                continue
            if found[2] and _goes_on(text, end, found[2]):
                continue
            return Hit(found[0], text[start:end], start, end)
        return None


class _Rests:
    """What would follow a word that cuts a longer one in two."""

    def __init__(self, longer: Iterable[str]) -> None:
        self._by_first: dict[str, list[tuple[str, str]]] = {}
        for cell in longer:
            word, guard = split_guard(cell)
            self._by_first.setdefault(word[0], []).append((word, guard))

    def of(self, word: str) -> tuple[tuple[str, str], ...]:
        """The rest of every longer word that begins inside ``word`` and ends behind it, with its guard."""
        found: list[tuple[str, str]] = []
        for start, char in enumerate(word):
            for longer, guard in self._by_first.get(char, ()):
                shared = len(word) - start
                if len(longer) > shared and longer.startswith(word[start:]):
                    found.append((longer[shared:], guard))
        return tuple(found)


def _goes_on(text: str, end: int, rests: tuple[tuple[str, str], ...]) -> bool:
    """Whether a longer word goes on at ``end``."""
    for rest, guard in rests:
        if text.startswith(rest, end):
            follower = text[end + len(rest) : end + len(rest) + 1]
            if not follower or follower not in guard:
                return True
    return False


class EndingList(Generic[Meaning]):
    """As :class:`WordList`, for words that end where something else begins."""

    def __init__(self, entries: Iterable[tuple[str, Meaning]]) -> None:
        self._words = dict(entries)
        lengths: dict[str, set[int]] = {}
        for word in self._words:
            lengths.setdefault(word[-1], set()).add(len(word))
        self._lengths = {char: tuple(sorted(sizes, reverse=True)) for char, sizes in lengths.items()}

    def before(self, text: str, end: int) -> Hit[Meaning] | None:
        """The longest word that ends at ``end``."""
        if end <= 0:
            return None
        for length in self._lengths.get(text[end - 1], ()):
            start = end - length
            if start >= 0 and text[start:end] in self._words:
                word = text[start:end]
                if word[0].isascii() and word[0].isalpha() and start and _is_latin(text[start - 1]):
                    continue
                return Hit(self._words[word], word, start, end)
        return None


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()


def _splits_latin(last: str, follower: str) -> bool:
    """Whether a word ending in ``last`` would cut a Latin word or number apart."""
    return _is_latin(last) and follower.isascii() and follower.isalnum()
