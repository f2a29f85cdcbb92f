"""Fact, estimate, forecast, target or worked example: cue words around a figure."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.lexicon.load import table

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.model import Modality

_MODALITIES: dict[str, Modality] = {
    "estimate": "estimate",
    "forecast": "forecast",
    "target": "target",
    "hypothetical": "hypothetical",
}
# A condition rules the clauses that hang on it: 假设…，…，则…
_CLAUSES_RULED = 3
_BEHIND = 8


@cache
def _cues() -> dict[str, tuple[Modality, str]]:
    return {row[0]: (_MODALITIES[row[1]], row[2]) for row in table("modality")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_cues(), key=len, reverse=True))))


def read_modality(frame: Frame, figure: int) -> tuple[Modality, str | None]:
    """The modality of a figure and the cue that decided it.

    The nearest cue in front of the figure wins; one in an earlier clause counts only when it ends
    that clause (预计，…) or opens a condition (如果…，…).
    """
    for start, end, distance in _stretches(frame, figure):
        for match in reversed(list(_pattern().finditer(frame.text, start, end))):
            modality, scope = _cues()[match.group()]
            if scope == "after" or (scope == "verb" and not _verb_follows(frame, match.end())):
                continue
            if distance == 0 or scope == "clause" or (distance == 1 and end - match.end() <= 1):
                return modality, match.group()
    behind = frame.after(figure)[:_BEHIND]
    if behind:
        stop = next((i for i in behind if frame.tokens[i].cls == Class.QUANTITY), behind[-1])
        for match in _pattern().finditer(frame.text, frame.tokens[figure].end, frame.tokens[stop].end):
            modality, scope = _cues()[match.group()]
            if scope == "after":
                return modality, match.group()
    return "actual", None


def _stretches(frame: Frame, figure: int) -> list[tuple[int, int, int]]:
    """Offsets of the clause up to the figure, then of the clauses before it, with their distance."""
    number = frame.clause_of[figure]
    own = frame.clauses[number].tokens
    found = [(frame.tokens[own[0]].start, frame.tokens[figure].start, 0)]
    for distance in range(1, _CLAUSES_RULED + 1):
        if number - distance < 0:
            break
        tokens = frame.clauses[number - distance].tokens
        if tokens:
            found.append((frame.tokens[tokens[0]].start, frame.tokens[tokens[-1]].end, distance))
    return found


def _verb_follows(frame: Frame, offset: int) -> bool:
    token = next((token for token in frame.tokens if token.start >= offset), None)
    return token is not None and token.cls in (Class.VERB, Class.ADVERB)
