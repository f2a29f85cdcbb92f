"""The metric behind a figure: the noun counted, the noun a share is of, what people are told to do."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention, length_name
from claimx.claim.metric_phrase import LENGTHS, beginning_spans
from claimx.claim.phrases import run_after, run_before
from claimx.claim.tokens import Class, has_role

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.claim.frame import Frame
    from claimx.claim.tokens import Token

_PREDICATES = 5
# What stands behind a figure and belongs to it; never what is measured.
_EXTENTS = frozenset((
    "之间", "不等", "左右", "上下", "附近", "区间", "区间内", "范围", "范围内", "水平", "级别", "量级", "内", "中",
    "里", "背后", "之多", "人民币", "以内", "之内", "之中", "当中", "以外", "之外", "开外", "前", "后", "时", "以上",
    "以下", "之上", "之下",
))  # fmt: skip
# The last character of a verb that has a result behind it: 变成, 关到, 稀释至.
_RESULTS = ("到", "成", "至", "为")


def metrics_behind(mention: Mention) -> Iterator[Candidate]:
    """Everything behind the figure that it might measure."""
    yield from _right(mention)
    yield from _predicate_right(mention)


def _right(mention: Mention) -> Iterator[Candidate]:
    """``Q N`` and ``Q的N``: the counted noun, or the noun a share is of."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    place = frame.place_of[mention.figure] + 1
    tokens = frame.clauses[clause].tokens
    pattern = "right"
    place = _past_extent(frame, tokens, place)
    if place < len(tokens) and frame.tokens[tokens[place]].cls is Class.OF:
        place, pattern = _past_extent(frame, tokens, place + 1), "right-of"
    if place < len(tokens) and frame.tokens[tokens[place]].cls is Class.AND:
        return  # 提案9件、建议5件: the next item of a list, with a figure of its own
    run = run_after(frame, clause, place)
    if run.last == run.first:
        return
    behind = (frame.tokens[index].cls for index in tokens[run.last :])
    told = Class.VERB in takewhile(lambda cls: cls is not Class.QUANTITY, behind)
    before = _before(mention)
    leads = _leads_on(frame.tokens[tokens[run.first]])
    for candidate in beginning_spans(mention, run, pattern):
        if leads:
            candidate.evidence.append(f"{pattern}:leads-on")
        candidate.evidence.append(f"{pattern}:told:{told}:{mention.group}")  # 40%的用户喜欢…: what they are told to do
        candidate.evidence.append(f"{pattern}:measured-before:{before}:{mention.group}")  # 粉丝过亿的主播
        yield candidate


def _leads_on(token: Token) -> bool:
    """Whether a verb behind a figure leads to the next one: 关到 in 从110家关到了48家."""
    return token.cls is Class.VERB and token.text.endswith(_RESULTS)


def _before(mention: Mention) -> str:
    """What the phrase in front of the figure says of it: a measure, whatever else, or that there is none."""
    frame = mention.frame
    edge = mention.predicate.edge
    run = run_before(frame, frame.clause_of[mention.figure], edge)
    if run.last == run.first:
        return "nothing"
    closing = frame.tokens[frame.clauses[run.clause].tokens[run.last - 1]]
    return "phrase" if closing.word.dimension is None else "measure"


def _past_extent(frame: Frame, tokens: list[int], place: int) -> int:
    """The place behind the words that only say how far a figure goes: 之间 in 60至70分贝之间."""
    while place < len(tokens) and frame.tokens[tokens[place]].text in _EXTENTS:
        place += 1
    return place


def _predicate_right(mention: Mention) -> Iterator[Candidate]:
    """``Q的N VP``: in surveys, what a share of people do or think."""
    if mention.group not in ("share", "count", "bare", "duration"):
        return
    frame = mention.frame
    tokens = frame.clauses[frame.clause_of[mention.figure]].tokens
    first = _past_extent(frame, tokens, frame.place_of[mention.figure] + 1)
    if first < len(tokens) and frame.tokens[tokens[first]].cls is Class.OF:
        first += 1
    stop = first
    while stop < len(tokens) and frame.tokens[tokens[stop]].cls is not Class.QUANTITY:
        stop += 1
    if stop - first < 2 or has_role(frame.tokens[tokens[first]], "move", "reach", "attain", "copula", "rank"):
        return
    starts = [("whole", first)]
    for place in range(first, stop - 1):
        token = frame.tokens[tokens[place]]
        if token.cls in (Class.VERB, Class.ADVERB, Class.PREPOSITION) and len(starts) < _PREDICATES:
            starts.append((f"rest{len(starts) - 1}", place))
    verbs = any(frame.tokens[i].cls is Class.VERB for i in tokens[first:stop])
    for name, place in starts:
        if place == first and name != "whole":
            continue
        text = frame.span_text(tokens[place], tokens[stop - 1])
        opening = frame.tokens[tokens[place]].cls.name
        evidence = [
            f"p:predicate.{name}",
            f"p:predicate.{name}:{mention.group}",
            f"predicate:{name}:verb-{verbs}",
            f"predicate:opens-{opening}:{name}",
            f"predicate:figure-first:{mention.predicate.edge == 0}:{name}",
            f"predicate:last:{stop == len(tokens)}",
            length_name("predicate", text, LENGTHS),
        ]
        if _leads_on(frame.tokens[tokens[first]]):
            evidence.append("predicate:leads-on")
        yield Candidate(text, "predicate", evidence, tokens[place], tokens[stop - 1])
