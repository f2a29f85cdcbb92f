"""The key of a period, its length, and whether two may be one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.compare.period import about_now, length, may_overlap, period_key

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


@pytest.mark.parametrize(
    ("metric", "fields", "opening", "key"),
    [
        ("GMV", {}, False, "2024-01-01/2024-12-31"),
        ("GMV", {}, True, "2024"),
        ("门店数", {}, False, "2024-12"),
        ("门店数", {"kind": "change"}, False, "2024-01-01/2024-12-31"),
        # A year that was not over when the article appeared, unless it looks ahead.
        ("GMV", {"published": "2024-05-02"}, False, "2024-01-01/2024-05"),
        ("GMV", {"published": "2024-12-01"}, False, "2024-01-01/2024-12-31"),
        ("GMV", {"published": "2024-11-30"}, False, "2024-01-01/2024-11"),
        ("GMV", {"published": "2024-05-02", "modality": "target"}, False, "2024-01-01/2024-12-31"),
        ("GMV", {"published": None}, False, "2024-01-01/2024-12-31"),
        ("门店数", {"published": "2024-05-02"}, False, "2024-05"),
        # What is saved may hold half a period.
        ("GMV", {"period_end": None}, False, "2024"),
        ("GMV", {"period_start": None}, False, "2024"),
        ("GMV", {"period": None, "period_start": None, "period_end": None}, False, None),
    ],
)
def test_keys(claim: Make, metric: str, fields: dict[str, str | None], opening: bool, key: str | None) -> None:
    assert period_key(claim(**fields), metric, opening=opening) == key


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        ("2024-05-31", "2024-05-31", "日"),
        ("2024-05-31", "2024-06-01", None),
        ("2023-02-01", "2023-02-28", "月"),
        ("2024-02-01", "2024-02-27", None),
        ("2024-05-01", "2024-05-31", "月"),
        ("2024-05-01", "2024-06-01", None),
        ("2023-01-01", "2023-03-31", "季"),
        ("2023-01-01", "2023-03-30", None),
        ("2024-07-01", "2024-09-30", "季"),
        ("2024-07-01", "2024-10-01", None),
        ("2023-01-01", "2023-12-31", "年"),
        ("2023-01-01", "2023-12-30", None),
        ("2024-01-01", "2024-12-31", "年"),
        ("2024-01-01", "2025-01-01", None),
        (None, "2024-12-31", None),
        ("2024-01-01", None, None),
    ],
)
def test_lengths(claim: Make, first: str | None, last: str | None, name: str | None) -> None:
    assert length(claim(period_start=first, period_end=last)) == name


@pytest.mark.parametrize(
    ("published", "period", "may"),
    [
        ("2024-06-30", "2022-06-30", True),  # 731 days back
        ("2024-06-30", "2022-06-29", False),
        ("2023-06-30", "2024-06-30", True),  # 366 days ahead
        ("2023-06-30", "2024-07-01", False),
        ("2024-06-30", "2022-01-01/2022-12-31", True),
        ("2022-01-28", "2023-02", False),  # a month is taken by its 28th day, which each has
        ("2022-02-27", "2023-02", True),
        ("2022-12-28", "2023", True),
        (None, "1999", True),
        ("2024-06-30", "去年", True),
        (None, "去年", True),
    ],
)
def test_what_an_article_of_a_day_may_mean(published: str | None, period: str, may: bool) -> None:
    assert about_now(published, period) is may


_SPRING = {"period_start": "2024-01-01", "period_end": "2024-03-31"}


@pytest.mark.parametrize(
    ("other", "may"),
    [
        ({}, True),
        ({"period_start": "2024-03-31", "period_end": "2024-04-30"}, True),
        ({"period_start": "2024-04-01", "period_end": "2024-04-30"}, False),
        ({"period_start": "2023-12-01", "period_end": "2024-01-01"}, True),
        ({"period_start": "2023-12-01", "period_end": "2023-12-31"}, False),
        # Carried over from elsewhere, unsaid or half said: it decides nothing.
        ({"period_start": "2023-12-01", "period_end": "2023-12-31", "inferred": ("period",)}, True),
        ({"period_start": None, "period_end": "2023-12-31"}, True),
        ({"period_start": "2025-12-31", "period_end": None}, True),
    ],
)
def test_what_may_have_a_day_in_common(claim: Make, other: dict[str, str | None], may: bool) -> None:
    one, two = claim(**_SPRING, inferred=()), claim(**{**_SPRING, "inferred": (), **other})
    assert may_overlap(one, two) is may
    assert may_overlap(two, one) is may
