"""Figures that echo each other: the same distinctive number in like words, though the readings differ.

Whose metric a figure is, is the hardest thing to read, and one article may leave to its reader what
another says (价格, 券后价). When two articles give the very same number, in the same unit, about the
same names, and nothing that either of them states speaks against it, they tell the same fact.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations, compress
from typing import TYPE_CHECKING

from claimx.compare.around import names_around
from claimx.compare.echo_evidence import Voice, agree, stretches_of
from claimx.compare.groups import Groups
from claimx.compare.period import may_overlap

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

# A bucket of figures that share a name is searched only so far back: more would be a loop over pairs.
_REACH = 8


def echoes(voices: Sequence[Voice]) -> Iterator[list[Voice]]:
    """Groups of claims by two or more documents, in each of which every claim echoes another one."""
    numbers: dict[Hashable, list[Voice]] = defaultdict(list)
    for voice in voices:
        if not voice.claim.vague:
            signature, figure = voice.signature, voice.figure
            key = (figure.first, figure.last, signature.kind, signature.basis, signature.modality)
            numbers[key].append(voice)
    for group in numbers.values():
        if len({voice.claim.doc for voice in group}) > 1:
            yield from _groups(sorted(group, key=lambda voice: (voice.claim.doc, voice.claim.start, voice.claim.id)))


def _groups(group: Sequence[Voice]) -> Iterator[list[Voice]]:
    groups = Groups(len(group))
    by_name: dict[str, list[int]] = defaultdict(list)
    for place, voice in enumerate(group):
        for name in names_around(voice.claim):
            earlier = by_name[name]
            for other in earlier[-_REACH:]:
                if not groups.joined(place, other) and agree(group[other], voice, name):
                    groups.join(other, place)
            earlier.append(place)
    for places in groups.members():
        for one in _by_stretch([group[place] for place in places]):
            for told in _by_period(one):
                if len({voice.claim.doc for voice in told}) > 1:
                    yield told


def _by_stretch(group: Sequence[Voice]) -> Iterator[list[Voice]]:
    """The group, or a part for each stretch of time where members name several: a 首日 is never a 三日.

    Those that leave it unsaid are in every part: they may mean any.
    """
    stretches = [stretches_of(voice.signature.scope) for voice in group]
    named = sorted(set(filter(None, stretches)), key=sorted)
    if all(one & other for one, other in combinations(named, 2)):
        yield list(group)
        return
    for stretch in named:
        yield [voice for voice, told in zip(group, stretches, strict=True) if not told or told & stretch]


def _by_period(group: Sequence[Voice]) -> Iterator[list[Voice]]:
    """The group, or a part for each period where members have no day in common: what echoes 2023 and 2024 is undated.

    Those whose period overlaps all others are in every part.
    """
    claims = {(voice.claim.period_start, voice.claim.period_end, voice.claim.inferred): voice.claim for voice in group}
    parts = {tuple(may_overlap(voice.claim, claim) for voice in group) for claim in claims.values()}
    narrower = sorted(part for part in parts if not all(part)) or [(True,) * len(group)]
    return (list(compress(group, part)) for part in narrower)
