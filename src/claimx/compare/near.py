"""Figures that are one part short of being one fact, with the part that differs as the reason."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.signature import Signature
from claimx.compare.things import family

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from claimx.compare.facts import Reason
    from claimx.model import Claim

_PARTS: tuple[Reason, ...] = ("period", "modality", "scope", "unit", "basis", "kind", "subject", "metric")
# Metrics whose names end alike are of a kind: 净利润 and 毛利润.
_KIN = 2


class NearMiss(NamedTuple):
    """Statements by two or more documents that agree in all parts but one."""

    members: tuple[Claim, ...]
    reason: Reason


def near_misses(read: Sequence[tuple[Claim, Signature]]) -> Iterator[NearMiss]:
    """Every group of named subjects' figures that differ in exactly one part.

    Subjects and metrics count as differing only when they are akin (抖音 and its 抖音电商, 净利润 and
    毛利润): that 京东 is not 快手 needs no telling. An unsaid period differs from none.
    """
    for reason in _PARTS:
        place = Signature._fields.index(reason)
        groups: dict[Hashable, list[tuple[Claim, Hashable]]] = defaultdict(list)
        for claim, signature in read:
            value = getattr(signature, reason)
            if signature.subject and value is not None:
                groups[*signature[:place], _kin(reason, value), *signature[place + 1 :]].append((claim, value))
        for group in groups.values():
            if len({value for _, value in group}) > 1 and len({claim.doc for claim, _ in group}) > 1:
                yield NearMiss(tuple(claim for claim, _ in group), reason)


def _kin(part: Reason, value: str) -> Hashable:
    """What the differing values must have in common."""
    if part == "metric":
        return value[-_KIN:]
    return family(value) or value if part == "subject" else None
