"""Spans of noun phrases as candidates for a metric, with the evidence in the phrase itself."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimx.claim.anaphors import WHAT
from claimx.claim.mention import Candidate, Mention, length_name
from claimx.claim.phrases import Run, joined_figures
from claimx.claim.tokens import Class, is_name
from claimx.claim.walk import figures_between
from claimx.lexicon.terms import entities, head_dimension, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.claim.frame import Frame
    from claimx.claim.tokens import Token
    from claimx.model import Kind

# Which dimensions of measures a group of figures can give.
_FITS = {
    "money": {"money", "price", "other"},
    "share": {"share", "index", "rank", "other"},
    "count": {"count", "people", "other"},
    "measure": {"physical", "area", "other"},
    "duration": {"duration", "other"},
    "multiple": {"multiple", "other"},
    "ratio": {"multiple", "share", "other"},
    "rank": {"rank"},
    "points": {"share"},
    "score": {"index", "other"},
    "bare": {"money", "count", "people", "index", "multiple", "price"},
}
# Adverbs behind a measure (月租基本在3000元) that also begin one (基本工资).
_LOOSE = frozenset(("基本", "一般", "整体", "总体"))
# One word of these parts of speech measures nothing: 远 in 都远比不过.
_MANNER = frozenset(("a", "ad", "d"))
# Half a word: what they measure stands in front of them (留存 + 率 where the dictionary lacks 留存率).
_SUFFIXES = frozenset("率数量额费价值度比")
# What ends a phrase of time or circumstance, also within a word: 高峰时, 极限情况, 播出后, 手里.
_SETTINGS = (
    "时", "时候", "时期", "高峰期", "期间", "阶段", "时段", "会儿", "那天", "以来", "情况", "前提", "基础", "背景",
    "方面", "过程", "后", "前", "里", "中", "上", "下",
)  # fmt: skip
# Where everything is counted; what is counted there stands elsewhere: 这样的工坊，全县有217个.
_EVERYWHERE = frozenset(whole + place for whole in "全本" for place in "国省市县区州镇村乡网球院店场行") | {
    "国内", "海外", "省内", "县里", "市里", "世界",
}  # fmt: skip
# What the first of two ends stands behind.
_FROM = frozenset(("从", "由", "自"))
LENGTHS = (1, 2, 4, 6, 9, 13)
_STARTS = 9


def ending_spans(mention: Mention, run: Run, pattern: str) -> Iterator[Candidate]:
    """Spans of a run that end where it ends (or before its trailing verbs, or 上 in 销量上) and begin at any word."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    last = run.last
    ends = [last]
    while last - 1 > run.first and frame.tokens[tokens[last - 1]].cls in (Class.VERB, Class.ADVERB):
        last -= 1
    if last not in ends:
        ends.append(last)
    trailing = frame.tokens[tokens[last - 1]]
    if last - 1 > run.first and (trailing.tag == "f" or trailing.text in _LOOSE):
        ends.append(last - 1)
    for end in ends:
        for first in range(end - 1, max(run.first, end - _STARTS) - 1, -1):
            joins = frame.tokens[tokens[first]].cls in (Class.OF, Class.AND)
            whole = frame.balanced(tokens[first], tokens[end - 1])
            part = end - first == 1 and _is_part(frame.tokens[tokens[first]], opens=first == run.first)
            if whole and not joins and not part and not _names_owner(frame, tokens, first, end):
                yield span_candidate(mention, run, first, end, pattern, "cut-verb" if end != run.last else "whole-end")


def _is_part(token: Token, *, opens: bool) -> bool:
    """Whether a word measures nothing by itself; ``opens`` tells that no other word of its phrase is in front."""
    return token.tag in _MANNER or (not opens and token.text in _SUFFIXES)


def _names_owner(frame: Frame, tokens: list[int], first: int, end: int) -> bool:
    """Whether a phrase is an owner and a known measure: 抖音的GMV, 套餐的价格. The measure alone is the metric."""
    opening = frame.tokens[tokens[first]].word.entity
    owners = [p for p in range(first + 1, end - 1) if frame.tokens[tokens[p]].cls is Class.OF]
    if opening is not None and first + 1 < end and not owners:
        owners = [first]
    return any(frame.span_text(tokens[p + 1], tokens[end - 1]).lower() in metrics() for p in owners)


