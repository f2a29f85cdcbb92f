"""Ranks: 第一, 第3名, 第15位, 前十, 前三名, TOP3, No.1, 首位, 榜首; and 第N that only counts off."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimx.lazy import lazy
from claimx.lexicon.load import words
from claimx.quantity.draft import Draft
from claimx.quantity.wordlist import WordList

_PLACE = re.compile(r" ?(?:名(?!字|称|为|单|义|额)|位(?!置|于)|大(?!道|街|学|家|楼|厦)|高(?!中|速|等|管))")
_FRONT_PLACE = lazy(r" ?(?:名(?!字|称|为|单|义|额)|位(?!置|于)|大(?!道|街|学|家|楼|厦)|强(?!调)|甲(?!醛|方))")
_WORD = re.compile(r"榜首|首位(?!度|女|男|创|华|担|获|在|来|登|以)")
_FIRST_BEFORE = frozenset("居列于占在跃据第登回守持球国界业省市区")
# 目前3家, 之前10年, 提前3天: the 前 of another word
_NOT_FRONT = frozenset("目之以此提从先面眼当空生年月日天周午赛史跟往胸售幕餐饭岁战产")
_LARGE = frozenset("万亿")
# 前10个月, 前三季度, 前5家: a length or a count, not a rank
_COUNTED_BEHIND = frozenset("%‰个家年天月周日小季分秒款种场次条件半期轮届章节段页步人元万亿代排后者两成只部集项倍")
# What stands behind a point that the text counts off, and before it: a clause's beginning or the points before.
_POINT_END = re.compile(r" ?(?:[，,、：:]|\*|是|就是|我|要|需要|则|在于|看|如果|因为|由于|对|从|不)")
_POINT_START = re.compile(
    r"""
    (?: ^ | [\n。！？；：:;!?，,（(“"*\#>•] ) [\s*\#>“]*
    (?: \d{1,2}[.、]\ {0,3} )? (?: 首先 | 当然 | 那么 | 所以 | 然后 | 还有 | 另外 )?
    (?: 第[一二三四五六七八九十\d]{1,2}[、，,和与] )* $
    """,
    re.VERBOSE,
)
_RANGE_BEHIND = lazy(r" ?[-~—至到] ?[\d二三四五六七八九十]")
# 第二、三位, 分列二、三名: places that share one 第 or verb
_PLACES_BEFORE = re.compile(r"(?:第|[列居])(?:[一二三四五六七八九十\d]{1,3}、){1,4}$")
_PLACES_BEHIND = lazy(r"(?:、[一二三四五六七八九十\d]{1,3}){1,4}[名位](?!置|于|字|称)")
_REACH = 16
_TOP = lazy(r"(?<![A-Za-z])(?:TOP|Top|top|No\.?|NO\.?|№)[ -]?$")


@cache
def _ordinal_nouns() -> WordList[None]:
    return WordList((word, None) for word in words("ordinal_noun"))


def read_rank(text: str, draft: Draft) -> tuple[bool, int]:
    """Make a plain number after 第, 前 or TOP a rank.

    Returns whether 第 stands before the number, and where the reading goes on; the draft has form
    "rank" when it is a rank, else it is left alone.
    """
    lead = draft.start - 1
    if text[lead : draft.start] == " ":
        lead -= 1
    before = text[lead : lead + 1]
    if before == "第":
        return True, _ordinal(text, draft, lead)
    if before == "前":
        return False, _front(text, draft, lead)
    if before and before in "、列居" and _shares_place(text, draft, before):
        place = _PLACE.match(text, draft.end)
        _make(draft, draft.start, place.end() if place is not None else draft.end, "rank.shared")
        return False, draft.end
    top = _TOP.search(text, max(0, draft.start - 5), draft.start) if before in "Pp-.oO№ " and before else None
    if top is not None and not draft.chain and draft.value is not None:
        _make(draft, top.start(), draft.end, "rank.top")
    return False, draft.end


def read_word(text: str, start: int) -> Draft | None:
    """首位 or 榜首 at ``start``."""
    word = _WORD.match(text, start)
    if word is None or (word.group() == "首位" and text[start - 1 : start] not in _FIRST_BEFORE):
        return None
    draft = Draft(start, word.end(), Decimal(1), step=Decimal(1), number_start=start, number_end=word.end())
    _make(draft, start, word.end(), "rank.word")
    return draft


def _ordinal(text: str, draft: Draft, lead: int) -> int:
    noun = _ordinal_nouns().at(text, draft.end + (text[draft.end : draft.end + 1] == " "))
    place = _PLACE.match(text, draft.end)
    if (
        (noun is not None and place is None)
        or draft.value is None
        or draft.chain[:1] in {"万", "亿"}
        or draft.low is not None
        or (place is None and _counts_off(text, lead, draft.end))
    ):
        return noun.end if noun is not None else draft.end
    _make(draft, lead, place.end() if place is not None else draft.end, "rank.ordinal")
    return draft.end


def _shares_place(text: str, draft: Draft, before: str) -> bool:
    """Whether a number is one of several places: 三 in 第二、三位, 二 in 分列二、三位."""
    if draft.value is None or draft.chain[:1] in _LARGE:
        return False
    if before == "、" and not _PLACES_BEFORE.search(text, max(0, draft.start - _REACH), draft.start):
        return False
    last = (
        before == "、" and text[draft.end : draft.end + 1] in {"名", "位"} and _PLACE.match(text, draft.end) is not None
    )
    return last or _PLACES_BEHIND.match(text, draft.end) is not None


def _counts_off(text: str, lead: int, end: int) -> bool:
    """第一，… 第二，…, 第一、第二、第三, 第二是…: points of the text, at the head of a clause, and no rank."""
    return (
        _POINT_END.match(text, end) is not None and _POINT_START.search(text, max(0, lead - _REACH), lead) is not None
    )


def _front(text: str, draft: Draft, lead: int) -> int:
    if draft.value is None or draft.form != "number" or text[lead - 1 : lead] in _NOT_FRONT or "." in draft.ascii:
        return draft.end
    if _RANGE_BEHIND.match(text, draft.end):
        return draft.end  # 前8-12集
    place = _FRONT_PLACE.match(text, draft.end)
    if place is None and (draft.chain[:1] in _LARGE or text[draft.end : draft.end + 1] in _COUNTED_BEHIND):
        return draft.end
    _make(draft, lead, place.end() if place is not None else draft.end, "rank.front")
    draft.bound = "le"
    return draft.end


def _make(draft: Draft, start: int, end: int, rule: str) -> None:
    draft.unit, draft.form, draft.start = "rank", "rank", start
    draft.unit_start, draft.unit_end, draft.end = draft.number_end, end, end
    draft.rules.append(rule)
