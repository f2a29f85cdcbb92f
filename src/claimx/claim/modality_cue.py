"""Cues of modality as they stand in a text: which of them are words of their own and mean what they say."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.tokens import Class
from claimx.claim.walk import leftwards
from claimx.lazy import lazy
from claimx.lexicon.load import table
from claimx.lexicon.roles import roles

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.model import Modality

_MODALITIES: dict[str, Modality] = {
    "estimate": "estimate",
    "forecast": "forecast",
    "target": "target",
    "hypothetical": "hypothetical",
}
# What is supposed outright needs no figure to be a worked example; a condition does.
_SUPPOSING = lazy("假|设想|试想|理论上|比方|例")
# Words that make a plan or a goal a thing spoken of: 完成年度计划, 该计划, 去年的目标.
_POINTING = frozenset(("该", "此", "本", "这", "那", "原", "其", "这一", "这个", "年度", "全年", "既定", "上述"))
# Nouns that 目标 qualifies: whom or what one aims at, not what is to be reached.
_AIMED_AT = frozenset(
    ("客户", "用户", "人群", "群体", "客群", "受众", "市场", "消费者", "对象", "企业", "公司", "品牌", "读者")
)
_QUOTES = "“”‘’「」《》\"'"


class Cue(NamedTuple):
    """A cue found in the text, at half-open offsets of the block's normalised text."""

    modality: Modality
    #: ``before``, ``after``, ``verb`` or ``clause``: see modality.tsv.
    scope: str
    word: str
    start: int
    end: int


@cache
def _cues() -> dict[str, tuple[Modality, str]]:
    return {row[0]: (_MODALITIES[row[1]], row[2]) for row in table("modality")}


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, sorted(_cues(), key=len, reverse=True))))


def find_cues(frame: Frame, start: int, end: int) -> list[Cue]:
    """The cues between two offsets that stand as words of their own, nearest to the end first."""
    cues = []
    for match in _pattern().finditer(frame.text, start, end):
        modality, scope = _cues()[match.group()]
        cue = Cue(modality, scope, match.group(), *match.span())
        if _is_word(frame, cue) and _is_meant(frame, cue):
            cues.append(cue)
    return cues[::-1]


def _token_at(frame: Frame, offset: int) -> int:
    """The first token that starts at or behind an offset."""
    return bisect_left(frame.tokens, offset, key=lambda token: token.start)


def _is_word(frame: Frame, cue: Cue) -> bool:
    """Whether a cue begins with a word and ends with one: not 要是 in 主要是, 拟 in 虚拟.

    A supposition need not end with one: the segmenter cuts 假设有 as 假 and 设有.
    """
    first = _token_at(frame, cue.start)
    if first == len(frame.tokens) or frame.tokens[first].start != cue.start:
        return False
    behind = _token_at(frame, cue.end)
    return frame.tokens[behind - 1].end == cue.end or _SUPPOSING.search(cue.word) is not None


def _is_meant(frame: Frame, cue: Cue) -> bool:
    """Whether a cue is used as one: a verb follows where it needs one, a plan is not a mere name."""
    behind = _token_at(frame, cue.end)
    following = frame.tokens[behind] if behind < len(frame.tokens) else None
    if cue.scope == "clause":
        return _supposes(frame, cue)
    if cue.modality != "target" and cue.scope != "verb":
        return True
    if cue.scope != "verb":
        return following is None or not cue.word.endswith("目标") or following.text not in _AIMED_AT
    if following is not None and following.text in _QUOTES:
        return False  # “双高计划”
    first = _token_at(frame, cue.start)
    if first and frame.tokens[first - 1].text in _POINTING:
        return False
    if following is None:
        return False
    verbal = following.cls in (Class.VERB, Class.ADVERB, Class.PERIOD, Class.PREPOSITION)
    if len(cue.word) == 1:
        return verbal or (cue.word == "拟" and following.cls is Class.QUANTITY)
    return verbal and not _is_object(frame, first)


def _is_object(frame: Frame, index: int) -> bool:
    """Whether a plan is what a preposition or a verb in front speaks of: 通过扶持计划, 推出新商计划."""
    if frame.place_of[index] < 0:
        return False
    for before in leftwards(frame, index, 4):
        token = frame.tokens[before]
        if token.cls in (Class.PREPOSITION, Class.VERB):
            return token.tag[:1] in "pv" and token.text not in ("在", "将")
        if token.cls not in (Class.NOMINAL, Class.OF, Class.QUOTE):
            return False
    return False


def _supposes(frame: Frame, cue: Cue) -> bool:
    """Whether a condition holds a figure: a worked sum, not a plain if."""
    if _SUPPOSING.search(cue.word):
        return True
    behind = _token_at(frame, cue.end)
    number = frame.clause_of[min(behind, len(frame.tokens) - 1)]
    tokens = frame.clauses[number].tokens
    return any(
        frame.tokens[i].start >= cue.end and frame.quantities[frame.tokens[i].ref].value != 1
        for i in tokens
        if frame.tokens[i].cls is Class.QUANTITY
    )


def measures_goal(frame: Frame, figure: int, cue: Cue) -> bool:
    """Whether the figure says how much of a goal was met: 完成年度目标的82%, 没有达到去年目标的一半."""
    before = leftwards(frame, figure, 2)
    if before and frame.tokens[before[0]].cls is Class.OF and frame.tokens[before[0]].start >= cue.end:
        return True
    first = _token_at(frame, cue.start)
    if first >= len(frame.tokens) or frame.place_of[first] < 0:
        return False
    for index in leftwards(frame, first, 4):
        role = roles().get(frame.tokens[index].text)
        if role is not None and role.kind == "attain":
            return True
    return False
