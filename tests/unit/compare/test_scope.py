"""Words that narrow a figure, in its names and in its clause."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.compare.scope import clause_scope, is_opening, slices, split_scope

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


@pytest.mark.parametrize(
    ("name", "scope", "rest"),
    [
        ("海外首日销量", {"海外", "首日"}, "销量"),
        ("直播间里的全年销量", {"直播间"}, "里销量"),
        ("销量", set(), "销量"),
        ("海外", {"海外"}, ""),
    ],
)
def test_a_name_and_what_narrows_it(name: str, scope: set[str], rest: str) -> None:
    assert split_scope(name) == (scope, rest)


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("线下门店卖出Q。", {"线下"}),
        ("首日卖出Q。", {"首日"}),
        ("单店卖出Q。", {"单店"}),
        ("TOP10卖出Q。", {"前十"}),
        # Only in a name: of anything else it is ordinary talk.
        ("直播业务卖出Q。", set()),
        ("首日之后，卖出Q。", set()),
        ("卖出Q，首日。", set()),
    ],
)
def test_the_clause_narrows_by_some_classes_of_words(claim: Make, sentence: str, found: set[str]) -> None:
    start = sentence.index("Q")
    assert clause_scope(claim(sentence=sentence, sentence_start=9, start=9 + start, text="Q")) == found


def test_slices_are_the_words_for_a_stretch_of_time() -> None:
    assert slices("海外累计销量") == {"累计"}
    assert slices("GMV") == frozenset()


@pytest.mark.parametrize(("scope", "opening"), [({"首日", "海外"}, True), ({"单日"}, False), (set(), False)])
def test_what_comes_but_once(scope: set[str], opening: bool) -> None:
    assert is_opening(frozenset(scope)) is opening
