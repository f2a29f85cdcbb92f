"""Made-up sentences in the patterns of Chinese statement syntax, and what a careful reader finds in them."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimx import extract

if TYPE_CHECKING:
    from claimx.model import Claim

_CORPUS = Path(__file__).parents[2] / "corpus" / "claim"
_PUBLISHED = date(2025, 3, 20)
#: What the grammar of quantities alone decides, and the unit the linker completes.
_OF_THE_FIGURE = frozenset({"text", "value", "min", "max", "ratio", "vague", "unit", "bound"})


def _cases(name: str) -> list[Any]:
    held = tomllib.loads((_CORPUS / f"{name}.toml").read_text(encoding="utf-8"), parse_float=Decimal)
    return [
        pytest.param(case, id=f"{case['construct']}: {case['text'].strip().splitlines()[0]}") for case in held["case"]
    ]


def _extract(case: dict[str, Any]) -> list[Claim]:
    return extract(case["text"], published=case.get("published", _PUBLISHED))


def _differences(case: dict[str, Any], claims: list[Claim], left_out: frozenset[str] = frozenset()) -> list[str]:
    """What is not as expected, a line a field; ``""`` in the corpus stands for None."""
    if len(claims) != len(case["claims"]):
        return [f"found {[claim.text for claim in claims]}"]
    wrong: list[str] = []
    for claim, wanted in zip(claims, case["claims"], strict=True):
        for field, readings in wanted.items():
            read = getattr(claim, field)
            right = [None if one == "" else one for one in (readings if isinstance(readings, list) else [readings])]
            if field not in left_out and read not in right:
                wrong.append(f"{claim.text}: {field} is {read!r}, not {' or '.join(map(repr, right))}")
    return wrong


@pytest.mark.parametrize("case", _cases("statements"))
def test_a_statement_is_read_as_a_careful_reader_does(case: dict[str, Any]) -> None:
    assert _differences(case, _extract(case)) == []


@pytest.mark.parametrize("case", _cases("known_misses"))
def test_the_figures_of_a_known_miss_are_right(case: dict[str, Any]) -> None:
    claims = _extract(case)
    beyond_the_figure = {field for wanted in case["claims"] for field in wanted} - _OF_THE_FIGURE
    assert _differences(case, claims, frozenset({*beyond_the_figure, *case["missed"]})) == []
