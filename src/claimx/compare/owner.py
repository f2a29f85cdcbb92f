"""Whose metric a figure is by the words that touch it, where the record carries another subject over.

抖音（3.43万亿） is 抖音's, whoever the sentence began with; so is 抖音GMV则为3.5万亿; and a metric that took its
owner in (抖音电商GMV) is the owner's GMV. Only known things are read so: any word may stand before a bracket.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.names import subject_name
from claimx.compare.place import before, written
from claimx.compare.scope import neutral
from claimx.compare.things import family, thing_at_end, thing_at_start, things_in
from claimx.lexicon.terms import entities, metric_ids
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from claimx.model import Claim

_BRACKET = re.compile(r"\s*[（(]\s*$")
# In front of a thing, these make it the place or the means of a figure: 韩束在抖音的GMV.
_MEANS = re.compile(r"(?:在|于|从|通过|经|借助|依托|对|向|给)\s*$")
# What a metric and its figure may not have between them to be of one statement.
_BREAK = re.compile(r"[，。；！？、,;!?\n（(]")


class Owned(NamedTuple):
    """The subject and the metric to compare a claim by."""

    subject: str
    metric: str
    #: Whether the words that touch the figure say whose it is.
    sure: bool


def owned(claim: Claim) -> Owned:
    """The subject and metric of a claim, each where its own words put it.

    >>> from claimx import extract
    >>> owned(extract("2024年，抖音电商GMV总额达3.43万亿元。")[0]).metric
    'GMV总额'
    """
    subject, metric = claim.subject_id or claim.subject or "", claim.metric_id or claim.metric or ""
    inside = _inside(claim, metric)
    if inside is not None:
        metric = metric[len(inside) :].removeprefix("的")
        return Owned(_nearer(subject, inside), metric_ids().get(metric.lower(), metric), sure=True)
    touching = _touching(claim)
    if touching is None:
        return Owned(subject, metric, sure=False)
    return Owned(entities()[touching.lower()].id, metric, sure=True)


def _inside(claim: Claim, metric: str) -> str | None:
    """The known thing that a metric's phrase begins with."""
    if metric.lower() in metric_ids():
        return None
    name = thing_at_start(metric)
    if name is None or len(name) == len(metric):
        return None
    span = written(claim, "metric")
    return None if span and _MEANS.search(claim.sentence[: span[0]]) else name


def _nearer(subject: str, inside: str) -> str:
    """The thing named inside the metric, unless the subject is the same thing or a part of it."""
    one, other = subject_name(subject), subject_name(inside)
    if one is None or other is None or one.core != other.core:
        return inside
    return subject if one.scope else inside


def _touching(claim: Claim) -> str | None:
    """The known thing in front of the figure's bracket or of its metric, when the record names another."""
    ahead = before(claim)
    if ahead is None or claim.kind == "comparison":
        return None
    bracket = _BRACKET.search(ahead)
    name = _of_metric(claim, ahead) if bracket is None else thing_at_end(ahead[: bracket.start()])
    if name is None or name.lower() in f"{claim.source or ''}{claim.compare_to or ''}".lower():
        return None
    own = family(claim.subject_id or claim.subject or "")
    if "subject" not in claim.inferred and (own is None or not _stands_elsewhere(claim)):
        return None
    return name if family(name) != own else None


def _stands_elsewhere(claim: Claim) -> bool:
    """Whether the sentence holds the record's subject where the record says, which is not where the figure stands."""
    span = written(claim, "subject")
    return span is not None and claim.sentence[slice(*span)] == claim.subject


def _of_metric(claim: Claim, ahead: str) -> str | None:
    """The known thing in front of the metric, where the metric leads to the figure."""
    span = written(claim, "metric")
    if span is None or span[1] > len(ahead) or claim.sentence[slice(*span)] != claim.metric:
        return None
    start, end = span
    if _BREAK.search(ahead[end:]) and not _goes_on(claim, ahead[end:]):
        return None
    owner = _without_filler(claim, ahead[:start])
    name = thing_at_end(owner)
    return None if name is None or _MEANS.search(owner.removesuffix(name)) else name


def _goes_on(claim: Claim, between: str) -> bool:
    """Whether a later clause is still of the metric's owner: …GMV为1.39万亿元，同比增长17.3%."""
    return {"metric", "subject"} <= set(claim.inferred) and not things_in(between)


def _without_filler(claim: Claim, text: str) -> str:
    """A text that leads to a metric, without what stands between an owner and it: 快手电商2024年全年(的GMV)."""
    fillers = ("的", " ", normalise(claim.period_text or ""), *neutral("inside"))
    while (filler := next((word for word in fillers if word and text.endswith(word)), None)) is not None:
        text = text.removesuffix(filler)
    return text
