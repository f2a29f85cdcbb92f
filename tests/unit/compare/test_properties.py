"""What holds for every comparison."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import combinations
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from claimx import extract
from claimx.compare import compare

if TYPE_CHECKING:
    from claimx.compare import Comparison
    from claimx.model import Claim

_BASE = extract("2024年抖音电商GMV达3.5万亿元。", published="2025-03-27")[0]
_SUBJECTS = ["抖音", "抖音电商", "快手", "某品牌", "陕西秦岭山泉水业", "陕西秦岭山泉水业务"]
_METRICS = ["GMV", "全年GMV", "营收", "价格", "门店数", "海外营收"]
_PERIODS = [None, ("2024", "2024-01-01", "2024-12-31"), ("2023", "2023-01-01", "2023-12-31")]
_SENTENCES = ["抖音卖出{}。", "酱香拿铁首日{}。", "酱香拿铁三日{}。", "共{}。"]


@st.composite
def _claims(draw: st.DrawFn, docs: str) -> list[Claim]:
    found = []
    for number in range(draw(st.integers(1, 9))):
        value = Decimal(draw(st.sampled_from(["3.5E+12", "3.43E+12", "3.5E+8", "3E+12", "542", "1"])))
        subject, metric = draw(st.sampled_from(_SUBJECTS)), draw(st.sampled_from(_METRICS))
        period = draw(st.sampled_from(_PERIODS))
        sentence = draw(st.sampled_from(_SENTENCES)).format("它")
        found.append(
            replace(
                _BASE,
                doc=draw(st.sampled_from(docs)),
                id=str(number),
                text="它",
                start=sentence.index("它"),
                sentence=sentence,
                sentence_start=0,
                value=value,
                precision=Decimal(draw(st.sampled_from(["1E+11", "1E+10", "1"]))),
                bound=draw(st.sampled_from(["eq", "approx", "gt"])),
                subject=subject,
                subject_id=subject,
                metric=metric,
                metric_id=metric,
                inferred=draw(st.sampled_from([(), ("subject",), ("metric", "period")])),
                period=period and period[0],
                period_start=period and period[1],
                period_end=period and period[2],
            )
        )
    return found


def _pairs(comparison: Comparison) -> set[frozenset[tuple[str, str]]]:
    """The pairs of claims of two documents that are members of one fact."""
    return {
        frozenset(((one.doc, one.id), (other.doc, other.id)))
        for fact in comparison.facts
        if fact.verdict not in {"only", "not_comparable"}
        for one, other in combinations(fact.members, 2)
        if one.doc != other.doc
    }


@given(_claims("a"))
def test_a_document_and_its_copy_agree_in_everything(claims: list[Claim]) -> None:
    facts = compare([*claims, *(replace(claim, doc="copy") for claim in claims)]).facts
    assert {"conflict", "only"}.isdisjoint(fact.verdict for fact in facts)


@given(_claims("abc"), st.randoms())
def test_the_order_of_the_claims_does_not_matter(claims: list[Claim], random: object) -> None:
    shuffled = list(claims)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert compare(shuffled) == compare(claims)


@given(_claims("ab"))
def test_left_and_right_may_be_swapped(claims: list[Claim]) -> None:
    swapped = [replace(claim, doc={"a": "b", "b": "a"}[claim.doc]) for claim in claims]

    def told(comparison: Comparison) -> set[tuple[object, ...]]:
        return {
            (fact.verdict, fact.subtype, fact.rel_diff, fact.certainty, frozenset(claim.id for claim in fact.members))
            for fact in comparison.facts
        }

    assert told(compare(claims)) == told(compare(swapped))


@settings(max_examples=300)
@given(_claims("abc"))
def test_another_document_only_ever_adds_to_the_sets(claims: list[Claim]) -> None:
    two = [claim for claim in claims if claim.doc != "c"]
    before, after = compare(two), compare(claims)
    assert _pairs(before) <= _pairs(after)
    for fact in after.facts:
        if fact.verdict in {"only", "not_comparable"} or any(claim.doc == "c" for claim in fact.members):
            continue
        whole = frozenset((claim.doc, claim.id) for claim in fact.members)
        verdicts = {
            other.verdict
            for other in before.facts
            if whole == frozenset((claim.doc, claim.id) for claim in other.members)
        }
        assert fact.verdict in verdicts


@given(_claims("abc"))
def test_every_claim_is_in_a_fact_or_told_by_one_document_alone(claims: list[Claim]) -> None:
    facts = [fact for fact in compare(claims).facts if fact.verdict != "not_comparable"]
    told = [(claim.doc, claim.id) for fact in facts for claim in fact.members]
    assert set(told) == {(claim.doc, claim.id) for claim in claims}
    for fact in facts:
        assert (len({claim.doc for claim in fact.members}) == 1) == (fact.verdict == "only")
