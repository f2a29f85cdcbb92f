"""Whose metric it is: candidates left of the metric, before it in the sentence, and above it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.attribution import attributions
from claimx.claim.mention import Candidate, Mention
from claimx.claim.phrases import Run, in_phrase, respective_item, run_after, runs_leftwards
from claimx.claim.tokens import Class, is_name
from claimx.lexicon.roles import roles
from claimx.lexicon.terms import entities, group_suffixes, head_dimension, metrics, names_in, source_nouns

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.frame import Frame
    from claimx.claim.tokens import Token

_STARTS = 6
_ENDS = 6
_RUNS_IN_CLAUSE = 4
_CLAUSES_BACK = 5
_BACK = 12
_CARRIED = 3
_SHORT_HEADING = 10
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
_LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (6, "5-6"), (10, "7-10"), (16, "11-16"))


def subject_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything whose metric it might be."""
    fresh = _fresh_name(mention)
    found = list(_same_phrase(mention))
    found += _sentence(mention)
    found += _respective(mention)
    found += _right(mention)
    inherited = [*_carried(mention, earlier), *_labels(mention), *_above(mention)]
    for candidate in inherited:
        candidate.evidence += [f"fresh:{fresh}:{candidate.pattern}", f"fresh:{fresh}:{candidate.evidence[0]}"]
    found += inherited
    found.append(Candidate(None, "none", ["p:none", f"p:none:{mention.group}", f"none:{fresh}"]))
    return found


def _fresh_name(mention: Mention) -> str:
    """Whether a name stands between the figure before and this one: at a clause's start, inside, or not."""
    frame = mention.frame
    position = frame.figures.index(mention.figure)
    since = frame.figures[position - 1] if position else -1
    found = "none"
    for index in range(since + 1, mention.figure):
        token = frame.tokens[index]
        grouped = token.text.endswith(group_suffixes()) and _in_metric(mention, index)
        if token.text != "某" and not is_name(token) and not grouped:
            continue
        clause = frame.clauses[frame.clause_of[index]].tokens
        place = frame.place_of[index]
        if all(not in_phrase(frame.tokens[i]) for i in clause[:place]):
            opening = frame.tokens[clause[place - 1]] if place else None
            if opening is None or opening.cls != Class.PREPOSITION:
                return "start"
        found = "inner"
    return found


def _in_metric(mention: Mention, index: int) -> bool:
    """Whether a token stands in the metric's phrase, before its last word: 主播 in 中腰部主播平均月薪."""
    metric = mention.metric
    return metric is not None and metric.first is not None and metric.last is not None and metric.first <= index < metric.last


def _same_phrase(mention: Mention) -> Iterator[Candidate]:
    """``S的M`` and ``SM``: what stands in front of the metric in its own noun phrase."""
    metric = mention.metric
    if metric is None or metric.first is None or metric.pattern not in ("left", "label"):
        return
    frame = mention.frame
    clause = frame.clause_of[metric.first]
    place = frame.place_of[metric.first]
    if metric.last is not None:
        yield from _prefixes(mention, clause, place, frame.place_of[metric.last])
    for run in runs_leftwards(frame, clause, place):
        touches = run.last == place or (
            run.last == place - 1 and frame.tokens[frame.clauses[clause].tokens[run.last]].cls == Class.OF
        )
        if not touches:
            break
        of = "of" if run.last != place else "bare"
        yield from _spans(mention, run, f"owner.{of}", 0)
        break


def _prefixes(mention: Mention, clause: int, first: int, last: int) -> Iterator[Candidate]:
    """``达达月活骑手数``: a metric phrase whose own beginning names the owner."""
    frame = mention.frame
    tokens = frame.clauses[clause].tokens
    start = first - 1 if first and frame.tokens[tokens[first - 1]].text == "某" else first
    for place in range(first + 1, last + 1):
        token, previous = frame.tokens[tokens[place]], frame.tokens[tokens[place - 1]]
        if token.cls == Class.AND or previous.cls in (Class.OF, Class.AND):
            continue
        rest = place + 1 if token.cls == Class.OF else place
        if rest > last:
            return
        measure = frame.span_text(tokens[rest], tokens[last])
        candidate = _candidate(mention, Run(clause, start, place), start, place, "prefix", 0)
        candidate.evidence += [
            f"prefix:of:{token.cls == Class.OF}",
            f"prefix:rest:{'known' if measure.lower() in metrics() else 'head' if head_dimension(measure) else 'other'}",
            f"prefix:name:{is_name(previous)}",
            f"prefix:group:{previous.text.endswith(group_suffixes())}",
        ]
        yield candidate


