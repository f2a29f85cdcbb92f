from __future__ import annotations

import re
from dataclasses import fields
from typing import TYPE_CHECKING

from claimx.model import Claim
from claimx.render.fields import FIELDS, NUMERIC, descriptions

if TYPE_CHECKING:
    import pytest


def test_every_field_is_described_in_the_order_of_the_record() -> None:
    assert list(descriptions()) == [field.name for field in fields(Claim)] == list(FIELDS)
    assert all(meaning.endswith(".") for meaning in descriptions().values())


def test_the_numeric_fields_are_those_that_hold_numbers() -> None:
    assert {"value", "min", "max", "precision", "line", "start", "end", "sentence_start", "confidence"} == NUMERIC


def test_the_readme_lists_the_fields_as_they_are(request: pytest.FixtureRequest) -> None:
    readme = (request.config.rootpath / "README.md").read_text(encoding="utf-8")
    rows = re.findall(r"^\| `(\w+)` \| (.+) \|$", readme.partition("## The record")[2], flags=re.MULTILINE)
    assert rows == list(descriptions().items())
