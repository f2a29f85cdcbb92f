"""A figure whose verb stands elsewhere: the next of a row, or a clause that leaves its verb out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import group_of
from claimx.claim.predicate import read_predicate
from claimx.claim.reading import AMOUNTS
from claimx.claim.tokens import Class
from claimx.claim.walk import figure_before, joined_row, leftwards, rightwards
from claimx.lexicon.terms import head_dimension

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.claim.frame import Frame
    from claimx.claim.predicate import Predicate
    from claimx.claim.reading import Change
    from claimx.model import Quantity

    Reader = Callable[[Frame, int, Quantity, Predicate, str], Change]

_LONGEST_CHAIN = 6
_PHRASE = frozenset((Class.NOMINAL, Class.OF, Class.AND, Class.QUOTE, Class.PERIOD, Class.PRONOUN, Class.ADVERB))
# A percentage of one of these dimensions is a level of it, never a change: 毛利率9%.
_RELATIVE = frozenset(("share", "multiple", "index", "price"))
_LONGEST_HEAD = 10


def read_joined(
    frame: Frame, figure: int, quantity: Quantity, predicate: Predicate, group: str, read: Reader
) -> Change | None:
    """``同比分别下降3%和0.7%``: every figure of a row has the reading of its first."""
    first, _ = joined_row(frame, figure)
    if first == figure:
        return None
    told = _read_at(frame, first, read)
    if told is None or not _alike(group, group_of(frame.quantities[frame.tokens[first].ref])):
        return None
    return _turned(told._replace(rule=f"{told.rule}.joined"), quantity)


def read_elided(
    frame: Frame, figure: int, quantity: Quantity, predicate: Predicate, group: str, read: Reader
) -> Change | None:
    """``收入增长15.6%，其中短视频9%``: the clause has a name and an amount, and the verb of the clause in front."""
    first, last = joined_row(frame, figure)
    for _ in range(_LONGEST_CHAIN):
        if group not in AMOUNTS or not _name_and_amount(frame, first, last):
            return None
        before = figure_before(frame, first)
        if before is None or frame.clause_of[before] != frame.clause_of[first] - 1 or rightwards(frame, before, 1):
            return None
        lead, _ = joined_row(frame, before)
        told = _read_at(frame, lead, read)
        if told is not None:
            carried = told.kind == "change" and told.rule == "move-verb"
            return _turned(told._replace(rule="elided-verb"), quantity) if carried else None
        first, last = joined_row(frame, before)
    return None


def _name_and_amount(frame: Frame, first: int, last: int) -> bool:
    """Whether a clause is nothing but a noun phrase and its figures."""
    if rightwards(frame, last, 1) or frame.clauses[frame.clause_of[first]].opener not in ("，", ",", "；", ";"):
        return False
    before = leftwards(frame, first, _LONGEST_HEAD)
    if not before or len(before) == _LONGEST_HEAD or not all(frame.tokens[i].cls in _PHRASE for i in before):
        return False
    return (
        frame.tokens[before[0]].cls == Class.NOMINAL
        and head_dimension(frame.span_text(before[-1], before[0])) not in _RELATIVE
    )


def _read_at(frame: Frame, figure: int, read: Reader) -> Change | None:
    """The own reading of another figure; None when it is a plain level."""
    quantity = frame.quantities[frame.tokens[figure].ref]
    told = read(frame, figure, quantity, read_predicate(frame, figure), group_of(quantity))
    return None if told.rule == "level" else told


def _alike(group: str, other: str) -> bool:
    return group == other or (group in AMOUNTS and other in AMOUNTS)


def _turned(told: Change, quantity: Quantity) -> Change:
    """A minus sign turns a change downwards."""
    if told.kind == "change" and quantity.value is not None and quantity.value < 0:
        return told._replace(direction="down")
    return told