def _sentence(mention: Mention) -> Iterator[Candidate]:
    """Noun phrases of the clause and of the clauses before it: the statement's own subject or topic."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    edge = frame.place_of[mention.figure]
    metric = mention.metric
    if (
        metric is not None
        and metric.first is not None
        and frame.clause_of[metric.first] == clause
        and metric.first < mention.figure
    ):
        edge = frame.place_of[metric.first]
    steps = 0
    for number in range(clause, -1, -1):
        if number != clause and not frame.clauses[number].tokens:
            continue
        runs = list(runs_leftwards(frame, number, edge if number == clause else len(frame.clauses[number].tokens)))
        for order, run in enumerate(runs[:_RUNS_IN_CLAUSE]):
            where = "first" if run.first == 0 else ("last" if order == 0 else "mid")
            yield from _spans(mention, run, f"clause{min(steps, 3)}.{where}", order)
        if len(runs) > _RUNS_IN_CLAUSE:
            yield from _spans(mention, runs[-1], f"clause{min(steps, 3)}.first", 4)
        steps += 1
        if steps > _CLAUSES_BACK:
            return


def _respective(mention: Mention) -> Iterator[Candidate]:
    """``A、B分别增长7.5%、11.5%``: the nth figure belongs to the nth name."""
    run = respective_item(mention)
    metric = mention.metric
    if run is None or (metric is not None and metric.pattern == "respective"):
        return
    last = run.last
    if metric is not None and metric.first is not None and mention.frame.clause_of[metric.first] == run.clause:
        place = mention.frame.place_of[metric.first]
        if run.first <= place < run.last:
            last = place
            while (
                last > run.first
                and mention.frame.tokens[mention.frame.clauses[run.clause].tokens[last - 1]].cls == Class.OF
            ):
                last -= 1
    if last > run.first:
        yield _candidate(mention, run, run.first, last, "respective", 0)


def _labels(mention: Mention) -> Iterator[Candidate]:
    """``京东：…`` and ``B站，…``: a short name that opens the block or the sentence and rules what follows."""
    label = mention.scope.label
    if label:
        evidence = ["p:label", f"label:{mention.scope.label_mark}", f"label:{mention.scope.block.kind}"]
        evidence.append(f"label:here:{mention.quantity.start - len(label) < 40}")
        evidence += _shape(mention, label, "label")
        yield Candidate(label, "label", evidence)


def _right(mention: Mention) -> Iterator[Candidate]:
    """``70%的购买用户``: the group a share or a price is of."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    tokens = frame.clauses[clause].tokens
    place = frame.place_of[mention.figure] + 1
    pattern = "right"
    if place < len(tokens) and frame.tokens[tokens[place]].cls == Class.OF:
        place, pattern = place + 1, "right-of"
    run = run_after(frame, clause, place)
    for end in range(run.first + 1, min(run.last, run.first + 6) + 1):
        if frame.tokens[tokens[end - 1]].cls in (Class.NOMINAL, Class.QUOTE):
            candidate = _candidate(mention, run, run.first, end, pattern, 0)
            metric = mention.metric
            if metric is not None and metric.first is not None and metric.last is not None:
                inside = metric.first <= tokens[run.first] and metric.last >= tokens[end - 1]
                candidate.evidence.append(f"right:is-metric:{inside}:{metric.pattern}")
            if end == run.last:
                candidate.evidence.append("right:run-end")
            yield candidate


