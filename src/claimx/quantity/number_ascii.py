"""Numbers that begin with an ASCII digit: 82,225.00 - 3.5万亿 - 10w - 1万600 - 500余万 - 2个亿."""

from __future__ import annotations

import re
from decimal import Decimal

from claimx.lazy import lazy
from claimx.quantity.draft import Draft
from claimx.quantity.numerals import EXACT, GROUPED, LETTER_SCALES, SCALES, ascii_decimal, read_run

# Thousands by threes, or by fours as some pages group them (10,4188条); else plain digits.
_NUMBER = re.compile(
    rf"""
    (?P<whole> {GROUPED} | \d{{1,3}}(?:,\d{{4}}){{1,9}}(?!\d) | \d{{1,60}} )
    (?P<decimals> \.\d{{1,60}} )?
    (?P<exponent> [eE][-+]?\d{{1,2}}(?!\w) )?
    """,
    re.VERBOSE,
)
_SCALE = re.compile(r" {0,2}(?P<words>[百佰千仟万亿兆]{1,8})")
# 10w, 128K, 1.2 M: a letter that ends the word. k线 and K歌 are words of their own.
_LETTER = re.compile(r" ?(?P<letter>[kKwWMB])(?![A-Za-z0-9]|线|歌|粉圈)")
# 500余万, 100多万, 10几万, 30万多亿: the vague word stands inside the numeral.
_INFIX = re.compile(r" ?(?P<word>多|余|几) ?(?P<scale>[百千万亿]{1,6})")
# 2000多, 20几, 1000来个: the vague word ends it
_ENDING = re.compile(
    r"""
    \ ?
    (?: (?P<word> 多(?!少|种[^，。]|样|元化|次元) | 余(?![额温波地下味热粮姚杭]) | 几 )
      | (?P<come> 来 )(?=[个家名位人年天次种款件元块岁斤米号条项度亩])
    )
    """,
    re.VERBOSE,
)
# 2个亿, 6个多亿; 一个亿级市场 is one such market
_GE = re.compile(r" ?个(?P<word>[多余来])?亿(?![万级欧纬联航滋])")
# What may follow a scale inside the same numeral: 5亿1万4千6百, 1万600.
_TAIL = re.compile(r"[\d零一二两三四五六七八九十百千万]{1,40}(?: \d{1,4}[百千万])*")
# 9万4: a last digit that nothing follows stands for the next scale down
_LAST_DIGIT = lazy(r"\d(?![\w.%])")
_SPACED_TAIL = re.compile(r" \d{1,4}[百千万](?: \d{1,4}[百千万])*")
_TAIL_HAS_SCALE = lazy(r"[十百千万]|零\d")
# Scale characters that begin a unit or another word: 2.3千克, 50兆字节, 5百分点, 10万分之一.
_NOT_SCALE = re.compile(
    r"""
      千(?=克(?!拉)|米|瓦|卡|赫|伏|帕|焦|字节|比特|牛|周)
    | 兆(?=瓦|赫|字节|比特|帕|欧|易|芯|丰)
    | 百(?=分点|分比|分位|度|货|姓)
    """,
    re.VERBOSE,
)
_WATT = lazy(r"功耗|功率|瓦|快充|充电|电源|芯片|GPU|CPU|显卡|供电|IPS|TOPS|灯|电池")
_LETTER_NAMES = frozenset({"2B", "2K", "4K", "8K"})
_MAY_GO_ON = frozenset(" 百佰千仟万亿兆kKwWMB个多余几来")
_CALENDAR = frozenset("年月日号点时分")
_CONTEXT = 30


def read_ascii(text: str, start: int, *, plain_commas: bool = True) -> Draft | None:
    """The number at ``start``, a digit.

    ``plain_commas`` False keeps a full-width comma from joining digits (after a currency symbol).
    """
    match = _NUMBER.match(text, start)
    if match is None or text[match.end() : match.end() + 1].isdecimal():
        return None
    whole, decimals, end = match["whole"], match["decimals"] or "", match.end()
    if "，" in whole and not plain_commas:
        whole, decimals = whole.partition("，")[0], ""
        end = start + len(whole)
    value = ascii_decimal(whole + decimals)
    draft = Draft(start, end, value, step=Decimal(1).scaleb(-max(len(decimals) - 1, 0)), ascii=whole + decimals)
    draft.rules.append("number.ascii")
    if match["exponent"] and end == match.end():
        _raise(draft, int(match["exponent"][1:]))
    elif text[end : end + 1] in _MAY_GO_ON:
        _read_scales(text, draft)
    draft.number_start, draft.number_end = draft.start, draft.end
    return draft


