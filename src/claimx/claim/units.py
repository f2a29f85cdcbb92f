"""Units the quantity leaves open: money without 元, counts without a classifier, bare multiples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.lexicon.terms import head_dimension

if TYPE_CHECKING:
    from claimx.claim.mention import Mention

_OF_DIMENSION = {"money": "CNY", "price": "CNY", "people": "人", "multiple": "x", "index": "分", "share": "x"}


def complete_unit(mention: Mention) -> str | None:
    """The unit of a figure that was written without one; the written unit otherwise.

    Money with 万 or 亿 and no 元 is ``CNY`` where the metric is money (CLAIMS.md, section 3); a
    count takes the last word of the noun it counts; a bare multiple has unit ``x``.
    """
    quantity = mention.quantity
    if quantity.unit is not None or quantity.form == "ratio":
        return "ratio" if quantity.form == "ratio" else quantity.unit
    counted = _counted_noun(mention)
    metric = mention.metric.text if mention.metric is not None else None
    dimension = head_dimension(metric) if metric else None
    role = mention.predicate.nearest
    moved = role.dimension if role is not None and role.kind == "transact" else None
    if dimension is None and moved is not None:
        dimension = moved
    if dimension in ("money", "price"):
        return "CNY"
    if counted is not None and dimension not in ("share", "multiple", "index"):
        return counted
    if dimension in _OF_DIMENSION:
        return _OF_DIMENSION[dimension]
    if dimension == "count" or (
        metric is not None and mention.metric is not None and mention.metric.pattern == "right"
    ):
        return metric[-2:] if metric else None
    if _scaled(mention):
        return "CNY"
    return "x" if quantity.value is not None else None


def _scaled(mention: Mention) -> bool:
    start, end = mention.quantity.number_span
    return any(char in "万亿千百" for char in mention.frame.text[start:end])


def _counted_noun(mention: Mention) -> str | None:
    """The last word of the noun phrase right behind the figure: 47万违规账号 → 账号."""
    metric = mention.metric
    if metric is not None and metric.pattern == "right" and metric.last is not None:
        return mention.frame.tokens[metric.last].text
    after = mention.frame.after(mention.figure)
    if after and mention.frame.tokens[after[0]].cls == Class.NOMINAL:
        return mention.frame.tokens[after[0]].text
    return None