def beginning_spans(mention: Mention, run: Run, pattern: str) -> Iterator[Candidate]:
    """Spans of a run that begin where it begins (or behind its first modifier) and end at any noun."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    behind_of = [p + 1 for p in range(run.first, run.last - 1) if frame.tokens[tokens[p]].cls is Class.OF]
    starts = [run.first, *behind_of[:2]]
    for first in starts:
        for end in range(first + 1, min(run.last, first + _STARTS) + 1):
            token = frame.tokens[tokens[end - 1]]
            whole = frame.balanced(tokens[first], tokens[end - 1])
            part = end - first == 1 and _is_part(token, opens=True)
            if whole and not part and token.cls in (Class.NOMINAL, Class.QUOTE, Class.VERB):
                yield span_candidate(mention, run, first, end, pattern, "run-end" if end == run.last else "inner-end")


def span_candidate(mention: Mention, run: Run, first: int, end: int, pattern: str, edge: str) -> Candidate:
    """The span from one place of a run to another (exclusive), with all its evidence."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    text = frame.span_text(tokens[first], tokens[end - 1])
    group = mention.group
    role = mention.predicate.nearest
    role_kind = role.kind if role else "none"
    side = pattern.partition(".")[0].rstrip("01")
    evidence = [
        "p:" + pattern,
        f"p:{pattern}:{group}",
        f"{side}:{role_kind}",
        f"{side}:{role_kind}:{group}",
        f"{side}:kind:{mention.kind}",
        length_name(side, text, LENGTHS),
        f"edge:{side}:{edge}",
    ]
    evidence += head_evidence(mention, text, side)
    before = frame.tokens[tokens[first - 1]] if first else None
    if first == run.first:
        evidence.append(f"start:run:{side}")
    elif before is not None:
        evidence.append(f"start:{before.cls.name}:{side}")
        if before.cls is Class.AND:
            evidence.append(f"start:joined:{min(len(joined_figures(frame, mention.figure)), 2)}")
        if is_name(before):
            evidence.append("start:after-name")
        elif before.cls is Class.NOMINAL and before.word.dimension is not None:
            evidence.append("start:after-measure")  # 总额 in GMV总额: half a name
    if run.first:
        # What a preposition or a verb governs is seldom what the figure measures: 按不变价格计算, 打造…
        outer = frame.tokens[tokens[run.first - 1]]
        evidence.append(f"run:after-{outer.cls.name}:{pattern.partition('.')[0]}")
    opening = frame.tokens[tokens[first]]
    if text.lower() in entities() or (end - first == 1 and is_name(opening)):
        evidence.append(f"whole:name:{side}")
    closing = frame.tokens[tokens[end - 1]]
    evidence += _opening_evidence(opening, side, alone=end - first == 1)
    evidence += _closing_evidence(closing, side)
    if end - first > 1 and opening.cls is Class.QUOTE and closing.cls is Class.QUOTE:
        evidence.append(f"whole:quoted:{side}")
    elif end - first > 1 and is_name(closing) and closing.word.dimension is None:
        evidence.append(f"last:name:{side}")  # 创始人马骏 in 创始人马骏直接持股38.4%
    inner = [frame.tokens[i].cls for i in tokens[first:end]]
    for cls in (Class.OF, Class.AND, Class.VERB, Class.QUOTE, Class.PRONOUN):
        if cls in inner:
            evidence.append(f"in:{cls.name}:{side}")
    if Class.VERB in inner[1:-1]:
        evidence.append(f"inside:VERB:{side}")  # 套餐满足不同用户需求: a statement, no phrase
    following = frame.tokens[tokens[end]].cls.name if end < len(tokens) else "EDGE"
    evidence.append(f"{side}:before-{following}")
    if side == "left":
        evidence += _left_evidence(mention, run, end, Class.AND in inner)
    return Candidate(text, side, evidence, tokens[first], tokens[end - 1])


