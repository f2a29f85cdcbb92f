"""When a figure holds, as a key that equal periods share."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.load import words

if TYPE_CHECKING:
    from claimx.model import Claim

# An article that leaves the period unsaid speaks of about its own time: two years back, one ahead.
_BACK, _AHEAD = 731, 366
_LAST_DAY = re.compile(r"(?:[^/]*/)?(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def period_key(claim: Claim, metric: str, *, opening: bool) -> str | None:
    """The claim's period, None when unsaid.

    Args:
        claim: the claim.
        metric: its canonical metric. A state (门店数) is dated by the month of its period's end, so
            that 2024, 2024-Q4 and 2024-12-31 agree; a flow by its first and last day, or the month in which its
            article appeared where the period was not over then.
        opening: whether it is a figure of the first day, week or month of something, which comes
            but once: then the year is enough.

    """
    first, last = claim.period_start, claim.period_end
    if first is None or last is None:
        return claim.period
    if opening:
        return last[:4]
    published = claim.published
    # 今年GMV达2万亿 said in May is no figure of the year; in the period's last month it is taken for one.
    if published is not None and published[:7] < last[:7] and claim.modality in {"actual", "estimate"}:
        last = published[:7]
    if claim.kind == "level" and is_stock(metric):
        return last[:7]
    return f"{first}/{last}"


def length(claim: Claim) -> str | None:
    """年, 季, 月 or 日 when the claim's period is one of them."""
    if claim.period_start is None or claim.period_end is None:
        return None
    days = (date.fromisoformat(claim.period_end) - date.fromisoformat(claim.period_start)).days + 1
    for name, shortest, longest in (("日", 1, 1), ("月", 28, 31), ("季", 90, 92), ("年", 365, 366)):
        if shortest <= days <= longest:
            return name
    return None


@cache
def is_stock(metric: str) -> bool:
    """Whether a metric measures a state rather than what happens within a stretch of time."""
    return metric.endswith(words("scope_stock"))


def about_now(published: str | None, period: str) -> bool:
    """Whether an article that leaves the period unsaid may mean this one: it lies about the article's own time.

    Args:
        published: the article's date, None when unknown: then it may mean any.
        period: a key of :func:`period_key`.

    """
    last = _LAST_DAY.fullmatch(period)
    if published is None or last is None:
        return True
    year, month, day = int(last[1]), int(last[2] or 12), int(last[3] or 28)
    days = (date(year, month, day) - date.fromisoformat(published)).days
    return -_BACK <= days <= _AHEAD


def may_overlap(one: Claim, other: Claim) -> bool:
    """Whether two periods have a day in common; one unsaid, or carried over from elsewhere, decides nothing."""
    if "period" in one.inferred or "period" in other.inferred:
        return True
    if one.period_start is None or other.period_start is None or one.period_end is None or other.period_end is None:
        return True
    return one.period_start <= other.period_end and other.period_start <= one.period_end
