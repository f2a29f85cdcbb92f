"""Where a figure stands in its sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from claimx.model import Claim


def place(claim: Claim) -> int | None:
    """Where the figure begins in its sentence; None when the sentence does not hold it as written."""
    start = claim.start - claim.sentence_start
    if start >= 0 and claim.sentence[start : start + len(claim.text)] == claim.text:
        return start
    # In HTML and Markdown the sentence may be shown without its markup.
    found = claim.sentence.find(claim.text)
    return found if found >= 0 else None


def written(claim: Claim, field: str) -> tuple[int, int] | None:
    """Where a field is written, in offsets of the figure's sentence; None when it is not, or in another one."""
    start, end = (offset - claim.sentence_start for offset in claim.spans.get(field, (0, 0)))
    return (start, end) if 0 <= start < end <= len(claim.sentence) else None


def before(claim: Claim) -> str | None:
    """The sentence up to the figure, normalised, with every character at its place; None as for ``place``."""
    start = place(claim)
    return None if start is None else normalise(claim.sentence[:start])
