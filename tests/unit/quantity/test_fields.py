"""The fields besides the reading: spans, precision, order, and where records quote the original text."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.quantity import find_quantities

if TYPE_CHECKING:
    from claimx.model import Quantity


def only(text: str) -> Quantity:
    (quantity,) = find_quantities(text)
    return quantity


@pytest.mark.parametrize(
    ("text", "number", "unit"),
    [
        ("约3.5万亿元左右", "3.5万亿", "元"),
        ("HK$30亿", "30亿", "HK$"),
        ("至少有50套", "50", "套"),
        ("200-500 元", "200-500", "元"),
        ("三个多月", "三", "个多月"),
        ("八八折", "八八", "折"),
        ("4500元/月", "4500", "元/月"),
        ("破亿", "亿", None),
        ("第15位", "15", "位"),
        ("三分之一", "三分之一", None),
        ("数万订单", "数万", "订单"),
        ("超9家", "9", "家"),
        ("约半年", "半", "年"),
        ("2.3 千克", "2.3", "千克"),
        ("三点五 千克", "三点五", "千克"),
        ("37 摄氏度", "37", "摄氏度"),
        ("问了两个点", "两", "个"),
        ("千万级", "千万", None),
        ("十几个亿", "十几个亿", None),
    ],
)
def test_number_and_unit_span(text: str, number: str, unit: str | None) -> None:
    quantity = only(text)
    assert text[slice(*quantity.number_span)] == number
    assert (text[slice(*quantity.unit_span)] if quantity.unit_span else None) == unit


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("1.4万亿元", "100000000000"),
        ("1.39万亿元", "10000000000"),
        ("45%", "1"),
        ("45.0%", "0.1"),
        ("246.79亿元", "1000000"),
        ("三成", "10"),
        ("两千四百五", "10"),
        ("一百二十万", "100000"),
        ("1万600", "1"),
        ("1.2w", "1000"),
        ("9块9", "0.1"),
        ("1.1-1.25%", "0.01"),
        ("一小时三十分钟", "1"),
        ("一年半", "0.5"),
        ("翻番", "1"),
        ("榜首", "1"),
        ("百万", "1000000"),
        ("一七二零", "1"),
        ("三点五亿", "10000000"),
        ("增长 .5亿", "10000000"),
    ],
)
def test_precision_is_the_size_of_the_last_digit(text: str, precision: str) -> None:
    assert only(text).precision == Decimal(precision)


@pytest.mark.parametrize("text", ["1/3", "1:8", "过半", "半百"])
def test_no_precision_without_a_last_digit(text: str) -> None:
    assert only(text).precision is None


@pytest.mark.parametrize(
    ("text", "rules"), [("三两", ("number.chinese", "unit.measure")), ("万级", ("number.scale", "unit.score", "level"))]
)
def test_rules_name_the_readings(text: str, rules: tuple[str, ...]) -> None:
    assert only(text).rules[: len(rules)] == rules


def test_a_line_break_parts_a_word_from_the_number() -> None:
    assert only("A\n3倍").text == "3倍"


def test_a_currency_stands_at_most_three_blanks_away() -> None:
    assert [only("USD" + " " * blanks + "20").unit for blanks in (0, 3, 4)] == ["USD", "USD", None]


def test_a_unit_stands_at_most_two_blanks_away() -> None:
    assert [only("3" + " " * blanks + "小时").unit for blanks in (0, 2, 3)] == ["hour", "hour", None]


def test_a_share_of_a_long_number_is_exact() -> None:
    assert only("四分之" + "1234567890" * 4 + "1").value == Decimal("308641972530864197253086419725308641972525")


def test_list_of_amounts_is_three_quantities() -> None:
    texts = [quantity.text for quantity in find_quantities("依次投入200万、500万、800万美金")]
    assert texts == ["200万", "500万", "800万美金"]


def test_from_to_is_two_quantities() -> None:
    values = [quantity.value for quantity in find_quantities("人工干预率从40%降至10%")]
    assert values == [Decimal(40), Decimal(10)]


def test_next_heading_is_no_part_of_the_number() -> None:
    first, *_ = find_quantities("收入3541.07万元2.3 费用")
    assert (first.text, first.value) == ("3541.07万元", Decimal(35410700))


def test_currency_keeps_a_clause_comma_apart() -> None:
    texts = [quantity.text for quantity in find_quantities("有$20，300美圆, ￥300三种")]
    assert texts[:3] == ["$20", "300美圆", "￥300"]


def test_records_quote_the_original_characters() -> None:
    text = "規模達３．５萬億元，約佔４５％"
    assert [quantity.text for quantity in find_quantities(text)] == ["３．５萬億元", "約佔４５％"]


def test_share_takes_the_bound_of_its_whole() -> None:
    assert [quantity.bound for quantity in find_quantities("产量超过全国总产量的90%，不足世界总量的10%")] == [
        "gt",
        "lt",
    ]


def test_auxiliary_carries_the_bound() -> None:
    assert [quantity.bound for quantity in find_quantities("最高可获得50万奖励，最多就只能拉600份")] == ["le", "le"]


@pytest.mark.parametrize(
    ("text", "bounds"),
    [
        ("最近3家门店", ["eq"]),
        ("节约30亿元", ["eq"]),
        ("打破12项纪录", ["eq"]),
        ("通过3个月努力", ["eq"]),
        ("签约40家企业", ["eq"]),
        ("附近10家门店", ["eq"]),
    ],
)
def test_words_that_only_look_like_bounds(text: str, bounds: list[str]) -> None:
    assert [quantity.bound for quantity in find_quantities(text)] == bounds


def test_urls_and_addresses_hold_no_quantities() -> None:
    text = "见https://a.com/x?id=12&y=30%5，邮箱a12.b@c34.com，共3家"
    assert [quantity.text for quantity in find_quantities(text)] == ["3家"]


_ALPHABET = (
    "零一二两三四五六七八九十百千万亿兆几数半多余约超过近不到至少第前双翻番倍成折比分之点个元块角家人月日年上下负最高以左右"
    "0123456789%％‰:：/-~—+.,，。、（）()$￥¥ kKwWMBGxX\n"
)


def check(text: str, found: list[Quantity]) -> None:
    """What holds of every answer: order, offsets, spans and well-formed readings."""
    floor = 0
    for quantity in found:
        assert floor <= quantity.start < quantity.end <= len(text)
        assert text[quantity.start : quantity.end] == quantity.text
        first, last = quantity.number_span
        assert quantity.start <= first < last <= quantity.end
        if quantity.unit_span is not None:
            assert quantity.start <= quantity.unit_span[0] < quantity.unit_span[1] <= quantity.end
        assert quantity.value is None or (quantity.min is None and quantity.max is None)
        assert quantity.ratio is not None or quantity.value is not None or quantity.min is not None
        if quantity.min is not None and quantity.max is not None:
            assert quantity.min < quantity.max
        assert quantity.rules
        floor = quantity.end


@settings(max_examples=500)
@given(st.text(alphabet=_ALPHABET, max_size=60))
def test_number_like_text_gives_well_formed_quantities(text: str) -> None:
    check(text, find_quantities(text))


@given(st.text(max_size=60))
def test_any_text_gives_well_formed_quantities(text: str) -> None:
    check(text, find_quantities(text))


@pytest.mark.parametrize("tail", ["多家", "余家", "几家", "至{}家", "万家"])
def test_a_number_of_forty_digits_is_read_and_not_rounded(tail: str) -> None:
    digits = "1234567890" * 4
    (found,) = find_quantities("约" + digits + tail.format(digits[:-1] + "1"))
    smallest = found.value if found.value is not None else found.min
    assert smallest == Decimal(digits + ("0000" if tail.startswith("万") else ""))


def test_nothing_is_smaller_than_a_second() -> None:
    assert [(one.text, one.value, one.unit) for one in find_quantities("5分5秒5分")] == [
        ("5分5秒", Decimal(305), "second"),
        ("5分", Decimal(5), "分"),
    ]


@pytest.mark.parametrize("text", ["2e364", "1" * 60 + "e99", "九" + "兆" * 39, "营收9" + "兆" * 39 + "元", "2e-999元"])
def test_numbers_beyond_all_counting_are_no_fault(text: str) -> None:
    for found in find_quantities(text):
        assert found.value is None or abs(found.value.adjusted()) < 200
