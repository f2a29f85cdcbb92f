"""Which metric a figure gives: candidates from the patterns of Chinese statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.claim.phrases import Run, joined_figures, respective_item, run_after, run_before, run_text, runs_leftwards
from claimx.claim.tokens import Class, is_name
from claimx.lexicon.load import words
from claimx.lexicon.roles import roles
from claimx.lexicon.terms import entities, head_dimension, metrics

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.frame import Frame
    from claimx.claim.tokens import Token

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
_LENGTHS = ((1, "1"), (2, "2"), (4, "3-4"), (6, "5-6"), (9, "7-9"), (13, "10-13"))
_STARTS = 9
_RUNS = 3
_LEFT_CLAUSES = 2
_PREDICATES = 5
_RANK_STEPS = 6
_SHARE_NOUNS = ("占比", "比重", "比例", "份额")


def metric_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything the figure might measure, in no particular order."""
    found = list(_left(mention))
    found += _unit_noun(mention)
    found += _respective(mention)
    found += _right(mention)
    found += _predicate_right(mention)
    found += _verb(mention)
    found += _verb_behind(mention)
    found += _carried(mention, earlier)
    found += _label(mention)
    found += _plain(mention)
    return found


def _left(mention: Mention) -> Iterator[Candidate]:
    """``M达Q``, ``M同比增长Q``, ``M Q``: noun phrases left of the predicate."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    edge = _rank_edge(mention) if mention.group == "rank" else mention.predicate.edge
    runs = 0
    for step in range(_LEFT_CLAUSES + 1):
        for run in runs_leftwards(frame, clause, edge):
            if _is_compared(mention, run):
                continue
            yield from _spans(mention, run, f"left{min(step, 1)}.{min(runs, 2)}")
            runs += 1
            if runs >= _RUNS:
                return
        clause = _previous_clause(frame, clause)
        if clause < 0:
            return
        # A bracket stands inside its host clause: what follows the bracket is not before it.
        edge = sum(1 for index in frame.clauses[clause].tokens if index < mention.figure)


def _is_compared(mention: Mention, run: Run) -> bool:
    """Whether a run is what the figure is compared with: 行业均值 in 增速超行业均值3倍."""
    compared = mention.compare_to
    first = mention.frame.tokens[mention.frame.clauses[run.clause].tokens[run.first]]
    return compared is not None and compared[0] <= first.start < compared[1]


def _rank_edge(mention: Mention) -> int:
    """Where the measure of a rank ends: before 居 or 位列, whatever field (全国, 行业) stands behind it."""
    frame = mention.frame
    before = frame.before(mention.figure)[:_RANK_STEPS]
    if before and head_dimension(frame.tokens[before[0]].text) is not None:
        return mention.predicate.edge
    for index in before:
        if _has_role(frame.tokens[index], "rank", "copula", "attain", "reach"):
            place = frame.place_of[index]
            tokens = frame.clauses[frame.clause_of[index]].tokens
            while place > 0 and frame.tokens[tokens[place - 1]].cls == Class.ADVERB:
                place -= 1
            return place
    return mention.predicate.edge


def _unit_noun(mention: Mention) -> Iterator[Candidate]:
    """``375万粉丝``: the counted noun that the quantity itself takes as its unit."""
    unit = mention.quantity.unit
    if mention.group == "count" and unit is not None and unit in words("counted_noun"):
        follows = _noun_follows(mention)
        yield Candidate(unit, "unit", ["p:unit", f"unit:{follows}", f"unit:{mention.predicate.edge == 0}"])


def _respective(mention: Mention) -> Iterator[Candidate]:
    """``托位、床位数分别达到4.7个、27.3张``: the nth figure is of the nth measure."""
    run = respective_item(mention)
    if run is not None and (
        mention.group in ("count", "measure") or head_dimension(run_text(mention.frame, run)) is not None
    ):
        yield _span(mention, run, run.first, run.last, "respective", "run-end")


def _previous_clause(frame: Frame, clause: int) -> int:
    """The clause before at the same depth, or the host of a bracket's first clause; -1 at the start."""
    depth, host = frame.clauses[clause].depth, frame.clauses[clause].host
    for other in range(clause - 1, -1, -1):
        if frame.clauses[other].depth == depth and frame.clauses[other].host == host and frame.clauses[other].tokens:
            return other
        if other == host:
            return other
    return -1


