"""Spans of noun phrases as candidates for a subject, with the evidence in and around the phrase."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimx.claim.anaphors import WHAT, WHOSE
from claimx.claim.attribution import attributions
from claimx.claim.mention import Candidate, Mention, length_name
from claimx.claim.name_sort import sorts_of
from claimx.claim.phrases import REACH, SENTENCE_FACTS
from claimx.claim.subject_borders import TOPIC_MARKS, spans_in
from claimx.claim.tokens import Class
from claimx.lexicon.noun_class import is_common_word, noun_class, opening_class
from claimx.lexicon.terms import entities, head_dimension, names_group, source_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.claim.frame import Frame
    from claimx.claim.phrases import Run
    from claimx.claim.scope import Scope
    from claimx.claim.tokens import Token

_TELLING = (Class.OF, Class.AND, Class.VERB, Class.QUOTE, Class.PRONOUN, Class.ADVERB)
_LENGTHS = (1, 2, 4, 6, 10, 16)
# Behind a verb these say that it is one: 宁波市引进了.
_ASPECTS = frozenset(("了", "着", "过"))
# What ends in these says when: 巅峰时, 上线后, 疫情期间.
_TIMES = (
    "时", "后", "前", "时候", "时期", "期间", "以来", "之际", "当天", "当日",
    "首日", "首周", "个月", "单月", "首月", "首年", "阶段",
)  # fmt: skip
_ANONYMOUS = ("某", "一家", "一位", "一名", "有的", "部分", "不少")
# Who announces something speaks of itself: 京东宣布.
_ANNOUNCING = re.compile("宣布|官宣|宣称|公布|披露|公告")
_STATING = frozenset(("copula", "attain", "have", "share", "move", "reach", "rank"))


def subject_spans(mention: Mention, run: Run, pattern: str, order: int) -> Iterator[Candidate]:
    """Spans of a run between plausible borders of a name."""
    frame = mention.frame
    clause = frame.clauses[run.clause]
    tokens = clause.tokens
    metric = mention.metric
    compared = mention.compare_to
    in_clause = run.clause == frame.clause_of[mention.figure]
    in_bracket = clause.depth > frame.clauses[frame.clause_of[mention.figure]].depth
    for first, end in spans_in(frame, run):
        candidate = subject_candidate(mention, run, first, end, pattern, order)
        candidate.evidence.append("end:run" if end == run.last else "end:inner")
        candidate.evidence += _standing(frame, run.clause, first, in_clause)
        if in_bracket:
            candidate.evidence.append(f"inside-bracket:{clause.opener}")
        if compared is not None and compared[0] <= frame.tokens[tokens[first]].start < compared[1]:
            candidate.evidence.append("compared")
        if metric is not None and metric.first is not None and metric.last is not None:
            overlap = not (metric.last < tokens[first] or metric.first > tokens[end - 1])
            if overlap:
                candidate.evidence.append("overlaps-metric")
        yield candidate


@lru_cache(maxsize=SENTENCE_FACTS)
def _standing(frame: Frame, clause: int, first: int, in_clause: bool) -> tuple[str, ...]:
    """Evidence against a phrase that is no statement's subject: behind the verb, or in a book's title.

    ``in_clause`` says whether the phrase stands in the figure's own clause.
    """
    tokens = frame.clauses[clause].tokens
    found = []
    if in_clause:
        roles_before = (frame.tokens[index].word.role for index in tokens[max(0, first - REACH) : first])
        if any(role is not None and role.kind in _STATING for role in roles_before):
            found.append("behind-verb")
    start = frame.tokens[tokens[first]].start
    named = next((named for named in attributions(frame.text) if named.name[0] <= start < named.name[1]), None)
    if named is not None:
        announces = _ANNOUNCING.search(frame.text, *named.phrase) is not None
        found += ["is-source", f"is-source:{'announces' if announces else named.rule}"]
    for place in range(first - 1, max(-1, first - 1 - REACH), -1):
        text = frame.tokens[tokens[place]].text
        if text in "》〉":
            break
        if text in "《〈":
            found.append("in-title-marks")
            break
    return tuple(found)


def subject_candidate(mention: Mention, run: Run, first: int, end: int, pattern: str, order: int) -> Candidate:
    """The span from one place of a run to another (exclusive), with all its evidence."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    text = frame.span_text(tokens[first], tokens[end - 1])
    metric_pattern = mention.metric.pattern if mention.metric is not None else "none"
    side, by_pattern = _by_pattern(pattern, metric_pattern, mention.group, min(order, 3))
    evidence = [
        *by_pattern,
        *surroundings(frame, run.clause, first, end, first == run.first, side),
        *name_evidence(mention.scope, text, side),
        *_taken(frame, run),
    ]
    if end == frame.place_of[mention.figure] and run.clause == frame.clause_of[mention.figure]:
        evidence.append(f"touches-figure:m-{metric_pattern}:{mention.group}")
    return Candidate(text, side, evidence, tokens[first], tokens[end - 1])


