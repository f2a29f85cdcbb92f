"""The unit of figures written without one."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.claim.mention import Candidate, Mention, group_of
from claimx.claim.openings import Openings
from claimx.claim.predicate import read_predicate
from claimx.claim.prominence import Prominence
from claimx.claim.scope import Scope
from claimx.claim.units import complete_unit
from claimx.document import Block
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.claim.frame import Frame

CASES = [
    ("营收达【3000万】。", "营收", "left", "CNY"),
    ("豪掷【7200万】。", None, "left", "CNY"),
    ("月活用户数达【3亿】。", "月活用户数", "left", "人"),
    ("年购买用户【约6亿】。", "年购买用户", "left", "用户"),
    ("活跃骑手【近130万】。", "活跃骑手", "left", "骑手"),
    ("月活跃用户数据为【3亿】。", "月活跃用户数据", "left", "用户"),
    ("查处【47万】账号。", "账号", "right", "账号"),
    ("评论数为【800】。", "评论数", "left", "评论"),
    ("有【9000亿】规模。", "规模", "right-of", "CNY"),
    ("开播首日涨粉【近百万】。", "粉丝增量", "plain", "粉"),
    ("ROI为【1.2】。", "ROI", "left", "x"),
    ("复购率为【45%】。", "复购率", "left", "%"),
    ("男女比例为【1:8】。", "男女比例", "left", "ratio"),
]


@pytest.mark.parametrize(("marked", "metric", "pattern", "unit"), CASES)
def test_complete_unit(
    laid_out: Callable[[str], tuple[Frame, int]], marked: str, metric: str | None, pattern: str, unit: str
) -> None:
    frame, figure = laid_out(marked)
    quantity = frame.quantities[frame.tokens[figure].ref]
    block = Block(0, len(frame.text), 1, "paragraph", frame.text)
    scope = Scope(block, 0, (), "", Prominence([]), Openings([], segmenter()), (), (), None, ())
    mention = Mention(frame, figure, quantity, scope, read_predicate(frame, figure), group_of(quantity))
    if metric is not None:
        mention.metric = Candidate(metric, pattern, [])
    assert complete_unit(mention) == unit
