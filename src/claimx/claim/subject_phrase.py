"""Spans of noun phrases as candidates for a subject, with the evidence in and around the phrase."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimx.claim.attribution import attributions
from claimx.claim.mention import Candidate, Mention, length_name
from claimx.claim.phrases import REACH, is_balanced
from claimx.claim.tokens import Class, is_name
from claimx.lexicon.roles import roles
from claimx.lexicon.terms import entities, group_suffixes, head_dimension, source_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.claim.frame import Frame
    from claimx.claim.phrases import Run
    from claimx.claim.tokens import Token

_STARTS = 6
_TELLING = (Class.OF, Class.AND, Class.VERB, Class.QUOTE, Class.PRONOUN, Class.ADVERB)
_ENDS = 6
# 以抖音为例, 对平台来说: what stands in front is what the rest is about.
_TOPIC_MARKS = frozenset(("为例", "来说", "而言", "来看", "来讲", "方面", "为代表", "为首"))
_LENGTHS = (1, 2, 4, 6, 10, 16)
# Words that stand for somebody named before.
_ANAPHORS = frozenset(
    (
        "公司",
        "该公司",
        "平台",
        "该平台",
        "集团",
        "企业",
        "品牌",
        "其",
        "它",
        "他",
        "她",
        "他们",
        "它们",
        "我们",
        "双方",
        "两者",
        "后者",
        "前者",
        "该",
        "此",
        "这",
        "数据",
        "情况",
    )
)
_ANONYMOUS = ("某", "一家", "一位", "一名", "有的", "部分", "不少")
_STATING = frozenset(("copula", "attain", "have", "share", "move", "reach", "rank"))
_BORDERS = frozenset((Class.OF, Class.AND, Class.VERB, Class.ADVERB, Class.PRONOUN, Class.QUOTE))


def subject_spans(mention: Mention, run: Run, pattern: str, order: int) -> Iterator[Candidate]:
    """Spans of a run between plausible borders of a name."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    metric = mention.metric
    for end in _ends(frame, tokens, run):
        for first in _starts(frame, tokens, run, end):
            whole = is_balanced(frame.span_text(tokens[first], tokens[end - 1]))
            if not whole or not _names_something(frame, tokens[first:end]):
                continue
            candidate = subject_candidate(mention, run, first, end, pattern, order)
            candidate.evidence.append("end:run" if end == run.last else "end:inner")
            candidate.evidence += _standing(mention, run, tokens, first)
            if metric is not None and metric.first is not None and metric.last is not None:
                overlap = not (metric.last < tokens[first] or metric.first > tokens[end - 1])
                if overlap:
                    candidate.evidence.append("overlaps-metric")
            yield candidate


def _names_something(frame: Frame, indices: list[int]) -> bool:
    """Whether a span holds a noun or a pronoun; verbs and adverbs alone are nobody."""
    if len(indices) == 1 and frame.tokens[indices[0]].text in ("某", "每", "各"):
        return False
    return any(
        frame.tokens[i].cls in (Class.NOMINAL, Class.PRONOUN) and frame.tokens[i].tag[:1] not in ("a", "d")
        for i in indices
    )


def _standing(mention: Mention, run: Run, tokens: list[int], first: int) -> list[str]:
    """Evidence against a phrase that is no statement's subject: behind the verb, or in a book's title."""
    frame = mention.frame
    found = []
    if run.clause == frame.clause_of[mention.figure]:
        roles_before = (roles().get(frame.tokens[index].text) for index in tokens[max(0, first - REACH) : first])
        if any(role is not None and role.kind in _STATING for role in roles_before):
            found.append("behind-verb")
    start = frame.tokens[tokens[first]].start
    if any(named.name[0] <= start < named.name[1] for named in attributions(frame.text)):
        found.append("is-source")
    own = frame.clauses[frame.clause_of[mention.figure]]
    if frame.clauses[run.clause].depth > own.depth:
        found.append(f"inside-bracket:{frame.clauses[run.clause].opener}")
    compared = mention.compare_to
    if compared is not None and compared[0] <= frame.tokens[tokens[first]].start < compared[1]:
        found.append("compared")
    for place in range(first - 1, max(-1, first - 1 - REACH), -1):
        text = frame.tokens[tokens[place]].text
        if text in "》〉":
            break
        if text in "《〈":
            found.append("in-title-marks")
            break
    return found


def _starts(frame: Frame, tokens: list[int], run: Run, end: int) -> list[int]:
    """Where a subject may begin: at the run's start, behind 的, 、 or a verb, and at a known entity."""
    starts = [run.first]
    for place in range(end - 1, run.first, -1):
        token, previous = frame.tokens[tokens[place]], frame.tokens[tokens[place - 1]]
        if token.cls in (Class.OF, Class.AND):
            continue
        if previous.cls in _BORDERS or token.word.entity is not None or token.text == "某":
            starts.append(place)
    return starts[:_STARTS]


