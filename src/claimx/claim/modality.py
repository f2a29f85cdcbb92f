"""Fact, estimate, forecast, target or worked example: cue words around a figure."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.claim.endpoints import read_endpoint
from claimx.claim.modality_cue import Cue, find_cues, measures_goal
from claimx.claim.tokens import Class
from claimx.claim.walk import leftwards, rightwards

if TYPE_CHECKING:
    from datetime import date

    from claimx.claim.frame import Clause, Frame
    from claimx.model import Modality, Period

# How many clauses back a cue may stand, and how many tokens of a clause are looked at.
_CLAUSES_BACK = 10
_TOKENS_BACK = 60
_BEHIND = 8
# A clause that speaks of what is or was ends the reach of a cue in the clauses in front.
_ACTUAL = re.compile("已|目前|现有|当前|截至|截止|此前|去年|上年|前年|过去|曾|实际")
_FUTURE = re.compile("明年|后年|未来|今后")
# Times long enough that an article cannot be reporting from inside them.
_LONG = frozenset(("year", "half", "quarter", "span"))
_PARTING = frozenset(("；", ";"))


def read_modality(frame: Frame, figure: int, published: date | None = None) -> tuple[Modality, str | None]:
    """The modality of a figure and the cue that decided it.

    The nearest cue in front of the figure wins. A cue in an earlier clause counts when it ends that
    clause (预计，…), opens a condition (假设…，…), or rules a figure there that this clause goes on from.
    Without a cue, what is said of a time to come is foretold: 未来三年投入1000亿元, and, where the day
    of publication is known, 2030年达到3万亿元.
    """
    found = _in_own_clause(frame, figure) or _behind(frame, figure) or _in_earlier_clauses(frame, figure)
    if found is None:
        time = _time_to_come(frame, figure, published)
        return ("forecast", time.text) if time is not None else ("actual", None)
    if found.modality in ("forecast", "target") and read_endpoint(frame, figure) == "from":
        return "actual", None  # 预计从3亿元增至5亿元: where it starts from is known
    return found.modality, found.word


def _time_to_come(frame: Frame, figure: int, published: date | None) -> Period | None:
    """A time of the figure's clause, in front of it, that lies ahead of the article."""
    before = leftwards(frame, figure, _TOKENS_BACK)
    if not before or _ACTUAL.search(frame.text, frame.tokens[before[-1]].start, frame.tokens[figure].start):
        return None
    for index in before:
        if frame.tokens[index].cls is Class.PERIOD:
            time = frame.periods[frame.tokens[index].ref]
            if time.form == "window" and _FUTURE.match(time.text):
                return time
            dated = published is not None and time.first is not None and time.first > published
            return time if dated and time.form in _LONG else None
    return None


def _in_own_clause(frame: Frame, figure: int) -> Cue | None:
    before = leftwards(frame, figure, _TOKENS_BACK)
    if not before:
        return None
    start = frame.tokens[before[-1]].start
    for cue in find_cues(frame, start, frame.tokens[figure].start):
        if cue.scope != "after" and not (cue.modality == "target" and measures_goal(frame, figure, cue)):
            return _dated(frame, start, cue)
    return None


def _dated(frame: Frame, start: int, cue: Cue) -> Cue:
    """An estimate of what is to come is a forecast: 明年预估占比2.9%."""
    if cue.modality == "estimate" and _FUTURE.search(frame.text, start, cue.start):
        return cue._replace(modality="forecast")
    return cue


def _behind(frame: Frame, figure: int) -> Cue | None:
    """``3亿元左右的目标``, ``投入3亿元的话``."""
    end = frame.tokens[figure].end
    for index in rightwards(frame, figure, _BEHIND):
        if frame.tokens[index].cls is Class.QUANTITY:
            break
        end = frame.tokens[index].end
    cues = find_cues(frame, frame.tokens[figure].end, end)
    return next((cue for cue in reversed(cues) if cue.scope == "after"), None)


def _in_earlier_clauses(frame: Frame, figure: int) -> Cue | None:
    number = frame.clause_of[figure]
    own = frame.clauses[number]
    settled = _ACTUAL.search(frame.text, frame.tokens[own.tokens[0]].start, frame.tokens[figure].end) is not None
    parted = own.opener in _PARTING
    for back in range(number - 1, max(-1, number - 1 - _CLAUSES_BACK), -1):
        clause = frame.clauses[back]
        tokens = clause.tokens[-_TOKENS_BACK:]
        if not tokens:
            continue
        start, end = frame.tokens[tokens[0]].start, frame.tokens[tokens[-1]].end
        states = any(frame.tokens[i].cls is Class.QUANTITY for i in tokens)
        cues = find_cues(frame, start, end)
        for cue in cues:
            if cue.scope == "after":
                reaches = False
            elif cue.scope == "clause":
                reaches = not parted
            elif not states:
                reaches = _announces(clause, cue, end)
            else:
                level = clause.depth == own.depth and not parted and not settled
                reaches = level and _rules_figure(frame, tokens, cue) and _goes_on(frame, own, cue)
            if reaches:
                return _dated(frame, start, cue)
        if states and not cues and _ACTUAL.search(frame.text, start, end):
            return None
        parted = parted or clause.opener in _PARTING
    return None


def _announces(clause: Clause, cue: Cue, end: int) -> bool:
    """Whether a clause without a figure hands its cue on to what follows: 预计，…; 粗略计算一下利润，…; 目标：…"""
    if cue.modality == "target":
        return clause.closer in ("：", ":")
    return cue.modality == "estimate" or end - cue.end <= 2


def _rules_figure(frame: Frame, tokens: list[int], cue: Cue) -> bool:
    """Whether a figure of the cue's clause stands behind the cue, and is not merely measured against a goal."""
    figure = next(
        (i for i in tokens if frame.tokens[i].cls is Class.QUANTITY and frame.tokens[i].start > cue.start), None
    )
    return figure is not None and not (cue.modality == "target" and measures_goal(frame, figure, cue))


def _goes_on(frame: Frame, own: Clause, cue: Cue) -> bool:
    """Whether a clause goes on with what is aimed at: 计划引进30家，培育100家, but not 目标1200亿元，客单价超200元."""
    first = frame.tokens[own.tokens[0]]
    return cue.modality != "target" or first.cls is Class.VERB or first.word.role is not None
