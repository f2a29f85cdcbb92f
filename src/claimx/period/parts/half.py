"""Halves of a year: 上半年, 下半年, H1."""

from __future__ import annotations

import re

from claimx.period import interval as iv
from claimx.period.reading import YearPart

_PATTERN = re.compile(r"H([12])(?![0-9A-Za-z.])|(上|前)半年度?|(?:下|后)半年度?")
FIRST = "H上下前后"
STARTS = (("H", r"[12](?![0-9A-Za-z.])"), ("上下", "半年"))


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The half-year written at ``at``; ``dated`` where a year stands before it, else 前半年 is a length of time."""
    match = _PATTERN.match(text, at)
    if match is None or (not dated and match[0][0] in "前后"):
        return None
    number = 1 if match[1] == "1" or match[2] else 2
    return YearPart(match.end(), "half", "half", lambda y: iv.half(y, number))
