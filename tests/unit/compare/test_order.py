"""From statements to facts: the words most members use, and what a reader sees first."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare.order import fact, reading_order
from claimx.compare.verdict import Judgement

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.compare import Fact
    from claimx.model import Claim

    Make = Callable[..., Claim]


@pytest.fixture
def made(claim: Make) -> Fact:
    """A sure conflict of two documents, to be changed."""
    return fact([claim(doc="a"), claim(doc="b")], Judgement("conflict", "value", Decimal("0.02")))


def in_order(*facts: Fact) -> bool:
    """Whether a reader gets the facts in this order, whichever they come in."""
    return all(one < other for one, other in pairwise(map(reading_order(("z", "a", "b", "c")), facts)))


def test_conflicts_stand_before_agreements_the_sure_before_the_possible_and_the_rest_behind(made: Fact) -> None:
    shared = ["conflict", "compatible", "consistent", "same"]
    ranked = [(verdict, certainty) for certainty in ("sure", "possible") for verdict in shared]
    ranked += [(verdict, "sure") for verdict in ("derived", "not_comparable", "only")]
    names = reversed("ABCDEFGHIJK")
    assert in_order(
        *(
            replace(made, verdict=verdict, certainty=certainty, subject=name)  # type: ignore[arg-type]
            for (verdict, certainty), name in zip(ranked, names, strict=True)
        )
    )


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ({"subtype": "magnitude", "rel_diff": Decimal("0.1")}, {"subtype": "value", "rel_diff": Decimal("0.9")}),
        ({"rel_diff": Decimal("0.9"), "reason": "unit"}, {"rel_diff": Decimal("0.1"), "reason": "kind"}),
        ({"rel_diff": Decimal("0.02"), "subject": "B"}, {"rel_diff": None, "subject": "A"}),
        ({"reason": "kind", "subject": "B"}, {"reason": "unit", "subject": "A"}),
        ({"reason": None, "subject": "B"}, {"reason": "kind", "subject": "A"}),
        ({"subject": "A", "metric": "B"}, {"subject": "B", "metric": "A"}),
        ({"subject": None, "metric": "B"}, {"subject": "A", "metric": "A"}),
        ({"metric": "A", "period": "2024"}, {"metric": "B", "period": "2023"}),
        ({"metric": None, "period": "2024"}, {"metric": "A", "period": "2023"}),
        ({"period": "2023"}, {"period": "2024"}),
        ({"period": None}, {"period": "2023"}),
    ],
)
def test_ties_are_broken_by_what_weighs_more(made: Fact, first: dict[str, Any], then: dict[str, Any]) -> None:
    assert in_order(replace(made, **first), replace(made, **then))


def test_what_more_documents_tell_comes_first(claim: Make) -> None:
    more = fact([claim(doc=doc, subject="B", subject_id="B") for doc in "abc"], Judgement("same"))
    fewer = fact([claim(doc=doc, subject="A", subject_id="A") for doc in "ab"], Judgement("same"))
    assert in_order(more, fewer)


def test_what_one_document_alone_says_stands_as_it_does_there(claim: Make) -> None:
    places = [("z", 30, "B"), ("a", 10, "D"), ("a", 20, "C"), ("b", 5, "A")]
    claims = [claim(doc=doc, start=start, subject=name, subject_id=name) for doc, start, name in places]
    assert in_order(*(fact([told], Judgement("only")) for told in claims))


def test_shared_facts_stand_by_subject_wherever_they_are_told(claim: Make) -> None:
    early, late = (
        [claim(doc=doc, start=start, subject=name, subject_id=name) for doc in "ab"]
        for start, name in ((90, "A"), (10, "B"))
    )
    assert in_order(fact(early, Judgement("same")), fact(late, Judgement("same")))


@pytest.mark.parametrize(
    ("periods", "reason", "shown"),
    [
        (["2023", "2024", "2024"], None, "2024"),
        ([None, None, "2024"], None, "2024"),
        (["2023", "2024"], "period", None),
        # 今年 of two articles, one of them written before the year was over.
        (["2024", "2024"], "period", "2024"),
        ([None, "2024"], "period", "2024"),
    ],
)
def test_a_fact_has_the_period_of_most_members(
    claim: Make, periods: list[str | None], reason: Any, shown: str | None
) -> None:
    members = [claim(doc=str(place), period=period) for place, period in enumerate(periods)]
    assert fact(members, Judgement("same"), reason=reason).period == shown


def _member(make: Make, doc: str, subject: str, *inferred: str, sentence: str = "甲文。", metric: str = "GMV") -> Claim:
    spans = {"metric": (sentence.find("GMV"), sentence.find("GMV") + 3)} if "GMV" in sentence else {}
    start = max(0, sentence.find("3万亿"))
    fields = {"sentence": sentence, "sentence_start": 0, "start": start, "text": "3万亿", "spans": spans}
    named = {"subject": subject, "subject_id": subject, "metric": metric, "metric_id": metric}
    return make(doc=doc, inferred=inferred, **fields, **named)


def test_a_name_that_is_stated_goes_before_those_carried_over(claim: Make) -> None:
    members = [_member(claim, "a", "快手电商")]
    members += [_member(claim, doc, "快手", "subject") for doc in "bc"]
    assert fact(members, Judgement("same")).subject == "快手电商"


def test_the_commonest_name_is_shown_where_none_is_stated(claim: Make) -> None:
    members = [_member(claim, "a", "快手", "subject")]
    members += [_member(claim, doc, "快手电商", "subject") for doc in "bc"]
    assert fact(members, Judgement("same")).subject == "快手电商"
    assert fact(members[:2], Judgement("same")).subject == "快手"  # the shorter of two
    assert fact([claim(subject=None, subject_id=None)], Judgement("only")).subject is None


def test_a_subject_that_the_words_beside_the_figure_give_counts_as_stated(claim: Make) -> None:
    touching = _member(claim, "a", "微信小店", "subject", "metric", sentence="京东之外，抖音GMV为3万亿。")
    carried = [_member(claim, doc, "快手", "subject") for doc in "bc"]
    assert fact([touching, *carried], Judgement("same")).subject == "抖音"


def test_a_metric_carried_over_is_no_more_stated_for_a_subject_beside_the_figure(claim: Make) -> None:
    touching = _member(claim, "a", "微信小店", "subject", "metric", sentence="京东之外，抖音GMV为3万亿。")
    stated = _member(claim, "b", "快手", metric="GMV总额")
    assert fact([touching, stated], Judgement("same")).metric == "GMV总额"
