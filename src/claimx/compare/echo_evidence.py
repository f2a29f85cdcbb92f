"""Whether two equal figures in words that share a name tell one fact.

How much is asked of the words depends on how distinctive the number is: 542万杯 needs little, 1亿元 much.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.interval import EXACT, significant_digits
from claimx.compare.names import is_measure
from claimx.compare.narrowing import is_window
from claimx.compare.period import may_overlap
from claimx.compare.scope import classes
from claimx.compare.signature import is_generic
from claimx.compare.things import family, things_in
from claimx.compare.units import is_money
from claimx.lexicon.terms import entities
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from claimx.compare.interval import Figure
    from claimx.compare.signature import Signature
    from claimx.model import Claim

# So many significant digits make a number distinctive, and so many at least make it worth a look.
_DISTINCTIVE, _TELLING = 3, 2
# Below this, a number of two digits is met everywhere.
_LARGE = 10**6
# The last digit of a price that is made to look low.
_ODD_PENCE = 9
# With these the figure is another one, even when only one of the two texts says so.
_STRICT = frozenset({"region", "channel", "account"})


class Voice(NamedTuple):
    """A claim as it takes part in the search for echoes."""

    claim: Claim
    signature: Signature
    figure: Figure
    wide: bool


def agree(one: Voice, other: Voice, name: str) -> bool:
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
    if digits >= _DISTINCTIVE and not _is_popular(one):
        return True
    same_metric = one.signature.metric == other.signature.metric
    if digits < _TELLING:
        # A round number of a well-known firm is told of it every day; of something rarer, hardly twice.
        same_thing = one.signature.subject == other.signature.subject != "" or name.lower() not in entities()
        return same_thing and same_metric and _is_known(one) and _subjects_agree(one, other)
    large = abs(one.figure.first) >= _LARGE
    if not large and (one.signature.unit != other.signature.unit or not _is_topic(name, one, other)):
        return False
    return (same_metric or _is_vague_metric(one) or _is_vague_metric(other)) and _subjects_agree(one, other)


def _is_popular(voice: Voice) -> bool:
    """Whether a figure is a price that any shop might ask: 19.9, 999."""
    *_, last = voice.figure.first.normalize(EXACT).as_tuple().digits
    return is_money(voice.signature.unit) and last == _ODD_PENCE and abs(voice.figure.first) < _LARGE


def _is_topic(name: str, one: Voice, other: Voice) -> bool:
    """Whether two figures share a name that few articles hold, or one that both articles are about.

    The latter is enough for prices and for figures of the same stated period.
    """
    if name.lower() not in entities():
        return True
    dated = one.signature.period is not None and one.signature.period == other.signature.period
    about = all(name in _titled(voice.claim.title or "") for voice in (one, other))
    return about and (dated or is_money(one.signature.unit))


@lru_cache(maxsize=4096)
def _titled(title: str) -> frozenset[str]:
    """The families of the known things that a title names."""
    owners = map(family, things_in(normalise(title)))
    return frozenset(owner for owner in owners if owner is not None)


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
    stretches = stretches_of(one), stretches_of(other)
    return not all(stretches) or bool(stretches[0] & stretches[1])


def stretches_of(scope: frozenset[str]) -> frozenset[str]:
    """The stretches of time in a scope (首日, 三日, 8月内); a 首日 is also a single day."""
    kinds = classes()
    found = {name for name in scope if kinds.get(name) == "slice" or is_window(name)}
    return frozenset(found | {name.replace("首", "单") for name in found})


def _subjects_agree(one: Voice, other: Voice) -> bool:
    """Whether the subjects are not two known ones, both stated."""
    names = one.signature.subject, other.signature.subject
    stated = "subject" not in one.claim.inferred and "subject" not in other.claim.inferred
    return names[0] == names[1] or not (stated and all(name.lower() in entities() for name in names))


def _is_vague_metric(voice: Voice) -> bool:
    """Whether the metric may be another than the one read: not stated with the figure, or a word for any measure."""
    return "metric" in voice.claim.inferred or is_generic(voice.signature.metric)


def _is_known(voice: Voice) -> bool:
    return not voice.wide and is_measure(voice.signature.metric)
