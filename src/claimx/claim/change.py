"""Kind, direction, endpoint and basis: is the figure a level, a change, a comparison or a rank?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.basis import read_basis
from claimx.claim.comparison import read_comparison
from claimx.claim.elided import read_elided, read_joined
from claimx.claim.endpoints import read_endpoint
from claimx.claim.moved import read_move
from claimx.claim.rank_move import rank_direction
from claimx.claim.reading import Change, Spot

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.predicate import Predicate
    from claimx.model import Quantity

__all__ = ["Change", "read_change"]


def read_change(frame: Frame, figure: int, quantity: Quantity, predicate: Predicate, group: str) -> Change:
    """Decide kind, direction, endpoint and basis of the figure at a token.

    A figure with no verb of its own takes the reading of the figure it is joined to, or of the
    clause in front whose verb it leaves out.
    """
    endpoint = read_endpoint(frame, figure)
    spot = Spot(frame, figure, quantity, predicate, group)
    own = _read_own(spot)
    if own.rule == "level":
        own = read_joined(spot, _read_own) or read_elided(spot, _read_own) or own
    if endpoint == "from" and own.kind == "level":
        own = own._replace(direction=None)
    return own._replace(endpoint=endpoint)


def _read_own(spot: Spot) -> Change:
    """The reading that the figure's own clause gives."""
    frame, figure, quantity, predicate, group = spot
    if group == "rank":
        return Change("rank", rank_direction(frame, figure), None, None, None, "rank")
    if quantity.form == "growth":
        falling = any(role.direction == "down" for _, role in predicate.roles if role.kind == "move")
        return Change("change", "down" if falling else "up", None, *read_basis(frame, figure, predicate), "growth-word")
    comparison = read_comparison(spot)
    if comparison is not None:
        return comparison
    moved = read_move(spot)
    if moved is None:
        return Change("level", None, None, None, None, "level")
    if moved.kind == "level":
        return Change("level", moved.direction, None, None, None, moved.rule)
    return Change("change", moved.direction, None, *read_basis(frame, figure, predicate), moved.rule)
