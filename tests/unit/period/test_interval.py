"""The calendar arithmetic beneath the constructs."""

from __future__ import annotations

from datetime import date

import pytest

from claimx.period import interval as iv
from claimx.period import mirror, solar_term
from claimx.period.words.plan import start_of


@pytest.mark.parametrize(
    ("code", "first", "last"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2025-Q1", "2025-01-01", "2025-03-31"),
        ("2025-Q4", "2025-10-01", "2025-12-31"),
        ("2025-H1", "2025-01-01", "2025-06-30"),
        ("2025-H2", "2025-07-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-10-13", "2025-10-13", "2025-10-13"),
        ("2023-01/2023-11", "2023-01-01", "2023-11-30"),
        ("2020/2024", "2020-01-01", "2024-12-31"),
        ("2019-09-12/2019-09-25", "2019-09-12", "2019-09-25"),
    ],
)
def test_parse(code: str, first: str, last: str) -> None:
    interval = iv.parse(code)
    assert interval == (date.fromisoformat(first), date.fromisoformat(last), code)


@pytest.mark.parametrize("code", ["", "24", "2024-13", "2024-02-30", "2024-Q5", "2024-H3", "x", "2024/2020", "2024/"])
def test_parse_rejects(code: str) -> None:
    assert iv.parse(code) is None


@pytest.mark.parametrize(
    ("period", "before"),
    [
        ("2024", "2023"),
        ("2025-Q1", "2024-Q1"),
        ("2025-H2", "2024-H2"),
        ("2024-01/2024-10", "2023-01/2023-10"),
        ("2024-02-29", "2023-02-28"),
        ("0001", None),
        ("soon", None),
        ("2020/2021/2022", None),
    ],
)
def test_mirror(period: str, before: str | None) -> None:
    assert mirror(period) == before


@pytest.mark.parametrize(
    ("a", "b", "code"),
    [
        ("2020", "2024", "2020/2024"),
        ("2023-01", "2023-11", "2023-01/2023-11"),
        ("2024-Q1", "2024-Q3", "2024-01/2024-09"),
        ("2023", "2024-03", "2023-01/2024-03"),
        ("2019-11-25", "2019-12", "2019-11-25/2019-12-31"),
        ("2024-H1", "2024-Q3", "2024-01/2024-09"),
        ("2024-05", "2024-05", "2024-05"),
    ],
)
def test_span(a: str, b: str, code: str) -> None:
    interval = iv.span(iv.parse(a), iv.parse(b))
    assert interval is not None
    assert interval.code == code


def test_span_runs_forward() -> None:
    assert iv.span(iv.year(2024), iv.year(2023)) is None


@pytest.mark.parametrize(
    ("when", "count", "expected"),
    [
        (date(2024, 1, 31), 1, date(2024, 2, 29)),
        (date(2024, 1, 31), -2, date(2023, 11, 30)),
        (date(1, 1, 1), -1, None),
        (date(9999, 12, 1), 1, None),
    ],
)
def test_shift_months(when: date, count: int, expected: date | None) -> None:
    assert iv.shift_months(when, count) == expected


def test_shift_days_out_of_range() -> None:
    assert iv.shift_days(date.max, 1) is None
    assert iv.week_of(date.max) is None


@pytest.mark.parametrize(("plan", "first"), [(1, 1953), (2, 1958), (3, 1966), (10, 2001), (13, 2016), (15, 2026)])
def test_five_year_plans(plan: int, first: int) -> None:
    assert start_of(plan) == first


# Dates of the almanac, among them the years in which the usual day formula is off by one.
@pytest.mark.parametrize(
    ("term", "day"),
    [
        ("小寒", date(2019, 1, 5)),
        ("雨水", date(2026, 2, 18)),
        ("小满", date(2008, 5, 21)),
        ("立秋", date(2002, 8, 8)),
        ("冬至", date(2021, 12, 21)),
        ("清明", date(2023, 4, 5)),
        ("立春", date(2025, 2, 3)),
        ("夏至", date(2024, 6, 21)),
    ],
)
def test_solar_terms(term: str, day: date) -> None:
    assert solar_term.day_of(term, day.year) == day
