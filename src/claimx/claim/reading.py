"""The reading of one figure: level, change, comparison or rank, and the words that go with it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.predicate import Predicate
    from claimx.model import Basis, Direction, Endpoint, Kind, Quantity, Span


class Spot(NamedTuple):
    """A figure where it stands, as the rules of this stage see it."""

    frame: Frame
    #: Token index of the figure.
    figure: int
    quantity: Quantity
    predicate: Predicate
    #: Dimension group of the quantity: money, share, count …
    group: str


class Change(NamedTuple):
    """Kind, direction, endpoint and basis of a figure, with the name of the rule that read them."""

    kind: Kind
    direction: Direction | None
    endpoint: Endpoint | None
    basis: Basis | None
    #: Offsets of the phrase compared with, in the block's normalised text.
    compare_to: Span | None
    rule: str


#: Groups of figures that say how much something moved or differs, never how much there is of it.
AMOUNTS = frozenset(("share", "multiple", "points"))
