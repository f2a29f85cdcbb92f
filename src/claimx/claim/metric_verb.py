"""The metric that the verb of a statement names: 投入15亿, 以20亿美元收购."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.claim.metric_phrase import noun_follows
from claimx.claim.tokens import Class, has_role
from claimx.claim.walk import leftwards, rightwards

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARE_NOUNS = ("占比", "比重", "比例", "份额")


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
            yield Candidate(token.text, "verb", evidence, index, index)
    if mention.predicate.verb is not None:
        index = mention.predicate.verb
        yield Candidate(
            frame.tokens[index].text, "verb", ["p:verb.plain", f"p:verb.plain:{mention.group}"], index, index
        )


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