def _opening_evidence(opening: Token, side: str, *, alone: bool) -> Iterator[str]:
    """What the first word of a phrase says against its being a measure; ``alone`` tells that it is the whole phrase."""
    place = "whole" if alone else "first"
    if is_name(opening):
        yield "first:name"
    if opening.cls is not Class.NOMINAL:
        yield f"first:{opening.cls.name}"
        yield f"first:{opening.cls.name}:{side}"
    if opening.tag == "eng" and not opening.text.isupper() and opening.text.lower() not in metrics():
        yield f"{place}:latin-name:{side}"  # Teams月活, unlike GMV目标
    if opening.text in _EVERYWHERE:
        yield f"{place}:everywhere:{side}"
    if alone and opening.text.startswith("每"):
        yield f"whole:each:{side}"  # 每公斤 in 每公斤5万元


def _closing_evidence(closing: Token, side: str) -> Iterator[str]:
    """What the last word of a phrase says for or against its being a measure."""
    yield f"last:{closing.cls.name}:{side}"
    if closing.tag in ("m", "q", "t"):
        yield f"last-tag:{closing.tag}"  # 年 in 年减排120万吨
    elif closing.tag == "f" or (closing.word.dimension is None and closing.text.endswith(_SETTINGS)):
        yield f"last:setting:{side}"
    if closing.word.role is not None:
        yield f"last:role:{closing.word.role.kind}"


def _left_evidence(mention: Mention, run: Run, end: int, joins: bool) -> Iterator[str]:
    """How a phrase on the left stands to the figure; ``joins`` tells whether 、 or 和 is in the phrase."""
    frame = mention.frame
    last = frame.clauses[run.clause].tokens[end - 1]
    clause = frame.clause_of[mention.figure]
    yield f"left:right-noun:{noun_follows(mention)}"
    tokens = frame.clauses[run.clause].tokens
    closes = run.clause == clause and end == run.last == mention.predicate.edge - 1
    if closes and frame.tokens[tokens[end]].cls is Class.OF:
        # 愿意花4000元以上的超过三成, 养宠物的占31%: who is counted, without a noun.
        told = any(frame.tokens[index].cls is Class.VERB for index in tokens[run.first : end])
        yield f"left:headless:{mention.group}:{told}"
    if mention.endpoint is not None:
        # 门店从高峰期的四百多家缩到三十来家: what is measured stands in front of 从.
        if run.first and frame.tokens[tokens[run.first - 1]].text in _FROM:
            yield f"left:inside-range:{mention.endpoint}"
        if end < len(tokens) and frame.tokens[tokens[end]].text in _FROM:
            yield f"left:ranges:{mention.endpoint}"
    joined = joined_figures(frame, mention.figure)
    if len(joined) > 1:
        yield f"left:joined-figures:{joins}"
    if figures_between(frame, last, joined[0]):
        yield f"left:past-figure:{'here' if run.clause == clause else 'before'}"  # that figure's measure first
    if end == mention.predicate.edge and run.clause == clause:
        yield "left:touches"
    elif last == mention.figure - 2 and frame.alone_in_bracket(mention.figure):
        yield "left:touches-bracket"
    else:
        yield "left:apart"


def noun_follows(mention: Mention) -> str:
    """The class of the token behind the figure, or ``end``."""
    frame = mention.frame
    tokens = frame.clauses[frame.clause_of[mention.figure]].tokens
    place = frame.place_of[mention.figure] + 1
    if place >= len(tokens):
        return "end"
    token = frame.tokens[tokens[place]]
    return token.cls.name


def head_evidence(mention: Mention, text: str, side: str) -> tuple[str, ...]:
    """How the phrase's last word fits the figure's dimension."""
    return _head_evidence(text, side, mention.group, mention.kind)


@lru_cache(maxsize=2048)
def _head_evidence(text: str, side: str, group: str, kind: Kind) -> tuple[str, ...]:
    if text in WHAT:
        return (f"anaphor:{side}",)
    dimension = head_dimension(text)
    if dimension is None:
        return (f"head:none:{side}",)
    fits = "fit" if dimension in _FITS[group] else "clash"
    if kind == "change" and group in ("share", "multiple", "points"):
        fits = "change"
    found = f"head:{fits}:{side}", f"head:{dimension}:{group}"
    return (*found, f"lexicon:{fits}:{side}") if text.lower() in metrics() else found
