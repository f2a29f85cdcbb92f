"""Canonical names of subjects and metrics, with what narrows them taken apart: 抖音电商 is 抖音, narrowed by 电商.

A name's reading depends on the name alone, never on the other documents.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import NamedTuple

from claimx.compare.scope import neutral, scope_ids, split_scope
from claimx.compare.things import longest_entity
from claimx.lexicon.load import table
from claimx.lexicon.terms import entities, metric_ids, metrics
from claimx.text.normalise import normalise

# Numbers and ordinals (第三, 2.) are nobody's name and no measure.
_NAMELESS = re.compile(r"第?[\W\d_一二三四五六七八九十百千万两几]*[个点条项步]?")
# A measure per day, month or year with a measure of its own (日销量 of 销量), where a day's 销量 is its 日销量.
_SPANS = {"年": "年均", "月": "单月", "日": "单日"}


class Name(NamedTuple):
    """A name without what narrows it, and what narrows it."""

    core: str
    scope: frozenset[str]


@lru_cache(maxsize=65536)
def subject_name(subject_id: str) -> Name | None:
    """The name of a subject, or None when it names nobody another document could mean.

    >>> subject_name("抖音电商"), subject_name("某家居品牌")
    (Name(core='抖音', scope=frozenset({'电商'})), None)
    """
    text = _folded(subject_id)
    if _is_anonymous(text):
        return None
    found = _entity(text)
    if found is not None:
        return found
    for tail in neutral("corporate"):
        if text.endswith(tail) and len(text) > len(tail) + 1:
            return subject_name(text[: -len(tail)])
    for end in range(min(len(text) - 1, longest_entity()), 1, -1):
        owner = _entity(text[:end])
        if owner is not None:
            scope, rest = split_scope(text[end:])
            return Name(f"{owner.core}·{rest}" if rest else owner.core, owner.scope | scope)
    return Name(text, frozenset())


@lru_cache(maxsize=65536)
def metric_name(metric_id: str, *, change: bool) -> Name:
    """The name of a metric; for a ``change``, the measure that changes (GMV增速 → GMV).

    >>> metric_name("欧洲营收总额", change=False)
    Name(core='营业收入', scope=frozenset({'欧洲'}))
    """
    text = _bare(_folded(metric_id), change=change)
    head = _head(text)
    if head is None:
        scope, rest = split_scope(text)
        return Name(_synonyms().get(rest or text, rest or text), scope)
    measure, place = head
    scope, rest = split_scope(text[:place])
    base = metric_ids().get(measure[1:].lower()) if measure[0] in _SPANS else None
    if base is not None and metrics()[measure.lower()].dimension in {"money", "count"}:
        scope, measure = scope | {_SPANS[measure[0]]}, base
    return Name(f"{rest}·{measure}" if rest else measure, scope)


@cache
def _synonyms() -> dict[str, str]:
    return {word: row[0] for row in table("scope_synonym") for word in row[1].split()}


def is_name(text: str) -> bool:
    """Whether a subject or metric names anything at all; a number or an ordinal does not."""
    return _NAMELESS.fullmatch(_folded(text)) is None


def is_measure(core: str) -> bool:
    """Whether the core of a metric's name is, or ends with, a measure of the lexicon."""
    return core.rpartition("·")[2] in _measures()


@cache
def _measures() -> frozenset[str]:
    return frozenset(metric_ids().values())


@cache
def implied(metric: str) -> frozenset[str]:
    """What a measure implies of its scope: a GMV is one of 电商."""
    return frozenset(word for row in table("scope_implied") if row[0] == metric for word in row[1].split())


def _folded(name: str) -> str:
    return normalise(name).lower().strip()


def _entity(text: str) -> Name | None:
    """A known entity; one that is a line of business of its parent is read as the parent, narrowed."""
    entity = entities().get(text)
    if entity is None:
        return None
    line = entity.id.removeprefix(entity.parent).lower() if entity.parent else ""
    scope = scope_ids().get(line)
    if scope is not None and len(line) < len(entity.id):
        return Name(entity.parent, frozenset({scope}))
    return Name(entity.id, frozenset())


def _bare(text: str, *, change: bool) -> str:
    """A metric without the words behind it that only say what sort of figure it is."""
    tails = (*neutral("plan"), *neutral("tail"), *(neutral("rate") if change else ()))
    while text not in metric_ids():
        tail = next((tail for tail in tails if text.endswith(tail)), None)
        if tail is None or text == tail:
            break
        text = text[: -len(tail)].removesuffix("的") or text[: -len(tail)]
    return text


def _head(text: str) -> tuple[str, int] | None:
    """The longest known measure that ends the text, and where it begins."""
    known = metric_ids()
    for start in range(max(0, len(text) - _longest_metric()), len(text) - 1):
        found = known.get(text[start:])
        # 首日销量 is 首日 and 销量, not 首 and 日销量.
        if found is not None and text[max(0, start - 1) : start + 1] not in scope_ids():
            return found, start
    return None


@cache
def _longest_metric() -> int:
    return max(map(len, metric_ids()))


@cache
def _anonymous(place: str) -> tuple[str, ...]:
    return tuple(word for row in table("scope_anonymous") if row[0] == place for word in row[1].split())


def is_crowd(subject: str) -> bool:
    """Whether a subject is people at large, who have no figures of their own: 年轻人花19元."""
    return _folded(subject) in _anonymous("crowd")


def _is_anonymous(text: str) -> bool:
    return (
        _NAMELESS.fullmatch(text) is not None
        or text in _anonymous("whole")
        or text in _anonymous("crowd")
        or (text.startswith(_anonymous("prefix")) and text not in entities())
        or any(word in text for word in _anonymous("anywhere"))
    )