def read_point_five(text: str, start: int) -> Draft | None:
    """The decimal without its zero (``.5``) whose digits begin at ``start``, behind the point."""
    draft = read_ascii(text, start)
    if draft is None or draft.value is None or not draft.ascii.isdecimal():
        return None
    tenth = Decimal(1).scaleb(-len(draft.ascii))
    draft.value, draft.step = EXACT.multiply(draft.value, tenth), draft.step and EXACT.multiply(draft.step, tenth)
    draft.start = draft.number_start = start - 1
    draft.ascii = "0." + draft.ascii
    return draft


def read_ge(text: str, draft: Draft) -> bool:
    """Multiply a number by the 亿 that 个 joins to it (十几个亿, 两个多亿); False when there is none."""
    ge = _GE.match(text, draft.end)
    if ge is None:
        return False
    _multiply(draft, "亿", ge.end())
    if ge["word"] is not None:
        draft.bound = "approx" if ge["word"] == "来" else "gt"
    return True


def trim_scale(text: str, end: int) -> int:
    """Where a numeral that seems to end at ``end`` does: its last scale may belong to the word behind it."""
    return end - 1 if _NOT_SCALE.match(text, end - 1) else end


def _raise(draft: Draft, exponent: int) -> None:
    assert draft.value is not None and draft.step is not None
    draft.value = draft.value.scaleb(exponent, EXACT)
    draft.step = draft.step.scaleb(exponent, EXACT)


def _read_scales(text: str, draft: Draft) -> None:
    scale = _SCALE.match(text, draft.end)
    if scale is not None:
        end = trim_scale(text, scale.end())
        if end > scale.start("words"):
            _multiply(draft, text[scale.start("words") : end], end)
    elif (letter := _LETTER.match(text, draft.end)) is not None and _letter_is_scale(text, draft, letter):
        draft.scale(Decimal(LETTER_SCALES[letter["letter"]]))
        draft.chain, draft.end = letter["letter"], letter.end()
        return
    else:
        read_ge(text, draft)
    if draft.chain:
        _read_tail(text, draft)
    _read_infix(text, draft)


def _multiply(draft: Draft, chain: str, end: int) -> None:
    factor = Decimal(1)
    for char in chain:
        factor *= SCALES[char]
    draft.scale(factor)
    draft.chain += chain
    draft.end = end


def _letter_is_scale(text: str, draft: Draft, letter: re.Match[str]) -> bool:
    if letter["letter"] == "W":  # watt or 万
        return not _WATT.search(text, max(0, draft.start - _CONTEXT), letter.end() + _CONTEXT)
    if draft.ascii + letter["letter"] in _LETTER_NAMES and letter.end() == draft.end + 1:
        return text[letter.end() : letter.end() + 1] in {"元", "月", "薪", "/", "-", "~", "+"}
    return True


def _read_tail(text: str, draft: Draft) -> None:
    """Lower sections behind a scale; a lone digit is left to what follows (10万一年)."""
    tail = _SPACED_TAIL.match(text, draft.end) or _TAIL.match(text, draft.end)
    if tail is None or not _is_tail(text, draft, tail.group()):
        return
    run = read_run(text, draft.start, trim_scale(text, tail.end()))
    if run is None or run.end <= draft.end or "." in text[draft.end : run.end + 1]:
        return
    if text[run.end : run.end + 1] in _CALENDAR:
        return
    draft.value, draft.step, draft.end = run.value, run.step, run.end
    draft.chain = ""


def _is_tail(text: str, draft: Draft, tail: str) -> bool:
    if _TAIL_HAS_SCALE.search(tail) or _LAST_DIGIT.match(text, draft.end):
        return True
    return len(tail) > 1 and tail.isdecimal()


def _read_infix(text: str, draft: Draft) -> None:
    """多, 余, 几 and 来: before a scale (500余万) or as the end of a round number (2000多)."""
    infix = _INFIX.match(text, draft.end)
    if infix is not None:
        end = trim_scale(text, infix.end())
        if end > infix.start("scale") and _bound_by(draft, infix["word"]):
            _multiply(draft, text[infix.start("scale") : end], end)
        return
    ending = _ENDING.match(text, draft.end)
    if ending is not None and _bound_by(draft, ending["word"] or ending["come"]):
        draft.end = ending.end()


def _bound_by(draft: Draft, word: str) -> bool:
    """Let a vague word loosen a round number; False when the number is not round."""
    if not draft.value or (not draft.chain and draft.value % 10):
        return False
    if word == "几":
        if draft.chain:
            return False
        draft.low, draft.high = draft.value, draft.value + _last_place(draft.value)
        draft.value, draft.vague = None, True
    else:
        draft.bound = "approx" if word == "来" else "gt"
    draft.rules.append("number.infix")
    return True


def _last_place(value: Decimal) -> Decimal:
    """The room that 几 fills: 10几 is 10 to 20, 100几 100 to 200."""
    digits = str(int(value))
    return Decimal(10) ** (len(digits) - len(digits.rstrip("0")))
