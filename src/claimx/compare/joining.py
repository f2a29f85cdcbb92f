"""Facts joined by the figures that echo their members."""

from __future__ import annotations

from collections import defaultdict
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
    from claimx.model import Claim

_Key: TypeAlias = tuple[str, str]


def with_echoes(agreed: Sequence[Agreement], statements: Sequence[tuple[Signature, Statement]]) -> Iterator[Agreement]:
    """The agreements, with the statements that echo a member of one, and the echoes that are a fact by themselves.

    Each set of members comes once, also when a claim filed under two names meets the same others twice.
    """
    voices = {
        _key(item): Voice(item.claim, signature, item.figure, item.wide)
        for signature, item in sorted(statements, key=lambda told: _in_time(told[1].claim))
        if item.figure is not None and (signature.subject or is_crowd(item.claim.subject or ""))
    }
    by_key = {_key(item): item for _, item in statements}
    groups = _groups([*voices.values()])
    groups_of: dict[_Key, list[int]] = defaultdict(list)
    for number, group in enumerate(groups):
        for member in group:
            groups_of[member].append(number)
    seen: set[tuple[Certainty, frozenset[_Key]]] = set()
    used: set[int] = set()
    for found in agreed:
        members = {_key(item): item for item in found.members}
        for number in sorted({number for key in members for number in groups_of.get(key, ())}):
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
    """The echoes, with what repeated sentences say otherwise."""
    groups = [[_voice_key(voice) for voice in group] for group in echoes(voices)]
    home = {key: group for group in groups for key in group}
    for one, other in parallels(voices):
        into, more = (home.get(key, [key]) for key in (_voice_key(one), _voice_key(other)))
        if into is not more:
            groups = [group for group in groups if group is not into and group is not more]
            into += [key for key in more if key not in into]
            groups.append(into)
            home.update(dict.fromkeys(into, into))
    return groups


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
    # Whichever order the members come in.
    dated = min((item.claim for item in members.values() if item.period is not None), key=_in_time, default=None)
    return {
        key: item
        for key, item in echo.items()
        if item.claim.doc not in odd and (dated is None or may_overlap(item.claim, dated))
    }


def _in_time(claim: Claim) -> tuple[str, str, str, int, str]:
    return claim.period or "", claim.sentence, claim.doc, claim.start, claim.id


def _key(item: Statement) -> _Key:
    return item.claim.doc, item.claim.id
