"""Which metric a figure gives: candidates from the patterns of Chinese statements."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.claim.metric_behind import metrics_behind
from claimx.claim.metric_carry import carried_metrics
from claimx.claim.metric_phrase import (
    ending_spans,
    head_evidence,
    noun_follows,
    span_candidate,
)
from claimx.claim.metric_verb import verb_metrics
from claimx.claim.phrases import (
    Run,
    joined_figures,
    respective_items,
    run_before,
    run_text,
    runs_leftwards,
    says_respectively,
)
from claimx.claim.preference import prefer_measures
from claimx.claim.tokens import Class, has_role
from claimx.claim.walk import leftwards
from claimx.lexicon.load import words
from claimx.lexicon.terms import head_dimension

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.frame import Frame

_RUNS = 3
_LEFT_CLAUSES = 2
_RANK_STEPS = 6


def metric_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """Everything the figure might measure, in no particular order."""
    items = respective_items(mention)
    found = list(_left(mention, items))
    found += _cell(mention)
    found += _unit_noun(mention)
    found += _respective(mention, items)
    found += metrics_behind(mention)
    found += verb_metrics(mention)
    found += carried_metrics(mention, earlier)
    found += _label(mention)
    found += _announced(mention)
    found += _plain(mention)
    prefer_measures(mention, found)
    return found


def _left(mention: Mention, items: Sequence[Run]) -> Iterator[Candidate]:
    """``M达Q``, ``M同比增长Q``, ``M Q``: noun phrases left of the predicate."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    edge = _rank_edge(mention) if mention.group == "rank" else mention.predicate.edge
    if frame.alone_in_bracket(mention.figure):
        clause, edge = frame.stands_at(mention.figure)
    runs = 0
    for step in range(_LEFT_CLAUSES + 1):
        for run in runs_leftwards(frame, clause, edge):
            if _is_compared(mention, run):
                continue
            for candidate in ending_spans(mention, run, f"left{min(step, 1)}.{min(runs, 2)}"):
                candidate.evidence += _place_in_row(mention, candidate, items)
                yield candidate
            runs += 1
            if runs >= _RUNS:
                return
        clause = _previous_clause(frame, clause)
        if clause < 0:
            return
        # A bracket stands inside its host clause: what follows the bracket is not before it.
        edge = sum(1 for index in frame.clauses[clause].tokens if index < mention.figure)


def _place_in_row(mention: Mention, candidate: Candidate, items: Sequence[Run]) -> Iterator[str]:
    """Whether a phrase is of this figure's item or of another, where joined figures belong to joined phrases."""
    if not items or candidate.first is None or candidate.last is None:
        return
    frame = mention.frame
    own = joined_figures(frame, mention.figure).index(mention.figure)
    tokens = frame.clauses[items[0].clause].tokens
    ends = [tokens[item.first] <= candidate.last <= tokens[item.last - 1] for item in items]
    starts = [tokens[item.first] <= candidate.first <= tokens[item.last - 1] for item in items]
    if not any(ends) or not any(starts):
        return
    where = "across" if starts != ends else "own" if ends[own] else "other"
    said = "explicit" if says_respectively(frame, items[-1], mention.figure) else "implicit"
    yield f"row:{where}:{said}"


def _is_compared(mention: Mention, run: Run) -> bool:
    """Whether a run is what the figure is compared with: 行业均值 in 增速超行业均值3倍."""
    compared = mention.compare_to
    first = mention.frame.tokens[mention.frame.clauses[run.clause].tokens[run.first]]
    return compared is not None and compared[0] <= first.start < compared[1]


def _rank_edge(mention: Mention) -> int:
    """Where the measure of a rank ends: before 居 or 位列, whatever field (全国, 行业) stands behind it."""
    frame = mention.frame
    before = leftwards(frame, mention.figure, _RANK_STEPS)
    if before and head_dimension(frame.tokens[before[0]].text) is not None:
        return mention.predicate.edge
    for index in before:
        if has_role(frame.tokens[index], "rank", "copula", "attain", "reach"):
            place = frame.place_of[index]
            tokens = frame.clauses[frame.clause_of[index]].tokens
            while place > 0 and frame.tokens[tokens[place - 1]].cls is Class.ADVERB:
                place -= 1
            return place
    return mention.predicate.edge


