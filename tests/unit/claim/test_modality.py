"""Fact, estimate, forecast, target or worked example."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimx.claim.modality import read_modality

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.claim.frame import Frame

    LaidOut = Callable[[str], tuple[Frame, int]]

CASES = {
    "actual": [
        "GMV达【3.5万亿元】。",
        "虚拟人直播转化率达【18%】。",  # 拟 is part of a word
        "人口主要是年轻人，总人口有【2.8亿】。",  # 要是 in 主要是
        "“青流计划”年减一次性包装【1.2亿件】。",
        "商家通过扶持计划月销【500万元】。",
        "完成年度计划的【82.3%】。",
        "增长数据还没有达到去年目标的【一半】。",
        "人均预期寿命【超过80岁】。",
        "争取国家政策性资金【超千亿元】。",
        "公司将成本降低【30%】。",
        "颜色对比度应达到【4.5:1】。",
        "如果发生缺货，平台会赠送【10%】的曝光。",
        "预计收入将从【3亿元】增至5亿元。",
        "聚集【3公里】内的目标用户。",
        "目标客户是【60岁】以上的老人。",
        "预计明年增长，去年收入为【3亿元】。",
        "预计2025年达到5亿元；去年收入【3亿元】。",
    ],
    "estimate": [
        "据测算，一碗面的成本为【5元】。",
        "据估算约为【4000亿元】。",
        "粗略计算一下配菜的利润，鸡蛋成本为0.4元，利润率在【50%】。",
    ],
    "forecast": [
        "市场规模预计达【3亿元】。",
        "我们预计，销量为【3万台】。",
        "市场规模有望突破500亿元，年复合增长率【超15%】。",
        "到2030年将达到【20万公里】。",
        "渗透率也将由2020年的24.3%增至【30.8%】。",
        "明年预估占比达【2.9%】。",
        "公司宣布未来三年投入【1000亿元】。",
        "未来3年内，将引入10000个品牌，培育超过100个品牌，实现销售额【2000亿元】。",
    ],
    "target": [
        "力争收入达到【3亿元】。",
        "公司计划在【39座】城市推广。",
        "拟投资【3亿元】。",
        "GMV目标剑指【1200亿元】。",
        "定下了增长目标：“成交增速【超50%】。”",
    ],
    "hypothetical": [
        "假设有【100个】用户。",
        "假设每人消费100元，一共就是【1万元】。",
        "如果每天卖100单，一个月就是【3000单】。",
    ],
}


@pytest.mark.parametrize(("modality", "marked"), [(name, marked) for name, cases in CASES.items() for marked in cases])
def test_modality(laid_out: LaidOut, modality: str, marked: str) -> None:
    frame, figure = laid_out(marked)
    found, cue = read_modality(frame, figure)
    assert found == modality
    assert (cue is None) == (found == "actual")
    assert cue is None or cue in frame.text


@pytest.mark.parametrize(("published", "modality"), [(date(2025, 3, 1), "forecast"), (date(2031, 1, 1), "actual")])
def test_a_year_ahead_of_the_article_is_foretold(laid_out: LaidOut, published: date, modality: str) -> None:
    frame, figure = laid_out("到2030年，2030年市场规模达到【3万亿元】。")
    assert read_modality(frame, figure, published)[0] == modality
