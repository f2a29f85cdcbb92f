"""Publication dates as pages print them."""

from __future__ import annotations

import re
from datetime import date

# 2025-11-15, 2025/11/15, 2025.11.15, 2025年11月15日, 2025年 11月 15日, 20251115 is left out: it is an ID as often.
DATE = re.compile(
    r"(?<!\d)(?P<year>19[89]\d|20\d\d)\s?[-/.年]\s?(?P<month>1[0-2]|0?[1-9])\s?[-/.月]\s?(?P<day>3[01]|[12]\d|0?[1-9])(?!\d)\s?[日号]?"
)


def parse_date(text: str) -> date | None:
    """The first plausible calendar date in ``text`` (1980 to 2099), or None."""
    for found in DATE.finditer(text):
        try:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
        except ValueError:
            continue
    return None
