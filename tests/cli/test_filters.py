from __future__ import annotations

from typing import TYPE_CHECKING, Any, get_args

import pytest

from claimx.cli.filters import Filters
from claimx.cli.options import KindChoice, ModalityChoice
from claimx.model import Claim, Kind, Modality

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("filters", "kept"),
    [
        ({}, True),
        ({"metric": ("gmv",)}, True),
        ({"metric": ("ＧＭＶ",)}, True),
        ({"metric": ("营收", "GM")}, True),
        ({"metric": ("营收",)}, False),
        ({"subject": ("抖音電商",)}, True),
        ({"subject": ("Douyin",)}, True),
        ({"subject": ("快手",)}, False),
        ({"unit": ("CNY",)}, True),
        ({"unit": ("month",)}, False),
        ({"kind": ("level", "rank")}, True),
        ({"kind": ("change",)}, False),
        ({"modality": ("target",)}, False),
        ({"min_confidence": 0.9}, True),
        ({"min_confidence": 0.91}, False),
        ({"metric": ("GMV",), "subject": ("快手",)}, False),
    ],
)
def test_what_passes(filters: dict[str, Any], kept: bool, claim: Callable[..., Claim]) -> None:
    assert Filters(**filters).keep(claim(subject_id="Douyin", unit="CNY/month")) is kept


def test_what_is_not_stated_meets_no_filter(claim: Callable[..., Claim]) -> None:
    bare = claim(subject=None, subject_id=None, unit=None)
    assert not Filters(subject=("",)).keep(bare)
    assert not Filters(unit=("CNY",)).keep(bare)


def test_the_choices_are_those_of_the_model() -> None:
    assert [str(choice) for choice in KindChoice] == list(get_args(Kind))
    assert [str(choice) for choice in ModalityChoice] == list(get_args(Modality))
