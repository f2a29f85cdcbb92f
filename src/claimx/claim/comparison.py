"""``比X高Q``, ``高于XQ``, ``是X的Q倍``, ``相差Q``: a figure that says how one thing stands to another."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.claim.basis import against, trimmed
from claimx.claim.cues import comparing_verbs, reference_basis, side, times_cues
from claimx.claim.reading import AMOUNTS, Change, Spot
from claimx.claim.tokens import Class
from claimx.claim.walk import leftwards, rightwards
from claimx.lazy import lazy
from claimx.lexicon.roles import roles

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.model import Direction, Quantity, Span

# Times without a date: what is compared with is the thing itself, earlier.
_EARLIER = re.compile(
    r"""
    (?: 原来|原先|从前|以前|此前|之前|当初|当时|过去|往年|往常|往日|平时|平日   # 比从前
    |   [年月周天日]前 | 前期|同期|同月|期间                               # 较五年前, 较“十三五”期间
    ) 的? [”"]? $
    """,
    re.VERBOSE,
)
# A share of one of these is part of a whole (是全国总量的93%), not one thing beside another.
_WHOLE = lazy(r"[总全整]|所有|合计|累计|一共|整体|大盘")
_DIFFERENCE = frozenset(("相差", "差距", "差", "差额", "差值", "之差", "落差", "差异"))
_ONLY = lazy("[仅只才]|不及")
_EQUALS = frozenset(("相当于", "顶", "抵", "抵得上", "顶得上", "堪比", "等于"))
# Verbs behind which an absolute figure is a difference: 高出成本2元, but 低于对手的人均10吨 gives the other's level.
_GAPS = frozenset(("高出", "低出", "多出", "少出", "领先", "落后"))
_TIMING = re.compile("[早晚]|提前|推迟")
# Roles of words that may also end a noun phrase: 市场增速, 广告投入.
_NAMING = frozenset(("rate", "transact", "new"))
_BACK = 14
_PHRASE = frozenset((Class.NOMINAL, Class.QUOTE, Class.OF, Class.AND, Class.PERIOD, Class.PRONOUN))


def read_comparison(spot: Spot) -> Change | None:
    """The reading of a figure that compares; None when it does not."""
    return _prefix(spot) or _times(spot) or _verb(spot) or _equal(spot) or _difference(spot)


def _is_time(frame: Frame, indices: list[int], span: Span) -> bool:
    """Whether a phrase compared with is nothing but a time: 2023年, 去年同期, 从前."""
    if all(frame.tokens[i].cls in (Class.PERIOD, Class.OF) for i in indices):
        return True
    text = frame.text[span[0] : span[1]]
    return reference_basis(text) is not None or _EARLIER.search(text) is not None


def _prefix(spot: Spot) -> Change | None:
    """``比传统广告高40%``."""
    frame, predicate = spot.frame, spot.predicate
    span = predicate.compared_span(frame)
    if span is None or predicate.degree is None or predicate.has("move", "reach"):
        return None
    timing = _TIMING.match(predicate.degree) is not None
    direction = None if timing and spot.group == "duration" else side(predicate.degree)
    if _is_time(frame, predicate.compared, span):
        reckoned = against(frame, predicate.compared, span)
        return Change("change", direction, None, *reckoned, "than-earlier")
    return Change("comparison", direction, None, "versus", trimmed(frame, span), "than-other")


def _verb(spot: Spot) -> Change | None:
    """``高于全国0.7个百分点``, ``增速超行业均值3倍``."""
    frame = spot.frame
    steps = leftwards(frame, spot.figure, _BACK)
    for count, index in enumerate(steps):
        token = frame.tokens[index]
        cue = token.text if token.text in comparing_verbs() else _fused_verb(token.text)
        if cue is not None:
            phrase = steps[:count][::-1]
            if not phrase or frame.tokens[phrase[-1]].cls is Class.OF:
                return None  # 超过总量的90%: a level
            if spot.group not in AMOUNTS and cue not in _GAPS:
                return None
            following = rightwards(frame, spot.figure, 1)
            if following and frame.tokens[following[0]].cls is Class.OF:
                return None  # 低于对手44%的增速: the other's own figure
            span = frame.tokens[phrase[0]].start, frame.tokens[phrase[-1]].end
            if _is_time(frame, phrase, span):
                return Change("change", side(cue), None, *against(frame, phrase, span), "beyond-earlier")
            return Change("comparison", side(cue), None, "versus", span, "beyond-other")
        if not _in_phrase(frame, index):
            return None
    return None


def _fused_verb(text: str) -> str | None:
    """The comparing verb at the end of a word the segmenter has glued together: 率超."""
    return text[-1] if len(text) == 2 and text[-1] == "超" and text not in roles() else None


def _times(spot: Spot) -> Change | None:
    """``是去年同期的3倍``, ``达到汉代的10倍``, ``相当于对手日活的十分之一``."""
    frame, quantity, group = spot.frame, spot.quantity, spot.group
    steps = leftwards(frame, spot.figure, _BACK)
    joined = bool(steps) and frame.tokens[steps[0]].cls is Class.OF
    if group not in ("multiple", "share") or quantity.form == "growth" or not (joined or group == "multiple"):
        return None
    phrase: list[int] = []
    link: str | None = None
    for index in steps[joined:]:
        token = frame.tokens[index]
        role = token.word.role
        if token.text in times_cues() or (role is not None and role.kind in ("copula", "attain", "reach")):
            link = token.text
            break
        if token.text in comparing_verbs() or (role is not None and role.kind in ("move", "share", "have")):
            return None
        if token.cls is Class.ADVERB and phrase:
            continue
        if not _in_phrase(frame, index) and token.cls is not Class.QUANTITY:
            link = token.text if _ONLY.search(token.text) else None
            break
        phrase.insert(0, index)
    starts = bool(phrase) and frame.place_of[phrase[0]] == 0
    if not phrase or (link is None and not (starts and joined and group == "multiple")):
        return None
    span = trimmed(frame, (frame.tokens[phrase[0]].start, frame.tokens[phrase[-1]].end))
    if _is_time(frame, phrase, span):
        if group == "share" and link not in times_cues() and not (link or "").startswith("恢复"):
            return None
        less = group == "share" and quantity.value is not None and quantity.value < 100
        return Change("change", "down" if less else "up", None, *against(frame, phrase, span), "times-of-earlier")
    if group == "multiple":
        return Change("comparison", "up", None, "versus", span, "times-of-other")
    if link is None or not _beside(frame, quantity, phrase, span, link):
        return None
    return Change("comparison", None, None, "versus", span, "share-of-other")


def _beside(frame: Frame, quantity: Quantity, phrase: list[int], span: Span, link: str) -> bool:
    """Whether a share is of another thing (仅为高峰期的5%) rather than of the whole it is part of."""
    if _WHOLE.search(frame.text, *span):
        return False
    before = frame.text[max(frame.start, span[0] - 6) : span[0]]
    return (
        quantity.form == "fraction"
        or link == "相当于"
        or _ONLY.search(before) is not None
        or _same_measure(frame, phrase)
    )


def _same_measure(frame: Frame, phrase: list[int]) -> bool:
    """``留存率能达到小红书留存率的70%``: both sides end in the same word."""
    word = frame.tokens[phrase[-1]].text
    first = phrase[0]
    return len(word) > 1 and any(frame.tokens[i].text == word for i in leftwards(frame, first, _BACK))


def _equal(spot: Spot) -> Change | None:
    """``一块芯片相当于10块GPU``."""
    frame = spot.frame
    before, behind = leftwards(frame, spot.figure, 1), rightwards(frame, spot.figure, 1)
    if spot.group != "count" or not before or not behind or frame.tokens[before[0]].text not in _EQUALS:
        return None
    token = frame.tokens[behind[0]]
    if token.cls is not Class.NOMINAL:
        return None
    return Change("comparison", "up", None, "versus", (token.start, token.end), "equal-to-many")


def _difference(spot: Spot) -> Change | None:
    """``两者相差近800元``."""
    for index in leftwards(spot.frame, spot.figure, 3):
        token = spot.frame.tokens[index]
        if token.text in _DIFFERENCE:
            direction: Direction | None = "up" if spot.group == "multiple" else None
            return Change("comparison", direction, None, "versus", None, "difference")
        role = token.word.role
        if not (token.cls is Class.ADVERB or (role is not None and role.kind in ("copula", "attain"))):
            return None
    return None


def _in_phrase(frame: Frame, index: int) -> bool:
    token = frame.tokens[index]
    if token.cls in _PHRASE or token.tag == "t":
        return True
    role = token.word.role
    return token.cls is Class.VERB and len(token.text) > 1 and (role is None or role.kind in _NAMING)
