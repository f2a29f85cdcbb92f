"""Figures whose subject the text itself puts in doubt, because another known thing stands nearer to them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.compare.place import before, written
from claimx.compare.things import family, things_in

if TYPE_CHECKING:
    from claimx.model import Claim


def has_rival(claim: Claim) -> bool:
    """Whether the known thing named last before the figure, behind subject and metric, is another than the subject.

    In 抖音电商首次超过京东（约3万亿） the 3万亿 may well be 京东's. Things of one family (抖音, 抖音电商) are no
    rivals, nor is what the record names otherwise: the source, what is compared with.
    """
    ahead = before(claim)
    if ahead is None:
        return False
    stated = (written(claim, field) for field in ("subject", "metric"))
    between = ahead[max((span[1] for span in stated if span and span[1] <= len(ahead)), default=0) :]
    own = family(claim.subject_id or claim.subject or "")
    explained = f"{claim.source or ''}{claim.compare_to or ''}".lower()
    named = [name for name in things_in(between) if name.lower() not in explained]
    return bool(named) and family(max(named, key=between.rfind)) != own
