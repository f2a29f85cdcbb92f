"""The metric that the verb of a statement names: 投入15亿, 降息20个基点."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.lexeme import saying
from claimx.claim.mention import Candidate, Mention
from claimx.claim.metric_phrase import noun_follows
from claimx.claim.tokens import Class, has_role
from claimx.claim.walk import leftwards, rightwards

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARE_NOUNS = ("占比", "比重", "比例", "份额")
# The object that a verb of change can hold within itself, and then names the measure: 降息, 涨粉, 提价, 减产.
_MOVED = frozenset("产亏价债准员息排收本碳租税粉薪费资量重")
# A verb that ends in one of these has what it leads to behind it, not what it measures: 做到, 变成, 加起来.
_COMPLEMENTS = frozenset("到成为出起来去上下得")


def verb_metrics(mention: Mention) -> Iterator[Candidate]:
    """The verbs on either side of the figure that might name what it measures."""
    yield from _verb(mention)
    yield from _verb_behind(mention)


def _verb(mention: Mention) -> Iterator[Candidate]:
    """``投入15亿``: the verb itself names the measure."""
    frame = mention.frame
    for index, role in mention.predicate.roles[:2]:
        token = frame.tokens[index]
        if role.kind in ("transact", "rate", "new", "move") or token.text.endswith(_SHARE_NOUNS):
            evidence = [
                "p:verb." + role.kind,
                f"p:verb.{role.kind}:{mention.group}",
                f"verb-dim:{role.dimension}:{mention.group}",
                f"verb:{role.kind}:right-{noun_follows(mention)}",
                f"verb:{role.kind}:nothing-left:{mention.predicate.edge == 0}",
            ]
            if role.kind == "move" and token.text[-1] in _MOVED:
                evidence.append("verb:move:names-what")
            yield Candidate(token.text, "verb", evidence, index, index)
    if mention.predicate.verb is not None:
        index = mention.predicate.verb
        text = frame.tokens[index].text
        evidence = [
            "p:verb.plain",
            f"p:verb.plain:{mention.group}",
            f"verb.plain:right-{noun_follows(mention)}",
            f"verb.plain:nothing-left:{mention.predicate.edge == 0}",
            f"verb.plain:touches:{index == mention.figure - 1}",
        ]
        if text[-1] in _COMPLEMENTS:
            evidence.append("verb.plain:complement")
        if text in saying():
            evidence.append("verb.plain:says")
        yield Candidate(text, "verb", evidence, index, index)


def _verb_behind(mention: Mention) -> Iterator[Candidate]:
    """``以20亿美元收购…``: the verb right behind the figure names the measure."""
    frame = mention.frame
    after = rightwards(frame, mention.figure, 1)
    if after and has_role(frame.tokens[after[0]], "transact"):
        token = frame.tokens[after[0]]
        before = leftwards(frame, mention.figure, 1)
        preposition = bool(before) and frame.tokens[before[0]].cls is Class.PREPOSITION
        yield Candidate(
            token.text,
            "verb",
            ["p:verb.behind", f"p:verb.behind:{mention.group}", f"verb.behind:preposition:{preposition}"],
            after[0],
            after[0],
        )
