"""A change and the levels that imply it."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimx import extract
from claimx.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimx.model import Claim


def verdicts(*texts: str) -> Sequence[tuple[str, int]]:
    """The verdicts but ``only`` and ``not_comparable``, each with its number of members."""
    claims = [claim for number, text in enumerate(texts) for claim in extract(text, doc=str(number))]
    facts = compare(claims).facts
    return [(fact.verdict, len(fact.members)) for fact in facts if fact.verdict not in {"only", "not_comparable"}]


@pytest.mark.parametrize(
    ("texts", "found"),
    [
        (("2024年抖音GMV达3.5万亿元。", "2023年抖音GMV为2.7万亿元。", "2024年抖音GMV同比增长30%。"), [("derived", 3)]),
        (("2024年抖音GMV达3.5万亿元，同比增长30%。", "2023年抖音GMV为2.7万亿元。"), [("derived", 3)]),
        (("2024年快手营收下降10%。", "2024年快手营收为90亿元。", "2023年快手营收为100亿元。"), [("derived", 3)]),
        (
            ("2024年2月快手营收同比增长30%。", "2024年2月快手营收为130亿元。", "2023年2月快手营收为100亿元。"),
            [("derived", 3)],
        ),
        # Whatever does not fit is no conflict, and one document's own reckoning no news.
        (("2024年抖音GMV达3.5万亿元，同比增长50%。", "2023年抖音GMV为2.7万亿元。"), []),
        (("2024年抖音GMV达3.5万亿元，同比增长30%，2023年抖音GMV为2.7万亿元。", "今天天气很好。"), []),
        (("2024年抖音GMV达3.5万亿元，同比增长30%。", "2022年抖音GMV为2.7万亿元。"), []),
        (("2024年抖音GMV超3.5万亿元，同比增长30%。", "2023年抖音GMV为2.7万亿元。"), []),
        # To the digit: hundreds of per cent, and levels that the change just reaches.
        (
            ("2024年快手营收为1300亿元。", "2023年快手营收为1000亿元。", "2024年快手营收同比增长30.0%。"),
            [("derived", 3)],
        ),
        (("2024年快手营收为1310亿元。", "2023年快手营收为1000亿元。", "2024年快手营收同比增长30.0%。"), []),
        (("2024年瑞幸门店数为259家。", "2023年瑞幸门店数为200家。", "2024年瑞幸门店数同比增长30%。"), [("derived", 3)]),
        (("2024年瑞幸门店数为261家。", "2023年瑞幸门店数为200家。", "2024年瑞幸门店数同比增长30%。"), [("derived", 3)]),
        (("2024年瑞幸门店数为258家。", "2023年瑞幸门店数为200家。", "2024年瑞幸门店数同比增长30%。"), []),
        (("2024年瑞幸门店数为262家。", "2023年瑞幸门店数为200家。", "2024年瑞幸门店数同比增长30%。"), []),
        (("2024年瑞幸门店数为2家。", "2023年瑞幸门店数为1家。", "2024年瑞幸门店数同比增长100%。"), [("derived", 3)]),
    ],
)
def test_levels_that_imply_a_change(texts: tuple[str, ...], found: list[tuple[str, int]]) -> None:
    assert verdicts(*texts) == found


@pytest.mark.parametrize(
    "texts",
    [
        # No level of which so many per cent could be said, and a fall by all there was.
        ("2024年快手营收为90亿元，同比下降100%。", "2023年快手营收为0元。"),
        ("2024年快手营收为90亿元。", "2023年快手营收为0元。", "2024年快手营收同比增长30%。"),
        ("2024年快手营收为0元。", "2023年快手营收为0元。", "2024年快手营收同比增长30%。"),
        ("2024年快手营收为0元。", "2023年快手营收为100亿元。", "2024年快手营收同比下降100%。"),
        # Of another time than the year before, or in another measure than per cent.
        ("2024年快手营收为130亿元。", "2023年快手营收为100亿元。", "2024年快手营收环比增长30%。"),
        ("2024年快手营收为130亿元。", "2023年快手营收为100亿元。", "2024年快手营收同比增长30亿元。"),
        # Thirty per cent and no figure that it could be of.
        ("快手营收增长30%。", "2024年快手营收为90亿元。", "2023年快手营收为70亿元。"),
    ],
)
def test_levels_that_imply_nothing(texts: tuple[str, ...]) -> None:
    assert "derived" not in [verdict for verdict, _ in verdicts(*texts)]


@pytest.mark.parametrize(("levels", "implied"), [(8, True), (9, False)])
def test_a_name_with_many_levels_in_one_period_is_the_name_of_several_things(levels: int, implied: bool) -> None:
    told = [f"2024年快手营收为{130 + number / 100}亿元。" for number in range(levels)]
    found = verdicts("2023年快手营收为100亿元。", "2024年快手营收同比增长30%。", *told)
    assert ("derived" in [verdict for verdict, _ in found]) is implied


def test_half_a_period_implies_nothing(claim: Callable[..., Claim]) -> None:
    growth = {"kind": "change", "basis": "yoy", "unit": "%", "value": Decimal(30)}
    for half in ("period_start", "period_end"):
        facts = compare([claim(doc="a", **growth, **{half: None}), claim(doc="b"), claim(doc="c")]).facts
        assert "derived" not in {fact.verdict for fact in facts}
