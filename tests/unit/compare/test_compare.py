"""Facts across documents: what is one fact, what keeps two figures apart, and what is said of each."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

import claimx
from claimx.compare import Comparison, compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.compare import Fact
    from claimx.model import Claim

    Make = Callable[..., Claim]

D = Decimal


def only_fact(comparison: Comparison) -> Fact:
    (fact,) = (fact for fact in comparison.facts if fact.verdict not in {"only", "not_comparable"})
    return fact


@pytest.fixture
def pair(claim: Make) -> Callable[[dict[str, Any], dict[str, Any]], Comparison]:
    """Compare two documents of one claim each, changed as given."""

    def make(left: dict[str, Any], right: dict[str, Any]) -> Comparison:
        # Sentences of their own, so that nothing but the fields decides.
        one = {"doc": "left.md", "id": "l", "sentence": "甲文。", "sentence_start": 0, **left}
        other = {"doc": "right.md", "id": "r", "sentence": "乙文。", "sentence_start": 0, **right}
        return compare([claim(**one), claim(**other)])

    return make


@pytest.mark.parametrize(
    "other",
    [
        {"subject": "抖音", "subject_id": "抖音"},
        {"metric": "电商GMV", "metric_id": "电商GMV"},
        {"metric": "全年GMV", "metric_id": "全年GMV"},
        {"modality": "estimate"},
        {"period": "2024-01/2024-12"},
    ],
)
def test_one_fact(pair: Any, other: dict[str, Any]) -> None:
    assert only_fact(pair({}, other)).verdict == "same"


@pytest.mark.parametrize(
    ("other", "reason"),
    [
        ({"period": "2023", "period_start": "2023-01-01", "period_end": "2023-12-31"}, "period"),
        ({"period": "2024-Q1", "period_start": "2024-01-01", "period_end": "2024-03-31"}, "period"),
        ({"modality": "target"}, "modality"),
        ({"modality": "forecast"}, "modality"),
        ({"metric": "海外GMV", "metric_id": "海外GMV"}, "scope"),
        ({"subject": "抖音本地生活", "subject_id": "抖音生活服务"}, "scope"),
        ({"subject": "抖音极速版", "subject_id": "抖音极速版"}, "subject"),
        ({"unit": "USD"}, "unit"),
        ({"kind": "level", "endpoint": "from"}, "kind"),
    ],
)
def test_one_part_short(pair: Any, other: dict[str, Any], reason: str) -> None:
    comparison = pair({"value": D("3.4E+12")}, other)
    assert [fact.reason for fact in comparison.facts if fact.verdict == "not_comparable"] == [reason]
    assert sum(fact.verdict == "only" for fact in comparison.facts) == 2
    assert len(comparison.facts) == 3


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ({"metric": "净利润", "metric_id": "净利润"}, {"metric": "毛利润", "metric_id": "毛利润"}),
        ({"metric": "利润", "metric_id": "利润"}, {"metric": "净利润", "metric_id": "净利润"}),
    ],
)
def test_akin_metrics_are_not_comparable(pair: Any, one: dict[str, Any], other: dict[str, Any]) -> None:
    reasons = [fact.reason for fact in pair(one, {**other, "value": D(1)}).facts if fact.verdict == "not_comparable"]
    assert reasons == ["metric"]


def test_growth_of_a_year_needs_no_word_for_its_basis(pair: Any) -> None:
    growth = {"kind": "change", "unit": "%", "value": D(30), "precision": D(1), "direction": "up"}
    assert only_fact(pair({**growth, "basis": "yoy"}, {**growth, "basis": None})).verdict == "same"
    facts = pair({**growth, "basis": "yoy"}, {**growth, "basis": "sequential"}).facts
    assert [fact.reason for fact in facts if fact.verdict != "only"] == ["basis"]


def test_rise_and_fall_of_one_metric_clash(pair: Any) -> None:
    growth = {"kind": "change", "unit": "%", "value": D(12), "precision": D(1), "basis": "yoy"}
    fact = only_fact(pair({**growth, "direction": "up"}, {**growth, "direction": "down"}))
    assert (fact.verdict, fact.rel_diff) == ("conflict", D(2))


def test_an_anonymous_subject_is_nobody_elses(pair: Any) -> None:
    anonymous = {"subject": "某家居品牌", "subject_id": "某家居品牌"}
    assert {fact.verdict for fact in pair(anonymous, anonymous).facts} == {"only"}


def test_no_subject_is_nobody_elses(pair: Any) -> None:
    nobody = {"subject": None, "subject_id": None}
    assert {fact.verdict for fact in pair(nobody, nobody).facts} == {"only"}


def test_an_unsaid_period_makes_a_possible_fact(pair: Any) -> None:
    unsaid = {"period": None, "period_start": None, "period_end": None}
    fact = only_fact(pair({}, unsaid))
    assert (fact.verdict, fact.certainty, fact.period) == ("same", "possible", "2024")
    assert only_fact(pair(unsaid, unsaid)).certainty == "possible"


def test_an_unsaid_period_is_not_long_before_the_article(pair: Any) -> None:
    unsaid = {"period": None, "period_start": None, "period_end": None, "published": "2025-03-27", "value": D(7)}
    past = {"period": "2019", "period_start": "2019-01-01", "period_end": "2019-12-31"}
    assert {fact.verdict for fact in pair(unsaid, past).facts} == {"only"}


def test_possible_facts_stand_behind_the_sure_ones(claim: Make) -> None:
    claims = [
        claim(doc="a", id="1"),
        claim(doc="b", id="2", period=None, period_start=None, period_end=None, value=D("3E+12")),
        claim(doc="c", id="3"),
    ]
    facts = compare(claims).facts
    assert [(fact.verdict, fact.certainty) for fact in facts] == [("same", "sure"), ("conflict", "possible")]


def test_a_state_is_dated_by_its_end_and_a_flow_is_not(pair: Any) -> None:
    day = {"period": "2024-12-31", "period_start": "2024-12-31", "period_end": "2024-12-31"}
    shops = {"metric": "门店数", "metric_id": "门店数", "unit": "家", "value": D(300), "precision": D(1)}
    assert only_fact(pair(shops, {**shops, **day})).verdict == "same"
    assert pair({}, {**day, "value": D(9)}).facts[0].reason == "period"


def test_a_document_at_odds_with_itself_clashes_with_nobody(claim: Make) -> None:
    claims = [
        claim(doc="a", id="1", value=D("3.5E+12")),
        claim(doc="a", id="2", value=D("2.2E+12"), start=40, end=45),
        claim(doc="b", id="3", value=D("3.5E+12")),
    ]
    facts = compare(claims).facts
    assert [(fact.verdict, len(fact.members)) for fact in facts] == [("same", 2), ("only", 1)]


def test_a_wide_metric_agrees_and_never_clashes(pair: Any) -> None:
    price = {"metric": "价格", "metric_id": "价格", "precision": D(1)}
    assert only_fact(pair({**price, "value": D(19)}, {**price, "value": D(19)})).verdict == "same"
    assert {fact.verdict for fact in pair({**price, "value": D(19)}, {**price, "value": D(38)}).facts} == {"only"}


def test_a_set_is_judged_by_its_worst_pair(claim: Make) -> None:
    values = {"a": "3.43E+12", "b": "3.43E+12", "c": "3.5E+12"}
    claims = [claim(doc=doc, id=doc, value=D(value), precision=D("1E+10")) for doc, value in values.items()]
    fact = only_fact(compare(claims))
    assert (fact.verdict, fact.subtype, fact.rel_diff) == ("conflict", "value", D("0.02"))
    assert [member.doc for member in fact.members] == ["a", "b", "c"]


def test_members_are_the_full_records(claim: Make) -> None:
    left, right = claim(doc="a"), claim(doc="b")
    members = only_fact(compare([right, left])).members
    assert members[0] is left
    assert members[1] is right


def test_tolerance_turns_small_conflicts_into_agreement(claim: Make) -> None:
    claims = [claim(doc="a"), claim(doc="b", value=D("3.43E+12"), precision=D("1E+10"))]
    assert only_fact(compare(claims, tolerance=D("0.03"))).verdict == "consistent"
    assert only_fact(compare(claims, tolerance=D("0.03"))).rel_diff == D("0.02")
    assert only_fact(compare(claims, tolerance=D("0.02"))).verdict == "consistent"
    assert only_fact(compare(claims, tolerance=D("0.01"))).verdict == "conflict"


def test_documents_keep_the_order_given_and_empty_ones_stay(claim: Make) -> None:
    assert compare([claim(doc="b"), claim(doc="a")]).documents == ("a", "b")
    assert compare([claim(doc="b"), claim(doc="a")], documents=["b", "z", "a"]).documents == ("b", "z", "a")


def test_what_one_document_alone_says_of_one_fact_stands_together(claim: Make) -> None:
    twice = [claim(doc="a", id="1"), claim(doc="a", id="2", value=D("2.2E+12"), start=40, end=45)]
    assert [len(fact.members) for fact in compare(twice).facts] == [2]
    anonymous = [replace(told, subject="某品牌", subject_id="某品牌") for told in twice]
    assert [len(fact.members) for fact in compare(anonymous).facts] == [1, 1]


def test_one_document_is_not_compared_with_itself(claim: Make) -> None:
    earlier = {"period": "2023", "period_start": "2023-01-01", "period_end": "2023-12-31", "value": D("2.2E+12")}
    facts = compare([claim(doc="a", id="1"), claim(doc="a", id="2", **earlier)]).facts
    assert {fact.verdict for fact in facts} == {"only"}


@pytest.mark.parametrize(
    "other",
    [
        {"period": "2023", "period_start": "2023-01-01", "period_end": "2023-12-31", "unit": "USD"},
        {"kind": "change", "basis": "sequential"},
        {"unit": "USD", "modality": "target"},
        {"subject": "抖音极速版", "subject_id": "抖音极速版", "metric": "单场GMV", "metric_id": "单场GMV"},
    ],
)
def test_two_parts_short_is_something_else(pair: Any, other: dict[str, Any]) -> None:
    assert {fact.verdict for fact in pair({}, {"value": D(7), **other}).facts} == {"only"}


def test_no_claims_no_facts() -> None:
    assert compare([]) == Comparison((), ())


def test_the_package_can_be_called_like_its_function(claim: Make) -> None:
    claims = [claim(doc="a"), claim(doc="b")]
    assert claimx.compare(claims) == compare(claims)


def test_an_equal_distinctive_figure_in_like_words_is_one_fact(claim: Make) -> None:
    left = claim(
        doc="a",
        text="542万杯",
        value=D(5420000),
        precision=D(10000),
        unit="杯",
        metric="销量",
        metric_id="销量",
        subject="瑞幸",
        subject_id="瑞幸",
        sentence="酱香拿铁首日销量542万杯。",
        sentence_start=0,
        start=8,
        end=13,
    )
    right = claim(
        doc="b",
        id="r",
        text="542万杯",
        value=D(5420000),
        precision=D(10000),
        unit="杯",
        metric="单品",
        metric_id="单品",
        subject="茅台",
        subject_id="贵州茅台",
        inferred=("subject",),
        sentence="新推出的酱香拿铁卖了542万杯。",
        sentence_start=0,
        start=10,
        end=15,
    )
    assert only_fact(compare([left, right])).verdict == "same"
    elsewhere = claim(**{name: getattr(right, name) for name in ("doc", "id", "text", "value", "unit", "metric")})
    assert {fact.verdict for fact in compare([left, elsewhere]).facts} == {"only"}


def test_an_echo_is_not_heard_over_a_contradicting_scope(claim: Make) -> None:
    def sold(doc: str, sentence: str) -> Claim:
        start = sentence.index("1.35亿")
        fields = {"text": "1.35亿元", "value": D(135000000), "precision": D(1000000), "sentence": sentence}
        return claim(doc=doc, id=doc, metric="销售额", metric_id="销售额", sentence_start=0, start=start, **fields)

    first, third = sold("a", "酱香拿铁首日销售额1.35亿元。"), sold("b", "酱香拿铁三日销售额1.35亿元。")
    assert "same" not in {fact.verdict for fact in compare([first, third]).facts}
    # Nor does a third text that leaves the stretch of time unsaid make one fact of the two.
    silent = sold("c", "酱香拿铁销售额1.35亿元。")
    told = [{member.doc for member in fact.members} for fact in compare([first, third, silent]).facts]
    assert not any({"a", "b"} <= docs for docs in told)
    assert {"a", "c"} in told
    assert {"b", "c"} in told


@pytest.mark.parametrize(("metric", "verdicts"), [("电商平台", ["same"]), ("市场份额", ["same"]), ("净利润", [])])
def test_a_rank_by_nothing_more_is_a_standing(pair: Any, metric: str, verdicts: list[str]) -> None:
    third = {"kind": "rank", "unit": "rank", "value": D(3), "text": "第三", "precision": None}
    facts = pair(
        {**third, "metric": "行业", "metric_id": "行业"}, {**third, "metric": metric, "metric_id": metric}
    ).facts
    assert [fact.verdict for fact in facts if fact.verdict not in {"only", "not_comparable"}] == verdicts


def test_what_has_a_first_day_is_a_single_product(pair: Any) -> None:
    first, single = ({"metric": name, "metric_id": name} for name in ("首日销量", "单品首日销量"))
    assert only_fact(pair(first, single)).verdict == "same"


def test_an_undated_round_figure_of_a_wide_metric_agrees_only_with_its_own_sentence(claim: Make) -> None:
    month = {
        "metric": "时间",
        "metric_id": "时间",
        "unit": "month",
        "value": D(1),
        "period": None,
        "period_start": None,
    }
    one = claim(doc="a", id="1", sentence="甲用了一个月。", **month)
    other = claim(doc="b", id="2", sentence="乙用了一个月。", **month)
    copy = claim(doc="c", id="1", sentence="甲用了一个月。", **month)
    assert {fact.verdict for fact in compare([one, other]).facts} == {"only"}
    assert only_fact(compare([one, copy])).verdict == "same"


def test_an_echo_needs_one_unit_only_where_both_texts_write_it(claim: Make) -> None:
    written = {"metric": (6, 9), "unit": (14, 15)}
    fields = {
        "value": D("4.71E+12"),
        "sentence": "拼多多（4.71万亿）。",
        "sentence_start": 0,
        "start": 4,
        "text": "4.71万亿",
    }
    money = claim(doc="a", **fields, subject="胖东来", subject_id="胖东来", spans=written)
    riders = {**fields, "unit": "骑手", "subject": "微信小店", "subject_id": "微信小店", "inferred": ("metric",)}
    assert only_fact(compare([money, claim(doc="b", id="r", **riders)])).verdict == "same"
    apart = compare([money, claim(doc="b", id="r", **riders | {"spans": written})]).facts
    assert {fact.verdict for fact in apart} == {"only"}


def test_a_period_that_is_not_over_is_another(pair: Any) -> None:
    """今年GMV, said in May, is no figure of the year, unless it is a plan for it."""
    (early, late) = ({"published": "2024-05-02", "value": D("2E+12")}, {"published": "2025-03-27"})
    assert {fact.verdict for fact in pair(early, late).facts} == {"only", "not_comparable"}
    assert only_fact(pair(early | {"published": "2024-12-20"}, late)).verdict == "conflict"
    assert only_fact(pair(early | {"modality": "target"}, late | {"modality": "target"})).verdict == "conflict"


def test_persons_are_counted_in_anything(pair: Any) -> None:
    users = {"metric": "月活", "metric_id": "月活跃用户数"}
    assert only_fact(pair(users | {"unit": None}, users | {"unit": "人"})).verdict == "same"


def test_money_without_its_unit_is_in_yuan(pair: Any) -> None:
    assert only_fact(pair({}, {"unit": None, "value": D("3.43E+12")})).verdict == "conflict"


def test_an_undated_figure_of_another_size_is_not_the_fact(pair: Any) -> None:
    undated = {"period": None, "period_start": None, "period_end": None, "value": D("1.8E+7"), "bound": "gt"}
    assert {fact.verdict for fact in pair({}, undated).facts} == {"only"}
    slip = undated | {"value": D("3.5E+8"), "bound": "eq"}
    assert only_fact(pair({}, slip)).subtype == "magnitude"


def test_an_undated_figure_of_a_carried_subject_clashes_with_none(pair: Any) -> None:
    undated = {"period": None, "period_start": None, "period_end": None, "inferred": ("subject",), "spans": {}}
    assert only_fact(pair({}, undated)).verdict == "same"
    assert {fact.verdict for fact in pair({}, undated | {"value": D("3E+12")}).facts} == {"only"}


@pytest.mark.parametrize(
    ("plain", "verdicts"),
    [
        ({"spans": {"subject": (2, 6)}, "inferred": ("subject",)}, {"conflict"}),  # in the clause before
        ({"spans": {}, "title": "抖音电商的一年", "inferred": ("subject",)}, {"conflict"}),
        ({"spans": {"subject": (2, 6)}, "inferred": ("subject", "metric")}, {"only"}),
    ],
)
def test_an_undated_figure_whose_subject_is_plain_may_clash(
    pair: Any, plain: dict[str, Any], verdicts: set[str]
) -> None:
    undated = {"period": None, "period_start": None, "period_end": None, "value": D("3E+12"), **plain}
    assert {fact.verdict for fact in pair({}, undated).facts} == verdicts


def test_a_bound_far_from_the_documents_other_figure_is_of_something_else(claim: Make) -> None:
    """突破4000亿 holds of 2.89万亿, but nobody says so: one of the two is another's."""
    members = [
        claim(doc="a", value=D("2.89E+12"), precision=D("1E+10")),
        claim(doc="b", id="1", value=D("2.89E+12"), precision=D("1E+10")),
        claim(doc="b", id="2", value=D("4E+11"), bound="gt"),
        claim(doc="c", value=D("3E+12"), bound="approx", precision=D("1E+12")),
    ]
    fact = only_fact(compare(members))
    assert [member.value for member in fact.members] == [D("2.89E+12"), D("2.89E+12"), D("3E+12")]