def _right(mention: Mention) -> Iterator[Candidate]:
    """``Q N`` and ``Q的N``: the counted noun, or the noun a share is of."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    place = frame.place_of[mention.figure] + 1
    tokens = frame.clauses[clause].tokens
    pattern = "right"
    if place < len(tokens) and frame.tokens[tokens[place]].cls == Class.OF:
        place, pattern = place + 1, "right-of"
    run = run_after(frame, clause, place)
    if run.last == run.first:
        return
    yield from _ends(mention, run, pattern)


def _predicate_right(mention: Mention) -> Iterator[Candidate]:
    """``Q的N VP``: in surveys, what a share of people do or think."""
    if mention.group not in ("share", "count", "bare"):
        return
    frame = mention.frame
    tokens = frame.clauses[frame.clause_of[mention.figure]].tokens
    first = frame.place_of[mention.figure] + 1
    if first < len(tokens) and frame.tokens[tokens[first]].cls == Class.OF:
        first += 1
    stop = first
    while stop < len(tokens) and frame.tokens[tokens[stop]].cls != Class.QUANTITY:
        stop += 1
    if stop - first < 2 or _has_role(frame.tokens[tokens[first]], "move", "reach", "attain", "copula", "rank"):
        return
    starts = [("whole", first)]
    for place in range(first, stop - 1):
        token = frame.tokens[tokens[place]]
        if token.cls in (Class.VERB, Class.ADVERB, Class.PREPOSITION) and len(starts) < _PREDICATES:
            starts.append((f"rest{len(starts) - 1}", place))
    verbs = any(frame.tokens[i].cls == Class.VERB for i in tokens[first:stop])
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
            _length("predicate", text),
        ]
        yield Candidate(text, "predicate", evidence, tokens[place], tokens[stop - 1])


def _has_role(token: Token, *kinds: str) -> bool:
    role = roles().get(token.text)
    return role is not None and role.kind in kinds


def _verb(mention: Mention) -> Iterator[Candidate]:
    """``投入15亿``: the verb itself names the measure."""
    frame = mention.frame
    for index, role in mention.predicate.roles[:2]:
        token = frame.tokens[index]
        if role.kind in ("transact", "rate", "new", "move") or token.text.endswith(_SHARE_NOUNS):
            evidence = [
                "p:verb." + role.kind,
                f"p:verb.{role.kind}:{mention.group}",
                f"verb-dim:{role.dimension}:{mention.group}",
                f"verb:{role.kind}:right-{_noun_follows(mention)}",
                f"verb:{role.kind}:nothing-left:{mention.predicate.edge == 0}",
            ]
            yield Candidate(token.text, "verb", evidence, index, index)
    if mention.predicate.verb is not None:
        index = mention.predicate.verb
        yield Candidate(
            frame.tokens[index].text, "verb", ["p:verb.plain", f"p:verb.plain:{mention.group}"], index, index
        )


def _verb_behind(mention: Mention) -> Iterator[Candidate]:
    """``以20亿美元收购…``: the verb right behind the figure names the measure."""
    frame = mention.frame
    after = frame.after(mention.figure)
    if after and _has_role(frame.tokens[after[0]], "transact"):
        token = frame.tokens[after[0]]
        before = frame.before(mention.figure)
        preposition = bool(before) and frame.tokens[before[0]].cls == Class.PREPOSITION
        yield Candidate(
            token.text,
            "verb",
            ["p:verb.behind", f"p:verb.behind:{mention.group}", f"verb.behind:preposition:{preposition}"],
            after[0],
            after[0],
        )


def _carried(mention: Mention, earlier: Sequence[Mention]) -> Iterator[Candidate]:
    """The metric of the figures before, for elided ones."""
    seen: set[str] = set()
    for steps, other in enumerate(reversed(earlier[-4:])):
        if other.metric is None or other.metric.text is None or other.metric.text in seen:
            continue
        seen.add(other.metric.text)
        where = _distance(mention, other)
        same = "same-unit" if other.quantity.unit == mention.quantity.unit else "other-unit"
        evidence = [
            f"p:carry.{where}",
            f"carry-steps:{min(steps, 3)}",
            f"carry:{where}:{same}",
            f"carry:{mention.kind}:{same}",
            f"carry:{mention.group}<{other.group}",
        ]
        if mention.predicate.has("move", "reach", "rate"):
            evidence.append(f"carry:change-verb:{where}")
        if mention.predicate.edge == 0:
            evidence.append(f"carry:nothing-left:{where}")
        if mention.frame.clauses[mention.frame.clause_of[mention.figure]].depth:
            evidence.append("carry:bracket")
        if mention.endpoint is not None:
            evidence.append(f"carry:{other.endpoint}-{mention.endpoint}:{where}")
        if "分别" in mention.predicate.words:
            evidence.append("carry:respectively")
        if _joined(mention, other):
            evidence.append("carry:joined")
        evidence += _head(mention, other.metric.text, "carry")
        yield Candidate(other.metric.text, "carry", evidence, carried=other)


def _label(mention: Mention) -> Iterator[Candidate]:
    """``二季度营收：``: the label in front of a colon, or the heading above."""
    frame = mention.frame
    clause = frame.clauses[frame.clause_of[mention.figure]]
    if clause.opener in ("：", ":"):
        before = _previous_clause(frame, frame.clause_of[mention.figure])
        if before >= 0:
            run = run_before(frame, before, len(frame.clauses[before].tokens))
            if run.last > run.first:
                yield from _spans(mention, run, "label")
    if mention.scope.headings and mention.scope.block.kind in ("list", "table", "paragraph"):
        heading = mention.scope.headings[-1]
        if head_dimension(heading) is not None and len(heading) <= 14:
            yield Candidate(
                heading, "heading", ["p:heading", f"p:heading:{mention.group}", *_head(mention, heading, "heading")]
            )


_PLAIN = {
    "money": ("价格",),
    "bare": ("价格",),
    "share": ("占比",),
    "rank": ("排名",),
    "duration": ("时间",),
    "multiple": ("规模",),
}


def _plain(mention: Mention) -> Iterator[Candidate]:
    """The plain word a reader would use where the text names no measure."""
    frame = mention.frame
    tokens = frame.clauses[frame.clause_of[mention.figure]].tokens
    place = frame.place_of[mention.figure]
    left = frame.tokens[tokens[place - 1]] if place else None
    right = frame.tokens[tokens[place + 1]] if place + 1 < len(tokens) else None
    around = f"{left.cls.name if left else 'EDGE'}_{right.cls.name if right else 'EDGE'}"
    size = "small" if mention.quantity.value is not None and mention.quantity.value < 10000 else "large"
    if mention.group == "bare" and size == "large":
        return
    for word in _PLAIN.get(mention.group, ()):
        yield Candidate(
            word,
            "plain",
            [
                f"p:plain.{word}",
                f"plain:{word}:{size}",
                f"plain:{word}:{around}",
                f"plain:{word}:roles:{bool(mention.predicate.roles)}",
            ],
        )


def _spans(mention: Mention, run: Run, pattern: str) -> Iterator[Candidate]:
    """Spans of a run that end where it ends (or before its trailing verbs) and begin at any word."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    last = run.last
    ends = [last]
    while last - 1 > run.first and frame.tokens[tokens[last - 1]].cls in (Class.VERB, Class.ADVERB):
        last -= 1
    if last not in ends:
        ends.append(last)
    for end in ends:
        for first in range(end - 1, max(run.first, end - _STARTS) - 1, -1):
            if frame.tokens[tokens[first]].cls not in (Class.OF, Class.AND) and not _names_owner(
                frame, tokens, first, end
            ):
                yield _span(mention, run, first, end, pattern, "cut-verb" if end != run.last else "whole-end")


