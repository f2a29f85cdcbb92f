"""What several test folders share."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import HealthCheck, settings

from claimx.model import Claim

if TYPE_CHECKING:
    from collections.abc import Callable

# A busy machine is no fault of the program, and coverage makes every run slower.
settings.register_profile("claimx", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("claimx")

_CLAIM = Claim(
    id="c0ffee",
    doc="a.md",
    title="标题",
    published="2025-03-27",
    line=7,
    start=10,
    end=15,
    text="3.5万亿元",
    value=Decimal("3.5E+12"),
    min=None,
    max=None,
    ratio=None,
    vague=False,
    unit="CNY",
    bound="eq",
    kind="level",
    direction=None,
    endpoint=None,
    metric="GMV",
    metric_id="GMV",
    subject="抖音电商",
    subject_id="抖音电商",
    period="2024",
    period_text="2024年",
    period_start="2024-01-01",
    period_end="2024-12-31",
    basis=None,
    compare_to=None,
    modality="actual",
    source=None,
    precision=Decimal("1E+11"),
    boilerplate=None,
    confidence=0.9,
    inferred=("period",),
    sentence="抖音电商GMV达3.5万亿元。",
    sentence_start=2,
    spans={"metric": (6, 9), "subject": (2, 6)},
    rules=("money", "reached"),
)


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """``claim(value=…, unit=…)``: a whole claim with these fields changed."""

    def make(**changes: Any) -> Claim:
        return replace(_CLAIM, **changes)

    return make


@pytest.fixture(autouse=True)
def _english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Messages are those of the tests whatever the locale of whoever runs them."""
    monkeypatch.setenv("CLAIMX_LANG", "en")


@pytest.fixture(autouse=True)
def in_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests read English, whatever the locale of whoever runs them; those of other languages say so."""
    monkeypatch.setenv("CLAIMX_LANG", "en")
