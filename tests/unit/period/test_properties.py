"""What holds for any text and any reference date."""

from __future__ import annotations

import time
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.period import find_periods
from claimx.period.interval import parse
from claimx.quantity.numerals import write_numeral

# Pieces that time expressions are made of, so that random texts come close to them.
PIECES = st.sampled_from(
    [
        *("2024", "19", "99", "24", "8", "31", "2", "0", "12", "11", "1", "618", "三", "十", "二十", "一", "两", "半"),
        *(
            "年",
            "月",
            "日",
            "号",
            "季度",
            "半年",
            "周",
            "天",
            "星期",
            "个",
            "个月",
            "世纪",
            "代",
            "财",
            "初",
            "末",
            "底",
        ),
        *("上", "下", "今", "去", "前", "后", "近", "过去", "未来", "同", "次", "当", "同期", "以来", "至今", "中旬"),
        *("双", "春节", "国庆", "期间", "十四五", "目前", "今年", "去年", "亿元", "的", "第", "Q", "H", "FY"),
        *("-", "—", "至", "到", "/", ".", "·", "“", "”", "（", "）", "，", "。", "\n", " "),
    ]
)
TEXTS = st.one_of(st.text(max_size=60), st.lists(PIECES, max_size=14).map("".join))
REFERENCES = st.one_of(st.none(), st.dates())


@settings(max_examples=1500, deadline=None)
@given(text=TEXTS, reference=REFERENCES)
def test_records_are_sound(text: str, reference: date | None) -> None:
    end = 0
    for period in find_periods(text, reference):
        assert end <= period.start < period.end <= len(text)
        end = period.end
        assert text[period.start : period.end] == period.text
        assert period.rules
        if period.period is None:
            assert period.first is None
            assert period.last is None
            continue
        assert period.first is not None
        assert period.last is not None
        assert period.first <= period.last
        assert parse(period.period) is not None


DATE_FORMATS = [
    "{y}年{m}月{d}日", "{y} 年 {m} 月 {d} 日", "{y}年{m}月{d}号", "{y}-{m:02}-{d:02}", "{y}/{m}/{d}", "{y}.{m}.{d}",
    "{y}{m:02}{d:02}", "{y} {m:02} {d:02}", "{y}年{cm}月{cd}日", "{y}年{cm}月{cd}号",
]  # fmt: skip


@pytest.mark.parametrize("template", DATE_FORMATS)
@given(day=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)))
def test_dates_are_read_back(template: str, day: date) -> None:
    values = {"y": day.year, "m": day.month, "d": day.day}
    text = template.format(**values, cm=write_numeral(day.month), cd=write_numeral(day.day))
    periods = find_periods(f"公司于{text}上市。")
    assert [(p.text, p.period, p.first, p.last) for p in periods] == [(text, day.isoformat(), day, day)]


@given(month=st.dates(min_value=date(1900, 1, 1), max_value=date(2099, 12, 31)), reference=st.dates())
def test_months_do_not_depend_on_the_reference(month: date, reference: date) -> None:
    periods = find_periods(f"{month.year}年{month.month}月", reference)
    assert [p.period for p in periods] == [f"{month:%Y-%m}"]


@given(reference=st.dates(min_value=date(1901, 1, 1), max_value=date(2090, 1, 1)), month=st.integers(1, 12))
def test_an_undated_month_is_the_latest_that_has_begun(reference: date, month: int) -> None:
    (period,) = find_periods(f"{month}月", reference)
    assert period.first is not None
    assert period.first <= reference
    assert (reference - period.first).days <= 366
    assert period.relative


ADVERSARIAL = [
    *(
        "2024年",
        "1" * 50,
        "年" * 50,
        "9月",
        "2099年3月",
        "1.2" + " " * 200,
        "近" * 50,
        "过去的这",
        "1-",
        "1、",
        "一二三",
    ),
    *(
        "2024-",
        "2024/1/1-",
        "十四五“",
        "《2024年",
        "上上上下下下",
        "2024年至",
        "前前前后后",
        "以来",
        "双1",
        "9月10日，",
    ),
    *("今年的的的", "1 ", "· ", "90年代、80", "2024年" + "啊" * 30),
]


@pytest.mark.parametrize("piece", ADVERSARIAL)
def test_time_is_linear(piece: str) -> None:
    """Eight times the text takes about eight times as long; quadratic work would take 64 times."""
    reference = date(2025, 11, 20)

    def seconds(length: int) -> float:
        text = piece * (length // len(piece))
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            find_periods(text, reference)
            best = min(best, time.process_time() - start)
        return best

    seconds(1000)
    assert seconds(64_000) < 24 * max(seconds(8_000), 0.002)
