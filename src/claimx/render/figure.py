"""A claim's figure and its change as a person reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.render.number import exact, readable
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

    from claimx.model import Claim

_BOUND_SIGNS = {"eq": "", "approx": "≈", "gt": ">", "ge": "≥", "lt": "<", "le": "≤"}
_ARROWS = {"up": "↑", "down": "↓"}


def figure(claim: Claim, *, raw_numbers: bool = False) -> str:
    """The bound's sign, the number or its two ends, and the unit: ``≈3.5万亿 CNY``, ``200–500 CNY``.

    A vague figure without bounds is shown as the article wrote it. ``raw_numbers`` writes numbers
    in full instead of with 万 and 亿.
    """
    number = exact if raw_numbers else readable
    if claim.ratio is not None:
        amount = claim.ratio
    elif claim.value is not None:
        amount = f"第{number(claim.value)}" if claim.unit == "rank" else number(claim.value)
    elif claim.min is not None or claim.max is not None:
        amount = "–".join(_end(end, raw_numbers=raw_numbers) for end in (claim.min, claim.max))
    else:
        return visible_line(claim.text)
    unit = "" if claim.unit in {None, "ratio", "rank"} else visible_line(str(claim.unit))
    gap = "" if unit in {"", "%", "℃", "折"} else " "
    return _BOUND_SIGNS[claim.bound] + amount + gap + unit


def change(claim: Claim, *, say: Callable[[str], str] = str) -> str:
    """Which way it moved, between which ends, against what, and how sure the text is of it.

    For instance ``↑ yoy``, ``↓ from``, ``↑ vs 传统广告``, ``target``; empty for a plain actual level.
    ``say`` puts our words into the reader's language.
    """
    parts = [
        _ARROWS.get(claim.direction or "", ""),
        say(claim.endpoint or ""),
        say({None: "", "versus": "vs"}.get(claim.basis, claim.basis or "")),
        visible_line(claim.compare_to or ""),
        "" if claim.modality == "actual" else say(claim.modality),
    ]
    return " ".join(filter(None, parts))


def _end(end: Decimal | None, *, raw_numbers: bool) -> str:
    if end is None:
        return ""
    return exact(end) if raw_numbers else readable(end)
