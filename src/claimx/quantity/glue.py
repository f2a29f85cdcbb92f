"""What stands directly beside a number and makes it part of a name: GPT-4, 5G, iPhone 16, A100, v2.3.1."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.lexicon.load import words

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

_WORD_BEFORE = re.compile(r"[A-Za-z][A-Za-z.&]{0,20}$")
_TOKEN = re.compile(r"[A-Za-z0-9_][A-Za-z0-9_.\-/]{0,200}")
# 3.0时代 is kept apart from these: a dotted version, an ISO-like code
_VERSION = re.compile(r"\d{1,6}\.\d{1,6}\.\d")
_STOCK = re.compile(r"\d{4,6}\.[A-Z]{2}(?![A-Za-z])")
_PHONE = re.compile(r"(?:1[3-9]\d{9}|0\d{2,3}-\d{7,8}|400-?\d{3,4}-?\d{3,4}|\d{3,4}-\d{7,8})(?!\d)")
_CHAIN_OF_HYPHENS = re.compile(r"\d{1,60}(?:-\d{1,60}){2,}")
# 图4-1, 表3.2: the number of a figure
_FIGURE_NUMBER = lazy(r"\d{1,3}(?:[-.－]\d{1,3})?(?![\d%万亿千百])")
_FIGURE_WORDS = frozenset("图表")
_CHAIN_OF_SLASHES = re.compile(r"\d{1,60}(?:/\d{1,60}){2,}")
# 1920*1080, 2048×2048: the sides of a screen or picture; 7×24小时: around the clock
_SIDES = re.compile(
    r"(?:\d{3,5} ?[*×xX✕] ?\d{3,5}|[57] ?[*×xX✕] ?(?:24|8|12)(?: ?(?:小时|[hH](?![A-Za-z])))?)(?![\d.%万亿])"
)
# 3-1, 2-2: a grade or a chapter, for no range goes down
_GRADE = re.compile(r"(?P<left>\d{1,2})-(?P<right>\d{1,2})(?! ?[\d.%‰/\-~=:：万亿千百个分块元美家次天岁月人])")
# 分别为1991/66/875: as many figures as names
_IN_TURN = re.compile(r"分别[为是有]? ?$")
# 4/5G, 3G/4G: generations of a network, joined
_GENERATIONS = re.compile(r"[1-9]G?/(?=[1-9]G(?![A-Za-z0-9]))")
_STRONG = frozenset({"money", "percent", "points", "multiple", "fraction"})
_REACH = 24


@cache
def _metrics() -> frozenset[str]:
    return frozenset(words("latin_metric"))


def code_end(text: str, start: int) -> int:
    """Where the phone number, version or other code at ``start`` (a digit) ends; ``start`` if there is none."""
    if text[start - 1 : start] in _FIGURE_WORDS and (figure := _FIGURE_NUMBER.match(text, start)) is not None:
        return figure.end()
    if _IN_TURN.search(text, max(0, start - 4), start):
        return start
    grade = _GRADE.match(text, start)
    if grade is not None and int(grade["left"]) >= int(grade["right"]):
        return grade.end()
    for pattern in (_VERSION, _STOCK, _PHONE, _CHAIN_OF_HYPHENS, _CHAIN_OF_SLASHES, _GENERATIONS, _SIDES):
        if (match := pattern.match(text, start)) is not None:
            return token_end(text, match.end())
    return start


def token_end(text: str, start: int) -> int:
    """The end of the run of Latin letters, digits and joining marks at ``start``."""
    match = _TOKEN.match(text, start)
    return match.end() if match is not None else start


def is_name(text: str, draft: Draft) -> bool:
    """Whether Latin letters beside the draft make it part of a name."""
    start, end = draft.number_start, draft.end
    before, outer = text[start - 1 : start], text[start - 2 : start - 1]
    if _is_latin(text[end : end + 1]) and text[end - 1].isdecimal():
        return True
    if before in {"_", "@", "#"} and outer.isascii() and outer.isalnum():
        return True
    if before in {"-", ".", "/", "\\", "="}:
        if _is_latin(outer):
            return draft.form not in _STRONG or before in {".", "/"}
        return before == "." and outer.isdecimal()
    spaced = before == " "
    if not _is_latin(outer if spaced else before):
        return False
    place = start - 1 if spaced else start
    word = _WORD_BEFORE.search(text, max(0, place - _REACH), place)
    return word is not None and _word_takes(word.group(), draft, spaced=spaced)


def _word_takes(word: str, draft: Draft, *, spaced: bool) -> bool:
    """Whether the Latin word before the number owns it (A100, iPhone 16) or states it (GMV 3亿)."""
    if word in _metrics():
        return False
    if draft.form in _STRONG or draft.chain:
        return len(word) == 1 and not spaced
    if draft.unit is not None:
        return not spaced
    return True


def _is_latin(char: str) -> bool:
    return char.isascii() and char.isalpha()
