"""One whole numeral to its value: ASCII, Chinese, financial (大写) and mixtures of them.

The grammar is that of written Chinese. A scale multiplies everything smaller that stands before it
(``一万五千亿`` = 15000 亿), a final digit after a scale takes the next scale down (``两千四百五`` = 2450,
``十三万五`` = 135000) unless 零 stands between (``两千零五`` = 2005), and digits without any scale are
read one by one (``一七二零`` = 1720).
"""

from __future__ import annotations

import re
from decimal import Context, Decimal
from typing import NamedTuple

from claimx.text.normalise import normalise

#: Every character that stands for one decimal digit.
DIGITS = {
    **dict(zip("零一二三四五六七八九", range(10), strict=True)),
    **dict(zip("壹贰叁肆伍陆柒捌玖", range(1, 10), strict=True)),
    "两": 2,
    "参": 3,  # 參, the older 叁
    "幺": 1,
}
#: The tens of twenty, thirty and forty in one character.
TENS = {"廿": 2, "卅": 3, "卌": 4}
#: Scales inside a section of four digits, and the larger ones between sections.
SMALL_SCALES = {"十": 10, "拾": 10, "百": 100, "佰": 100, "千": 1000, "仟": 1000}
LARGE_SCALES = {"万": 10**4, "亿": 10**8, "兆": 10**12}
SCALES = {**SMALL_SCALES, **LARGE_SCALES}
#: Latin scale letters as Chinese text uses them.
LETTER_SCALES = {"k": 10**3, "K": 10**3, "w": 10**4, "W": 10**4, "M": 10**6, "B": 10**9}

#: ASCII digits grouped by threes, with ASCII or full-width commas; and a number with its decimals.
GROUPED = r"\d{1,3}(?:[,，]\d{3}){1,12}(?!\d)"
ASCII_NUMBER = rf"(?:{GROUPED}|\d{{1,60}})(?:\.\d{{1,60}})?"
#: No text counts further: a power of ten beyond which scales are not multiplied on (兆兆兆…).
_FURTHEST = 100
#: Wide enough for every digit that ``ASCII_NUMBER`` lets through: no value is ever rounded.
EXACT = Context(prec=200)

_TOKEN = re.compile(rf"(?P<ascii>{ASCII_NUMBER}|\.\d{{1,60}})|(?P<letter>[kKwWMB])|(?P<char>.)", re.DOTALL)
_EXPONENT = re.compile(r"[-+]?\d{1,40}(?:\.\d{1,40})?[eE][-+]?\d{1,2}")
_SIGNS = {"-": -1, "负": -1, "+": 1, "正": 1}
_COMMAS = re.compile("[,，]")


class Run(NamedTuple):
    """The longest numeral at the start of a stretch of text."""

    value: Decimal
    #: Size of the last digit written.
    step: Decimal
    #: Where the numeral ends.
    end: int


def parse_numeral(text: str) -> Decimal | None:
    """The value of ``text`` when the whole of it is one numeral, else None.

    Blanks between its parts are allowed, a sign in front too; 半 counts a half of the scale before it
    (``三万半`` = 35000). Vague words (数, 几, 多) and ranges (``三四万``) are no numerals.

    >>> parse_numeral("一万五千亿"), parse_numeral("1.5万亿"), parse_numeral("壹佰贰拾万")
    (Decimal('1500000000000'), Decimal('1500000000000'), Decimal('1200000'))
    """
    text = normalise(text).strip()
    if not text:
        return None
    if _EXPONENT.fullmatch(text):
        return shortest(Decimal(text))
    sign = _SIGNS.get(text[0])
    value = _read_unsigned(text[1:].lstrip() if sign else text)
    return None if value is None else shortest(EXACT.multiply(value, Decimal(sign or 1)))


def read_run(text: str, start: int, end: int) -> Run | None:
    """The longest numeral with scales at ``start`` of normalised text, looking no further than ``end``."""
    reader = _Sections()
    position = start
    while (token := _TOKEN.match(text, position, end)) is not None and (token["char"] == " " or reader.take(token)):
        position = token.end()
    return reader.run()


