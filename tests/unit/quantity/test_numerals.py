"""parse_numeral and write_numeral: what is a numeral, what is none, and the round trip."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.quantity import parse_numeral, write_numeral
from claimx.quantity.numerals import read_run, shortest


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("0", "0"),
        ("1,234.50", "1234.5"),
        ("82，225.00", "82225"),
        (".5", "0.5"),
        ("-12e-1", "-1.2"),
        ("一万五千亿", "1500000000000"),
        ("两千四百五", "2450"),
        ("两千零五", "2005"),
        ("十三万五", "135000"),
        ("一百十六", "116"),
        ("廿七", "27"),
        ("一七二零", "1720"),
        ("一七二零点一", "1720.1"),
        ("三点五亿", "350000000"),
        ("四百亿点零五零", "40000000000.05"),
        ("壹佰贰拾万", "1200000"),
        ("１．１萬億", "1100000000000"),
        ("1万亿5千亿", "1500000000000"),
        ("5亿1万4千6百", "500014600"),
        ("10.36百亿亿", "10360000000000000000"),
        ("三万半", "35000"),
        ("百万", "1000000"),
        ("三千 八百 九十六 万", "38960000"),
        ("10w", "100000"),
        ("负三点五", "-3.5"),
        ("1" * 60, "1" * 60),
        ("参仟", "3000"),
        ("幺零", "10"),
        ("-5", "-5"),
        ("+5", "5"),
        ("正五", "5"),
        ("3万10", "30010"),
        ("三万半亿", "3500000000000"),
        ("1w5", "15000"),
    ],
)
def test_value(text: str, value: str) -> None:
    assert parse_numeral(text) == Decimal(value)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "个",
        "三四万",
        "数万",
        "三百五百",
        "亿万",
        "一百零",
        "40 50",
        "1.2.3",
        "3亿元",
        "负",
        "点五",
        "半",
        "三万五半",
        "三半万",
        "三万半半",
        "三零万",
        "三百五百万",
        "一万百",
        "一万百万",
        "亿万三",
        "w",
        "w5",
        "3万5k",
    ],
)
def test_no_numeral(text: str) -> None:
    assert parse_numeral(text) is None


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (0, "零"),
        (10, "十"),
        (19, "十九"),
        (101, "一百零一"),
        (110000, "十一万"),
        (10**8 + 5, "一亿零五"),
        (-12, "负十二"),
        (2345, "二千三百四十五"),
        (10000, "一万"),
        (11000, "一万一千"),
        (10950, "一万零九百五十"),
    ],
)
def test_write(number: int, text: str) -> None:
    assert write_numeral(number) == text


@pytest.mark.parametrize(
    ("value", "written"), [("1.50", "1.5"), ("1.1E+4", "11000"), ("1E+1", "10"), ("0.0", "0"), ("10", "10")]
)
def test_shortest_has_neither_zeros_behind_nor_an_exponent(value: str, written: str) -> None:
    assert str(shortest(Decimal(value))) == written


@pytest.mark.parametrize("number", [10**16, -(10**16)])
def test_write_refuses_what_has_no_numeral(number: int) -> None:
    with pytest.raises(ValueError, match="more than 16 digits"):
        write_numeral(number)


@given(st.integers(min_value=-(10**16) + 1, max_value=10**16 - 1))
def test_round_trip(number: int) -> None:
    assert parse_numeral(write_numeral(number)) == number


@given(st.decimals(allow_nan=False, allow_infinity=False, places=6, min_value=-(10**12), max_value=10**12))
def test_ascii_decimals_are_exact(number: Decimal) -> None:
    assert parse_numeral(format(number, "f")) == number


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿兆半点廿壹贰拾佰0123456789.,，kwMB 负-+", max_size=40))
def test_never_raises(text: str) -> None:
    value = parse_numeral(text)
    assert value is None or value.is_finite()


@given(st.text(alphabet="零一二两三四五六七八九十百千万亿0123456789 ", max_size=40))
def test_run_is_a_numeral_itself(text: str) -> None:
    run = read_run(text, 0, len(text))
    if run is not None:
        assert 0 < run.end <= len(text)
        assert read_run(text, 0, run.end) == run
