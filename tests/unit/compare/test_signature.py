"""The parts of a fact, read off one claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare.signature import is_generic, read

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


@pytest.mark.parametrize(
    ("fields", "part", "value"),
    [
        ({"kind": "change", "metric_id": "GMV增速"}, "metric", "GMV"),
        ({"kind": "comparison", "metric_id": "GMV增速"}, "metric", "GMV"),
        ({"kind": "level", "metric_id": "GMV增速"}, "metric", "gmv·增速"),
        # The canonical name has lost the stretch of time that the text says.
        ({"metric": "累计销量", "metric_id": "销量"}, "scope", {"电商", "累计"}),
        ({"metric": None, "metric_id": "销量"}, "scope", {"电商"}),
        ({"metric_id": "销量"}, "scope", {"电商"}),
        ({"metric_id": "GMV"}, "scope", set()),
        ({"kind": "change", "basis": None}, "basis", "yoy"),
        ({"kind": "comparison", "basis": None}, "basis", ""),
        ({"kind": "change", "basis": None, "period_end": "2024-06-30"}, "basis", ""),
        ({"kind": "change", "basis": "versus", "compare_to": "京东"}, "basis", "versus 京东"),
        ({"kind": "level", "basis": "yoy"}, "basis", ""),
        # The dimension.
        ({"metric_id": "月活跃用户数", "unit": "用户"}, "unit", "persons"),
        ({"metric_id": "门店数", "unit": "家"}, "unit", "count"),
        ({"metric_id": "GMV", "unit": None}, "unit", "CNY"),
        ({"metric_id": "GMV", "unit": "单"}, "unit", "count"),
        ({"metric_id": "月活跃用户数", "unit": "%"}, "unit", "%"),
    ],
)
def test_parts(claim: Make, fields: dict[str, Any], part: str, value: object) -> None:
    given = {"sentence": "甲。", "sentence_start": 0, "spans": {}, **fields}
    assert getattr(read(claim(**given)).signature, part) == value


@pytest.mark.parametrize(
    ("metric", "period", "wide"),
    [
        ("GMV", "2024", False),
        ("GMV", None, False),
        ("甲乙", "2024", False),
        ("甲乙", None, True),
        ("价格", "2024", True),
    ],
)
def test_without_a_period_only_a_measure_tells_figures_apart(
    claim: Make, metric: str, period: str | None, wide: bool
) -> None:
    assert read(claim(metric=metric, metric_id=metric, period=period)).wide is wide


@pytest.mark.parametrize(("metric", "generic"), [("单", True), ("销量", False), ("价格", True), ("", True)])
def test_generic_metrics(metric: str, generic: bool) -> None:
    assert is_generic(metric) is generic
