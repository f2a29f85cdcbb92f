"""The metric of the figures before, for elided ones."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention, carry, distance, leaves_bracket
from claimx.claim.metric_phrase import head_evidence
from claimx.claim.tokens import Class

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Groups of units that one measure can be given in by turns: 29美金/月 (约200元), 3天 and 一周.
_CONVERTIBLE = frozenset(("money", "duration", "measure"))


def carried_metrics(mention: Mention, earlier: Sequence[Mention]) -> Iterator[Candidate]:
    """The metric of the figures before, for elided ones."""
    seen: set[str] = set()
    for steps, other in enumerate(reversed(earlier[-4:])):
        if other.metric is None or other.metric.text is None or other.metric.text in seen:
            continue
        seen.add(other.metric.text)
        where = distance(mention, other)
        same = "other-unit"
        if other.quantity.unit == mention.quantity.unit:
            same = "same-unit"
        elif other.group == mention.group and mention.group in _CONVERTIBLE:
            same = "alike-unit"
        evidence = [
            f"p:carry.{where}",
            f"carry-steps:{min(steps, 3)}",
            f"carry:{where}:{same}",
            f"carry:{mention.kind}:{same}",
            f"carry:{mention.group}<{other.group}",
        ]
        if mention.predicate.has("move", "reach", "rate"):
            evidence.append(f"carry:change-verb:{where}")
        if mention.predicate.edge == 0:
            evidence.append(f"carry:nothing-left:{where}")
        if mention.frame.clauses[mention.frame.clause_of[mention.figure]].depth:
            evidence.append("carry:bracket")
        if leaves_bracket(other, mention):
            evidence.append(f"carry:from-bracket:{where}")
        if mention.endpoint is not None:
            evidence.append(f"carry:{other.endpoint}-{mention.endpoint}:{where}")
        if "分别" in mention.predicate.words:
            evidence.append("carry:respectively")
        if _joined(mention, other):
            evidence.append("carry:joined")
        evidence += head_evidence(mention, other.metric.text, "carry")
        yield carry(other, other.metric, evidence)


def _joined(mention: Mention, other: Mention) -> bool:
    """Whether only 、 和 or a comma stands between two figures."""
    if other.frame is not mention.frame or other.figure >= mention.figure:
        return False
    between = mention.frame.tokens[other.figure + 1 : mention.figure]
    return all(token.cls in (Class.AND, Class.MARK) for token in between) and len(between) <= 2
