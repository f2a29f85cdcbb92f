"""Whether a new name has come between the figure before and this one: then what was told of is told of no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.owner import named_owner
from claimx.claim.phrases import in_phrase
from claimx.claim.tokens import Class, is_name
from claimx.claim.walk import figure_before

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.claim.mention import Mention


def fresh_name(mention: Mention) -> tuple[str, list[str]]:
    """Whether names stand between the figure before and this one, where the last of them stands, and all of them.

    In front of the metric as its owner, at the metric's own beginning, at a clause's start, inside, or not at all.
    """
    frame = mention.frame
    owner = named_owner(mention)
    if owner is not None:
        kind, token = owner
        return kind, [token.text]
    before = figure_before(frame, mention.figure)
    found = "none"
    names: list[str] = []
    for index in range(0 if before is None else before + 1, mention.figure):
        token = frame.tokens[index]
        grouped = token.word.ends_group and _in_metric(mention, index)
        if token.text != "某" and not is_name(token) and not grouped:
            continue
        names.append(token.text)
        clause = frame.clauses[frame.clause_of[index]].tokens
        place = frame.place_of[index]
        if all(not in_phrase(frame.tokens[i]) for i in clause[:place]):
            opening = frame.tokens[clause[place - 1]] if place else None
            if opening is None or opening.cls is not Class.PREPOSITION:
                return "start", names
        found = "inner"
    return found, names


def is_among(text: str | None, names: Sequence[str]) -> bool:
    """Whether a text is one of the names, or either holds the other: 京东 and 京东外卖."""
    return text is not None and any(name in text or text in name for name in names)


def _in_metric(mention: Mention, index: int) -> bool:
    """Whether a token stands in the metric's phrase, before its last word: 主播 in 中腰部主播平均月薪."""
    metric = mention.metric
    return (
        metric is not None
        and metric.first is not None
        and metric.last is not None
        and metric.first <= index < metric.last
    )
