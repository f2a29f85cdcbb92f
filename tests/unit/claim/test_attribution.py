"""Who a text says its figures come from."""

from __future__ import annotations

from itertools import pairwise

import pytest

from claimx.claim.attribution import attributions

NAMED = [
    ("据艾瑞咨询数据，2024年GMV达3亿元。", "艾瑞咨询"),
    ("据艾瑞咨询调研数据显示，用户达3亿。", "艾瑞咨询"),
    ("根据QuestMobile的数据，月活达3亿。", "QuestMobile"),
    ("小红书据第三方估算约为4000亿元。", "第三方"),
    ("据36氪报道，收入为190亿元。", "36氪"),
    ("据“趣解商业”统计，全职作者约占20%。", "趣解商业"),
    ("移动监测平台Trustdata发布的《2019年分析简报》显示，用户达1.5亿。", "移动监测平台Trustdata"),
    ("聚美优品在今年4月发布的财务报告显示，订单量达180万单。", "聚美优品"),
    ("《2022全民学习力报告》显示，占比为30%。", "《2022全民学习力报告》"),
    ("招股书显示，毛利率为30%。", "招股书"),
    ("据财报数据，收入为936亿元。", "财报"),
    ("张建锋表示，性能提升3倍。", "张建锋"),
    ("一位在流水线上忙碌的工人告诉笔者，每天工作10小时。", "一位在流水线上忙碌的工人"),
    ("有商家公开表示：“价格降到60元。”", "商家"),
    ("尽管刘强东此前表示，利润率不会超过5%。", "刘强东"),
    ("“收入达到3亿元。”首席财务官李明说。", "首席财务官李明"),
    ("收入达到3亿元（来源：星图数据）。", "星图数据"),
    ("有赞数据显示，商家达3万家。", "有赞"),
]

NOBODY = [
    "数据显示，GMV达3亿元。",
    "有关数据显示，GMV达3亿元。",
    "据有关数据显示，GMV达3亿元。",
    "据了解，项目用了7个月。",
    "据悉，项目用了7个月。",
    "据不完全统计，融资金额超过20亿元。",
    "2024年数据显示，GMV达3亿元。",
    "价格根据不同车型，从1568元到1588元不等。",
    "根据上图也确实发现，渗透率上升到20%。",
    "一般来说，月产值在8万元左右。",
    "打个比方说，一条视频要2天。",
    "近八成大学生表示，愿意付费的占33%。",
    "小红书的推荐算法堪称实验：50%流量给素人。",
    "占据了国内市场的30%，增速第一。",
    "于是用户发现，广告越来越多，达到30个。",
    "最多显示3行9个。",
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_the_source_is_named(text: str, name: str) -> None:
    assert [text[slice(*item.name)] for item in attributions(text)] == [name]


@pytest.mark.parametrize("text", NOBODY)
def test_nobody_is_named(text: str) -> None:
    assert attributions(text) == ()


def test_a_pronoun_stands_for_the_one_named_before() -> None:
    text = "业内人士张凡透露，成本是2000元。他还表示，租金高达15元。"
    assert [text[slice(*item.name)] for item in attributions(text)] == ["业内人士张凡", "业内人士张凡"]


def test_a_pronoun_alone_names_nobody() -> None:
    assert attributions("他还表示，租金高达15元。") == ()


def test_attributions_come_in_text_order_and_do_not_overlap() -> None:
    text = "据艾瑞咨询数据，规模达3亿元；张凡表示，成本为2元。招股书显示，毛利率30%。"
    found = attributions(text)
    assert [text[slice(*item.name)] for item in found] == ["艾瑞咨询", "张凡", "招股书"]
    assert all(left.phrase[1] <= right.phrase[0] for left, right in pairwise(found))
