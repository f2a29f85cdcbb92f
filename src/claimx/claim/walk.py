"""Steps through a clause that never go further than they must: long clauses stay cheap."""

from __future__ import annotations

from bisect import bisect_left
from functools import lru_cache
from typing import TYPE_CHECKING

from claimx.claim.tokens import Class

if TYPE_CHECKING:
    from claimx.claim.frame import Frame

_MOST_JOINED = 16
# How many figures' rows are remembered: each is asked for by one candidate after another.
_FIGURES = 32


def leftwards(frame: Frame, index: int, most: int) -> list[int]:
    """At most so many tokens of the same clause in front of a token, nearest first."""
    place = frame.place_of[index]
    return frame.clauses[frame.clause_of[index]].tokens[max(0, place - most) : place][::-1]


def rightwards(frame: Frame, index: int, most: int) -> list[int]:
    """At most so many tokens of the same clause behind a token."""
    place = frame.place_of[index]
    return frame.clauses[frame.clause_of[index]].tokens[place + 1 : place + 1 + most]


def figure_before(frame: Frame, figure: int) -> int | None:
    """The figure in front of a figure in the sentence."""
    position = bisect_left(frame.figures, figure)
    return frame.figures[position - 1] if position else None


def figure_behind(frame: Frame, figure: int) -> int | None:
    """The figure behind a figure in the sentence."""
    position = bisect_left(frame.figures, figure) + 1
    return frame.figures[position] if position < len(frame.figures) else None


def figures_between(frame: Frame, index: int, figure: int) -> int:
    """How many figures stand between a token and a figure, on whichever side."""
    between = bisect_left(frame.figures, figure) - bisect_left(frame.figures, index)
    return between if index <= figure else -between - 1


@lru_cache(maxsize=_FIGURES)
def joined_row(frame: Frame, figure: int) -> tuple[int, int]:
    """The first and the last of the figures joined to this one by 、 or 和 alone (7.5%、11.5%和17.4%)."""
    tokens = frame.clauses[frame.clause_of[figure]].tokens
    first = last = frame.place_of[figure]
    for _ in range(_MOST_JOINED):
        if first < 2 or not _join(frame, tokens[first - 1], tokens[first - 2]):
            break
        first -= 2
    for _ in range(_MOST_JOINED):
        if last + 2 >= len(tokens) or not _join(frame, tokens[last + 1], tokens[last + 2]):
            break
        last += 2
    return tokens[first], tokens[last]


def _join(frame: Frame, mark: int, figure: int) -> bool:
    return frame.tokens[mark].cls is Class.AND and frame.tokens[figure].cls is Class.QUANTITY
