"""The cost is linear in the text: ten times the text takes about ten times as long, whatever it holds."""

from __future__ import annotations

import time

import pytest

from claimx.quantity import find_quantities

_PATTERNS = [
    "9",
    "一",
    "万",
    "三四",
    "1-2,",
    "1-",
    "1:",
    "1/",
    "1.",
    "1,000,",
    "200-500元，",
    "三到五万，",
    "约",
    "不超过 ",
    "3 ",
    " 1",
    "(1",
    "第一",
    "一个",
    "半",
    "数",
    "百分之",
    "a1",
    "a.b@c",
    "www.",
    "三分之",
    "2024-",
    "12月",
    "3亿",
    "、3",
    "+1",
    "五五开",
    "          一",
]
_SHORT, _FACTOR = 4_000, 8
# Between linear (8) and quadratic (64), with room for a noisy machine.
_ALLOWED = 28


def _seconds(text: str) -> float:
    best = float("inf")
    for _ in range(3):
        start = time.process_time()
        find_quantities(text)
        best = min(best, time.process_time() - start)
    return best


@pytest.mark.parametrize("pattern", _PATTERNS)
def test_linear(pattern: str) -> None:
    find_quantities(pattern)
    short = pattern * (_SHORT // len(pattern))
    assert _seconds(short * _FACTOR) <= max(_ALLOWED * _seconds(short), 0.02)


def test_ten_thousand_ranges() -> None:
    found = find_quantities("200-500元，" * 10_000)
    assert len(found) == 10_000
