"""How a document speaks of a phrase."""

from __future__ import annotations

import pytest

from claimx.claim.prominence import Prominence

_TEXT = [
    "星禾科技成立于2015年。星禾科技的创始人林岚表示，公司去年盈利。",
    "林岚还透露，门店今年翻倍。年报显示，门店有三百家。高盛预计明年继续增长。",
]


@pytest.mark.parametrize(
    ("phrase", "counts"),
    [("星禾科技", ("2", "2")), ("门店", ("2", "2")), ("林岚", ("2", "1")), ("海月集团", ("0", "0"))],
)
def test_counts_of_a_phrase_anywhere_and_at_the_head_of_a_statement(phrase: str, counts: tuple[str, str]) -> None:
    assert Prominence(_TEXT).of(phrase) == counts


@pytest.mark.parametrize(
    ("phrase", "tells"),
    [("林岚", "says"), ("年报", "reports"), ("高盛", "reports"), ("星禾科技", None), ("门店", None)],
)
def test_who_is_quoted_and_what_is_cited(phrase: str, tells: str | None) -> None:
    assert Prominence(_TEXT).tells(phrase) == tells