@pytest.mark.parametrize(
    ("sentence", "title", "verdict"),
    [
        ("抖音卖19元。", "抖音的价格", "same"),
        ("抖音卖19元。", "标题", None),
        ("抖音上酱香拿铁卖19元。", "标题", "same"),
    ],
)
def test_a_small_number_echoes_only_in_words_that_few_share(
    claim: Make, sentence: str, title: str, verdict: str | None
) -> None:
    fields = {"sentence": sentence, "sentence_start": 0, "start": sentence.index("19"), "text": "19元", "value": D(19)}
    undated = {"period": None, "period_start": None, "period_end": None, "title": title, "spans": {}}
    one = claim(**fields, **undated, doc="a", metric="售价", metric_id="售价")
    other = claim(**fields, **undated, doc="b", metric="折后价", metric_id="折后价", inferred=("metric",))
    found = [fact.verdict for fact in compare([one, other]).facts if fact.verdict not in {"only", "not_comparable"}]
    assert found == ([] if verdict is None else [verdict])


def test_what_a_figure_is_compared_with_is_part_of_the_fact(pair: Any) -> None:
    change = {"kind": "comparison", "unit": "%", "value": D(40), "precision": D(1), "basis": "versus"}
    same = pair({**change, "compare_to": "传统广告"}, {**change, "compare_to": "传统广告"})
    assert only_fact(same).verdict == "same"
    other = pair({**change, "compare_to": "传统广告"}, {**change, "compare_to": "同行"})
    assert {fact.verdict for fact in other.facts} <= {"only", "not_comparable"}


