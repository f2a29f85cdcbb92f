"""When another name in the sentence puts a figure's subject in doubt."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimx.compare import compare
from claimx.compare.doubt import has_rival

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


def said(make: Make, sentence: str, text: str, **fields: object) -> Claim:
    """A claim on 抖音电商, standing in a sentence of its own."""
    spans = {"subject": (30, 34)} if sentence.startswith("抖音电商") else {}
    start = 30 + sentence.index(text)
    return make(**{"sentence": sentence, "sentence_start": 30, "start": start, "text": text, "spans": spans, **fields})


@pytest.mark.parametrize(
    ("sentence", "doubtful"),
    [
        ("抖音电商GMV达3万亿。", False),
        ("京东之后，GMV达3万亿。", True),
        ("京东之后是抖音（3万亿）。", False),
        ("抖音电商首次超过京东（约3万亿）。", True),
        ("抖音电商中，抖音生活服务之外的GMV达3万亿。", False),
        ("抖音电商在上海的GMV达3万亿。", False),
        ("抖音电商GMV达3万亿，京东次之。", False),
    ],
)
def test_rivals(claim: Make, sentence: str, doubtful: bool) -> None:
    assert has_rival(said(claim, sentence, "3万亿")) is doubtful


@pytest.mark.parametrize(
    ("metric", "doubtful"),
    [((35, 40), False), ((36, 41), False), ((28, 29), True), ((44, 47), True)],
    ids=["京东GMV", "behind 京东", "in the sentence before", "behind the figure"],
)
def test_a_thing_inside_the_metric_or_in_front_of_it_is_no_rival(
    claim: Make, metric: tuple[int, int], doubtful: bool
) -> None:
    sentence = "全年来看，京东GMV达3万亿，次之。"
    assert has_rival(said(claim, sentence, "3万亿", spans={"metric": metric})) is doubtful


def test_what_is_compared_with_and_who_says_it_are_no_rivals(claim: Make) -> None:
    sentence = "抖音电商比京东多3万亿。"
    assert has_rival(said(claim, sentence, "3万亿"))
    assert not has_rival(said(claim, sentence, "3万亿", compare_to="京东"))
    assert not has_rival(said(claim, sentence, "3万亿", source="京东"))


def test_a_doubtful_figure_agrees_and_never_clashes(claim: Make) -> None:
    sure = claim(doc="a")
    for value, verdicts in ((Decimal("3.5E+12"), {"same"}), (Decimal("2E+12"), {"only"})):
        doubtful = said(claim, "抖音电商首次超过京东（约3万亿）。", "3万亿", doc="b", value=value)
        assert {fact.verdict for fact in compare([sure, doubtful]).facts} == verdicts
