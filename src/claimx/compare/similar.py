"""Names that no lexicon knows and that are plainly one name written with a filler more or less.

Careful on purpose: most Chinese names that differ in one character are different names (第一医院,
第二医院), so only longer names count, one of which holds all characters of the other in order, and
whose figures and Latin words are the same. Blocks keep this from comparing every name with every
other; what matches depends on the two names alone.
"""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING

from claimx.compare.scope import scope_ids
from claimx.lexicon.terms import entities, metric_ids

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_SHORTEST = 5
_SIMILAR = 85.0
_EDGE = 3
# What tells otherwise equal names apart, whatever else they share.
_TELLING = re.compile(r"[0-9a-z一二三四五六七八九十东南西北上中下前后内外新老男女大小非不]+")


def labels(names: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """What to file each name under: names that match share a label, names that do not share none.

    Where every name of a cluster matches every other, the cluster has one label; else each matching
    pair has one, so that a chain of small differences never joins its ends.
    """
    unique = sorted(set(names))
    neighbours: dict[str, set[str]] = defaultdict(set)
    for one, other in _pairs(unique):
        neighbours[one].add(other)
        neighbours[other].add(one)
    return {name: _labels(name, neighbours) for name in unique}


def _labels(name: str, neighbours: dict[str, set[str]]) -> tuple[str, ...]:
    near = neighbours.get(name)
    if not near:
        return (name,)
    family = {name, *near}
    if all({other, *neighbours[other]} == family for other in near):
        return (min(family),)
    return tuple("\0".join(sorted((name, other))) for other in sorted(near))


def _pairs(names: list[str]) -> Iterator[tuple[str, str]]:
    from rapidfuzz import fuzz, process  # noqa: PLC0415 - only a comparison of unknown names pays for it

    for block in _blocks(names):
        for place, name in enumerate(block):
            later = block[place + 1 :]
            for other, _, _ in process.extract_iter(name, later, scorer=fuzz.ratio, score_cutoff=_SIMILAR):
                if _one_name(name, other):
                    yield name, other


def _blocks(names: list[str]) -> Iterator[list[str]]:
    """Names that begin alike and names that end alike; two names that match do at least one."""
    blocks: dict[tuple[str, str], list[str]] = defaultdict(list)
    known, measures = entities(), metric_ids()
    for name in names:
        if len(name) >= _SHORTEST and name not in known and name not in measures:
            blocks["begin", name[:_EDGE]].append(name)
            blocks["end", name[-_EDGE:]].append(name)
    return (block for block in blocks.values() if len(block) > 1)


def _one_name(one: str, other: str) -> bool:
    """Whether the longer name is the shorter with filler put in, which neither narrows nor tells apart."""
    from rapidfuzz.distance import Indel  # noqa: PLC0415

    shorter, longer = sorted((one, other), key=len)
    extra = [longer[edit.dest_pos] for edit in Indel.editops(shorter, longer) if edit.tag == "insert"]
    if len(extra) != len(longer) - len(shorter):
        return False  # something was also taken out
    added = "".join(extra)
    return _TELLING.search(added) is None and added not in scope_ids() and added not in metric_ids()
