"""``从40%降至10%``, ``由A到B``: which figures are the two ends of one movement."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.claim.walk import figure_before, figure_behind, leftwards

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.model import Endpoint

_FROM = frozenset(("从", "由", "自"))
_TO = frozenset(("至", "到", "为", "成", "上", "向", "到了"))
_BACK = 10
_APART = 12


def read_endpoint(frame: Frame, figure: int) -> Endpoint | None:
    """Which end of a movement a figure is; both ends must be figures of the sentence."""
    behind = figure_behind(frame, figure)
    if behind is not None and _starts_from(frame, figure) and _leads_to(frame, figure, behind):
        return "from"
    before = figure_before(frame, figure)
    if before is not None and _starts_from(frame, before) and _leads_to(frame, before, figure):
        return "to"
    return None


def _starts_from(frame: Frame, figure: int) -> bool:
    """Whether 从 or 由 stands in front of a figure with only a time, a bound or a noun phrase between."""
    for steps, index in enumerate(leftwards(frame, figure, _BACK)):
        token = frame.tokens[index]
        if token.text in _FROM:
            return True
        if token.cls is Class.QUANTITY or (steps > 0 and token.cls is Class.VERB and token.word.role is not None):
            return False
    return False


def _leads_to(frame: Frame, first: int, second: int) -> bool:
    """Whether a verb of reaching or 到/至 stands in front of the second figure."""
    if second - first - 1 > _APART or any(token.text in "。！？；" for token in frame.tokens[first + 1 : second]):
        return False
    for index in range(second - 1, first, -1):
        token = frame.tokens[index]
        role = token.word.role
        if (role is not None and role.kind == "reach") or token.text in _TO:
            return True
        if token.text.endswith(("至", "到")) and token.cls is Class.VERB:
            return True
        if token.cls is Class.QUANTITY:
            return False
    return False
