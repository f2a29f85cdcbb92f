"""The metric that the verb of a statement names: 投入15亿, 降息20个基点."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.lexeme import saying
from claimx.claim.mention import Candidate, Mention
from claimx.claim.metric_phrase import head_evidence, noun_follows
from claimx.claim.tokens import Class, has_role
from claimx.claim.walk import leftwards, rightwards

if TYPE_CHECKING:
    from collections.abc import Iterator

_SHARE_NOUNS = ("占比", "比重", "比例", "份额")
# The object that a verb of change can hold within itself, and then names the measure: 降息, 涨粉, 提价, 减产.
_MOVED = frozenset("产亏价债准员息排收本碳租税粉薪费资量重")
# A verb that ends in one of these has what it leads to behind it, not what it measures: 做到, 变成, 加起来.
_COMPLEMENTS = frozenset("到成为出起来去上下得")
# Kinds of words that say that a figure is reached, and some of them of what as well.
_STATING = frozenset(("copula", "attain", "have"))
# Tags of 了, 着, 过 and 得: a longer word that has one is a verb and its particle.
_PARTICLES = frozenset(("ul", "uz", "ug", "ud"))
_STEPS = 4


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
        elif token.word.dimension is not None and role.kind in _STATING:
            # 大杯定价19元, 耗时六小时: what says that a figure is reached can also say of what.
            evidence = [
                "p:verb.said",
                f"p:verb.said:{mention.group}",
                f"verb.said:nothing-left:{mention.predicate.edge == 0}",
                *head_evidence(mention, token.text, "verb"),
            ]
            yield Candidate(token.text, "verb", evidence, index, index)
    if mention.predicate.verb is not None:
        yield _plain(mention, mention.predicate.verb)
    elif (fused := _fused(mention)) is not None:
        yield _plain(mention, fused)


def _plain(mention: Mention, index: int) -> Candidate:
    """``签了63家企业``: a verb that the lexicon has no word on."""
    text = mention.frame.tokens[index].text
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
    return Candidate(text, "verb", evidence, index, index)


def _fused(mention: Mention) -> int | None:
    """A short verb right in front of the figure that the segmenter has glued to its particle: 签了, 养着, 卖过."""
    frame = mention.frame
    for index in leftwards(frame, mention.figure, _STEPS):
        token = frame.tokens[index]
        if token.tag in _PARTICLES and len(token.text) > 1 and token.word.role is None:
            return index
        if token.cls is not Class.ADVERB and token.cls is not Class.PERIOD:
            break
    return None


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
