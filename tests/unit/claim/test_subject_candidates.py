"""The owners proposed for a figure, and the evidence that tells them apart, whatever they weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Evidence: TypeAlias = Callable[[str, str, str | None, str], set[str]]


@pytest.mark.parametrize(
    ("figure", "owner", "text", "name"),
    [
        ("30%", "京东", "京东GMV达5亿元，美团GMV增长30%。", "fresh:owner-known:carry"),
        ("30%", "京东", "京东GMV达5亿元，京东GMV增长30%。", "fresh:same-owner-known:carry"),
        ("30%", "京东", "京东GMV达5亿元，上海GMV增长30%。", "fresh:owner-place:carry"),
        ("30%", "京东", "京东GMV增长50%，行业GMV增长30%。", "fresh:owner-benchmark:carry"),
        ("9.9元", "林岚", "林岚的店开了3年，她看上9.9元的密封罐。", "fresh:priced:carry"),
        ("30%", "抖音", "以抖音为例，用户增长30%。", "taken:example"),
        ("30%", "长江", "以长江为界，南方的产量增长30%。", "taken:as"),
        ("30%", "京东", "京东有用户5亿；门店增长30%。", "carry:past-stops:1"),
        ("30%", "京东", "京东在北京；上海的门店增长30%。", "past-stops:1"),
        ("20亿元", "京东", "达达（京东持股63.2%）营收20亿元。", "carry:from-bracket:sentence"),
        ("30%", "融资情况", "融资情况：营收增长30%。", "aspect:label"),
        ("30%", "美团", "京东和美团都有增长，后者增长30%。", "p:pair"),
        ("30%", "京东", "京东发布财报，美团的营收增长30%。", "overtaken:1"),
        ("30%", "京东", "京东发布财报，主播平均月薪增长30%。", "overtaken:1"),
        ("5亿", "小红书", "赢家是坐拥5亿月活的小红书。", "p:modified"),
        ("3亿", "平台", "它是坐拥3亿月活的平台。", "modified:behind-have:m-right"),
        ("5万元", "主播", "主播月薪达5万元。", "fits:0"),
        ("5万元", "上海", "上海主播月薪达5万元。", "fits:out"),
        ("5万元", "主播", "主播月薪达5万元。", "bare:person:clause"),
        ("5万元", "上海主播", "上海主播月薪达5万元。", "compound:entity:person:clause"),
    ],
)
def test_evidence(evidence: Evidence, figure: str, owner: str, text: str, name: str) -> None:
    assert name in evidence("subject", figure, owner, text)


def test_what_stands_before_the_last_full_stop_is_not_past_it(evidence: Evidence) -> None:
    assert not any(
        name.startswith("past-stops") for name in evidence("subject", "30%", "京东", "京东在上海的门店增长30%。")
    )


def test_what_brings_a_source_in_is_no_part_of_its_name(evidence: Evidence) -> None:
    text = "据丽晶楼下的告示牌显示，房源有50套。"
    assert "before:ACCORDING:clause" in evidence("subject", "50套", "丽晶楼下的告示牌", text)
    assert not evidence("subject", "50套", "据丽晶楼下的告示牌", text)


def test_a_share_and_an_open_quotation_name_nobody(evidence: Evidence) -> None:
    share = "用户占全国总人口的18.1%。"
    assert evidence("subject", "18.1%", "用户", share)
    assert not evidence("subject", "18.1%", "占全国", share)
    cut = "权益覆盖99.4%订单的“无理由退货”服务。"
    assert not evidence("subject", "99.4%", "“", cut)


def test_the_number_of_a_list_is_no_part_of_a_name(evidence: Evidence) -> None:
    assert not evidence("subject", "72小时", "3.持久化状态", "3.持久化状态维持72小时。")