def _ends(frame: Frame, tokens: list[int], run: Run) -> list[int]:
    """Where a subject may end inside a run: at its end, before 的, 、 or a verb, and behind a known entity."""
    ends = [run.last]
    for place in range(run.last - 1, max(run.first, run.last - 10), -1):
        token = frame.tokens[tokens[place]]
        previous = frame.tokens[tokens[place - 1]]
        if previous.cls in (Class.OF, Class.AND):
            continue
        if (
            token.cls in _BORDERS
            or token.text in _TOPIC_MARKS
            or is_name(previous)
            or previous.cls == Class.QUOTE
            or previous.text.endswith(group_suffixes())
        ):
            ends.append(place)
    return ends[:_ENDS]


def subject_candidate(mention: Mention, run: Run, first: int, end: int, pattern: str, order: int) -> Candidate:
    """The span from one place of a run to another (exclusive), with all its evidence."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    text = frame.span_text(tokens[first], tokens[end - 1])
    side = pattern.partition(".")[0].rstrip("0123456789")
    metric_pattern = mention.metric.pattern if mention.metric is not None else "none"
    evidence = [
        "p:" + pattern,
        f"p:{pattern}:m-{metric_pattern}",
        f"{pattern}:{mention.group}",
        f"order:{min(order, 3)}:{side}",
    ]
    before = frame.tokens[tokens[first - 1]] if first else None
    after = frame.tokens[tokens[end]] if end < len(tokens) else None
    evidence.append(f"start:{'run' if first == run.first else 'inner'}:{side}")
    if before is not None:
        evidence.append(f"before:{_kind_of(before)}:{side}")
    else:
        evidence.append(f"before:EDGE:{side}")
    if after is not None:
        evidence.append(f"after:{_kind_of(after)}:{side}")
        if after.text in _TOPIC_MARKS:
            evidence.append("after:topic-mark")
    if end == frame.place_of[mention.figure] and run.clause == frame.clause_of[mention.figure]:
        evidence.append(f"touches-figure:m-{metric_pattern}:{mention.group}")
    opener = frame.clauses[run.clause].opener
    closer = frame.clauses[run.clause].closer
    if first == 0:
        evidence.append(f"clause-first:{opener or '^'}")
    if end == len(tokens):
        evidence.append(f"clause-last:{closer or '$'}")
        if first == 0:
            evidence.append(f"clause-whole:{closer or '$'}")
    inner = {frame.tokens[i].cls for i in tokens[first:end]}
    evidence += [f"in:{cls.name}:{side}" for cls in _TELLING if cls in inner]
    opening, closing = frame.tokens[tokens[first]], frame.tokens[tokens[end - 1]]
    evidence.append(f"first-tag:{opening.tag[:2]}")
    evidence.append(f"last-tag:{closing.tag[:2]}")
    evidence += name_evidence(mention, text, side)
    return Candidate(text, side, evidence, tokens[first], tokens[end - 1])


def entity_type(name: str) -> str:
    """The lexicon's type of a name, or ``unknown``."""
    entity = entities().get(name.lower())
    return entity.type if entity is not None else "unknown"


def name_evidence(mention: Mention, text: str, side: str) -> tuple[str, ...]:
    """Evidence from the name itself, and from how the document speaks of it."""
    scope = mention.scope
    anywhere, opening = scope.prominence.of(text)
    topic = any(text == name for name, _ in scope.topics)
    return _name_evidence(text, side, scope.density, anywhere, opening, text in scope.title, topic)


@lru_cache(maxsize=4096)
def _name_evidence(
    text: str, side: str, density: str, anywhere: str, opening: str, in_title: bool, is_topic: bool
) -> tuple[str, ...]:
    found = [length_name(side, text, _LENGTHS)]
    entity = entities().get(text.lower())
    if entity is not None:
        found += [
            f"entity:{side}",
            f"entity:{entity.type}",
            f"entity:{entity.type}:{side}",
            f"entity:{entity.type}:{density}",
        ]
    else:
        found.append(f"unknown:{side}")
    if text.startswith(_ANONYMOUS):
        found.append(f"anonymous:{side}")
    known = "known" if entity is not None else "unknown"
    found += [
        f"repeats:{anywhere}:{side}",
        f"repeats:{anywhere}:{known}",
        f"opens:{opening}:{side}",
        f"opens:{opening}:{known}",
    ]
    if in_title:
        found.append(f"in-title:{side}")
    if is_topic:
        found.append(f"is-topic:{side}")
    if head_dimension(text) is not None:
        found.append(f"measure:{side}")
    if text in _ANAPHORS:
        found.append(f"anaphor:{side}")
    if text.endswith(group_suffixes()):
        found.append(f"group-suffix:{side}")
    if text in source_nouns():
        found.append(f"source-noun:{side}")
    return tuple(found)


def _kind_of(token: Token) -> str:
    """A neighbour by its class; prepositions and verbs of saying by what they are."""
    if token.text in ("据", "根据", "按照", "按"):
        return "ACCORDING"
    if token.cls == Class.PREPOSITION:
        return (
            "P-" + token.text
            if token.text
            in ("在", "对", "通过", "为", "与", "从", "以", "把", "将", "被", "让", "使", "由", "比", "较")
            else "P"
        )
    return token.cls.name