def _carried(mention: Mention, earlier: Sequence[Mention]) -> Iterator[Candidate]:
    """The subject of the figures before, while the topic has not changed.

    Within the block any choice carries on; across blocks only a subject that was written out, so
    that a mistake does not run through the document.
    """
    seen: set[str] = set()
    for steps, other in enumerate(reversed(earlier[-_BACK:])):
        subject = other.subject
        if subject is None or subject.text is None or subject.text in seen:
            continue
        where = _distance(mention, other)
        if where == "before" and (subject.first is None or len(seen) >= _CARRIED):
            continue
        seen.add(subject.text)
        origin = subject
        while origin.carried is not None and origin.carried.subject is not None:
            origin = origin.carried.subject
        evidence = [
            f"p:carry.{where}",
            f"carry-steps:{min(len(seen), 3)}:{where}",
            f"carry:{where}:from-{origin.pattern}",
            f"carry:{where}:{mention.scope.density}",
            f"carry:from-{origin.pattern}:{_type(subject.text)}:{mention.scope.density}",
            f"carry:{where}:topic-named:{bool(mention.scope.title_names)}",
        ]
        if where == "before":
            gap = mention.scope.index - other.scope.index
            evidence.append(f"carry:gap:{'1' if gap == 1 else '2-4' if gap <= 4 else '5+'}")
            if mention.scope.headings != other.scope.headings:
                evidence += ["carry:new-heading", f"carry:new-heading:from-{origin.pattern}"]
        if subject.text in mention.scope.title_names:
            evidence.append(f"carry:title-name:{where}")
        if mention.metric is not None:
            evidence.append(f"carry:metric-{mention.metric.pattern}:{where}")
            if mention.metric.carried is other:
                evidence.append("carry:same-source")
            if other.metric is not None and other.metric.text == mention.metric.text:
                evidence.append(f"carry:same-metric:{where}")
        evidence += _shape(mention, subject.text, "carry")
        yield Candidate(subject.text, "carry", evidence, carried=other)


def _above(mention: Mention) -> Iterator[Candidate]:
    """Headings, the title's entities, and the entities the document speaks of most."""
    scope = mention.scope
    seen: set[str] = set()
    for rank, name in enumerate(scope.title_names[:3]):
        seen.add(name)
        evidence = [
            f"p:title-name.{rank}",
            f"title-name:of{min(len(scope.title_names), 3)}",
            f"title-name:{rank}:{scope.density}",
            f"title-name:{_type(name)}:{scope.density}",
            f"title-name:{_type(name)}:of{min(len(scope.title_names), 3)}",
        ]
        evidence += _shape(mention, name, "title-name")
        yield Candidate(name, "title-name", evidence)
    for rank, (name, share) in enumerate(scope.topics[:3]):
        evidence = [
            f"p:topic.{rank}",
            f"topic-share:{_bucket(share)}",
            f"topic:{rank}:{_bucket(share)}",
            f"topic:{rank}:{scope.density}",
        ]
        if name in scope.title:
            evidence.append(f"topic:in-title:{rank}")
        if any(name in heading for heading in scope.headings):
            evidence.append("topic:in-heading")
        evidence += _shape(mention, name, "topic")
        if name in seen:
            continue
        seen.add(name)
        yield Candidate(name, "topic", evidence)
    for depth, heading in enumerate(reversed(scope.headings[-2:])):
        if len(heading) <= _SHORT_HEADING and heading not in seen:
            seen.add(heading)
            yield Candidate(
                heading, "heading", [f"p:heading-whole.{depth}", *_shape(mention, heading, "heading-whole")]
            )
        for name in names_in(heading):
            if name not in seen:
                seen.add(name)
                yield Candidate(name, "heading", [f"p:heading.{depth}", *_shape(mention, name, "heading")])


