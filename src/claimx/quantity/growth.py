"""Growth words that hold their figure: 翻番, 翻两番, 翻倍, 翻了一倍, 倍增."""

from __future__ import annotations

import re
from decimal import Decimal

from claimx.quantity.draft import Draft
from claimx.quantity.numerals import parse_numeral

_TURN = re.compile(
    r"""
    翻 (?:了|过|上|了近|近|超|超过)? 个? \s?
    (?P<count> 几 | 数 | 好几 | [一两二三四五六七八九十] | \d{1,3}(?:\.\d{1,2})? )? \s?
    (?P<word> 番(?!茄|号|薯) | 倍(?!速|率) )
    """,
    re.VERBOSE,
)
# 产值倍增; 倍增计划 is a name
_MULTIPLY = re.compile(r"倍增(?=[，。；、！？）” ]|$)")


def read_growth(text: str, start: int) -> Draft | None:
    """The growth word at ``start``, 翻 or 倍.

    N 番 is two to the power of N; 翻倍 and 翻一倍 are 2; 翻 3 倍 stays 3, as written.
    """
    if _MULTIPLY.match(text, start):
        return _draft(start, start + 2, Decimal(2))
    match = _TURN.match(text, start)
    if match is None:
        return None
    count = match["count"]
    if count in {"几", "数", "好几"}:
        draft = _draft(start, match.end(), None)
        draft.low, draft.high, draft.vague = Decimal(1), Decimal(10), True
        return draft
    number = parse_numeral(count) if count else Decimal(1)
    if number is None:
        return None
    if match["word"] == "番":
        return _draft(start, match.end(), 2**number)
    return _draft(start, match.end(), Decimal(2) if number == 1 else number)


def _draft(start: int, end: int, value: Decimal | None) -> Draft:
    draft = Draft(start, end, value, unit="x", form="growth", step=Decimal(1), number_start=start, number_end=end)
    draft.rules.append("growth")
    return draft
