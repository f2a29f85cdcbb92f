"""Ranges: 200-500元, 20%至30%, 3到5万港币, 八到九百亿, 4、5元, 10000与20000之间."""

from __future__ import annotations

import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.quantity.numerals import EXACT, LETTER_SCALES, SCALES
from claimx.quantity.units import UnitHit, attach, find_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.quantity.draft import Draft

_LINK = re.compile(
    r" {0,2}(?:-{1,2}|~{1,2}|—{1,2}|至|到|(?P<both>与|和|跟)) {0,2}(?=[\d零一二两三四五六七八九十百千万半数几负\-.+$¥])"
)
# 几百到几千, 数百家到近千家
_VAGUE_LINK = re.compile(r" ?(?:-|~|—{1,2}|至|到) ?近?(?=[\d数几上一二两三四五六七八九十百千万])")
_TENS = frozenset("二三四五六七八九")
_LINK_NEAR = re.compile("[-~—至到与和跟]")
_LONGEST_UNIT = 10
_BETWEEN = lazy(r" ?[^\s，。；、,;]{0,3}?之?间(?!隔|谍|接)")
_SMALL = frozenset("十拾百佰千仟")
_LIST_MARK = re.compile(r"、(?=[\d二三四五六七八九])")
_GRADES = frozenset("级线类期等")
_CN_NEXT = {
    "一": "二两",
    "二": "三",
    "两": "三",
    "三": "四",
    "四": "五",
    "五": "六",
    "六": "七",
    "七": "八",
    "八": "九",
}


def read_range(text: str, first: Draft, read: Callable[[str, int], Draft | None]) -> None:
    """Widen ``first``, just read with its own unit if it has one, to the range it begins.

    A unit and scale written once belong to both ends; the second end's unit is attached here.
    """
    if first.value is None or first.bare or not _LINK_NEAR.search(text, first.end, first.end + _LONGEST_UNIT):
        return
    own = find_unit(text, first.end)
    if own is not None and own.infix:
        return
    if own is not None and (link := _LINK.match(text, own.end)) is not None:
        _join(text, first, own, link, read)
    elif (link := _LINK.match(text, first.end)) is not None:
        _join(text, first, None, link, read)


def read_vague_range(text: str, first: Draft, read: Callable[[str, int], Draft | None]) -> None:
    """Widen a vague number to the range it begins (几百到几千平, 数百家到近千家, 十几二十个)."""
    if first.low is None or first.high is None or text[first.start - 1 : first.start] == "、":
        return  # 几万、几十万到上百万 is a list
    own = find_unit(text, first.end)
    place = own.end if own is not None else first.end
    link = _VAGUE_LINK.match(text, place)
    if link is None and (own is not None or text[first.end : first.end + 1] not in _TENS):
        return
    second = read(text, link.end() if link is not None else first.end)
    if second is None or second.form != "number":
        return
    high = second.high if second.value is None else second.value
    unit = find_unit(text, second.end)
    if high is None or high <= first.low or (own is not None and (unit is None or unit.code != own.code)):
        return
    if link is None and high != first.high:
        return
    factor = own is None and shared_scale(replace(first, value=first.low), replace(second, value=high))
    _merge(first, EXACT.multiply(first.low, factor or Decimal(1)), high, second, "range.vague")


def read_list_range(text: str, first: Draft, read: Callable[[str, int], Draft | None]) -> None:
    """4、5元, 三、四百家, 2、30元: neighbouring digits before one unit or scale."""
    mark = _LIST_MARK.match(text, first.end)
    if mark is None or first.chain or first.value is None or len(text[first.start : first.end]) != 1:
        return
    if text[first.start - 1 : first.start] in {"、", "-", "~", "."}:
        return
    second = read(text, mark.end())
    if second is None or second.value is None or text[second.end : second.end + 1] == "、":
        return
    digit = text[mark.end()]
    if digit.isdecimal():
        neighbours = first.ascii.isdecimal() and int(digit) == int(first.ascii) + 1
    else:
        neighbours = digit in _CN_NEXT.get(text[first.start], "")
    unit = find_unit(text, second.end)
    if not neighbours or (unit is None and not second.chain):
        return
    if unit is not None and text[unit.start : unit.end] in _GRADES and not digit.isdecimal():
        return  # 一、二级医院
    factor = Decimal(1).scaleb(second.value.adjusted())
    if second.value % factor:
        return  # 2、35元, 三、四百五十家
    _merge(first, EXACT.multiply(first.value, factor), second.value, second, "range.neighbours")


def _join(
    text: str, first: Draft, own: UnitHit | None, link: re.Match[str], read: Callable[[str, int], Draft | None]
) -> None:
    second = read(text, link.end())
    if second is None or second.value is None or first.value is None:
        return
    if first.ascii.startswith("0") and first.ascii[1:2].isdecimal():
        return
    if link["both"] and not _BETWEEN.match(text, _unit_end(text, second)):
        return
    factor = (second.unit is None and own is None and shared_scale(first, second)) or Decimal(1)
    low = EXACT.multiply(first.value, factor)
    unit = find_unit(text, second.end)
    if link["both"] and unit is not None and text[unit.start : unit.end] == "间":
        unit = None  # 在A与B间
    if own is not None:
        if unit is not None and unit.code != own.code:
            return
        if unit is None and second.chain and own.unit.form != "money":
            return  # 增长10%至1.43亿
        attach(first, own)
        if own.unit.factor != 1:
            low = first.value if first.value is not None else low
            second.scale(own.unit.factor)
            unit = unit and unit._replace(unit=unit.unit._replace(factor=Decimal(1)))
    if low >= second.value:
        return
    if unit is not None and unit.infix == "half":
        return
    _merge(first, low, second.value, second, "range")
    if link["both"] and unit is None and (between := _BETWEEN.match(text, first.end)) is not None:
        first.end = between.end()
    if unit is not None:
        attach(first, unit)


def _unit_end(text: str, draft: Draft) -> int:
    unit = find_unit(text, draft.end)
    return unit.end if unit is not None and text[unit.start : unit.end] != "间" else draft.end


def _merge(first: Draft, low: Decimal, high: Decimal, second: Draft, rule: str) -> None:
    first.low, first.high, first.value = low, high, None
    first.end = first.number_end = second.end
    first.chain, first.bound, first.step = second.chain, second.bound or first.bound, second.step
    first.ascii = ""
    first.rules.append(rule)


def shared_scale(first: Draft, second: Draft) -> Decimal | None:
    """The scale that the second end lends the first: 万 in 3到5万, 百亿 in 八到九百亿, None in 8500到3万.

    It lends as much of its scale as leaves the first end the smaller number; 十 alone is never lent.
    """
    if first.value is None or second.value is None or not second.chain:
        return None
    large = any(char not in _SMALL for char in first.chain)
    if large:
        return None
    for start in range(len(second.chain)):
        lent = second.chain[start:]
        if lent[0] in "十拾" or (first.chain and lent[0] in _SMALL):
            continue
        factor = Decimal(1)
        for char in lent:
            factor *= SCALES.get(char) or LETTER_SCALES[char]
        if first.value < second.value / factor:
            return factor
    return None
