from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.render.figure import change, figure

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, "3.5万亿 CNY"),
        ({"bound": "approx"}, "≈3.5万亿 CNY"),
        ({"bound": "gt"}, ">3.5万亿 CNY"),
        ({"bound": "ge"}, "≥3.5万亿 CNY"),
        ({"bound": "lt"}, "<3.5万亿 CNY"),
        ({"bound": "le"}, "≤3.5万亿 CNY"),
        ({"value": Decimal("4.60"), "unit": "%"}, "4.6%"),
        ({"value": Decimal("4.6"), "unit": "pp"}, "4.6 pp"),
        ({"value": None, "min": Decimal(200), "max": Decimal(500)}, "200–500 CNY"),
        ({"value": None, "min": Decimal(10000), "max": Decimal(100000), "unit": "单", "vague": True}, "1万–10万 单"),
        ({"value": None, "text": "成千上万", "vague": True, "unit": None}, "成千上万"),
        ({"value": None, "ratio": "1:8", "unit": "ratio"}, "1:8"),
        ({"value": Decimal(3), "unit": "rank", "kind": "rank"}, "第3"),
        ({"value": Decimal("8.8"), "unit": "折"}, "8.8折"),
        ({"value": Decimal(5), "unit": None}, "5"),
        ({"value": Decimal(5), "unit": "\x1b[2J"}, "5 ␛[2J"),
    ],
)
def test_a_figure_as_people_read_it(fields: dict[str, Any], shown: str, claim: Callable[..., Claim]) -> None:
    assert figure(claim(**fields)) == shown


def test_raw_numbers_are_in_full(claim: Callable[..., Claim]) -> None:
    assert figure(claim(), raw_numbers=True) == "3500000000000 CNY"
    assert figure(claim(value=None, min=Decimal("1E+4"), max=None), raw_numbers=True) == "10000– CNY"


@pytest.mark.parametrize(
    ("fields", "shown"),
    [
        ({}, ""),
        ({"direction": "up", "basis": "yoy"}, "↑ yoy"),
        ({"direction": "down", "endpoint": "from"}, "↓ from"),
        ({"direction": "up", "basis": "versus", "compare_to": "传统\x1b广告"}, "↑ vs 传统␛广告"),
        ({"modality": "target"}, "target"),
    ],
)
def test_a_change_in_a_few_words(fields: dict[str, Any], shown: str, claim: Callable[..., Claim]) -> None:
    assert change(claim(**fields)) == shown
