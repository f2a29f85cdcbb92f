"""Windows of time and parts of a firm in front of a figure."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.compare.narrowing import is_window, narrowing

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


def said(make: Make, sentence: str, metric: str) -> Claim:
    start = sentence.index("Q")
    place = sentence.rfind(metric, 0, start)
    spans = {"metric": (50 + place, 50 + place + len(metric))} if place >= 0 else {}
    return make(sentence=sentence, sentence_start=50, start=50 + start, text="Q", metric=metric, spans=spans)


@pytest.mark.parametrize(
    ("sentence", "metric", "found"),
    [
        ("短短8个月，为瑞幸带来Q的销售额。", "销售额", set()),
        ("短短8个月内，为瑞幸带来Q的销售额。", "销售额", {"8月内"}),
        ("3个月营收Q。", "营收", {"3月内"}),
        ("2年卖出Q。", "销量", {"2年内"}),
        ("两年卖出Q。", "销量", {"2年内"}),
        ("直播4小时交易额破Q。", "交易额", {"4小时内"}),
        ("仅用十天时间销量达Q。", "销量", {"10天内"}),
        ("五日销售额Q。", "日销售额", {"5日内"}),
        ("五日销售额Q。", "销售额", {"5日内"}),
        ("五日GMV达Q。", "日GMV", {"5日内"}),
        ("3个月GMV达Q。", "GMV", {"3月内"}),
        # Dates, ages and what the word lists know already.
        ("2024年营收Q。", "营收", set()),
        ("22年营收Q。", "营收", set()),
        ("3月营收Q。", "营收", set()),
        ("成立12年的公司营收Q。", "营收", set()),
        ("一天销量Q。", "销量", set()),
        ("3月5日销售额Q。", "日销售额", set()),
        ("三天内销量Q。", "销量", set()),
        # The metric does not follow, or nothing does.
        ("3个月后的GMV达Q。", "GMV", set()),
        ("五日的GMV达Q。", "GMV", set()),
        ("3个月Q。", "", set()),
    ],
)
def test_windows(claim: Make, sentence: str, metric: str, found: set[str]) -> None:
    assert narrowing(said(claim, sentence, metric)) == found
    assert all(map(is_window, found))


@pytest.mark.parametrize("scope", ["国内", "618", "单日"])
def test_other_scopes_are_no_windows(scope: str) -> None:
    assert not is_window(scope)


def test_a_window_that_is_the_period_narrows_no_further(claim: Make) -> None:
    sentence = "近3个月营收Q。"
    made = said(claim, sentence, "营收")
    assert narrowing(made) == {"3月内"}
    assert narrowing(claim(**{**_fields(made), "period_text": "近3个月"})) == frozenset()


def _fields(made: Claim) -> dict[str, object]:
    return {name: getattr(made, name) for name in ("sentence", "sentence_start", "start", "text", "metric", "spans")}


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("茅台冰淇淋业务营收Q。", {"淇淋业务"}),
        ("电商业务的营收Q。", {"电商"}),
        ("公司业务营收Q。", set()),
        ("冰淇淋业务之外，营收Q。", set()),
        ("冰淇淋业务Q的营收。", set()),
    ],
)
def test_parts_of_a_firm(claim: Make, sentence: str, found: set[str]) -> None:
    assert narrowing(said(claim, sentence, "营收")) == found