def digit_string(text: str) -> str | None:
    """A run of single digits, Chinese or ASCII, as ASCII digits: ``一七二零`` → ``1720``."""
    digits = "".join(str(DIGITS.get(char, char)) for char in text if char != " ")
    return digits if digits.isdecimal() else None


def shortest(value: Decimal | None) -> Decimal | None:
    """The same number without trailing zeros and without an exponent: ``1.50`` → ``1.5``, ``1.1E+4`` → ``11000``."""
    if value is None or value.as_tuple().exponent == 0:
        return value
    value = value.normalize(EXACT)
    exponent = value.as_tuple().exponent
    return value.quantize(Decimal(1), context=EXACT) if isinstance(exponent, int) and exponent > 0 else value


def ascii_decimal(text: str) -> Decimal:
    """The value of an ``ASCII_NUMBER``."""
    return Decimal(_COMMAS.sub("", text))


def write_numeral(number: int) -> str:
    """The Chinese numeral of a whole number below 10**16 in size, in its plain modern form.

    >>> write_numeral(10050), write_numeral(110000), write_numeral(-12)
    ('一万零五十', '十一万', '负十二')

    Raises:
        ValueError: the number has more than 16 digits.

    """
    if abs(number) >= 10**16:
        raise ValueError(f"no numeral for {number}: it has more than 16 digits")
    if number < 0:
        return "负" + write_numeral(-number)
    if number == 0:
        return "零"
    text = _write_sections(number)
    return text[1:] if text.startswith("一十") else text


def _read_unsigned(text: str) -> Decimal | None:
    whole, dot, decimals = text.partition("点")
    if not dot:
        return _read_integral(text)
    decimals = decimals.strip()
    factor = Decimal(1)
    while decimals and (scale := SCALES.get(decimals[-1], LETTER_SCALES.get(decimals[-1]))):
        factor *= scale
        decimals = decimals[:-1].rstrip()
    left, right = _read_integral(whole.strip()), digit_string(decimals)
    if left is None or right is None:
        return None
    return EXACT.multiply(EXACT.add(left, Decimal(right).scaleb(-len(right), EXACT)), factor)


def _read_integral(text: str) -> Decimal | None:
    if (digits := digit_string(text)) is not None:
        return None if text.isascii() and " " in text else Decimal(digits)
    run = read_run(text, 0, len(text))
    return run.value if run is not None and run.end == len(text) else None


