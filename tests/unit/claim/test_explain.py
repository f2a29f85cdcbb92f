"""Every number of a line is accounted for: as a claim, as a time, or with the reason why it is neither."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claimx import extract
from claimx.pipeline import explain_line
from claimx.source import read_text

_ARTICLE = """# 一家面馆的账本

2024年，这家面馆的营收为320万元，同比增长18%。老板是个95后，靠两种做法赢得了顾客。

阅读 1.2万  评论 36  点赞 528

2025年，他计划再开3家店，把客单价控制在25元以内。
"""
_DOCUMENT = read_text(_ARTICLE)


@pytest.mark.parametrize("line", range(1, _ARTICLE.count("\n") + 1))
def test_the_claims_of_a_line_are_those_of_extract(line: int) -> None:
    explained = [number.claim for number in explain_line(_DOCUMENT, line).numbers if number.claim is not None]
    assert explained == [claim for claim in extract(_ARTICLE) if claim.line == line]


@pytest.mark.parametrize("line", [3, 5, 7])
def test_numbers_stand_in_order_and_quote_the_line(line: int) -> None:
    numbers = explain_line(_DOCUMENT, line).numbers
    assert len(numbers) >= 3
    for number in numbers:
        assert _ARTICLE[number.start : number.end] == number.text
        assert (number.verdict == "claim") == (number.claim is not None)
    assert all(left.end <= right.start for left, right in pairwise(numbers))


def test_every_number_has_a_verdict() -> None:
    explained = {number.text: number for number in explain_line(_DOCUMENT, 3).numbers}
    assert (explained["2024年"].verdict, explained["2024年"].detail) == ("time", "2024")
    assert explained["320万元"].verdict == "claim"
    assert "unit.money" in explained["320万元"].grammar
    assert explained["95"].verdict == "no quantity"


def test_a_claim_says_how_each_field_was_chosen() -> None:
    (number,) = (number for number in explain_line(_DOCUMENT, 3).numbers if number.text == "18%")
    chosen = {choice.task: choice for choice in number.choices}
    assert chosen.keys() == {"metric", "subject", "period", "source"}
    for choice in chosen.values():
        assert all(rival.score <= choice.chosen.score for rival in choice.rivals)
        assert choice.chosen.text not in {rival.text for rival in choice.rivals}
        assert list(choice.weighed) == sorted(choice.weighed, key=lambda item: -item[1])
    assert number.claim is not None
    assert chosen["metric"].chosen.text == number.claim.metric
    assert number.likely is not None
    assert number.likely >= 0.5


def test_boilerplate_says_what_it_is() -> None:
    explained = explain_line(_DOCUMENT, 5)
    assert (explained.label, explained.reason) == ("boilerplate", "view-counts")
    figures = [number for number in explained.numbers if number.verdict == "boilerplate"]
    assert figures
    assert {number.detail for number in figures} == {"view-counts"}
    assert all(number.claim is None for number in explained.numbers)


@pytest.mark.parametrize("line", [2, 99])
def test_a_line_without_text_is_blank(line: int) -> None:
    explained = explain_line(_DOCUMENT, line)
    assert (explained.label, explained.numbers) == ("blank", ())


def test_a_figure_outside_the_article_says_why() -> None:
    explained = explain_line(_DOCUMENT, 5)
    assert explained.label == "boilerplate"
    verdicts = {number.text: number.verdict for number in explained.numbers}
    assert set(verdicts.values()) <= {"boilerplate", "no quantity", "time"}
    assert "boilerplate" in verdicts.values()
    assert all(number.claim is None for number in explained.numbers)


def test_a_blank_line_is_no_text() -> None:
    assert explain_line(_DOCUMENT, 2).label == "blank"