def _names_owner(frame: Frame, tokens: list[int], first: int, end: int) -> bool:
    """Whether a phrase is an owner and a known measure: 抖音的GMV, 套餐的价格. The measure alone is the metric."""
    opening = entities().get(frame.tokens[tokens[first]].text.lower())
    owners = [p for p in range(first + 1, end - 1) if frame.tokens[tokens[p]].cls == Class.OF]
    if opening is not None and first + 1 < end and not owners:
        owners = [first]
    return any(frame.span_text(tokens[p + 1], tokens[end - 1]).lower() in metrics() for p in owners)


def _ends(mention: Mention, run: Run, pattern: str) -> Iterator[Candidate]:
    """Spans of a run that begin where it begins (or behind its first modifier) and end at any noun."""
    frame = mention.frame
    tokens = frame.clauses[run.clause].tokens
    starts = [run.first] + [p + 1 for p in range(run.first, run.last - 1) if frame.tokens[tokens[p]].cls == Class.OF][
        :2
    ]
    for first in starts:
        for end in range(first + 1, min(run.last, first + _STARTS) + 1):
            token = frame.tokens[tokens[end - 1]]
            if token.cls in (Class.NOMINAL, Class.QUOTE, Class.VERB):
                yield _span(mention, run, first, end, pattern, "run-end" if end == run.last else "inner-end")