@lru_cache(maxsize=SENTENCE_FACTS)
def _taken(frame: Frame, run: Run) -> tuple[str, ...]:
    """What 以 makes of a phrase: the example that the rest is about (以抖音为例), or a mere means (以长江为界)."""
    tokens = frame.clauses[run.clause].tokens
    if not run.first or frame.tokens[tokens[run.first - 1]].text != "以":
        return ()
    ends = [frame.tokens[index].text for index in tokens[run.last - 1 : run.last + 1]]
    if any(end in TOPIC_MARKS for end in ends):
        return ("taken:example",)
    return ("taken:as",) if any(end.startswith("为") for end in ends) else ("taken:by",)


@cache
def _by_pattern(pattern: str, metric_pattern: str, group: str, order: int) -> tuple[str, tuple[str, ...]]:
    """The name under which a pattern's evidence is kept, and what the pattern itself says."""
    side = pattern.partition(".")[0].rstrip("0123456789")
    return side, (f"p:{pattern}", f"p:{pattern}:m-{metric_pattern}", f"{pattern}:{group}", f"order:{order}:{side}")


@lru_cache(maxsize=SENTENCE_FACTS)
def surroundings(frame: Frame, clause: int, first: int, end: int, opens_run: bool, side: str) -> tuple[str, ...]:
    """Evidence in a span and around it, the same for every figure of the sentence."""
    tokens = frame.clauses[clause].tokens
    opener = frame.clauses[clause].opener
    closer = frame.clauses[clause].closer
    found = [f"start:{'run' if opens_run else 'inner'}:{side}"]
    if first:
        found.append(f"before:{_kind_of(frame.tokens[tokens[first - 1]])}:{side}")
    else:
        found += [f"before:EDGE:{side}", f"clause-first:{opener or '^'}"]
    if end < len(tokens):
        after = frame.tokens[tokens[end]]
        found.append(f"after:{_kind_of(after)}:{side}")
        if after.text in TOPIC_MARKS:
            found.append("after:topic-mark")
    else:
        found.append(f"clause-last:{closer or '$'}")
        if first == 0:
            found.append(f"clause-whole:{closer or '$'}")
    inner = {frame.tokens[i].cls for i in tokens[first:end]}
    found += [f"in:{cls.name}:{side}" for cls in _TELLING if cls in inner]
    if frame.tokens[tokens[end - 1]].cls is Class.VERB and end < len(tokens):
        behind = frame.tokens[tokens[end]]
        found.append(f"verb-last:{'aspect' if behind.text in _ASPECTS else behind.cls.name}")
    found.append(f"first-tag:{frame.tokens[tokens[first]].tag[:2]}")
    found.append(f"last-tag:{frame.tokens[tokens[end - 1]].tag[:2]}")
    return tuple(found)


def entity_type(name: str) -> str:
    """The lexicon's type of a name, or ``unknown``."""
    entity = entities().get(name.lower())
    return entity.type if entity is not None else "unknown"


def name_evidence(scope: Scope, text: str, side: str) -> tuple[str, ...]:
    """Evidence from the name itself, and from how the document speaks of it."""
    key = text, side, scope.density
    found = scope.names.get(key)
    if found is None:
        anywhere, opening = scope.prominence.of(text)
        topic = any(text == name for name, _ in scope.topics)
        found = scope.names[key] = _name_evidence(
            *key, anywhere, opening, scope.prominence.tells(text), text in scope.title, topic
        )
    return found


def _name_evidence(
    text: str, side: str, density: str, anywhere: str, opening: str, tells: str | None, in_title: bool, is_topic: bool
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
    if text.endswith(_TIMES):
        found.append(f"time:{side}")
    if entity is None:
        found += [f"{sort}:{side}" for sort in sorts_of(text)]
        named = noun_class(text)
        found += [f"class:{named}:{side}", f"class:{named}"]
        if is_common_word(text):
            found += [f"bare:{named}:{side}", f"bare:{named}:{anywhere}"]
            found += [f"word:{text}:{side}", f"word:{text}"]
        else:
            found.append(f"compound:{opening_class(text)}:{named}:{side}")
    if tells is not None:
        found += [f"{tells}:{side}", f"{tells}:{known}"]
    if text in WHOSE:
        found.append(f"anaphor:{side}")
    if text in WHAT:
        found.append(f"anaphor-measure:{side}")
    if names_group(text):
        found.append(f"group-suffix:{side}")
    if text in source_nouns():
        found.append(f"source-noun:{side}")
    return tuple(found)


def _kind_of(token: Token) -> str:
    """A neighbour by its class; prepositions and verbs of saying by what they are."""
    if token.text in ("据", "根据", "按照", "按"):
        return "ACCORDING"
    if token.cls is Class.PREPOSITION:
        return (
            "P-" + token.text
            if token.text
            in ("在", "对", "通过", "为", "与", "从", "以", "把", "将", "被", "让", "使", "由", "比", "较")
            else "P"
        )
    return token.cls.name
