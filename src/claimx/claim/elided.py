"""A figure whose verb stands elsewhere: the next of a row, or a clause that leaves its verb out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import group_of
from claimx.claim.predicate import read_predicate
from claimx.claim.reading import AMOUNTS, Spot
from claimx.claim.tokens import Class
from claimx.claim.walk import figure_before, joined_row, leftwards, rightwards
from claimx.lexicon.terms import head_dimension

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.claim.frame import Frame
    from claimx.claim.reading import Change
    from claimx.model import Quantity

    Reader = Callable[[Spot], Change]

_LONGEST_CHAIN = 6
_PHRASE = frozenset((Class.NOMINAL, Class.OF, Class.AND, Class.QUOTE, Class.PERIOD, Class.PRONOUN, Class.ADVERB))
# A percentage of one of these dimensions is a level of it, never a change: 毛利率9%.
_RELATIVE = frozenset(("share", "multiple", "index", "price"))
_LONGEST_HEAD = 10


def read_joined(spot: Spot, read: Reader) -> Change | None:
    """``同比分别下降3%和0.7%``: every figure of a row has the reading of its first."""
    first, _ = joined_row(spot.frame, spot.figure)
    if first == spot.figure:
        return None
    lead = _spot(spot.frame, first)
    told = read(lead)
    if told.rule == "level" or not _alike(spot.group, lead.group):
        return None
    return _turned(told._replace(rule=f"{told.rule}.joined"), spot.quantity)


def read_elided(spot: Spot, read: Reader) -> Change | None:
    """``收入增长15.6%，其中短视频9%``: the clause has a name and an amount, and the verb of the clause in front."""
    frame = spot.frame
    first, last = joined_row(frame, spot.figure)
    if spot.group not in AMOUNTS:
        return None
    for _ in range(_LONGEST_CHAIN):
        if not _name_and_amount(frame, first, last):
            return None
        before = figure_before(frame, first)
        if before is None or frame.clause_of[before] != frame.clause_of[first] - 1 or rightwards(frame, before, 1):
            return None
        first, last = joined_row(frame, before)
        lead = _spot(frame, first)
        told = read(lead)
        if told.rule != "level":
            carried = told.rule == "move-verb" and lead.group in AMOUNTS
            return _turned(told._replace(rule="elided-verb"), spot.quantity) if carried else None
    return None


def _name_and_amount(frame: Frame, first: int, last: int) -> bool:
    """Whether a clause is nothing but a noun phrase and its figures."""
    if rightwards(frame, last, 1) or frame.clauses[frame.clause_of[first]].opener not in ("，", ",", "；", ";"):
        return False
    before = leftwards(frame, first, _LONGEST_HEAD)
    if not before or len(before) == _LONGEST_HEAD or not all(frame.tokens[i].cls in _PHRASE for i in before):
        return False
    return (
        frame.tokens[before[0]].cls is Class.NOMINAL
        and head_dimension(frame.span_text(before[-1], before[0])) not in _RELATIVE
    )


def _spot(frame: Frame, figure: int) -> Spot:
    quantity = frame.quantities[frame.tokens[figure].ref]
    return Spot(frame, figure, quantity, read_predicate(frame, figure), group_of(quantity))


def _alike(group: str, other: str) -> bool:
    return group == other or (group in AMOUNTS and other in AMOUNTS)


def _turned(told: Change, quantity: Quantity) -> Change:
    """A minus sign turns a change downwards."""
    if told.kind == "change" and quantity.value is not None and quantity.value < 0:
        return told._replace(direction="down")
    return told
