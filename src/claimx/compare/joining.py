"""Facts joined by the figures that echo their members."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from claimx.compare.agreement import Agreement, Statement, contradicting
from claimx.compare.echo import echoes
from claimx.compare.echo_evidence import Voice
from claimx.compare.names import is_crowd
from claimx.compare.parallel import parallels
from claimx.compare.period import may_overlap

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from claimx.compare.facts import Certainty
    from claimx.compare.signature import Signature

_Key: TypeAlias = tuple[str, str]


def with_echoes(agreed: Sequence[Agreement], statements: Sequence[tuple[Signature, Statement]]) -> Iterator[Agreement]:
    """The agreements, with the statements that echo a member of one, and the echoes that are a fact by themselves.

    Each set of members comes once, also when a claim filed under two names meets the same others twice.
    """
    voices = {
        _key(item): Voice(item.claim, signature, item.figure, item.wide)
        for signature, item in statements
        if item.figure is not None and (signature.subject or is_crowd(item.claim.subject or ""))
    }
    by_key = {_key(item): item for _, item in statements}
    groups = _groups([*voices.values()])
    group_of = {key: number for number, group in enumerate(groups) for key in group}
    seen: set[tuple[Certainty, frozenset[_Key]]] = set()
    used: set[int] = set()
    for found in agreed:
        members = {_key(item): item for item in found.members}
        for number in sorted({group_of[key] for key in members if key in group_of}):
            echo = {key: by_key[key] for key in groups[number]}
            heard = _heard(members, echo)
            if heard.keys() | members.keys() >= echo.keys():
                used.add(number)
            members |= heard
        for joined in _apart(members.values(), found.certainty):
            key = (joined.certainty, frozenset(map(_key, joined.members)))
            if key not in seen:
                seen.add(key)
                yield joined
    for number, group in enumerate(groups):
        if number not in used:
            items = [by_key[key] for key in group]
            yield Agreement(tuple(items), "possible" if any(item.period is None for item in items) else "sure")


def _groups(voices: Sequence[Voice]) -> list[list[_Key]]:
    """The echoes, with what repeated sentences say otherwise; a statement is in one group at most."""
    groups = [[_voice_key(voice) for voice in group] for group in echoes(voices)]
    group_of = {key: group for group in groups for key in group}
    for one, other in parallels(voices):
        into, more = (group_of.get(key, [key]) for key in (_voice_key(one), _voice_key(other)))
        if into is not more:
            into += more
            group_of.update(dict.fromkeys(into, into))
    return [*{id(group): group for group in group_of.values()}.values()]


def _voice_key(voice: Voice) -> _Key:
    return voice.claim.doc, voice.claim.id


def _apart(members: Collection[Statement], certainty: Certainty) -> Iterator[Agreement]:
    """The fact, and a sure fact that undated figures echo a second time, as a possible one with them."""
    dated = tuple(item for item in members if item.period is not None)
    if certainty == "sure":
        yield Agreement(dated, "sure")
    if certainty == "possible" or len(dated) < len(members):
        yield Agreement(tuple(members), "possible")


def _heard(members: Mapping[_Key, Statement], echo: Mapping[_Key, Statement]) -> dict[_Key, Statement]:
    """The echoing statements that may join a fact.

    Not those of a document that would contradict itself in it, nor those of another time, which an
    echo without a period may have brought along.
    """
    odd = contradicting({**members, **echo}.values())
    dated = next((item.claim for item in members.values() if item.period is not None), None)
    return {
        key: item
        for key, item in echo.items()
        if item.claim.doc not in odd and (dated is None or may_overlap(item.claim, dated))
    }


def _key(item: Statement) -> _Key:
    return item.claim.doc, item.claim.id
