"""A figure on its way to becoming a claim, and the candidates proposed for its fields."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.predicate import Predicate
    from claimx.claim.scope import Scope
    from claimx.model import Basis, Direction, Endpoint, Kind, Modality, Period, Quantity


@dataclass(slots=True)
class Candidate:
    """A proposed value for one field with the named evidence for and against it."""

    #: The value as it will be compared and shown (normalised text, or an ISO-like period).
    text: str | None
    #: The pattern that proposed it.
    pattern: str
    #: Names of the evidence; their weights are data.
    evidence: list[str]
    #: First and last token in the mention's own frame, where the value is written there.
    first: int | None = None
    last: int | None = None
    #: The earlier mention it was carried over from; forgotten when the figure has all its fields.
    carried: Mention | None = None
    #: The mention in whose sentence a carried value stands, and its candidate there: a list of thousands of
    #: figures carries one value all the way, and nobody should have to walk back through them.
    home: tuple[Mention, Candidate] | None = None
    #: The time expression read, for periods.
    period: Period | None = None
    score: float = 0.0


@dataclass(slots=True)
class Mention:
    """One figure in its sentence. Filled field by field by the linker."""

    frame: Frame
    #: Token index of the figure.
    figure: int
    quantity: Quantity
    scope: Scope
    predicate: Predicate
    #: Dimension group of the figure: money, share, count, measure, duration, multiple, rank, ratio, points, bare.
    group: str
    kind: Kind = "level"
    direction: Direction | None = None
    endpoint: Endpoint | None = None
    basis: Basis | None = None
    compare_to: tuple[int, int] | None = None
    modality: Modality = "actual"
    metric: Candidate | None = None
    subject: Candidate | None = None
    period: Candidate | None = None
    source: Candidate | None = None
    #: Probability of each choice by task: claim, metric, subject, period.
    certainty: dict[str, float] = field(default_factory=dict)
    rules: list[str] = field(default_factory=list)


def carry(other: Mention, told: Candidate, evidence: list[str]) -> Candidate:
    """What an earlier mention was told, as a candidate for a later one."""
    home = told.home or (other, told)
    return Candidate(told.text, "carry", evidence, carried=other, home=home, period=told.period)


_GROUPS = {
    "money": "money",
    "percent": "share",
    "fraction": "share",
    "points": "points",
    "discount": "share",
    "multiple": "multiple",
    "growth": "multiple",
    "ratio": "ratio",
    "rank": "rank",
    "count": "count",
    "measure": "measure",
    "duration": "duration",
    "score": "score",
    "number": "bare",
}


def group_of(quantity: Quantity) -> str:
    """The dimension group of a quantity, used in the names of evidence."""
    return _GROUPS[quantity.form]


def distance(mention: Mention, other: Mention) -> str:
    """Where an earlier figure stands: in the clause, the sentence, the block, or before."""
    if other.frame is mention.frame:
        same = mention.frame.clause_of[mention.figure] == other.frame.clause_of[other.figure]
        return "clause" if same else "sentence"
    return "block" if other.scope is mention.scope else "before"


def leaves_bracket(other: Mention, mention: Mention) -> bool:
    """Whether an earlier figure of the sentence stands deeper in brackets: 达达（京东持股63.2%）营收20亿."""
    frame = mention.frame
    if other.frame is not frame:
        return False
    theirs, ours = (frame.clauses[frame.clause_of[figure]] for figure in (other.figure, mention.figure))
    return theirs.depth > ours.depth


def length_name(side: str, text: str, limits: tuple[int, ...]) -> str:
    """Evidence of a phrase's length in characters, in the classes that the limits close."""
    return _length_name(side, min(len(text), limits[-1] + 1), limits)


@cache
def _length_name(side: str, length: int, limits: tuple[int, ...]) -> str:
    for low, high in zip((0, *limits), limits, strict=False):
        if length <= high:
            return f"length:{side}:{low + 1 if low + 1 == high else f'{low + 1}-{high}'}"
    return f"length:{side}:{limits[-1] + 1}+"
