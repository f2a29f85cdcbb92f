"""Numbers that measure nothing are no claims, whatever stands around them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from claimx import extract

_NEVER: dict[str, Any] = tomllib.loads(
    (Path(__file__).parents[2] / "corpus" / "claim" / "never.toml").read_text(encoding="utf-8")
)
# The article around the lines states one figure: a reader that found nothing at all would not pass.
_ARTICLE = """
# 一家小店的运营笔记

据店主介绍，这家小店的复购率达到46%。这篇笔记记录了店主一路走来的心得，希望对同行有所帮助。

{}

店主表示，他会继续打磨产品，做好服务，让更多的顾客满意而归。这也是他开店的初衷，从来没有变过。
"""
_STATED = "46%"


def _read_within_article(lines: str) -> list[str]:
    return [claim.text for claim in extract(_ARTICLE.format(lines), published="2025-03-20")]


@pytest.mark.parametrize("line", [line for lines in _NEVER["lines"].values() for line in lines])
def test_no_number_of_the_line_is_a_claim(line: str) -> None:
    assert _read_within_article(line) == [_STATED]


@pytest.mark.parametrize(("line", "number"), _NEVER["known_misses"].items())
def test_of_a_known_miss_no_other_number_is_a_claim(line: str, number: str) -> None:
    assert set(_read_within_article(line)) - {number} == {_STATED}


@pytest.mark.parametrize("paragraph", _NEVER["sparse"]["paragraphs"])
def test_a_stretch_without_figures_stays_empty(paragraph: str) -> None:
    assert _read_within_article(dedent(paragraph).strip()) == [_STATED]