def _span(mention: Mention, run: Run, first: int, end: int, pattern: str, edge: str) -> Candidate:
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
        _length(side, text),
        f"edge:{side}:{edge}",
    ]
    evidence += _head(mention, text, side)
    before = frame.tokens[tokens[first - 1]] if first else None
    if first == run.first:
        evidence.append(f"start:run:{side}")
    elif before is not None:
        evidence.append(f"start:{before.cls.name}:{side}")
        if before.cls == Class.AND:
            evidence.append(f"start:joined:{min(len(joined_figures(frame, mention.figure)), 2)}")
        if before.text.lower() in entities():
            evidence.append("start:after-entity")
    opening = frame.tokens[tokens[first]]
    if opening.text.lower() in entities():
        evidence.append("first:entity")
    if text.lower() in entities() or (end - first == 1 and is_name(opening)):
        evidence.append(f"whole:name:{side}")
    if opening.cls != Class.NOMINAL:
        evidence.append(f"first:{opening.cls.name}")
    if opening.tag in ("nr", "ns", "nt"):
        evidence.append("first:name")
    inner = [frame.tokens[i].cls for i in tokens[first:end]]
    for cls in (Class.OF, Class.AND, Class.VERB, Class.QUOTE, Class.PRONOUN):
        if cls in inner:
            evidence.append(f"in:{cls.name}:{side}")
    following = frame.tokens[tokens[end]].cls.name if end < len(tokens) else "EDGE"
    evidence.append(f"{side}:before-{following}")
    closing = frame.tokens[tokens[end - 1]]
    evidence.append(f"last:{closing.cls.name}:{side}")
    if closing.text in roles():
        evidence.append(f"last:role:{roles()[closing.text].kind}")
    if side == "left":
        evidence.append(f"left:right-noun:{_noun_follows(mention)}")
        if len(joined_figures(frame, mention.figure)) > 1:
            evidence.append(f"left:joined-figures:{Class.AND in inner}")
        if end == mention.predicate.edge and run.clause == frame.clause_of[mention.figure]:
            evidence.append("left:touches")
        else:
            evidence.append("left:apart")
    return Candidate(text, side, evidence, tokens[first], tokens[end - 1])


def _noun_follows(mention: Mention) -> str:
    frame = mention.frame
    tokens = frame.clauses[frame.clause_of[mention.figure]].tokens
    place = frame.place_of[mention.figure] + 1
    if place >= len(tokens):
        return "end"
    token = frame.tokens[tokens[place]]
    return token.cls.name


def _head(mention: Mention, text: str, side: str) -> list[str]:
    """How the phrase's last word fits the figure's dimension."""
    dimension = head_dimension(text)
    exact = text.lower() in metrics()
    if dimension is None:
        return [f"head:none:{side}"]
    fits = "fit" if dimension in _FITS[mention.group] else "clash"
    if mention.kind == "change" and mention.group in ("share", "multiple", "points"):
        fits = "change"
    found = [f"head:{fits}:{side}", f"head:{dimension}:{mention.group}"]
    if exact:
        found.append(f"lexicon:{fits}:{side}")
    return found


def _length(side: str, text: str) -> str:
    for limit, name in _LENGTHS:
        if len(text) <= limit:
            return f"length:{side}:{name}"
    return f"length:{side}:14+"


def _distance(mention: Mention, other: Mention) -> str:
    """Where an earlier figure stands: in the clause, the sentence, the block, or before."""
    if other.frame is mention.frame:
        if mention.frame.clause_of[mention.figure] == other.frame.clause_of[other.figure]:
            return "clause"
        return "sentence"
    return "block" if other.scope is mention.scope else "before"


def _joined(mention: Mention, other: Mention) -> bool:
    """Whether only 、 和 or a comma stands between two figures."""
    if other.frame is not mention.frame or other.figure >= mention.figure:
        return False
    between = mention.frame.tokens[other.figure + 1 : mention.figure]
    return all(token.cls in (Class.AND, Class.MARK) for token in between) and len(between) <= 2
