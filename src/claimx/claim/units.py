"""Units the quantity leaves open: money without 元, counts without a classifier, bare multiples."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.claim.walk import rightwards
from claimx.lexicon.load import table
from claimx.lexicon.terms import head_dimension

if TYPE_CHECKING:
    from claimx.claim.mention import Mention

_OF_DIMENSION = {"money": "CNY", "price": "CNY", "people": "人", "multiple": "x", "index": "分", "share": "x"}
# Kinds of groups whose members are counted: 购买用户约6亿, 门店近1万.
_COUNTED = frozenset(("people", "account", "product", "platform", "brand"))
# Words for how many there are, behind the noun for what there is: 粉丝规模, 用户数.
_HOW_MANY = re.compile("(?:规模|数量|总数|总量|人数|数据|数|量)$")


def complete_unit(mention: Mention) -> str | None:
    """The unit of a figure that was written without one; the written unit otherwise.

    Money with 万 or 亿 and no 元 is ``CNY`` where the metric is money (CLAIMS.md, section 3); a
    count takes the last word of the noun it counts; a bare multiple has unit ``x``.
    """
    quantity = mention.quantity
    if quantity.unit is not None or quantity.form == "ratio":
        return "ratio" if quantity.form == "ratio" else quantity.unit
    metric = mention.metric.text if mention.metric is not None and mention.metric.text is not None else ""
    dimension = _dimension(mention, metric)
    if dimension in ("money", "price"):
        return "CNY"
    counted = _counted_behind(mention)
    if counted is not None and dimension not in ("share", "multiple", "index"):
        return counted
    if dimension in _OF_DIMENSION:
        return _OF_DIMENSION[dimension]
    noun = _group_noun(mention, metric) or _counted_in(mention, metric, dimension)
    if noun is not None:
        return noun
    if _scaled(mention):
        return "CNY"
    return "x" if quantity.value is not None else None


def _dimension(mention: Mention, metric: str) -> str | None:
    """What the metric's last word measures, or else what the verb moves."""
    role = mention.predicate.nearest
    moved = role.dimension if role is not None and role.kind == "transact" else None
    return head_dimension(metric) or moved


@cache
def _group_nouns() -> re.Pattern[str]:
    found = sorted((row[0] for row in table("group_suffix") if row[1] in _COUNTED), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, found))})$")


def _group_noun(mention: Mention, metric: str) -> str | None:
    """The noun for a group that ends a metric (年购买用户 → 用户); what gains or loses 粉 are followers."""
    match = _group_nouns().search(_HOW_MANY.sub("", metric))
    if match is not None:
        return match.group()
    verb = mention.predicate.roles[0][0] if mention.predicate.roles else None
    followers = verb is not None and mention.frame.tokens[verb].text.endswith("粉")
    return "粉" if followers or metric.endswith("粉") else None


def _counted_in(mention: Mention, metric: str, dimension: str | None) -> str | None:
    """What a count is of, by the last word of its metric: 评论 of 评论数; nothing where 规模 stands alone."""
    noun = _HOW_MANY.sub("", metric)
    behind = mention.metric is not None and mention.metric.pattern == "right" and metric[-1:].isalnum()
    if not noun or not (dimension == "count" or (behind and dimension is None)):
        return None
    return noun[-2:] if len(noun) > 1 else metric[-2:]


def _scaled(mention: Mention) -> bool:
    start, end = mention.quantity.number_span
    return any(char in "万亿千百" for char in mention.frame.text[start:end])


def _counted_behind(mention: Mention) -> str | None:
    """The last word of the noun phrase right behind the figure (47万违规账号 → 账号), unless it is a measure."""
    metric = mention.metric
    frame = mention.frame
    if metric is not None and metric.pattern == "right" and metric.last is not None:
        token = frame.tokens[metric.last]
    else:
        behind = rightwards(frame, mention.figure, 1)
        if not behind:
            return None
        token = frame.tokens[behind[0]]
    counts = head_dimension(token.text) in (None, "count", "people") and _HOW_MANY.sub("", token.text)
    return token.text if token.cls is Class.NOMINAL and counts else None
