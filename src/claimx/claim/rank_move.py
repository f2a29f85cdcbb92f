"""``升至全国第二``: which way a rank has moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.claim.walk import leftwards

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.model import Direction

_BACK = 8
_CLIMBED = frozenset(("跃居", "跃至", "晋升", "晋升至", "晋级", "上升"))
_FELL = frozenset(("退居", "跌出", "滑至", "挤至", "挤到", "被挤"))


def rank_direction(frame: Frame, figure: int) -> Direction | None:
    """The direction of the verb in front of a rank and of the field it is a rank in."""
    for index in leftwards(frame, figure, _BACK):
        token = frame.tokens[index]
        if token.text in _CLIMBED:
            return "up"
        if token.text in _FELL:
            return "down"
        role = token.word.role
        if role is not None and role.kind in ("move", "reach"):
            return role.direction
        if token.cls is Class.QUANTITY or (role is not None and role.kind in ("rank", "copula", "attain")):
            return None
    return None
