"""Verbs and nouns of change beside a figure: 增长30%, 增速达25%, 15%的降幅, 降低成本60%."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.reading import AMOUNTS, Spot
from claimx.claim.tokens import Class
from claimx.claim.walk import joined_row, leftwards, rightwards
from claimx.lexicon.roles import Role, roles

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.model import Direction, Kind, Quantity

_TO = frozenset(("至", "到", "至约", "到了"))
_INTO = frozenset(("为", "成"))
_REACH_TAILS = ("至", "到", "为", "成")
# Verbs that better a thing: with a count behind them they say how many were bettered, not by how much.
_BETTERING = frozenset(("改善", "提升", "提高", "扩容", "扩建", "加快", "加大", "扩大"))
# 佣金减少情况下单店营收20万: the verb says under what conditions, not how much.
_SETTING = frozenset(("情况", "前提", "基础", "条件", "背景", "时", "后", "下", "期间", "过程"))
_FALLS_BELOW = ("跌破", "下破", "击穿")
_BACK = 8
_AHEAD = 5
_LONGEST_RATE = 7


class Move(NamedTuple):
    """A figure that a word of change rules: the amount of the change, or the level reached."""

    kind: Kind
    direction: Direction | None
    rule: str


def read_move(spot: Spot) -> Move | None:
    """The word of change that rules a figure; None when there is none."""
    linked = False
    for index, role in spot.predicate.roles:
        if role.kind in ("share", "rank", "have"):
            break
        if role.kind == "reach":
            return Move("level", role.direction, "reach-verb")
        if role.kind == "move":
            return _after_verb(spot, index, role, linked)
        if role.kind == "rate" and spot.group in AMOUNTS:
            return Move("change", _signed(spot.quantity, role), "rate-noun")
        if role.kind == "new":
            return _added(spot, index, role)
        linked = linked or role.kind in ("attain", "copula")
    if spot.quantity.text.startswith(_FALLS_BELOW):
        return Move("level", "down", "falls-below")
    return _behind(spot) or _amount_then_level(spot) or _object(spot) or _rate_subject(spot)


def _after_verb(spot: Spot, verb: int, role: Role, linked: bool) -> Move | None:
    """``增长30%``, ``增长至30%``, ``增长达30万元``."""
    if _reaches(spot.frame, verb, spot.figure):
        return Move("level", role.direction, "move-verb-to")
    if spot.group not in AMOUNTS:
        if linked:
            return Move("level", role.direction, "move-then-attain")
        behind = rightwards(spot.frame, spot.figure, 1)
        counted = bool(behind) and spot.frame.tokens[behind[0]].cls is Class.NOMINAL
        if counted and spot.group in ("count", "measure") and spot.frame.tokens[verb].text in _BETTERING:
            return None
    return Move("change", _signed(spot.quantity, role), "move-verb")


def _reaches(frame: Frame, verb: int, figure: int) -> bool:
    """Whether 至 or 到 stands between a verb of change and the figure, or 为 right behind the verb."""
    if frame.tokens[verb].text.endswith(_REACH_TAILS) or frame.tokens[verb + 1].text in _INTO:
        return True
    return any(token.text in _TO for token in frame.tokens[verb + 1 : figure])


def _signed(quantity: Quantity, role: Role) -> Direction | None:
    """The direction of a word of change, turned by a minus sign: 增长-1.3%."""
    return "down" if quantity.value is not None and quantity.value < 0 else role.direction


def _added(spot: Spot, verb: int, role: Role) -> Move | None:
    """``贷款新增1.9万亿元`` is a change; ``新增30家企业`` and ``企业新增30家`` count what is new."""
    before = leftwards(spot.frame, verb, 1)
    measured = bool(before) and spot.frame.tokens[before[0]].cls is Class.NOMINAL
    if verb + 1 == spot.figure and measured and spot.group in ("money", "measure", "bare"):
        return Move("change", role.direction, "measure-newly-added")
    return None


def _behind(spot: Spot) -> Move | None:
    """``100%以上的月环比增长``, ``15%的降幅``, ``两位数增长``."""
    if spot.group not in AMOUNTS:
        return None
    frame = spot.frame
    _, last = joined_row(frame, spot.figure)
    for steps, index in enumerate(rightwards(frame, last, _AHEAD)):
        token = frame.tokens[index]
        role = token.word.role
        if role is not None and role.kind in ("move", "rate"):
            following = rightwards(frame, index, 1)
            ends = not following or frame.tokens[following[0]].cls not in (Class.NOMINAL, Class.QUANTITY, Class.OF)
            return Move("change", _signed(spot.quantity, role), "change-noun-behind") if ends else None
        stops = token.cls is Class.QUANTITY or (role is not None and role.kind in ("attain", "copula", "have"))
        if stops or (steps == 0 and token.cls is not Class.OF):
            return None
    return None


def _amount_then_level(spot: Spot) -> Move | None:
    """``同比增长17.3%至1.4万亿元``: amount, then the level reached."""
    frame = spot.frame
    before = leftwards(frame, spot.figure, _BACK)
    if len(before) < 3 or frame.tokens[before[0]].text not in _TO or frame.tokens[before[1]].cls is not Class.QUANTITY:
        return None
    for index in before[2:]:
        role = roles().get(frame.tokens[index].text)
        if role is not None:
            return Move("level", role.direction, "amount-then-level") if role.kind == "move" else None
    return None


def _object(spot: Spot) -> Move | None:
    """``降低中小商家直播成本60%``, ``减少碳排放2810万吨``: verb, object, amount."""
    frame, predicate = spot.frame, spot.predicate
    if predicate.roles or predicate.compared:
        return None
    tokens = frame.clauses[frame.clause_of[spot.figure]].tokens
    for steps, index in enumerate(tokens[max(0, predicate.edge - _BACK) : predicate.edge][::-1]):
        token = frame.tokens[index]
        role = token.word.role
        if role is not None and role.kind not in ("rate", "transact"):
            better = token.text in _BETTERING and spot.group not in AMOUNTS
            verb = role.kind == "move" and token.tag[:1] == "v" and steps > 0 and not better
            return Move("change", role.direction, "verb-object-amount") if verb else None
        if token.cls not in (Class.NOMINAL, Class.OF, Class.AND, Class.QUOTE) or token.text in _SETTING:
            return None
    return None


def _rate_subject(spot: Spot) -> Move | None:
    """``GMV增速达25%``: the noun phrase left of the predicate ends in a word for a rate of change."""
    edge = spot.predicate.edge
    if edge == 0 or spot.group not in AMOUNTS:
        return None
    tokens = spot.frame.clauses[spot.frame.clause_of[spot.figure]].tokens
    text = spot.frame.tokens[tokens[edge - 1]].text
    for length in range(min(len(text), _LONGEST_RATE), 1, -1):
        role = roles().get(text[-length:])
        if role is not None and role.kind == "rate":
            return Move("change", _signed(spot.quantity, role), "rate-subject")
    return None
