"""Canonical subjects and metrics, and what narrows them."""

from __future__ import annotations

import pytest

from claimx.compare.names import implied, is_crowd, is_name, metric_name, subject_name
from claimx.compare.similar import labels
from claimx.lexicon.terms import metric_ids


@pytest.mark.parametrize(
    ("one", "other"),
    [("京东集团", "京东"), ("快手科技有限公司", "快手"), ("拼多多平台", "拼多多"), ("ByteDance", "字节跳动")],
)
def test_one_subject(one: str, other: str) -> None:
    assert subject_name(one) == subject_name(other)


def test_a_line_of_business_narrows_its_owner() -> None:
    assert subject_name("快手电商") == ("快手", {"电商"})
    assert subject_name("京东海外") == ("京东", {"海外"})
    assert subject_name("京东甲") == ("京东·甲", frozenset())
    assert subject_name("阿里国际数字商业集团海外") == (subject_name("阿里国际数字商业集团").core, {"海外"})


@pytest.mark.parametrize(("name", "core"), [("蓝海集团", "蓝海"), ("蓝集团", "蓝集团"), ("集团", "集团")])
def test_a_corporate_form_is_dropped_where_a_name_is_left(name: str, core: str | None) -> None:
    found = subject_name(name)
    assert (found and found.core) == core


@pytest.mark.parametrize(("one", "other"), [("抖音生活服务", "抖音"), ("微信小店", "微信"), ("京东物流", "京东")])
def test_a_part_with_a_name_of_its_own_is_not_its_owner(one: str, other: str) -> None:
    assert subject_name(one) != subject_name(other)


@pytest.mark.parametrize(
    "anonymous", ["某家居品牌", "一家MCN机构", "该公司", "用户", "品牌", "部分商家", "第三", "1", ""]
)
def test_anonymous_subjects(anonymous: str) -> None:
    assert subject_name(anonymous) is None


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("营收", "营业收入"),
        ("月活", "MAU"),
        ("全年GMV", "GMV"),
        ("GMV总额", "GMV"),
        ("GMV目标", "GMV"),
        ("总销量", "销量"),
        ("GMV的目标", "GMV"),
        ("的目标", "的"),
        ("新品", "新产品"),
    ],
)
def test_one_metric(one: str, other: str) -> None:
    assert metric_name(one, change=False) == metric_name(other, change=False)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("利润", "净利润"),
        ("净利润", "毛利润"),
        ("GMV", "营收"),
        ("海外营收", "营收"),
        ("首日销量", "销量"),
    ],
)
def test_different_metrics(one: str, other: str) -> None:
    assert metric_name(one, change=False) != metric_name(other, change=False)


def test_a_first_day_is_not_cut_in_two() -> None:
    assert metric_name("首日销量", change=False) == ("销量", {"首日"})
    assert metric_name("三日销售额", change=False) == ("销售额", {"三日"})
    assert metric_name("日销量", change=False) == ("销量", {"单日"})


@pytest.mark.parametrize(
    ("metric", "name"),
    [
        ("新品", ("上新量", set())),
        ("海外新品", ("上新量", {"海外"})),
        ("海外", ("海外", {"海外"})),
        ("甲乙", ("甲乙", set())),
        ("甲乙销量", ("甲乙·销量", set())),
    ],
)
def test_what_is_no_measure_keeps_its_words_or_a_synonym(metric: str, name: tuple[str, set[str]]) -> None:
    assert metric_name(metric, change=False) == name


def test_the_longest_measure_that_ends_a_name_is_its_measure() -> None:
    longest = max(metric_ids(), key=len)
    assert metric_name(f"海外{longest}", change=False) == (metric_ids()[longest], {"海外"})


@pytest.mark.parametrize(("metric", "scope"), [("GMV", {"电商"}), ("销量", set()), ("甲乙", set())])
def test_what_a_measure_implies(metric: str, scope: set[str]) -> None:
    assert implied(metric) == scope


@pytest.mark.parametrize(("subject", "crowd"), [("年轻人", True), ("某品牌", False), ("抖音", False), ("", False)])
def test_people_at_large(subject: str, crowd: bool) -> None:
    assert is_crowd(subject) is crowd


def test_the_rate_of_a_change_is_the_change_of_its_measure() -> None:
    assert metric_name("GMV增速", change=True) == metric_name("GMV", change=True)
    assert metric_name("GMV增速", change=False) != metric_name("GMV", change=False)


@pytest.mark.parametrize(("text", "named"), [("GMV", True), ("销量", True), ("4", False), ("第一", False), ("", False)])
def test_names(text: str, named: bool) -> None:
    assert is_name(text) is named


def test_similar_unknown_names_share_a_label() -> None:
    found = labels(["陕西秦岭山泉水业", "陕西秦岭山泉水业务", "浙江千岛湖水业"])
    assert found["陕西秦岭山泉水业"] == found["陕西秦岭山泉水业务"] != found["浙江千岛湖水业"]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("青山湖啤酒", "青山湖啤酒业"),
        ("青山湖啤酒", "青山湖牌啤酒"),
        ("青山湖啤酒", "青牌山湖啤酒"),
    ],
)
def test_five_characters_make_a_name_that_may_be_written_with_a_filler(one: str, other: str) -> None:
    found = labels([one, other])
    assert found[one] == found[other]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("北京第一人民医院", "北京第二人民医院"),
        ("星河人工智能一号", "星河人工智能二号"),
        ("青山湖啤酒集团", "青山湖南啤酒集团"),
        ("云岭新能源汽车", "云岭新能源汽车海外"),
        ("神州火箭", "神州火箭炮"),
    ],
)
def test_names_that_only_look_alike_do_not(one: str, other: str) -> None:
    found = labels([one, other])
    assert not set(found[one]) & set(found[other])


def test_a_chain_of_small_differences_does_not_join_its_ends() -> None:
    chain = [
        "泰和春茶饮料股份企业集",
        "泰和春茶饮料股份企业集甲",
        "泰和春茶饮料股份企业集甲乙",
        "泰和春茶饮料股份企业集甲乙丙丁",
    ]
    found = labels(chain)
    assert set(found[chain[0]]) & set(found[chain[1]])
    assert not set(found[chain[0]]) & set(found[chain[3]])
    assert found[chain[0]] == (f"{chain[0]}\0{chain[1]}", f"{chain[0]}\0{chain[2]}")


def test_labels_do_not_depend_on_order() -> None:
    names = ["陕西秦岭山泉水业", "浙江千岛湖水业", "陕西秦岭山泉水业务"]
    assert labels(names) == labels(reversed(names))