def _cell(mention: Mention) -> Iterator[Candidate]:
    """The measure of a table cell: its column's header, or its row's label where the header is a time or a name."""
    row = mention.scope.row
    column = row.column_at(mention.quantity.start) if row is not None else None
    if row is None or column is None:
        return
    # 续费率 | 61% | 94% under the names of two companies
    turned = head_dimension(column.measure) is None and head_dimension(row.label) is not None
    if column.period is None and column.measure and not turned:
        yield Candidate(column.measure, "cell", ["p:cell", *head_evidence(mention, column.measure, "cell")])
    elif row.label and row.label_period is None:
        yield Candidate(row.label, "cell", ["p:cell", *head_evidence(mention, row.label, "cell")])


def _unit_noun(mention: Mention) -> Iterator[Candidate]:
    """``375万粉丝``: the counted noun that the quantity itself takes as its unit."""
    unit = mention.quantity.unit
    if mention.group == "count" and unit is not None and unit in words("counted_noun"):
        follows = noun_follows(mention)
        yield Candidate(unit, "unit", ["p:unit", f"unit:{follows}", f"unit:{mention.predicate.edge == 0}"])


def _respective(mention: Mention, items: Sequence[Run]) -> Iterator[Candidate]:
    """``托位、床位数分别达到4.7个、27.3张``: the nth figure is of the nth measure."""
    if not items:
        return
    run = items[joined_figures(mention.frame, mention.figure).index(mention.figure)]
    own, first = run_text(mention.frame, run), run_text(mention.frame, items[0])
    # A、B的M: the last phrase holds the measure of all, and the phrases are its owners.
    shared = "的" in own and head_dimension(first) is None
    explicit = says_respectively(mention.frame, run, mention.figure)
    if explicit or mention.group in ("count", "measure") or (head_dimension(own) is not None and not shared):
        candidate = span_candidate(mention, run, run.first, run.last, "respective", "run-end")
        measured = "measures" if head_dimension(own) is not None and head_dimension(first) is not None else "things"
        candidate.evidence.append(f"respective:{'explicit' if explicit else 'implicit'}:{measured}")
        yield candidate


def _previous_clause(frame: Frame, clause: int) -> int:
    """The clause before at the same depth, or the host of a bracket's first clause; -1 at the start."""
    depth, host = frame.clauses[clause].depth, frame.clauses[clause].host
    for other in range(clause - 1, -1, -1):
        if frame.clauses[other].depth == depth and frame.clauses[other].host == host and frame.clauses[other].tokens:
            return other
        if other == host:
            return other
    return -1


def _label(mention: Mention) -> Iterator[Candidate]:
    """``二季度营收：``: the label in front of a colon, or the heading above."""
    frame = mention.frame
    clause = frame.clauses[frame.clause_of[mention.figure]]
    if clause.opener in ("：", ":"):
        before = _previous_clause(frame, frame.clause_of[mention.figure])
        if before >= 0:
            run = run_before(frame, before, len(frame.clauses[before].tokens))
            if run.last > run.first:
                yield from ending_spans(mention, run, "label")
    if mention.scope.headings and mention.scope.block.kind in ("list", "table", "paragraph"):
        heading = mention.scope.headings[-1]
        if head_dimension(heading) is not None and len(heading) <= 14:
            yield Candidate(
                heading,
                "heading",
                ["p:heading", f"p:heading:{mention.group}", *head_evidence(mention, heading, "heading")],
            )


def _announced(mention: Mention) -> Iterator[Candidate]:
    """``各平台GMV如下：``: a measure that the line before announced."""
    for order, measure in enumerate(mention.scope.announced):
        evidence = [
            "p:announced",
            f"p:announced:{mention.group}",
            f"announced:{order}",
            f"announced:nothing-left:{mention.predicate.edge == 0}",
            f"announced:roles:{bool(mention.predicate.roles)}",
            *head_evidence(mention, measure, "announced"),
        ]
        yield Candidate(measure, "announced", evidence)


_PLAIN = {
    "money": ("价格",),
    "bare": ("价格",),
    "share": ("占比",),
    "rank": ("排名",),
    "duration": ("时间",),
    "multiple": ("规模",),
}


# What goods are counted by, and little else: 首日524万杯.
_SOLD_BY = frozenset("杯辆台瓶盒袋罐套部单")


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
    goods = mention.group == "count" and mention.quantity.unit in _SOLD_BY
    for word in ("销量",) if goods else _PLAIN.get(mention.group, ()):
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
