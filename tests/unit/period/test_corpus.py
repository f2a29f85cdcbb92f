"""The corpus of time expressions: each form has to be read whole, alone, as the only one, and as what it means."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from claimx.period import find_periods
from claimx.period.interval import parse

CORPUS = Path(__file__).parents[2] / "corpus" / "period"
FILES = {path.stem: tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(CORPUS.glob("*.toml"))}
CONSTRUCTS = {name: data for name, data in FILES.items() if name not in ("negative", "context")}
NOT_ALONE = {name: data for name, data in CONSTRUCTS.items() if not data.get("alone")}
# A sentence without a time of its own, in which every form means what it means alone.
QUOTES = " “”"
CARRIER = "据统计，{}，该公司的营业收入有所变化。"


def surfaces(constructs: dict[str, dict[str, Any]]) -> list[tuple[str, str, str]]:
    found = [
        (name, key, surface)
        for name, data in constructs.items()
        for key, forms in data.get("periods", {}).items()
        for surface in forms
    ]
    unresolved = [(name, "none", form) for name, data in constructs.items() for form in data.get("unresolved", [])]
    return [*found, *unresolved]


def check(name: str, key: str, text: str, surface: str) -> None:
    data = FILES[name]
    periods = find_periods(text, data.get("reference"))
    # As with the peers' cases, quotation marks at either end need not be covered.
    assert [p.text.strip(QUOTES) for p in periods] == [surface.strip(QUOTES)]
    period = periods[0]
    assert text[period.start : period.end] == period.text
    if "form" in data:
        assert period.form == data["form"]
    if key == "none":
        assert (period.period, period.first, period.last) == (None, None, None)
        return
    code, *days = key.split()
    assert period.period == code
    whole = parse(code)
    assert whole is not None
    if days:
        assert [period.first, period.last] == [date.fromisoformat(day) for day in days]
    elif name not in ("since", "window", "festival"):
        assert (period.first, period.last) == (whole.first, whole.last)
    assert period.rules


@pytest.mark.parametrize(("name", "key", "surface"), surfaces(CONSTRUCTS))
def test_whole_text(name: str, key: str, surface: str) -> None:
    check(name, key, surface, surface)


@pytest.mark.parametrize(("name", "key", "surface"), surfaces(NOT_ALONE))
def test_in_a_sentence(name: str, key: str, surface: str) -> None:
    check(name, key, CARRIER.format(surface), surface)


@pytest.mark.parametrize("text", FILES["negative"]["texts"])
def test_negative(text: str) -> None:
    reference = FILES["negative"]["reference"]
    assert find_periods(CARRIER.format(text), reference) == []


@pytest.mark.parametrize("case", FILES["context"]["case"], ids=lambda case: case["why"])
def test_context(case: dict[str, Any]) -> None:
    text = case["text"].replace("⟦", "").replace("⟧", "")
    periods = find_periods(text, case["reference"])
    assert [p.text for p in periods] == re.findall("⟦(.*?)⟧", case["text"])
    assert [p.period or "none" for p in periods] == case["periods"]


def test_size() -> None:
    """The corpus only grows."""
    assert len(surfaces(CONSTRUCTS)) >= 600
    assert len(FILES["negative"]["texts"]) >= 150
    assert len(FILES["context"]["case"]) >= 40
