"""Halves: 一半, 过半, 近半数, 半年, 半个月, 半公斤, 对折."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimx.quantity.draft import Draft
from claimx.quantity.units import attach, find_unit

if TYPE_CHECKING:
    from claimx.model import Bound

_SHARE = re.compile(r"一(?:大|小)?半(?!径|导|年|个|天|岛|球|月|日|时|会|是)|大半(?=[数用的企]|以上)|半数")
# 过半 and 超半 with no unit behind; the bound word is read later
_AFTER_BOUND = re.compile(
    r"(?<=[过超近])半(?!年|个|天|日|月|小时|价|径|导|岛|球|成|路|途|夜|场|钟|程|秒|分|公|吨|斤|米|升|里|生|辈)"
)
_HALF_A_HUNDRED = re.compile(r"半百")
_HALVES = frozenset({"measure", "duration", "count", "money"})
_HALVED_COUNTS = frozenset(
    {
        "个",
        "盒",
        "瓶",
        "杯",
        "份",
        "碗",
        "箱",
        "袋",
        "包",
        "只",
        "块",
        "张",
        "桶",
        "人",
        "盘",
        "片",
        "斤",
        "勺",
        "壶",
        "车",
    }
)
# 大半年 is more than half a year
_LEADS: dict[str, Bound] = {"大": "gt", "小": "lt"}
_DISCOUNT = re.compile(r"对 ?折(?!叠|线|射)")


def read_half(text: str, start: int) -> Draft | None:
    """The half at ``start``: 半, 一 of 一半, 大 of 大半 or 大半年, or 对 of 对折."""
    share = _SHARE.match(text, start) or _AFTER_BOUND.match(text, start)
    if share is not None:
        draft = _draft(start, share.end(), 50, "%", "half.share")
        draft.form, draft.step = "fraction", None
        if share.group() == "一大半":
            draft.bound = "gt"
        elif share.group() == "一小半":
            draft.bound = "lt"
        return draft
    if (discount := _DISCOUNT.match(text, start)) is not None:
        draft = _draft(start, discount.end(), 5, "折", "half.discount")
        draft.form = "discount"
        return draft
    if _HALF_A_HUNDRED.match(text, start):
        return _draft(start, start + 2, 50, None, "half.hundred")
    lead = _LEADS.get(text[start])
    at = start if lead is None else start + 1
    if text[at : at + 1] != "半":
        return None
    draft = _draft(start, at + 1, Decimal("0.5"), None, "half.unit")
    draft.bound = lead
    hit = find_unit(text, at + 1)
    if hit is None or hit.unit.form not in _HALVES:
        return None
    word = text[hit.start : hit.end]
    if hit.unit.form == "count" and word not in _HALVED_COUNTS:
        return None
    if word in {"月", "季", "星", "点", "周"} or (hit.unit.form == "money" and word[-1:] not in {"块", "元"}):
        return None
    attach(draft, hit)
    draft.step = draft.value
    return draft


def _draft(start: int, end: int, value: Decimal | int, unit: str | None, rule: str) -> Draft:
    draft = Draft(start, end, Decimal(value), unit=unit, number_start=start, number_end=end)
    draft.rules.append(rule)
    return draft