class _Sections:
    """Adds up a numeral token by token; every step says whether the numeral may go on so."""

    __slots__ = ("digit", "digit_end", "done", "end", "floor", "last", "section", "small", "step", "zero")

    def __init__(self) -> None:
        self.done = Decimal(0)  # complete sections, with their large scale
        self.section = Decimal(0)  # tens, hundreds and thousands of the open section
        self.digit: Decimal | None = None  # the number waiting for its scale
        self.digit_end = 0
        self.small = LARGE_SCALES["万"]  # the last scale of the open section: the next has to be smaller
        self.floor = 0  # the scale just read, which an elided final scale follows; 0 for none
        self.last = 0  # the large scale read last
        self.zero = False  # 零 stood before the waiting number
        self.step = Decimal(1)
        self.end = 0  # where the numeral read so far ends, without a waiting digit; 0 for none

    def take(self, token: re.Match[str]) -> bool:
        """Read one token; False when the numeral ended before it."""
        if token["ascii"]:
            return self._take_number(ascii_decimal(token["ascii"]), token)
        if token["letter"]:
            return self._take_letter(LETTER_SCALES[token["letter"]], token.end())
        char = token["char"]
        if char == "零":
            return self._take_zero(token.end())
        if char in DIGITS:
            return self._take_number(Decimal(DIGITS[char]), token)
        if char in TENS:
            return self._take_number(Decimal(TENS[char]), token) and self._take_small(10, token.end())
        if char in SMALL_SCALES:
            return self._take_small(SMALL_SCALES[char], token.end())
        if char in LARGE_SCALES:
            return self._take_large(LARGE_SCALES[char], token.end())
        return char == "半" and self._take_half(token.end())

    def run(self) -> Run | None:
        """What has been read, with the waiting digit in its place."""
        total = EXACT.add(self.done, self.section)
        if self.digit is None:
            return Run(total, self.step, self.end) if self.end else None
        tail, step = self.digit, self.step
        # 两千四百五: the final digit stands for the next scale down.
        if self.floor and not self.zero and tail < 10 and tail == tail.to_integral_value():
            tail *= self.floor // 10
            step *= self.floor // 10
        return Run(EXACT.add(total, tail), step, self.digit_end)

    def _take_number(self, number: Decimal, token: re.Match[str]) -> bool:
        if self.digit is not None:
            return False
        self.digit, self.digit_end = number, token.end()
        exponent = number.as_tuple().exponent
        self.step = Decimal(1).scaleb(min(exponent, 0) if isinstance(exponent, int) else 0)
        return True

    def _take_zero(self, end: int) -> bool:
        if self.digit is not None:
            return False
        if not self.end:
            self.end = end
        self.zero = True
        return True

    def _take_half(self, end: int) -> bool:
        if self.digit is not None or not self.floor:
            return False
        self.section += Decimal(self.floor) / 2
        self.floor, self.end = 0, end
        return True

    def _take_small(self, scale: int, end: int) -> bool:
        if scale >= self.small:
            # 三百五百: the digit before this scale begins another numeral.
            if self.digit is not None:
                self.digit, self.step = None, Decimal(self.floor)
            return False
        if self.digit is None:
            # 十五 and 一百十六 leave the one out; 百 and 千 alone do so only at the start (百万).
            if scale != 10 and self.end and not self.zero:
                return False
            self.digit, self.step = Decimal(1), Decimal(1)
        self.section = EXACT.add(self.section, EXACT.multiply(self.digit, Decimal(scale)))
        self.step = EXACT.multiply(self.step, Decimal(scale))
        self.digit, self.small, self.floor, self.zero, self.end = None, scale, scale, False, end
        return True

    def _take_large(self, scale: int, end: int) -> bool:
        if self.done.adjusted() > _FURTHEST:
            return False
        lower = EXACT.add(self.section, self.digit or Decimal(0))
        unit = Decimal(scale)
        if not lower and self.digit is None and not self.last:
            lower = self.step = Decimal(1)  # 万亿 = 1 × 万 × 亿
        if not lower and self.last:
            if self.last > scale:
                return False  # 亿万
            self.done = EXACT.multiply(self.done, unit)  # 万亿, 四万万
        elif self.done < unit:
            self.done = EXACT.multiply(EXACT.add(self.done, lower), unit)  # 一万五千亿
        else:
            self.done = EXACT.add(self.done, EXACT.multiply(lower, unit))
        self.step = EXACT.multiply(self.step, unit)
        self.section, self.digit, self.small, self.floor, self.zero = Decimal(0), None, LARGE_SCALES["万"], scale, False
        self.last, self.end = scale, end
        return True

    def _take_letter(self, scale: int, end: int) -> bool:
        if self.digit is None or self.end:
            return False
        self.done, self.digit = EXACT.multiply(self.digit, Decimal(scale)), None
        self.floor, self.end = scale, end
        self.step = EXACT.multiply(self.step, Decimal(scale))
        return True


def _write_section(number: int) -> str:
    """One to 9999, with 零 for inner gaps."""
    text, gap = "", False
    for scale, name in ((1000, "千"), (100, "百"), (10, "十"), (1, "")):
        digit, number = divmod(number, scale)
        if digit:
            text += ("零" if gap and text else "") + "零一二三四五六七八九"[digit] + name
            gap = False
        else:
            gap = True
    return text


def _write_sections(number: int) -> str:
    for scale, name in ((10**8, "亿"), (10**4, "万")):
        if number >= scale:
            high, low = divmod(number, scale)
            gap = "零" if low and low < scale // 10 else ""
            return _write_sections(high) + name + gap + (_write_sections(low) if low else "")
    return _write_section(number)
