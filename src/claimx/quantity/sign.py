"""Signs: -2.3亿元, 负32, 零下5度, +183%, ±15%."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.lazy import lazy

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

# A dash or plus after one of these joins two things (GPT-4, 20%-30%, 3+1) and is no sign.
_JOINED = lazy(r"[A-Za-z\d_%)）\]】]")
# 胜负, 欺负, 背负 …: 负 as the end of another word
# 粉丝量-12.2万: a dash between a count and its figure
_COUNTED = frozenset("量数赞藏粉丝")
_COUNTS = frozenset({"number", "count"})
_BEFORE_NEGATIVE = frozenset("胜欺背抱肩担自正贰")


def sign(text: str, draft: Draft, floor: int) -> None:
    """Read the sign before a draft, no further back than ``floor``, and widen the draft over it."""
    start = draft.start
    place = start
    while place > floor and text[place - 1] == " ":
        place -= 1
    if place - 1 < floor:
        return
    mark = text[place - 1]
    if mark == "-" and text[place - 2 : place - 1] in _COUNTED and draft.form in _COUNTS:
        return
    if mark in "+-±" and place == start and not (place > 1 and (_JOINED.match(text, place - 2) or place - 1 == floor)):
        draft.start = place - 1
        if mark == "-":
            negate(draft)
    elif mark == "负" and text[place - 2 : place - 1] not in _BEFORE_NEGATIVE:
        draft.start = place - 1
        negate(draft)
    elif mark == "下" and text.startswith("零", place - 2) and place - 2 >= floor and draft.form == "measure":
        draft.start = place - 2
        negate(draft)
    else:
        return
    draft.rules.append("sign")


def negate(draft: Draft) -> None:
    """Change the sign of a value, or of a range's lower end (-100到200, -20到-10 has its own)."""
    if draft.value is not None:
        draft.value = -draft.value
    elif draft.low is not None:
        draft.low = -draft.low
