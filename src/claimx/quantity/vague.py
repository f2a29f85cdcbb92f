"""Vague numbers: 数万 and 几十 (one to ten of the scale), 上百 (and more), 成千上万 and its like.

| written | least | greatest |
|---|---|---|
| 数 or 几 with a scale: 数万, 几十, 好几百 | the scale | ten of the scale |
| 大几 with a scale: 大几千 | five of the scale | ten of the scale |
| 数 or 几 alone: 数位, 几家 | 1 | 10 |
| 上 with a scale: 上百, 上千万 | the scale | open |
| fixed words: 成千上万, 数以百计 | lexicon/data/vague.tsv | the same |
| 几 inside a numeral: 十几万, 二十几 | the numeral before it | plus its last scale (number_chinese.py) |
"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache

from claimx.lazy import lazy
from claimx.lexicon.load import table
from claimx.quantity.draft import Draft
from claimx.quantity.number_ascii import trim_scale
from claimx.quantity.numerals import SCALES

_HEAD = re.compile(
    r"(?P<word>[数几])(?P<scale>[十百千万亿]{1,6})?(?P<more>[多余](?=[万亿]))?(?P<outer>(?<=[多余])[万亿])?"
)
# 人数, 指数, 用户数: the 数 of a noun; what follows it is a number of its own (用户数千万).
_NOUN_BEFORE = frozenset("无多少人指总次户件单系倍位参基奇偶函分篇量店复常变负整岁代级场天页字票份台辆套名订粉员款品业")
# 裁员数百人, 至少数小时: a word that ends like such a noun
_VERB_BEFORE = lazy(r"(?:[裁减增]员|[至最减缺]少)$")
_NOT_UP = frozenset("以线马晚早网路身历海会市加之桌面楼船车")


@cache
def _fixed() -> tuple[re.Pattern[str], dict[str, tuple[str, str]]]:
    rows = {word: (low, high) for word, low, high in table("vague")}
    longest_first = sorted(rows, key=len, reverse=True)
    return re.compile("|".join(longest_first)), rows


def read_vague(text: str, start: int, floor: int = 0) -> Draft | None:
    """A vague number led by 数 or 几, or a fixed vague word, at ``start``; 大 in front of ``floor`` is not its own."""
    pattern, rows = _fixed()
    if (fixed := pattern.match(text, start)) is not None:
        low, high = rows[fixed.group()]
        return _draft(start, fixed.end(), Decimal(low), None if high == "-" else Decimal(high), "vague.word")
    head = _HEAD.match(text, start)
    if head is None:
        return None
    if (
        head["word"] == "数"
        and start
        and text[start - 1] in _NOUN_BEFORE
        and not _VERB_BEFORE.search(text, max(0, start - 2), start)
    ):
        return None
    end = head.end()
    scale = Decimal(1)
    if head["scale"]:
        if not head["more"]:
            end = trim_scale(text, head.end("scale"))
        for char in text[head.start("scale") : min(end, head.end("scale"))]:
            scale *= SCALES[char]
        if head["outer"]:
            scale *= SCALES[head["outer"]]
    least = 1
    if start > floor and text[start - 1] in "大好":
        least = 5 if text[start - 1] == "大" else 1
        start -= 1
    draft = _draft(start, end, least * scale, 10 * scale, "vague.head")
    draft.bare = not head["scale"]
    draft.chain = head["scale"] or ""
    return draft


def make_open(draft: Draft, text: str) -> None:
    """上百, 上千万: a bare scale after 上 is vague, with no upper end."""
    before = text[max(0, draft.start - 2) : draft.start]
    if not before.endswith("上") or before[0] in _NOT_UP:
        return
    draft.low, draft.value, draft.vague, draft.bare = draft.value, None, True, False
    draft.start -= 1
    draft.number_start = draft.start
    draft.rules.append("vague.open")


def _draft(start: int, end: int, low: Decimal, high: Decimal | None, rule: str) -> Draft:
    draft = Draft(start, end, low=low, high=high, vague=True, number_start=start, number_end=end)
    draft.rules.append(rule)
    return draft
