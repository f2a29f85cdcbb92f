"""Calendar and relative time in Chinese text, read to ISO-like intervals."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.period.interval import shift_years
from claimx.period.scan import scan
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from datetime import date

    from claimx.model import Period

__all__ = ["find_periods", "mirror", "scan"]


def find_periods(text: str, reference: date | None = None) -> list[Period]:
    """Every time expression of ``text`` in text order, non-overlapping, the longest reading first.

    Args:
        text: any text; offsets of the periods are code points into it.
        reference: the date of publication, which relative words (今年, 昨日, 近三年) and dates without a year are
            reckoned from. Without it their ``period``, ``first`` and ``last`` are None.

    >>> from datetime import date
    >>> [(p.text, p.period) for p in find_periods("去年双11，前三季度", date(2025, 11, 20))]
    [('去年双11', '2024-11'), ('前三季度', '2024-01/2024-09')]

    """
    return scan(normalise(text), text, reference)


def mirror(period: str) -> str | None:
    """The same stretch one year before (what 去年同期 means beside it); None for no ISO-like period.

    >>> mirror("2025-Q1"), mirror("2024-01/2024-10"), mirror("2024-02-29")
    ('2024-Q1', '2023-01/2023-10', '2023-02-28')
    """
    return shift_years(period, -1)
