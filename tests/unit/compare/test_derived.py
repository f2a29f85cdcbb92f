"""A change and the levels that imply it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx import extract
from claimx.compare import compare

if TYPE_CHECKING:
    from collections.abc import Sequence


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
        # Thirty per cent and no figure that it could be of.
        ("快手营收增长30%。", "2024年快手营收为90亿元。", "2023年快手营收为70亿元。"),
    ],
)
def test_levels_that_imply_nothing(texts: tuple[str, ...]) -> None:
    assert "derived" not in [verdict for verdict, _ in verdicts(*texts)]
