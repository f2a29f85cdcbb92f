"""Figures that echo each other: the same distinctive number in like words, though the readings differ.

Whose metric a figure is, is the hardest thing to read, and one article may leave to its reader what
another says (价格, 券后价). When two articles give the very same number, in the same unit, about the
same names, and nothing that either of them states speaks against it, they tell the same fact. How
much is asked of the words depends on how distinctive the number is: 542万杯 needs little, 1亿元 much.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.around import names_around
from claimx.compare.interval import significant_digits
from claimx.compare.names import is_measure
from claimx.compare.narrowing import is_window
from claimx.compare.period import may_overlap
from claimx.compare.scope import classes
from claimx.lexicon.terms import entities

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from claimx.compare.interval import Figure
    from claimx.compare.signature import Signature
    from claimx.model import Claim

# So many significant digits make a number distinctive, and so many at least make it worth a look.
_DISTINCTIVE, _TELLING = 3, 2
# With these the figure is another one, even when only one of the two texts says so.
_STRICT = frozenset({"region", "channel", "account"})
# A bucket of figures that share a name is searched only so far back: more would be a loop over pairs.
_REACH = 8


class Voice(NamedTuple):
    """A claim as it takes part in the search for echoes."""

    claim: Claim
    signature: Signature
    figure: Figure
    wide: bool


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
    leader = list(range(len(group)))

    def lead(place: int) -> int:
        while leader[place] != place:
            leader[place] = leader[leader[place]]
            place = leader[place]
        return place

    by_name: dict[str, list[int]] = defaultdict(list)
    for place, voice in enumerate(group):
        for name in names_around(voice.claim):
            earlier = by_name[name]
            for other in earlier[-_REACH:]:
                if lead(place) != lead(other) and _agree(group[other], voice, name):
                    leader[lead(place)] = lead(other)
            earlier.append(place)
    found: dict[int, list[Voice]] = defaultdict(list)
    for place, voice in enumerate(group):
        found[lead(place)].append(voice)
    return (members for members in found.values() if len({voice.claim.doc for voice in members}) > 1)


def _agree(one: Voice, other: Voice, name: str) -> bool:
    """Whether two equal figures in words that share a name are one fact, as far as the number tells.

    Nothing that either claim states may speak against it.
    """
    if one.claim.doc == other.claim.doc or not _scopes_agree(one.signature.scope, other.signature.scope):
        return False
    # A unit left to the reader (淘天（7.8万亿）) was read off the metric, and may be as wrong.
    if one.signature.unit != other.signature.unit and "unit" in one.claim.spans and "unit" in other.claim.spans:
        return False
    digits = significant_digits(one.claim)
    if not _periods_agree(one, other, within=digits >= _DISTINCTIVE):
        return False
    if digits >= _DISTINCTIVE:
        return True
    same_metric = one.signature.metric == other.signature.metric
    if digits < _TELLING:
        # A round number of a well-known firm is told of it every day; of something rarer, hardly twice.
        same_thing = one.signature.subject == other.signature.subject or name.lower() not in entities()
        return same_thing and same_metric and _is_known(one) and _subjects_agree(one, other)
    return (same_metric or not (_is_sure_metric(one) and _is_sure_metric(other))) and _subjects_agree(one, other)


def _periods_agree(one: Voice, other: Voice, *, within: bool) -> bool:
    """Whether two stated periods are equal, or overlap where one ``within`` the other will do."""
    if within or one.signature.period is None or other.signature.period is None:
        return may_overlap(one.claim, other.claim)
    carried = "period" in one.claim.inferred or "period" in other.claim.inferred
    return carried or one.signature.period == other.signature.period


def _scopes_agree(one: frozenset[str], other: frozenset[str]) -> bool:
    """Whether the scopes do not contradict: 首日 may be left unsaid, but is never 三日."""
    kinds = classes()
    if any(kinds.get(name) in _STRICT for name in one ^ other):
        return False
    slices = [{name for name in scope if kinds.get(name) == "slice" or is_window(name)} for scope in (one, other)]
    return not all(slices) or bool(slices[0] & slices[1])


def _subjects_agree(one: Voice, other: Voice) -> bool:
    """Whether the subjects are not two known ones, both stated."""
    names = one.signature.subject, other.signature.subject
    stated = "subject" not in one.claim.inferred and "subject" not in other.claim.inferred
    return names[0] == names[1] or not (stated and all(name.lower() in entities() for name in names))


def _is_sure_metric(voice: Voice) -> bool:
    """Whether the metric is a known one and stated with the figure."""
    return _is_known(voice) and "metric" not in voice.claim.inferred


def _is_known(voice: Voice) -> bool:
    return not voice.wide and is_measure(voice.signature.metric)