def _spans(mention: Mention, run: Run, pattern: str, order: int) -> Iterator[Candidate]:
    """Spans of a run between plausible borders of a name."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    metric = mention.metric
    for end in _ends(frame, tokens, run):
        for first in _starts(frame, tokens, run, end):
            if not _names_something(frame, tokens[first:end]):
                continue
            candidate = _candidate(mention, run, first, end, pattern, order)
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
        roles_before = (roles().get(frame.tokens[index].text) for index in tokens[:first])
        if any(role is not None and role.kind in _STATING for role in roles_before):
            found.append("behind-verb")
    start = frame.tokens[tokens[first]].start
    if any(named.name[0] <= start < named.name[1] for named in attributions(frame.text)):
        found.append("is-source")
    compared = mention.compare_to
    if compared is not None and compared[0] <= frame.tokens[tokens[first]].start < compared[1]:
        found.append("compared")
    for place in range(first - 1, -1, -1):
        text = frame.tokens[tokens[place]].text
        if text in "》〉":
            break
        if text in "《〈":
            found.append("in-title-marks")
            break
    return found


_STATING = frozenset(("copula", "attain", "have", "share", "move", "reach", "rank"))
_BORDERS = frozenset((Class.OF, Class.AND, Class.VERB, Class.ADVERB, Class.PRONOUN, Class.QUOTE))


def _starts(frame: Frame, tokens: list[int], run: Run, end: int) -> list[int]:
    """Where a subject may begin: at the run's start, behind 的, 、 or a verb, and at a known entity."""
    starts = [run.first]
    for place in range(end - 1, run.first, -1):
        token, previous = frame.tokens[tokens[place]], frame.tokens[tokens[place - 1]]
        if token.cls in (Class.OF, Class.AND):
            continue
        if previous.cls in _BORDERS or token.text.lower() in entities() or token.text == "某":
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
            or previous.text.lower() in entities()
            or previous.cls == Class.QUOTE
            or previous.text.endswith(group_suffixes())
        ):
            ends.append(place)
    return ends[:_ENDS]


def _candidate(mention: Mention, run: Run, first: int, end: int, pattern: str, order: int) -> Candidate:
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
    for cls in (Class.OF, Class.AND, Class.VERB, Class.QUOTE, Class.PRONOUN, Class.ADVERB):
        if cls in inner:
            evidence.append(f"in:{cls.name}:{side}")
    opening, closing = frame.tokens[tokens[first]], frame.tokens[tokens[end - 1]]
    evidence.append(f"first-tag:{opening.tag[:2]}")
    evidence.append(f"last-tag:{closing.tag[:2]}")
    evidence += _shape(mention, text, side)
    return Candidate(text, side, evidence, tokens[first], tokens[end - 1])


def _type(name: str) -> str:
    entity = entities().get(name.lower())
    return entity.type if entity is not None else "unknown"


def _shape(mention: Mention, text: str, side: str) -> list[str]:
    """Evidence from the name itself."""
    found = [_length(side, text)]
    entity = entities().get(text.lower())
    if entity is not None:
        found += [
            f"entity:{side}",
            f"entity:{entity.type}",
            f"entity:{entity.type}:{side}",
            f"entity:{entity.type}:{mention.scope.density}",
        ]
    else:
        found.append(f"unknown:{side}")
    if text.startswith(_ANONYMOUS):
        found.append(f"anonymous:{side}")
    if text in mention.scope.title:
        found.append(f"in-title:{side}")
    if any(text == topic for topic, _ in mention.scope.topics):
        found.append(f"is-topic:{side}")
    dimension = head_dimension(text)
    if dimension is not None:
        found.append(f"measure:{side}")
    if text in _ANAPHORS:
        found.append(f"anaphor:{side}")
    if text.endswith(group_suffixes()):
        found.append(f"group-suffix:{side}")
    if text in source_nouns():
        found.append(f"source-noun:{side}")
    return found


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


def _length(side: str, text: str) -> str:
    for limit, name in _LENGTHS:
        if len(text) <= limit:
            return f"length:{side}:{name}"
    return f"length:{side}:17+"


def _bucket(share: float) -> str:
    return "high" if share >= 0.4 else "mid" if share >= 0.2 else "low"


def _distance(mention: Mention, other: Mention) -> str:
    if other.frame is mention.frame:
        same = mention.frame.clause_of[mention.figure] == other.frame.clause_of[other.figure]
        return "clause" if same else "sentence"
    return "block" if other.scope is mention.scope else "before"
