"""Statements that agree in everything but perhaps the period: which of them tell one fact, and how sure that is."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare.agreement import Statement, agreements, contradicting
from claimx.compare.interval import figure

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from claimx.model import Claim

    Make = Callable[..., Claim]
    Tell = Callable[..., Statement]

_YEAR = "2024"


@pytest.fixture
def tell(claim: Make) -> Tell:
    """``tell("a", 35)``: what document a says, of no period unless given one, in a sentence of its own."""

    def make(doc: str, value: int | None, period: str | None = None, **fields: Any) -> Statement:
        wide, doubtful = fields.pop("wide", False), fields.pop("doubtful", False)
        number = None if value is None else Decimal(value)
        given = {"value": number, "precision": number and Decimal(1), "text": f"{value}", "unit": "家", "inferred": ()}
        given |= {"id": f"{doc}{value}", "sentence": f"{doc}说{value}。", "published": None, **fields}
        told = claim(doc=doc, **given)
        return Statement(told, figure(told), period, wide, doubtful)

    return make


def found(statements: Iterable[Statement]) -> list[tuple[str, str]]:
    """The ids of the members of each fact, and how sure it is."""
    told = agreements([*statements])
    return [("+".join(item.claim.id for item in fact.members), fact.certainty) for fact in told]


def test_one_document_agrees_with_nobody(tell: Tell) -> None:
    assert found([]) == []
    assert found([tell("a", 35, _YEAR), tell("a", 36, _YEAR)]) == []


def test_statements_of_one_period_are_a_sure_fact_and_of_two_none(tell: Tell) -> None:
    assert found([tell("a", 35, _YEAR), tell("b", 36, _YEAR)]) == [("a35+b36", "sure")]
    assert found([tell("a", 35, _YEAR), tell("b", 35, "2023")]) == []


def test_an_undated_statement_is_possibly_of_the_period_about_its_publication(tell: Tell) -> None:
    dated = tell("a", 35, _YEAR)
    assert found([dated, tell("b", 35, published="2024-12-30")]) == [("b35+a35", "possible")]
    assert found([dated, tell("b", 35, published="2019-12-30")]) == []


def test_a_sure_fact_is_not_told_again_as_a_possible_one(tell: Tell) -> None:
    sure = [tell("a", 35, _YEAR), tell("b", 35, _YEAR)]
    facts = found([*sure, tell("c", 77, published="2024-12-30", inferred=("subject",), spans={})])
    assert facts == [("a35+b35", "sure")]


def test_undated_statements_are_a_fact_of_their_own_where_no_period_takes_all_of_them(tell: Tell) -> None:
    undated = [tell("a", 35, published="2024-12-30"), tell("b", 35, published="2024-12-30")]
    assert found(undated) == [("a35+b35", "possible")]
    with_period = [*undated, tell("c", 35, _YEAR)]
    assert found(with_period) == [("a35+b35+c35", "possible")]
    with_far_period = [*undated, tell("c", 35, "1999")]
    assert found(with_far_period) == [("a35+b35", "possible")]
    one_near = [tell("a", 35, published="2024-12-30"), tell("b", 35, published="2019-12-30"), tell("c", 35, _YEAR)]
    assert found(one_near) == [("a35+c35", "possible"), ("a35+b35", "possible")]


@pytest.mark.parametrize(("value", "agrees"), [(3, False), (30, False), (35, True)])
def test_an_undated_round_figure_equals_itself_in_a_copy_only(value: int, agrees: bool, tell: Tell) -> None:
    loose = {"inferred": ("subject",), "spans": {}}
    apart = [tell("a", value, **loose), tell("b", value, **loose)]
    assert bool(found(apart)) is agrees
    copied = [tell("a", value, sentence="甲。", **loose), tell("b", value, sentence="甲。", **loose)]
    assert len(found(copied)) == 1
    assert len(found([tell("a", value, _YEAR, wide=True), tell("b", value, _YEAR, wide=True)])) == 1


def test_a_vague_figure_equals_itself_in_a_copy_only(tell: Tell) -> None:
    vague = {
        "vague": True,
        "min": Decimal(10),
        "max": Decimal(100),
        "text": "几十",
        "inferred": ("subject",),
        "spans": {},
    }
    assert found([tell("a", None, **vague), tell("b", None, **vague)]) == []
    copied = {**vague, "sentence": "甲。"}
    assert len(found([tell("a", None, **copied), tell("b", None, **copied)])) == 1


def test_words_without_a_number_are_told_apart_by_what_is_written(tell: Tell) -> None:
    ratio = {"unit": "ratio", "sentence": "甲。"}
    one, other = {**ratio, "ratio": "1:2:3", "text": "1:2:3"}, {**ratio, "ratio": "1:2:4", "text": "1:2:4"}
    assert len(found([tell("a", None, _YEAR, **one), tell("b", None, _YEAR, **one)])) == 1
    assert found([tell("a", None, _YEAR, **one), tell("b", None, _YEAR, **other)]) == []
    about = {**one, "text": "约1:2:3"}
    assert len(found([tell("a", None, _YEAR, **one), tell("b", None, _YEAR, **about)])) == 1
    many, countless = ({"vague": True, "text": text} for text in ("许多", "无数"))
    assert found([tell("a", None, _YEAR, **many), tell("b", None, _YEAR, **countless)]) == []
    assert len(found([tell("a", None, _YEAR, **many), tell("b", None, _YEAR, **many)])) == 1


@pytest.mark.parametrize("loose", [{"wide": True}, {"doubtful": True}])
def test_what_cannot_be_trusted_agrees_with_its_equal_and_clashes_with_none(loose: dict[str, bool], tell: Tell) -> None:
    assert found([tell("a", 35, _YEAR, **loose), tell("b", 36, _YEAR)]) == []
    assert found([tell("a", 35, _YEAR, **loose), tell("b", 35, _YEAR)]) == [("a35+b35", "sure")]


def test_a_document_at_odds_with_itself_clashes_with_none(tell: Tell) -> None:
    odd = [tell("a", 35, _YEAR), tell("a", 99, _YEAR)]
    assert found([*odd, tell("b", 36, _YEAR)]) == []
    assert found([*odd, tell("b", 35, _YEAR)]) == [("a35+b35", "sure")]
    agreeing = [tell("a", 35, _YEAR), tell("a", 35, _YEAR, id="again")]
    assert found([*agreeing, tell("b", 36, _YEAR)]) == [("a35+again+b36", "sure")]


def test_a_single_wide_range_is_not_at_odds_with_itself(tell: Tell) -> None:
    ends = {"min": Decimal(200), "max": Decimal(500)}
    assert found([tell("a", None, _YEAR, **ends), tell("b", 600, _YEAR)]) == [("aNone+b600", "sure")]


def test_documents_whose_own_figures_clash(tell: Tell) -> None:
    told = [tell("a", 35), tell("a", 99), tell("b", 35), tell("c", 35), tell("c", 35, id="again")]
    assert contradicting(told) == {"a"}
