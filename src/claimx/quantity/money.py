"""Currencies written before their amount: $20, HK$30亿, 人民币50元, RMB 3000万."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.lexicon.load import table
from claimx.quantity.wordlist import EndingList, Hit

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

_BLANKS = 3
# 块 counts blocks (10块GPU) unless a coin follows (9块9, 1块多) or the talk is of money.
_COIN_BEHIND = lazy(r"钱|[一二两三四五六七八九\d]{1,2}(?!\d|[十百千万亿成折倍%])|毛|[多几](?![少种个家位项方])")
_TALK_OF_MONEY = lazy(r"[元钱价卖花费售付赚收贵惠补减省涨降送]")
_REACH = 8


@cache
def _prefixes() -> EndingList[str]:
    return EndingList((word, code) for code, _, cell in table("currency") for word in cell.split() if word != "-")


def find_currency(text: str, start: int, floor: int) -> Hit[str] | None:
    """The currency that stands before ``start``, at most three blanks away."""
    place = start
    while place > floor and start - place < _BLANKS and text[place - 1] == " ":
        place -= 1
    hit = _prefixes().before(text, place)
    return hit if hit is not None and hit.start >= floor else None


def attach_coin(text: str, draft: Draft) -> None:
    """Make 块 behind the number yuan where it is money."""
    if text[draft.unit_start : draft.unit_end] != "块":
        return
    before, after = text[draft.start - 1 : draft.start], text[draft.unit_end : draft.unit_end + 1]
    if (
        _COIN_BEHIND.match(text, draft.unit_end)
        or (not after.isalpha() and (draft.chain or not before.isalpha()))
        or _TALK_OF_MONEY.search(text, max(0, draft.start - _REACH), draft.start)
    ):
        draft.unit, draft.form = "CNY", "money"
        draft.rules.append("money.coin")


def attach_currency(text: str, draft: Draft, currency: Hit[str]) -> bool:
    """Make the draft an amount of the currency before it, unless a unit of another kind says otherwise."""
    if draft.unit is None:
        draft.unit_start, draft.unit_end = currency.start, currency.end
    elif draft.form != "money":
        return False
    rest = draft.unit.partition("/")[1:] if draft.unit else ("", "")
    draft.unit, draft.form = currency.meaning + "".join(rest), "money"
    draft.start = currency.start
    draft.rules.append("money.prefix")
    return True