def test_vague_figures_do_not_echo(pair: Any) -> None:
    """数万 and 数万 are the same words, not the same distinctive number."""
    vague = {"value": None, "min": D(10000), "max": D(100000), "vague": True, "text": "数万", "precision": None}
    found = pair({**vague, "metric_id": "门店"}, {**vague, "metric_id": "订单", "subject_id": "快手"})
    assert {fact.verdict for fact in found.facts} <= {"only", "not_comparable"}


def test_figures_of_nobody_are_compared_by_the_rest(pair: Any) -> None:
    nobody = {"subject": None, "subject_id": None}
    for fact in pair(nobody, nobody).facts:
        assert fact.verdict in {"only", "possible", "same"}


@pytest.mark.parametrize(
    ("metric", "unit", "other"),
    [("GMV", None, "CNY"), ("月活用户", None, "人"), ("月活用户", "用户", "人")],
    ids=["money is in yuan", "persons need no unit", "persons are counted in anything"],
)
def test_the_metric_says_what_a_unit_leaves_open(pair: Any, metric: str, unit: str | None, other: str) -> None:
    said = {"metric": metric, "metric_id": metric}
    assert only_fact(pair({**said, "unit": unit}, {**said, "unit": other})).verdict == "same"


def test_a_unit_that_is_written_is_not_overruled_by_the_metric(pair: Any) -> None:
    written = {"spans": {"unit": (3, 5)}}
    verdicts = {fact.verdict for fact in pair({**written, "unit": "%"}, {**written, "unit": "CNY"}).facts}
    assert verdicts <= {"only", "not_comparable"}
