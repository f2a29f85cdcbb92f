"""The cues of comparison in ``compare_cue.tsv`` as look-ups: what they compare with, and how they stand."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.load import table

if TYPE_CHECKING:
    from claimx.model import Basis, Direction

_BASES: dict[str, Basis] = {"yoy": "yoy", "sequential": "sequential", "versus": "versus"}
# Characters that put the figure's owner below what it is compared with: 低于, 落后, 少, 便宜, 不及.
_BELOW = re.compile("[低少小慢短弱轻薄差逊窄浅早]|落后|便宜|不及|不足")


@cache
def _rows(position: str) -> dict[str, Basis]:
    return {cue: _BASES[basis] for cue, basis, stands in table("compare_cue") if stands == position}


@cache
def prepositions() -> frozenset[str]:
    """Cues with the thing compared and then an adjective or a verb behind them (比传统广告高40%)."""
    return frozenset(cue for cue in _rows("prefix") if _is_preposition(cue))


@cache
def comparing_verbs() -> frozenset[str]:
    """Cues with the thing compared and then the figure behind them (高于行业均值3个百分点)."""
    return frozenset(cue for cue in _rows("prefix") if not _is_preposition(cue))


@cache
def times_cues() -> frozenset[str]:
    """Cues that compare only where 的 and a multiple or share follow (相当于同行的3倍)."""
    return frozenset(_rows("multiple"))


def _is_preposition(cue: str) -> bool:
    return cue[0] in "比较相对" or cue[-1] == "比"


@cache
def _references() -> dict[str, Basis]:
    """What the whole cues name to reckon from, without their preposition: 去年同期, 上月."""
    openers = sorted(prepositions(), key=len, reverse=True)
    found: dict[str, Basis] = {}
    for cue, basis in _rows("alone").items():
        opener = next((opener for opener in openers if cue.startswith(opener) and cue != opener), None)
        if opener is not None:
            found[cue[len(opener) :]] = basis
    return found


@cache
def _reference_end() -> re.Pattern[str]:
    words = sorted(_references(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, words))})$")


def reference_basis(phrase: str) -> Basis | None:
    """What a phrase compared with stands for when it is the year or the period before: 去年同期 → ``yoy``."""
    match = _reference_end().search(phrase.rstrip(" 的"))
    return _references()[match.group()] if match is not None else None


@cache
def _spoken() -> re.Pattern[str]:
    # A date after the cue names another time than the cue alone does: 较去年末, 较去年12月.
    words = sorted(_rows("alone"), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, words))})(?![末底初年\d])")


def spoken_basis(text: str) -> Basis | None:
    """The basis that a stretch of text says by a whole cue (同比, 环比, 较上年); the last one counts."""
    found: Basis | None = None
    for match in _spoken().finditer(text):
        found = _rows("alone")[match.group()]
    return found


def side(cue: str) -> Direction:
    """On which side of the thing compared a cue puts the figure: 高于 ``up``, 低于 ``down``."""
    return "down" if _BELOW.search(cue) else "up"
