from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.render.number import exact, readable

_DECIMALS = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**15), max_value=10**15, places=6)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("3500000000000", "3500000000000"),
        ("3.5E+12", "3500000000000"),
        ("33.330", "33.33"),
        ("0.01", "0.01"),
        ("1E-7", "0.0000001"),
        ("-1.30", "-1.3"),
        ("-0", "0"),
        ("100", "100"),
    ],
)
def test_exact_writes_every_digit_and_no_exponent(number: str, text: str) -> None:
    assert exact(Decimal(number)) == text


@pytest.mark.parametrize(("number", "text"), [(0.1 + 0.2, "0.3"), (1e-05, "0.00001"), (1.0, "1"), (0.873, "0.873")])
def test_floats_lose_their_noise_and_never_have_an_exponent(number: float, text: str) -> None:
    assert exact(number) == text


@given(_DECIMALS)
def test_exact_reads_back_as_the_same_number(number: Decimal) -> None:
    text = exact(number)
    assert Decimal(text) == number
    assert "E" not in text.upper()


@pytest.mark.parametrize(
    ("number", "text"),
    [
        ("3.5E+12", "3.5万亿"),
        ("15000000000000", "15万亿"),
        ("999900000000", "9999亿"),
        ("146000", "14.6万"),
        ("10000", "1万"),
        ("9999", "9999"),
        ("-230000000", "-2.3亿"),
        ("12345678.9", "1234.56789万"),
        ("0", "0"),
    ],
)
def test_readable_uses_the_largest_scale_that_fits(number: str, text: str) -> None:
    assert readable(Decimal(number)) == text


@given(_DECIMALS)
def test_readable_never_rounds(number: Decimal) -> None:
    text = readable(number)
    scale = 1
    for word, size in (("万亿", 10**12), ("亿", 10**8), ("万", 10**4)):
        if text.endswith(word):
            text, scale = text.removesuffix(word), size
            break
    assert Decimal(text) * scale == number
