"""One field of a record as plain text, for the formats that have only text."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from claimx.render.jsontext import encode
from claimx.render.number import exact


def cell(value: Any) -> str:
    """Nothing for null, words joined by a space, spans as JSON, numbers in full.

    >>> cell(None), cell(False), cell(("metric", "period")), cell({"unit": (3, 4)}), cell(Decimal("1E+4"))
    ('', 'false', 'metric period', '{"unit": [3, 4]}', '10000')
    """
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, (Decimal, float)):
        return exact(value)
    if isinstance(value, tuple):
        return " ".join(map(str, value))
    return encode(value)
