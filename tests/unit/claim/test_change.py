"""Kind, direction, endpoint, basis and the thing compared with, one sentence a construct."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.claim.change import read_change
from claimx.claim.mention import group_of
from claimx.claim.predicate import read_predicate

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.claim.change import Change
    from claimx.claim.frame import Frame

    LaidOut = Callable[[str], tuple[Frame, int]]

LEVELS = [
    ("GMV达【3.5万亿元】。", None),
    ("门店数为【300家】。", None),
    ("转化率提升至【85%】。", "up"),
    ("增速回落至【20%】。", "down"),
    ("占比从2021年的29.5%上升至2023年的【36.6%】。", "up"),
    ("GMV同比增长17.3%至【1.4万亿元】。", "up"),
    ("股价跌破【10元】。", "down"),
    ("新增【30家】企业。", None),
    ("试点企业新增【1013家】。", None),
    ("改善【7000多所】学校办学条件。", None),
    ("线上收入占总收入的【三成】。", None),
    ("资源总量是全国总量的【93.08%】。", None),
    ("收入增长15.6%，毛利率【30%】。", None),
    ("佣金减少情况下单店营收【20万元】。", None),
    ("该平台的女性用户超过总量的【90%】。", None),
    ("该店增加至【30家】门店。", "up"),
    ("营收增长达【30万元】。", "up"),
    ("营收由3亿元增加到了【5亿元】。", "up"),
    ("该店的人数超过对手【3万人】。", None),
]

CHANGES = [
    ("收入增长【30%】。", "up", None),
    ("收入同比增长【30%】。", "up", "yoy"),
    ("收入环比下降【5%】。", "down", "sequential"),
    ("销量超过去年同期【30%】。", "up", "yoy"),
    ("营收增长了【3亿元至5亿元】。", "up", None),
    ("同比增长率达到【30%】。", "up", "yoy"),
    ("环比增速达【30%】。", "up", "sequential"),
    ("GMV同比【翻番】。", "up", "yoy"),
    ("收入较上年增长【5%】。", "up", "yoy"),
    ("收入与去年同期相比增长【5%】。", "up", "yoy"),
    ("与去年同期相比，收入增长【5%】。", "up", "yoy"),
    ("收入较上季度下降【5%】。", "down", "sequential"),
    ("成交额较9月环比增长【近10倍】。", "up", "sequential"),
    ("收入较2019年增长【5%】。", "up", "versus"),
    ("2024年收入为9亿元，比2023年增长【5%】。", "up", "yoy"),
    ("年复合增长率【15%】。", "up", None),
    ("GMV增速达【25%】。", "up", None),
    ("降幅达【80%】。", "down", None),
    ("收入增长【-1.3%】。", "down", None),
    ("价格下降【一倍】。", "down", None),
    ("月活用户【翻番】。", "up", None),
    ("减少排放【2810万吨】。", "down", None),
    ("降低直播成本【60%】。", "down", None),
    ("贷款新增【1.9万亿元】。", "up", None),
    ("产值保持【两位数】增长。", "up", None),
    ("实现了【15%】的降幅。", "down", None),
    ("A、B营业收入分别增长6%、【60.7%】。", "up", None),
    ("两个行业同比分别下降3%和【0.7%】。", "down", "yoy"),
    ("四季度分别增长0.3%、6.6%和【-1.3%】。", "down", None),
    ("收入增长15.6%，其中短视频【9%】。", "up", None),
    ("订单量是去年同期的【3倍】。", "up", "yoy"),
    ("订单数达去年同期【5.4倍】。", "up", "yoy"),
    ("速度比从前快了【三倍】。", "up", "versus"),
    ("成交额是去年同期的【80%】。", "down", "yoy"),
    ("客单价较2021年同期的9.3元缩水【10.8%】。", "down", "versus"),
    ("销售额比去年增多了14.8%，增加了【1235亿元】。", "up", "yoy"),
]

COMPARISONS = [
    ("转化率比传统广告高【40%】。", "up", "传统广告"),
    ("产值能比一般员工高出【近10倍】。", "up", "一般员工"),
    ("粘性比手机端高【15%】。", "up", "手机端"),
    ("售价比便利店便宜【3块】。", "down", "便利店"),
    ("增幅高于全国【0.7个百分点】。", "up", "全国"),
    ("增速低于行业均值【2个百分点】。", "down", "行业均值"),
    ("品类增速超行业均值【3倍】。", "up", "行业均值"),
    ("成本是同行的【3倍】。", "up", "同行"),
    ("薪资达到汉代的10倍，清代的【6倍】。", "up", "清代"),
    ("日活相当于对手日活的【十分之一】。", None, "对手日活"),
    ("能耗仅是公路运输的1/7和【1/14】。", None, "公路运输"),
    ("订单仅为高峰期的【5%】。", None, "高峰期"),
    ("甲的留存率能达到乙留存率的【70%】。", None, "乙留存率"),
    ("一块芯片相当于【10块】GPU。", "up", "GPU"),
    ("两者平均金额相差【近800元】。", None, None),
]

RANKS = [
    ("排名升至全国【第二】。", "up"),
    ("产量跃升至全球【第1位】。", "up"),
    ("销量跌至全国【第5】。", "down"),
    ("总量居全国【第5位】。", None),
]

ENDPOINTS = [
    ("复购率从【40%】降至10%。", "from", None),
    ("复购率从40%降至【10%】。", "to", "down"),
    ("复购率由2020年的12%，提高到2021年的【15%】。", "to", "up"),
    ("复购率降至【10%】。", None, "down"),
]


def _read(laid_out: LaidOut, marked: str) -> tuple[Frame, Change]:
    frame, figure = laid_out(marked)
    quantity = frame.quantities[frame.tokens[figure].ref]
    return frame, read_change(frame, figure, quantity, read_predicate(frame, figure), group_of(quantity))


@pytest.mark.parametrize(("marked", "direction"), LEVELS)
def test_levels(laid_out: LaidOut, marked: str, direction: str | None) -> None:
    _, change = _read(laid_out, marked)
    assert (change.kind, change.direction, change.basis, change.compare_to) == ("level", direction, None, None)


@pytest.mark.parametrize(("marked", "direction", "basis"), CHANGES)
def test_changes(laid_out: LaidOut, marked: str, direction: str, basis: str | None) -> None:
    _, change = _read(laid_out, marked)
    assert (change.kind, change.direction, change.basis) == ("change", direction, basis)
    assert (change.compare_to is None) == (basis != "versus")


@pytest.mark.parametrize(("marked", "direction", "other"), COMPARISONS)
def test_comparisons(laid_out: LaidOut, marked: str, direction: str | None, other: str | None) -> None:
    frame, change = _read(laid_out, marked)
    named = frame.text[slice(*change.compare_to)] if change.compare_to is not None else None
    assert (change.kind, change.direction, change.basis, named) == ("comparison", direction, "versus", other)


@pytest.mark.parametrize(("marked", "direction"), RANKS)
def test_ranks(laid_out: LaidOut, marked: str, direction: str | None) -> None:
    _, change = _read(laid_out, marked)
    assert (change.kind, change.direction, change.basis) == ("rank", direction, None)


@pytest.mark.parametrize(("marked", "endpoint", "direction"), ENDPOINTS)
def test_endpoints(laid_out: LaidOut, marked: str, endpoint: str | None, direction: str | None) -> None:
    _, change = _read(laid_out, marked)
    assert (change.kind, change.endpoint, change.direction) == ("level", endpoint, direction)


def test_what_is_compared_with_is_named_without_its_own_figure(laid_out: LaidOut) -> None:
    frame, change = _read(laid_out, "成交额较2019年同期的9.3元缩水【10.8%】。")
    assert change.compare_to is not None
    assert frame.text[slice(*change.compare_to)] == "2019年同期"


def test_a_long_row_is_read_in_time_proportional_to_its_length(laid_out: LaidOut) -> None:
    """Each figure looks at a bounded stretch: the last of a row longer than that is on its own."""
    row = "、".join(["5%"] * 400)
    _, change = _read(laid_out, f"各项分别增长{row}、【6%】。")
    assert change.kind == "level"
