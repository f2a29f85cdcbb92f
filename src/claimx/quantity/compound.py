"""Quantities written in two units or with a half behind: 123元1角1分 - 9块9 - 一米八 - 五分三十秒 - 一吨半."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.quantity.numerals import parse_numeral
from claimx.quantity.units import find_unit

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

_SMALL = r"(?:\d{1,2}|[一二两三四五六七八九壹贰叁肆伍陆柒捌玖])"
# 元 with its tenths and hundredths: 1角1分, 三毛, 又三美分
_CHANGE = re.compile(
    rf" ?又?(?:(?P<tenths>{_SMALL}) ?[角毛](?!利|度))?(?:(?P<hundredths>{_SMALL}) ?(?:美分|欧分|分(?!钟|之|店)))?钱?"
)
# 9块9, 三块五, 两毛五: the digit behind stands for the next coin down.
_COIN_TAIL = lazy(rf"(?P<digits>{_SMALL})(?![\d.]|[十百千万亿成折倍%])钱?")
_METRE_TAIL = lazy(rf"(?P<digits>{_SMALL})(?![\d.]|[十百千万亿成折倍%])")
# 三成五 is 35 %
_TENTH_TAIL = re.compile(r"(?P<digits>[一二三四五六七八九])(?![十百千万亿折倍%])")
_HALF = re.compile(r"半(?!年|个|天|日|月|小时|数|价|径|导|岛|球|成|路|途|场|截|夜|载|自|壁|开|封|公)(?P<clock>钟)?")
_HALVED = frozenset({"measure", "duration", "multiple", "percent"})
_TIME_TAIL = re.compile(
    r" ?零? ?(?P<number>\d{1,3}|[零一二三四五六七八九十两廿卅]{1,4}) ?"
    r"(?P<unit>分钟|分(?!之|店)|秒钟|秒|个?小时|个月|天|两(?!年)|米(?!粉|饭|线))"
)
# larger unit → smaller unit as written → (code, how many make the larger)
_TIME = {
    "hour": {"分钟": ("minute", 60), "分": ("minute", 60)},
    "minute": {"秒": ("second", 60), "秒钟": ("second", 60)},
    "day": {"小时": ("hour", 24), "个小时": ("hour", 24)},
    "week": {"天": ("day", 7)},
    "year": {"个月": ("month", 12)},
    "斤": {"两": ("两", 10)},
    "km": {"米": ("m", 1000)},
}
_EACH = frozenset({"day", "week"})


def compound(text: str, draft: Draft) -> None:
    """Add what a second unit or a half behind the unit says to a draft with one exact value."""
    if draft.value is None or draft.unit is None:
        return
    unit = text[draft.unit_start : draft.unit_end]
    if draft.form == "money":
        _change(text, draft, unit)
    elif draft.unit in _TIME or (draft.form == "score" and unit == "分"):
        _time(text, draft)
    elif unit == "米":
        _tail(text, draft, _METRE_TAIL)
    elif unit == "成":
        _tail(text, draft, _TENTH_TAIL, Decimal(10))
    _half(text, draft, unit)


def _add(draft: Draft, amount: Decimal, end: int, rule: str) -> None:
    assert draft.value is not None
    draft.value += amount
    draft.end = end
    draft.rules.append(rule)


def _change(text: str, draft: Draft, unit: str) -> None:
    if unit[-1] in "元圆块":
        change = _CHANGE.match(text, draft.end)
        if change is not None and (change["tenths"] or change["hundredths"]):
            tenths, hundredths = (_small(change[name]) for name in ("tenths", "hundredths"))
            _add(draft, tenths / 10 + hundredths / 100, change.end(), "compound.money")
            draft.step = Decimal("0.01") if change["hundredths"] else Decimal("0.1")
            return
    if unit[-1] in "块毛":
        _tail(text, draft, _COIN_TAIL, Decimal(1) if unit[-1] == "块" else Decimal("0.1"))


def _tail(text: str, draft: Draft, pattern: re.Pattern[str], unit: Decimal = Decimal(1)) -> None:
    """Decimals behind the unit (一米八), unless they count something of their own."""
    tail = pattern.match(text, draft.end)
    if tail is None or find_unit(text, tail.end("digits")) is not None:
        return
    digits = tail["digits"]
    places = len(digits) if digits.isascii() else 1
    draft.step = unit.scaleb(-places)
    _add(draft, _small(digits) * draft.step, tail.end(), "compound.tail")


def _time(text: str, draft: Draft) -> None:
    larger = "minute" if draft.form == "score" else draft.unit
    tail = _TIME_TAIL.match(text, draft.end)
    smaller = _TIME.get(larger or "", {})  # nothing is smaller than the second of 5分5秒, whatever stands behind
    if tail is None or tail["unit"] not in smaller or _is_share_of_each(text, draft, tail):
        return
    code, size = smaller[tail["unit"]]
    number = parse_numeral(tail["number"])
    if number is None or draft.value is None:
        return
    draft.value *= size
    draft.unit, draft.step = code, Decimal(1)
    draft.form = "measure" if code in {"两", "m"} else "duration"
    _add(draft, number, tail.end(), "compound.time")
    draft.unit_end = draft.end
    _time(text, draft)


def _is_share_of_each(text: str, draft: Draft, tail: re.Match[str]) -> bool:
    """一周4天, 一天8小时: so much in each of them; 一天零8小时 is one and more."""
    written = text[draft.number_start : draft.number_end]
    return written == "一" and draft.unit in _EACH and "零" not in tail.group()


def _half(text: str, draft: Draft, unit: str) -> None:
    minutes = draft.form == "score" and unit == "分"
    if draft.form not in _HALVED and not minutes and unit[-1] not in "块斤":
        return
    half = _HALF.match(text, draft.end)
    if half is None:
        return
    if minutes:
        draft.unit, draft.form = "minute", "duration"
    factor = Decimal(10) if unit == "成" else Decimal(1)
    _add(draft, factor / 2, half.end(), "compound.half")
    draft.step = factor / 2


def _small(text: str | None) -> Decimal:
    return (parse_numeral(text) if text else None) or Decimal(0)
