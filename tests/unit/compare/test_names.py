"""Canonical subjects and metrics, and what narrows them."""

from __future__ import annotations

import pytest

from claimx.compare.names import is_name, metric_name, subject_name
from claimx.compare.similar import labels


@pytest.mark.parametrize(
    ("one", "other"),
    [("京东集团", "京东"), ("快手科技有限公司", "快手"), ("拼多多平台", "拼多多"), ("ByteDance", "字节跳动")],
)
def test_one_subject(one: str, other: str) -> None:
    assert subject_name(one) == subject_name(other)


def test_a_line_of_business_narrows_its_owner() -> None:
    assert subject_name("快手电商") == ("快手", {"电商"})
    assert subject_name("京东海外") == ("京东", {"海外"})


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


def test_labels_do_not_depend_on_order() -> None:
    names = ["陕西秦岭山泉水业", "浙江千岛湖水业", "陕西秦岭山泉水业务"]
    assert labels(names) == labels(reversed(names))
