"""Words and names in which a numeral is no number: 统一, 万科, 58同城, 一边, 千方百计."""

from __future__ import annotations

import re
from functools import cache

from claimx.lexicon.load import words
from claimx.quantity.wordlist import split_guard

# The characters at which the scan stops; a name is found from any of them that it holds.
_STOPS = re.compile(r"[0-9零一二两三四五六七八九十百千万亿兆半数几壹贰叁参肆伍陆柒捌玖拾佰仟廿卅]")
_NUMERAL = frozenset("0123456789.零一二两三四五六七八九十百千万亿几数")
_SCALES = frozenset("百千万亿")
# Bound words that end right before a bare scale, and the units of names that such a scale can count.
_BOUNDS = frozenset("近超逾过破约达上于到足")
_COUNTED = frozenset("家年日户人城县村镇校企店里")


class _Index:
    """Names by the two characters around the place where the scan meets them."""

    def __init__(self) -> None:
        self.forward: dict[str, list[tuple[str, str, int]]] = {}
        self.backward: dict[str, list[tuple[str, str, int]]] = {}
        for cell in words("not_a_number"):
            word, guard = split_guard(cell)
            for match in _STOPS.finditer(word):
                at = match.start()
                if at + 1 < len(word):
                    self.forward.setdefault(word[at : at + 2], []).append((word, guard, at))
                else:
                    self.backward.setdefault(word[at - 1 :], []).append((word, guard, at))


@cache
def _index() -> _Index:
    return _Index()


def name_end(text: str, at: int) -> int:
    """Where the longest name that holds the numeral at ``at`` ends; ``at`` itself if none does."""
    index = _index()
    end = at
    for entries in (index.forward.get(text[at : at + 2]), index.backward.get(text[at - 1 : at + 1]) if at else None):
        for word, guard, offset in entries or ():
            start = at - offset
            if (
                start >= 0
                and start + len(word) > end
                and text.startswith(word, start)
                and _stands(text, word, guard, start)
            ):
                end = start + len(word)
    return end


def _stands(text: str, word: str, guard: str, start: int) -> bool:
    """Whether the word is no part of a longer numeral or Latin word."""
    end = start + len(word)
    before, after = text[start - 1 : start], text[end : end + 1]
    if after and after in guard:
        return False
    if len(word) == 2 and before and before in _BOUNDS and word[0] in _SCALES and word[1] in _COUNTED:
        return False  # 近百家, 逾千年
    if (word[0] in _NUMERAL or word[0] == "双") and before and before in _NUMERAL:
        return False
    last = word[-1]
    return not (last.isascii() and last.isalnum() and after.isascii() and after.isalnum())
