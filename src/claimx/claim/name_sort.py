"""What sort of thing a phrase names, by its form alone: an aspect of a business, a qualifier of a measure."""

from __future__ import annotations

from functools import cache, lru_cache

from claimx.lexicon.load import words

_REMEMBERED = 4096
#: Whom figures are measured against; in front of a measure they are whose it is.
BENCHMARKS = frozenset(("行业", "全行业", "同行", "同业", "业内", "大盘", "行业均值", "行业平均", "同行平均"))


@lru_cache(maxsize=_REMEMBERED)
def sorts_of(text: str) -> tuple[str, ...]:
    """Every sort that a phrase outside the lexicon is of.

    ``aspect`` of a business and nobody (融资情况), ``qualifier`` of a measure (同比, 首日), ``each`` (每公斤),
    ``work`` for the title of a book, a film or a document, ``benchmark`` for all of a trade (行业均值为9%).
    """
    found = []
    if text.endswith(words("aspect_noun")):
        found.append("aspect")
    if text in _qualifiers():
        found.append("qualifier")
    if text.startswith("每"):
        found.append("each")
    if text.startswith("《"):
        found.append("work")
    if text in BENCHMARKS:
        found.append("benchmark")
    return tuple(found)


@cache
def _qualifiers() -> frozenset[str]:
    return frozenset(words("measure_qualifier"))
