"""The words that bound a number, the negations that turn them round, and those that bound only in their place."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.lexicon.load import table
from claimx.quantity.wordlist import EndingList, Hit, WordList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.quantity.draft import Draft

_TURNED = {"gt": "le", "lt": "ge"}
_NEGATIVE = frozenset("不未没")
# 不能拍超过12小时: a verb between; what is no verb leads to another thing (不能与超过百人的公司比)
_VERB_BETWEEN = lazy(r"[^\W\d_因对给向把让被与和在同跟为从比是的]{1,3}")
_LONGEST_VERB = 3

# 过 alone bounds a bare scale (过亿), a half (过半), or what a noun of measure stands before (占比过20%); 过了 no
# length of time (过了三年), but what a measure or an adverb stands before (年薪都过了百万).
_PASSING = frozenset({"过", "刚过", "刚刚过"})
_PASSED_BEFORE = re.compile(r"[比额量值率数利收价已均]$")
_HAS_PASSED_BEFORE = lazy(r"(?:^|[^\w]|[比额量值率数利收价已均店户丝员经都早就也将])$")
# 快300家了: not how fast (比同行快3倍); 小一万粉丝: not how small (缩小一万)
_SOON_BEFORE = lazy(r"(?:^|[^\w]|[都已经就有占了也将是达近]|差不多)$")
_NEARLY_BEFORE = lazy(r"(?:^|[^\w]|[都已经就有占了也将是达到着的花卖赚过])$")
_HOW_FAST = frozenset({"multiple", "growth", "points"})


@cache
def before() -> EndingList[str]:
    """Words that stand before a number, with the bound they give it ("-" for none)."""
    return EndingList((*_negated(), *_listed("b")))


@cache
def after() -> WordList[str]:
    """Words that stand behind a number and its unit."""
    return WordList(_listed("a"))


def meaning(word: str) -> str | None:
    """The bound that ``word`` gives a number behind it."""
    hit = before().before(word, len(word))
    return None if hit is None else hit.meaning


def across_verb(text: str, hit: Hit[str], floor: int) -> str:
    """The bound of ``hit``, turned round where a negation reaches it across a verb."""
    if hit.meaning not in _TURNED or hit.word[0] in _NEGATIVE:
        return hit.meaning
    for size in range(1, _LONGEST_VERB + 1):
        verb = hit.start - size
        negation = _prohibitions().before(text, verb)
        if negation is not None and negation.start >= floor and _VERB_BETWEEN.fullmatch(text, verb, hit.start):
            return _TURNED[hit.meaning]
    return hit.meaning


def in_place(text: str, hit: Hit[str], draft: Draft, verb: str) -> bool:
    """Whether a word that bounds only in some places does so here; ``verb`` stands between it and the number."""
    if verb == "了" and draft.form == "duration" and hit.word in _PASSING:
        return False
    if hit.word == "过":
        if verb == "了":
            return _ends(_HAS_PASSED_BEFORE, text, hit)
        return draft.bare or draft.form == "fraction" or _ends(_PASSED_BEFORE, text, hit)
    if hit.word == "快":
        return (
            draft.form not in _HOW_FAST
            and text[draft.unit_start : draft.unit_end] != "%"
            and _ends(_SOON_BEFORE, text, hit)
        )
    if hit.word == "小":
        return bool(draft.chain) and draft.bound is None and _ends(_NEARLY_BEFORE, text, hit)
    return True


def _ends(pattern: re.Pattern[str], text: str, hit: Hit[str]) -> bool:
    return pattern.search(text, max(0, hit.start - _LONGEST_VERB), hit.start) is not None


def _negated() -> Iterator[tuple[str, str]]:
    """The words behind a negation: 不会超过, 没超, 从未低于; not 过, which bounds only in its place."""
    for word, bound in _listed("b"):
        if bound in _TURNED and word != "过":
            for negation, effect in _listed("n"):
                yield negation + word, bound if effect == "keep" else _TURNED[bound]


@cache
def _prohibitions() -> EndingList[str]:
    return EndingList((word, effect) for word, effect in _listed("n") if effect == "forbid")


def _listed(wanted: str) -> Iterator[tuple[str, str]]:
    return ((word, meant) for side, meant, cell in table("bound") if side == wanted for word in cell.split())
