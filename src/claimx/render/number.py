"""Numbers as text: exactly, or with 万 and 亿 for a reader."""

from __future__ import annotations

from decimal import Context, Decimal

# The largest first; the code writes 万亿 as Chinese readers do, not 兆.
_SCALES = ((Decimal(10) ** 12, "万亿"), (Decimal(10) ** 8, "亿"), (Decimal(10) ** 4, "万"))

# Dividing by a power of ten never needs more digits than the number has, so nothing is rounded.
_EXACT = Context(prec=400)


def exact(number: Decimal | float) -> str:
    """The number in full: no exponent, no trailing zeros, no float noise.

    >>> exact(Decimal("3.5E+12")), exact(Decimal("33.330")), exact(Decimal("-0.0")), exact(0.1 + 0.2)
    ('3500000000000', '33.33', '0', '0.3')
    """
    if isinstance(number, float):
        number = Decimal(repr(round(number, 6)))
    text = f"{number:f}"
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def readable(number: Decimal) -> str:
    """The number with the scale word a Chinese reader expects, still exact.

    >>> readable(Decimal(3500000000000)), readable(Decimal(81800)), readable(Decimal("-0.01"))
    ('3.5万亿', '8.18万', '-0.01')
    """
    size = abs(number)
    for scale, word in _SCALES:
        if size >= scale:
            return exact(_EXACT.divide(number, scale)) + word
    return exact(number)
