"""The times written in a figure's own sentence, as candidates for its period."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.claim.predicate import ACCOMPANYING
from claimx.claim.tokens import Class
from claimx.claim.walk import figure_before, figures_between
from claimx.lexicon.load import words
from claimx.period import mirror
from claimx.period.interval import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.frame import Frame
    from claimx.claim.periods import Spoken
    from claimx.claim.tokens import Token
    from claimx.model import Period

_OPENING_TOKENS = 3
_COMPARING = frozenset(
    ("比", "较", "同比", "环比", "相比", "相较", "相较于", "相比于", "较之", "对比", "超过", "低于", "高于")
)
_AHEAD = ("未来", "今后", "接下来")
_COMPARED_WITH = frozenset(
    ("相比", "相较", "比较", "比", "对比", "相比较", "持平", "相当", "一致", "相近", "相仿", "相若")
)
_BEHIND_TIME = 4
_NAME_OPENS = re.compile(r"(?P<mark>[“「《])(?P<rest>[^”」》，。]*)$")
_NAME_CLOSES = re.compile(r"(?P<rest>[^“「《，。]*)[”」》]")
_NAME_BEFORE, _NAME_BEHIND = 8, 10
_STARTS = frozenset(("开始", "起", "以来", "创立", "成立", "出生", "上线"))
_MARKED = frozenset(
    (
        "比",
        "较",
        "同比",
        "相比",
        "超过",
        "与",
        "是",
        "达",
        "为",
        "从",
        "由",
        "自",
        "至",
        "到",
        "截至",
        "截止",
        "自从",
        "早在",
        "在",
    )
)


def written_candidates(mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> Iterator[Candidate]:
    """Times written in the sentence, nearest first on either side."""
    times = mention.frame.times
    here = bisect_left(times, mention.figure)
    for side, indices in (("left", times[max(0, here - 4) : here][::-1]), ("right", times[here : here + 2])):
        order = 0
        for index in indices:
            if _is_unread(mention, index):
                continue
            candidate = _written(mention, index, side, order, earlier, spoken)
            yield candidate
            order += "compared-with" not in candidate.evidence  # 2024年收入5亿元，较2023年增长3%: not in the way


def _is_unread(mention: Mention, index: int) -> bool:
    """Whether a time answers to one in another paragraph, which its own does not name: 这一年, 同年."""
    period = mention.frame.periods[mention.frame.tokens[index].ref]
    return period.period is None and "same-year" in period.rules


def _written(
    mention: Mention, index: int, side: str, order: int, earlier: Sequence[Mention], spoken: Sequence[Spoken]
) -> Candidate:
    frame = mention.frame
    token = frame.tokens[index]
    period = frame.periods[token.ref]
    clause, own = frame.clause_of[mention.figure], frame.clause_of[index]
    where = "own" if own == clause else ("before" if own < clause else "after")
    evidence = [f"p:{side}.{where}", f"{side}.{where}:{min(order, 2)}", f"form:{period.form}:{side}.{where}"]
    previous = frame.tokens[index - 1].text if index else "^"
    if previous in _MARKED:
        evidence += [f"after-word:{previous}", f"after-word:{previous}:{mention.endpoint}"]
    following = frame.tokens[index + 1] if index + 1 < len(frame.tokens) else None
    if following is not None and following.cls is Class.OF:
        evidence.append(f"before-of:{side}.{where}")
    if _compared(mention, index):
        evidence.append("compared-with:of-figure" if _owns(mention, index) else "compared-with")
    if own == clause:
        between = figures_between(frame, index, mention.figure)
        evidence.append(f"figures-between:{side}:{min(between, 3)}")
    if index <= _OPENING_TOKENS and side == "left":
        evidence.append("opens-sentence")
    elif own != clause:
        evidence.append(f"clauses-between:{side}:{min(abs(clause - own), 4)}")
    if side == "left" and _is_past_present(frame, index, mention.figure):
        evidence.append("past-now")
    if frame.stops_between(own, clause) > 0:
        evidence.append(f"past-stop:{'opens' if index <= _OPENING_TOKENS else 'inner'}")
    if frame.clauses[own].depth > frame.clauses[clause].depth:
        evidence.append("inside-bracket")
    if period.form == "span" and mention.endpoint is not None:
        evidence.append("span:endpoint")
    if own != clause and period.form == "window":
        evidence.append("window-elsewhere")
        if period.text.startswith(_AHEAD):
            evidence.append("window-elsewhere:ahead")  # 未来3年内，将引入…: it rules the plan that follows
        if side == "left" and index <= _OPENING_TOKENS:
            evidence.append("window-elsewhere:opens")  # 一年来，全省…: it rules the account that follows
    evidence += _event(frame, index, own == clause)
    evidence += _inside_name(frame, token)
    if any(token.text in _STARTS for token in frame.tokens[index + 1 : index + 4]):
        evidence.append("starts-there")
    if mention.endpoint == "to" and _belongs_to_start(mention, index):
        evidence.append("of-the-start")
    if period.form == "mirror":
        period = _mirrored(period, mention, earlier, spoken)
    return Candidate(period.period, side, evidence, index, index, period=period)


def _is_past_present(frame: Frame, index: int, figure: int) -> bool:
    """Whether 如今 or 目前 stands between a time and a figure: 去年还有61家，眼下是44家."""
    between = frame.times[bisect_left(frame.times, index) + 1 : bisect_left(frame.times, figure)]
    return any(frame.periods[frame.tokens[time].ref].form == "now" for time in between)


def _owns(mention: Mention, index: int) -> bool:
    """Whether a figure is itself that of the time compared with: 较2023年同期的20.29亿元下降8.4%."""
    frame, figure = mention.frame, mention.figure
    before = frame.tokens[figure - 1]
    return index < figure and before.cls is Class.OF and figures_between(frame, index, figure) == 0


@cache
def _events() -> frozenset[str]:
    return frozenset(words("event_verb"))


def _event(frame: Frame, index: int, own: bool) -> Iterator[str]:
    """Whether an event is told right behind a time, or ends its clause."""
    tokens = frame.clauses[frame.clause_of[index]].tokens
    place = frame.place_of[index]
    before = frame.tokens[index - 1] if index else None
    if before is not None and before.text.endswith("于") and before.text not in _COMPARING:
        yield f"event-at:{'own' if own else 'elsewhere'}"  # 成立于2015年，拥有30家门店
    if any(frame.tokens[i].text in _events() for i in (*tokens[place + 1 : place + _BEHIND_TIME], tokens[-1])):
        yield f"event-there:{'own' if own else 'elsewhere'}"


def _inside_name(frame: Frame, token: Token) -> Iterator[str]:
    """Whether a time is part of a quoted name or a title: “新十二月市”, 《2024年节日报告》."""
    opens = _NAME_OPENS.search(frame.text[max(0, token.start - _NAME_BEFORE) : token.start])
    closes = opens and _NAME_CLOSES.match(frame.text, token.end, token.end + _NAME_BEHIND)
    if opens is not None and closes is not None and (opens["rest"] or closes["rest"]):
        yield f"inside-name:{'title' if opens['mark'] == '《' else 'quote'}"


def _compared(mention: Mention, index: int) -> bool:
    """Whether a time is what a figure is compared with: 较2023年, 同比去年, 是去年同期的3倍."""
    frame = mention.frame
    token = frame.tokens[index]
    if index in mention.predicate.compared or (index and frame.tokens[index - 1].text in _COMPARING):
        return True
    following = frame.tokens[index + 1 : index + 3]
    accompanied = index > 0 and frame.tokens[index - 1].text in ACCOMPANYING
    if accompanied and any(other.text in _COMPARED_WITH for other in following):
        return True
    if len(following) == 2 and following[0].cls is Class.OF and _is_multiple(mention, following[1]):
        return True
    if frame.periods[token.ref].form == "mirror" and mention.kind == "change":
        return True
    return mention.compare_to is not None and mention.compare_to[0] <= token.start < mention.compare_to[1]


def _is_multiple(mention: Mention, token: Token) -> bool:
    return token.cls is Class.QUANTITY and mention.frame.quantities[token.ref].unit == "x"


def _belongs_to_start(mention: Mention, index: int) -> bool:
    """Whether a time stands in front of the 从-figure whose 到-figure this is: 由去年同期的A调整为B."""
    before = figure_before(mention.frame, mention.figure)
    return before is not None and 0 < index < before and mention.frame.tokens[index - 1].text in ("从", "由", "自")


def _mirrored(period: Period, mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> Period:
    """``去年同期`` as the year before the period that rules where it stands, and a bare ``同期`` as that period."""
    ruling = next((i.period for i in reversed(mention.frame.periods) if i.end <= period.start and i.period), None)
    if ruling is None and earlier and earlier[-1].period is not None:
        ruling = earlier[-1].period.text
    if ruling is None:
        ruling = next((item.period.period for item in reversed(spoken) if item.period.period), None)
    bare = mention.frame.text.startswith("同", period.start)
    if period.period is not None and not bare:
        return period  # 2022年同期: it names its year itself
    code = ruling if ruling is None or bare else mirror(ruling)
    interval = parse(code) if code is not None else None
    if interval is None:
        return period
    return replace(period, period=code, first=interval.first, last=interval.last)
