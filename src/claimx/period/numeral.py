"""Whole numbers inside time expressions: ASCII digits, Chinese numerals, and years spelled digit by digit."""

from __future__ import annotations

from functools import lru_cache

from claimx.lazy import lazy
from claimx.quantity.numerals import DIGITS, parse_numeral

#: The characters of Chinese numerals up to the hundreds, as they stand in normalised text.
CHINESE = "零一二三四五六七八九十百两廿卅"
_SCALE = lazy("[十百廿卅]")


@lru_cache(maxsize=4096)
def whole(text: str) -> int | None:
    """The value of a whole numeral such as ``12``, ``十二`` or ``两``; None when it is none, as 几 or 两三.

    >>> whole("12"), whole("二十一"), whole("两"), whole("几"), whole("两三")
    (12, 21, 2, None, None)
    """
    if text.isascii():
        return int(text) if text.isdigit() else None
    if text == "仨":
        return 3
    if len(text) > 1 and not _SCALE.search(text):
        return None
    value = parse_numeral(text)
    return int(value) if value is not None and value == int(value) else None


@lru_cache(maxsize=4096)
def spelled(text: str) -> int | None:
    """The value of digits named one by one, ``二零二四`` or ``2024``; None when another character is among them.

    >>> spelled("二零二四"), spelled("九七"), spelled("十二")
    (2024, 97, None)
    """
    if text.isascii():
        return int(text) if text.isdigit() else None
    digits = [DIGITS.get(char) for char in text]
    return None if None in digits else int("".join(map(str, digits)))
