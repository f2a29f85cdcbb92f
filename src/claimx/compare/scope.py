"""Words that narrow a figure (海外, 直播, 首日): found in a name, or in the clause the figure stands in."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.place import before
from claimx.lexicon.load import table
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from claimx.model import Claim

# Outside the names themselves only these classes of words narrow a figure; 直播 or 会员 is said of much else.
_OF_CLAUSE = frozenset({"channel", "part", "slice"})
# The first of something comes once: 首日, 首周. What is counted or averaged (单日, 累计) does not.
_OPENING = "首"
_CLAUSE_END = re.compile(r"[，。；！？,;!?\n、（(]")


class _Words(NamedTuple):
    pattern: re.Pattern[str]
    ids: dict[str, str]


def split_scope(name: str) -> tuple[frozenset[str], str]:
    """The narrowing words in a normalised lower-case name, and the name without them and without filler."""
    scopes: set[str] = set()
    rest: list[str] = []
    end = 0
    everywhere, neutral = _words(clause=False), _neutral()
    for match in everywhere.pattern.finditer(name):
        scopes.add(everywhere.ids[match[0]])
        rest.append(name[end : match.start()])
        end = match.end()
    rest.append(name[end:])
    return frozenset(scopes), "".join(neutral.sub("", piece) for piece in rest)


def clause_scope(claim: Claim) -> frozenset[str]:
    """The narrowing words between the last comma and the figure."""
    ahead = before(claim)
    return _in_clause(_CLAUSE_END.split(ahead)[-1].lower()) if ahead else frozenset()


@lru_cache(maxsize=65536)
def slices(name: str) -> frozenset[str]:
    """The words for a stretch of time in a name as written."""
    scopes, _ = split_scope(normalise(name).lower())
    return frozenset(scope for scope in scopes if classes()[scope] == "slice")


def is_opening(scopes: frozenset[str]) -> bool:
    """Whether the scope is the first stretch of something's life."""
    return any(name.startswith(_OPENING) for name in scopes)


def scope_ids() -> dict[str, str]:
    """Every spelling in lower case with the id it stands for."""
    return _words(clause=False).ids


@cache
def classes() -> dict[str, str]:
    """The class of every id."""
    return {row[0]: row[1] for row in table("scope_word")}


@lru_cache(maxsize=1024)
def _in_clause(clause: str) -> frozenset[str]:
    found = _words(clause=True)
    return frozenset(found.ids[match] for match in found.pattern.findall(clause))


@cache
def _words(*, clause: bool) -> _Words:
    ids: dict[str, str] = {}
    for row in table("scope_word"):
        name, kind, spellings = (*row, "")[:3]
        if not clause or kind in _OF_CLAUSE:
            ids.update(dict.fromkeys((word.lower() for word in (name, *spellings.split())), name))
    return _Words(_any_of(ids), ids)


@cache
def _neutral() -> re.Pattern[str]:
    return _any_of(neutral("inside"))


@cache
def neutral(place: str) -> tuple[str, ...]:
    """The words of one place of ``scope_neutral.tsv`` in lower case, longest first."""
    found = {word.lower() for row in table("scope_neutral") if row[0] == place for word in row[1].split()}
    return tuple(sorted(found, key=lambda word: (-len(word), word)))


def _any_of(found: dict[str, str] | tuple[str, ...]) -> re.Pattern[str]:
    """Longest first, so that 直播间 is not read as 直播."""
    return re.compile("|".join(map(re.escape, sorted(found, key=len, reverse=True))))
