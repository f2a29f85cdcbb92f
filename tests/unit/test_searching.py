"""Patterns that search whole articles know what a match begins with, and pass over all else at once (ADR 0019)."""

from __future__ import annotations

from importlib import import_module
from typing import Any

import pytest

_compiler: Any = import_module("re._compiler")
_parser: Any = import_module("re._parser")

# What re notes in front of the code of a pattern: a string, or a set of characters, with which every match begins.
_STRING, _CHARACTERS = 1, 4


@pytest.mark.parametrize(
    ("module", "name"),
    [
        ("claimx.claim.openings", "_OPENING"),
        ("claimx.claim.prominence", "_BREAKS"),
        ("claimx.clean.labelling", "_WORDS"),
        ("claimx.clean.rules.notice", "_HINT"),
        ("claimx.quantity.scan", "_START"),
        ("claimx.source.inline", "_TOKEN"),
        ("claimx.text.sentences", "_SENTENCE_END"),
    ],
)
def test_it_is_known_what_a_match_begins_with(module: str, name: str) -> None:
    pattern = getattr(import_module(module), name)
    code = _compiler._code(_parser.parse(pattern.pattern, pattern.flags), pattern.flags)
    assert code[2] & (_STRING | _CHARACTERS)
