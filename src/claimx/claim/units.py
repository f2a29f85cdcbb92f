"""Units the quantity leaves open: money without 元, counts without a classifier, bare multiples."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.claim.walk import figure_before, figure_behind, joined_row, leftwards, rightwards
from claimx.lexicon.load import table, words
from claimx.lexicon.terms import head_dimension
from claimx.quantity.wordlist import split_guard

if TYPE_CHECKING:
    from claimx.claim.mention import Mention

_OF_DIMENSION = {"money": "CNY", "price": "CNY", "people": "人", "multiple": "x", "index": "分", "share": "x"}
# Kinds of groups whose members are counted: 购买用户约6亿, 门店近1万.
_COUNTED = frozenset(("people", "account", "product", "platform", "brand"))
# Words for how many there are, behind the noun for what there is: 粉丝规模, 用户数.
_HOW_MANY = re.compile("(?:规模|数量|总数|总量|人数|数据|数|量)$")

_LATIN_END = re.compile("[A-Za-z]+$")


def complete_unit(mention: Mention) -> str | None:
    """The unit of a figure that was written without one; the written unit otherwise.

    Money with 万 or 亿 and no 元 is ``CNY`` where the metric is money (CLAIMS.md, section 3); a
    count takes the last word of the noun it counts; a bare multiple has unit ``x``.
    """
    quantity = mention.quantity
    if quantity.unit is not None or quantity.form == "ratio":
        return "ratio" if quantity.form == "ratio" else quantity.unit
    if (currency := _shared_currency(mention)) is not None:
        return currency
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


def _shared_currency(mention: Mention) -> str | None:
    """The currency named once for a row or for both ends of a movement: 1.2亿、3亿和5亿美元, 从1.2亿美元增至3亿."""
    frame, figure = mention.frame, mention.figure
    first, last = joined_row(frame, figure)
    companions = [index for index in frame.figures if first <= index <= last]
    other_end = figure_behind if mention.endpoint == "from" else figure_before
    if mention.endpoint is not None and (end := other_end(frame, figure)) is not None:
        companions.append(end)
    for index in companions:
        other = frame.quantities[frame.tokens[index].ref]
        if other.form == "money" and other.unit is not None:
            return other.unit.partition("/")[0]
    return None


def _dimension(mention: Mention, metric: str) -> str | None:
    """What the metric's last word measures, or else what the verb moves."""
    role = mention.predicate.nearest
    moved = role.dimension if role is not None and role.kind == "transact" else None
    return head_dimension(metric) or moved


@cache
def _group_nouns() -> tuple[str, ...]:
    """Longest first."""
    return tuple(sorted((row[0] for row in table("group_suffix") if row[1] in _COUNTED), key=len, reverse=True))


@cache
def _counted_nouns() -> tuple[str, ...]:
    """Longest first."""
    cells = (split_guard(cell)[0] for name in ("counted_noun", "classifier") for cell in words(name))
    return tuple(sorted((word for word in cells if len(word) > 1), key=len, reverse=True))


def _ending(text: str, nouns: tuple[str, ...]) -> str | None:
    """The first of the nouns that ends a text."""
    return next((noun for noun in nouns if text.endswith(noun)), None) if text.endswith(nouns) else None


def _own_measure(mention: Mention) -> bool:
    """Whether the metric stands in front of its figure in the same clause, uncounted: 门店破万, but no 千家门店破亿."""
    metric, frame = mention.metric, mention.frame
    if metric is None or metric.carried is not None or metric.first is None or metric.first > mention.figure:
        return False
    before = leftwards(frame, metric.first, 1)
    counted = bool(before) and frame.tokens[before[0]].cls == Class.QUANTITY
    return not counted and frame.clause_of[metric.first] == frame.clause_of[mention.figure]


def _group_noun(mention: Mention, metric: str) -> str | None:
    """The noun for a group that ends a metric (年购买用户 → 用户); what gains or loses 粉 are followers."""
    noun = _HOW_MANY.sub("", metric)
    found = _ending(noun, _group_nouns())
    if found is None and _own_measure(mention):
        found = _ending(noun, _counted_nouns())
    if found is not None:
        return found
    verb = mention.predicate.roles[0][0] if mention.predicate.roles else None
    followers = verb is not None and mention.frame.tokens[verb].text.endswith("粉")
    return "粉" if followers or metric.endswith("粉") else None


def _counted_in(mention: Mention, metric: str, dimension: str | None) -> str | None:
    """What a count is of, by the last word of its metric: 评论 of 评论数; nothing where 规模 stands alone."""
    noun = _HOW_MANY.sub("", metric)
    behind = mention.metric is not None and mention.metric.pattern == "right" and metric[-1:].isalnum()
    if not noun or not (dimension == "count" or (behind and dimension is None)):
        return None
    if (latin := _LATIN_END.search(noun)) is not None:
        return latin.group()
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
