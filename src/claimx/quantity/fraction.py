"""Parts of a whole: 百分之五 - 千分之2.4 - 三分之一 - 一又二分之一 - 1/3 - 三分一."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_EVEN, Decimal, Inexact, localcontext
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.quantity.numerals import DIGITS
from claimx.quantity.units import find_unit

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.quantity.draft import Draft

_OF = re.compile(r" {0,3}分 {0,2}之 {0,3}")
#: Digits behind the point to which a share may end.
_PLACES = 40
_AND = re.compile(r" {0,3}又 {0,3}")
# 1/3, but no date, path, score of 10/10 or model 4/5G
_SLASH = re.compile(r" ?/ ?(?P<below>[1-9]\d{0,3})(?![\d/.\-:A-Za-z%年月日])")
# 三分一: the short form
_SHORT = re.compile(
    r"(?P<below>[二三四五六七八九])分(?P<above>[一二三])(?![零一二三四五六七八九十百千万]|钟|秒|之|个|家|次|天|年|点|线|层|级)"
)
_PERCENT_SCALES = {Decimal(100), Decimal(1000), Decimal(10000)}
_PERCENT_LINK = lazy(r" ?[至到~-] ?(?:百分之)?")
_DIGITS_KEPT = 4


def read_fraction(text: str, below: Draft, read: Callable[[str, int], Draft | None]) -> Draft | None:
    """The fraction whose denominator (or whole part) has just been read; None if there is none.

    A denominator with no numerator behind (``二分之。``) gives a draft without any value.
    """
    if (between := _AND.match(text, below.end)) is not None and below.value is not None:
        return _mixed(text, below, between.end(), read)
    of = _OF.match(text, below.end)
    if of is None or not below.value:
        return None
    above = read(text, of.end())
    if above is None:
        below.value, below.end = None, of.end()
        return below
    percent = below.value in _PERCENT_SCALES and below.bare
    above.start = below.start
    above.number_start = below.start
    if percent:
        above.scale(Decimal(100) / below.value)
    else:
        for name in ("value", "low", "high"):
            number = getattr(above, name)
            if number is not None:
                setattr(above, name, share(number, below.value))
        above.step = None
    above.unit, above.form, above.chain, above.bare = "%", "percent" if percent else "fraction", "", False
    above.rules.append("percent.of" if percent else "fraction.of")
    return above


def read_percent_range(text: str, first: Draft, read: Callable[[str, int], Draft | None]) -> None:
    """百分之五到百分之十, 百分之五到十: widen a percentage to the range it begins."""
    if first.value is None or first.form != "percent":
        return
    link = _PERCENT_LINK.match(text, first.end)
    second = read(text, link.end()) if link is not None else None
    if second is None or second.value is None or second.value <= first.value or find_unit(text, second.end) is not None:
        return
    first.low, first.high, first.value = first.value, second.value, None
    first.end = first.number_end = second.end


def read_slash(text: str, above: Draft) -> bool:
    """Turn ``1`` of ``1/3`` into the fraction; False when no fraction is written there."""
    slash = _SLASH.match(text, above.end)
    if slash is None or not above.ascii.isdecimal() or above.value is None or above.chain:
        return False
    below = int(slash["below"])
    if (
        not 0 < above.value < below
        or above.ascii.startswith("0")
        or text[above.start - 1 : above.start] in {"/", "-", "."}
    ):
        return False
    above.settle(share(above.value, Decimal(below)), "%", "fraction")
    above.end = above.number_end = slash.end()
    above.step = None
    above.rules.append("fraction.slash")
    return True


def read_short(text: str, below: Draft) -> bool:
    """Turn ``三`` of ``三分一`` into the fraction."""
    short = _SHORT.match(text, below.start)
    if short is None:
        return False
    lower, upper = DIGITS[short["below"]], DIGITS[short["above"]]
    if upper >= lower:
        return False
    below.settle(share(Decimal(upper), Decimal(lower)), "%", "fraction")
    below.end = below.number_end = short.end()
    below.step = None
    below.rules.append("fraction.short")
    return True


def share(above: Decimal, below: Decimal) -> Decimal:
    """``above / below`` in per cent: exact where it ends, else to two places or four digits."""
    with localcontext(prec=_PLACES + max(0, above.adjusted())) as context:
        exact = above * 100 / below
        if not context.flags[Inexact]:
            return exact.normalize()
        places = max(2, _DIGITS_KEPT - 1 - exact.adjusted())
        return exact.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_EVEN)


def _mixed(text: str, whole: Draft, start: int, read: Callable[[str, int], Draft | None]) -> Draft | None:
    """一又二分之一, 1又1/2"""
    part = read(text, start)
    if part is None or part.value is None:
        return None
    fraction = part if read_slash(text, part) else read_fraction(text, part, read)
    if fraction is None or fraction.value is None or whole.value is None:
        return None
    fraction.value += whole.value * 100
    fraction.start, fraction.number_start = whole.start, whole.start
    return fraction
