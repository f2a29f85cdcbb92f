"""Currencies written before their amount: $20, HK$30亿, 人民币50元, RMB 3000万."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.lexicon.load import table
from claimx.quantity.bounds import is_bounded
from claimx.quantity.wordlist import EndingList, Hit

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

_BLANKS = 3
# 块 counts blocks (10块GPU) unless a coin follows (9块9, 1块多) or the talk is of money.
_COIN_BEHIND = lazy(r"钱|[一二两三四五六七八九\d]{1,2}(?!\d|[十百千万亿成折倍%])|毛|[多几](?![少种个家位项方])")
_TALK_OF_MONEY = lazy(r"[元钱价卖花费售付赚收贵惠补减省涨降送租薪宜]|工资|成本|一张票")
_REACH = 8
# 1400块左右, 35块就能吃饱: nothing that comes in blocks stands behind
_NO_PIECE_BEHIND = lazy(
    r" ?(?:$|[^\w ]|[的就都也还才了吧呢啊呀吗嘛而和或到至封]|左右|上下|出头|以[内下上]|之内|不到|起(?![来伏]))"
)
# 一杯20块, 每人30块: what the price is of
_EACH_BEFORE = lazy(r"(?:[一每][^\W\d_]{1,2}|人均)[才只就要]?$")
# what a sentence on hardware counts in 块, be the noun behind the number or long before it
_HARDWARE = lazy(r"[GNTC]PU|芯片|显卡|加速卡|硬盘|电池|屏幕|主板|面板")
_HARDWARE_REACH = 60
#: From here on 块 with nothing behind it is money; fewer may be parts (业务分为3块).
_MOST_PIECES = 10


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
    if _COIN_BEHIND.match(text, draft.unit_end) or (
        not draft.bare  # 成本有哪几块
        and (
            (not after.isalpha() and (draft.chain or not before.isalpha()))
            or _TALK_OF_MONEY.search(text, max(0, draft.start - _REACH), draft.start)
            or _is_price(text, draft)
        )
    ):
        draft.unit, draft.form = "CNY", "money"
        draft.rules.append("money.coin")


def _is_price(text: str, draft: Draft) -> bool:
    """Whether 块 counts no pieces: 1400块, 不到9块, 一杯5块; but 三块蛋糕, 分为3块, and 40块 where GPUs are counted."""
    if not _NO_PIECE_BEHIND.match(text, draft.unit_end):
        return False
    if _HARDWARE.search(text, max(0, draft.start - _HARDWARE_REACH), draft.start):
        return False
    most = draft.value if draft.value is not None else draft.high
    return (
        (most is not None and most >= _MOST_PIECES)
        or "." in draft.ascii
        or _EACH_BEFORE.search(text, max(0, draft.start - _REACH), draft.start) is not None
        or is_bounded(text, draft)
    )


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
