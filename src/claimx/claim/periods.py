"""When: the period a figure is of, from its clause, its sentence, or what still rules."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.mention import Candidate, Mention
from claimx.claim.tokens import Class
from claimx.period import mirror
from claimx.period.interval import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.scope import Scope
    from claimx.model import Period


class Spoken(NamedTuple):
    """A period the text has named, with where it stands."""

    scope: Scope
    period: Period
    #: Whether it opens its sentence, which makes it the frame of what follows.
    opens: bool


_BACK = 8
_CARRIED = 4
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


def period_candidates(mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> list[Candidate]:
    """Every time the figure might be of; ``spoken`` are the document's periods before this sentence."""
    found = list(_sentence(mention, earlier, spoken))
    here = "time-here" if found else "no-time-here"
    frame = _frame(mention, spoken)
    ruled = "framed" if frame is not None else "unframed"
    density = mention.scope.density
    found += _carried(mention, earlier, here)
    found += _ruling(mention, spoken, frame, here)
    found += _above(mention, ruled, here)
    before = bool(earlier) and earlier[-1].scope is mention.scope
    found.append(
        Candidate(
            None,
            "none",
            [
                "p:none",
                f"none:{here}",
                f"none:{ruled}:{here}",
                f"none:{ruled}:{density}:{here}",
                f"none:first-in-block:{not before}:{here}",
            ],
        )
    )
    return found


_STRETCHES = frozenset(("year", "half", "quarter", "span", "window", "month", "festival"))


def _frame(mention: Mention, spoken: Sequence[Spoken]) -> Spoken | None:
    """The period that frames what follows: the last to open a sentence under the same heading."""
    for item in reversed(spoken):
        if item.scope.headings != mention.scope.headings:
            return None
        if item.opens and item.period.form in _STRETCHES and item.period.period is not None:
            return item
    return None


def _sentence(mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> Iterator[Candidate]:
    """Times written in the sentence, nearest first on either side."""
    tokens = mention.frame.tokens
    times = [i for i, token in enumerate(tokens) if token.cls == Class.PERIOD]
    for side, indices in (
        ("left", [i for i in times if i < mention.figure][::-1][:4]),
        ("right", [i for i in times if i > mention.figure][:2]),
    ):
        for order, index in enumerate(indices):
            yield _written(mention, index, side, order, earlier, spoken)


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
    if following is not None and following.cls == Class.OF:
        evidence.append(f"before-of:{side}.{where}")
    if _compared(mention, index):
        evidence.append("compared-with")
    between = sum(1 for figure in frame.figures if min(index, mention.figure) < figure < max(index, mention.figure))
    evidence.append(f"figures-between:{side}:{min(between, 3)}")
    if own != clause:
        evidence.append(f"clauses-between:{side}:{min(abs(clause - own), 4)}")
        if frame.clauses[own].depth > frame.clauses[clause].depth:
            evidence.append("inside-bracket")
    if index <= 1:
        evidence.append("opens-sentence")
    if period.form == "mirror":
        period = _mirrored(period, mention, earlier, spoken)
    return Candidate(period.period, side, evidence, index, index, period=period)


def _compared(mention: Mention, index: int) -> bool:
    """Whether a time is what the figure is compared with: 较2023年, 是2023年的3倍."""
    if index in mention.predicate.compared:
        return True
    token = mention.frame.tokens[index]
    return mention.compare_to is not None and mention.compare_to[0] <= token.start < mention.compare_to[1]


def _mirrored(period: Period, mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> Period:
    """``去年同期`` as the year before the period that rules where it stands."""
    ruling = next((i.period for i in reversed(mention.frame.periods) if i.end <= period.start and i.period), None)
    if ruling is None and earlier and earlier[-1].period is not None:
        ruling = earlier[-1].period.text
    if ruling is None:
        ruling = next((item.period.period for item in reversed(spoken) if item.period.period), None)
    code = mirror(ruling) if ruling is not None else None
    interval = parse(code) if code is not None else None
    if interval is None:
        return period
    return replace(period, period=code, first=interval.first, last=interval.last)


def _carried(mention: Mention, earlier: Sequence[Mention], here: str) -> Iterator[Candidate]:
    """The periods of the figures before in the same block.

    Across blocks only what the text says rules, not what was made of it: a mistake must not run
    through the document.
    """
    seen: set[str | None] = set()
    for steps, other in enumerate(reversed(earlier[-_CARRIED:])):
        if other.scope is not mention.scope or other.period is None:
            return
        if other.period.text in seen:
            continue
        seen.add(other.period.text)
        where = _distance(mention, other)
        written = other.period
        while written.carried is not None and written.carried.period is not None:
            written = written.carried.period
        value = (
            "none"
            if written.text is None
            else "mirror"
            if written.period is not None and written.period.form == "mirror"
            else "time"
        )
        evidence = [
            f"p:carry.{where}",
            f"carry.{where}:{here}:{value}",
            f"carry-steps:{min(steps, 2)}:{where}",
            f"carry.{where}:from-{written.pattern}:{here}",
        ]
        if mention.metric is not None and mention.metric.carried is other:
            evidence.append(f"carry:same-metric:{where}")
        if mention.endpoint is not None:
            evidence.append(f"carry:endpoint:{mention.endpoint}:{other.endpoint}")
        yield Candidate(other.period.text, "carry", evidence, carried=other, period=other.period.period)


def _ruling(mention: Mention, spoken: Sequence[Spoken], frame: Spoken | None, here: str) -> Iterator[Candidate]:
    """The frame, and the last times named in the block before this sentence."""
    density = mention.scope.density
    if frame is not None:
        blocks = mention.scope.index - frame.scope.index
        where = "block" if blocks == 0 else "near" if blocks <= 2 else "far"
        evidence = [
            "p:frame",
            f"frame:{where}:{here}",
            f"frame:{density}:{here}",
            f"frame:{frame.period.form}",
            f"frame:{frame.period.form}:{density}",
        ]
        yield Candidate(frame.period.period, "frame", evidence, period=frame.period)
    seen: set[str] = {frame.period.period} if frame is not None and frame.period.period is not None else set()
    for steps, item in enumerate(reversed(spoken[-_BACK:])):
        code = item.period.period
        if item.scope is not mention.scope:
            return
        if code is None or code in seen:
            continue
        seen.add(code)
        evidence = [
            "p:named",
            f"named:{min(steps, 2)}:{here}",
            f"named:{item.period.form}",
            f"named:opens-{item.opens}:{here}",
        ]
        yield Candidate(code, "named", evidence, period=item.period)


def _above(mention: Mention, ruled: str, here: str) -> Iterator[Candidate]:
    """Times named in the headings above and in the title."""
    scope = mention.scope
    for source, periods in (("heading", scope.heading_periods[::-1][:2]), ("title", scope.title_periods[:1])):
        for order, period in enumerate(periods):
            if period.period is None:
                continue
            current = scope.published is not None and period.period == str(scope.published.year)
            evidence = [
                f"p:{source}.{order}",
                f"{source}:{ruled}:{here}",
                f"{source}:{ruled}:{scope.density}:{here}",
                f"{source}:{period.form}",
                f"{source}:publication-year:{current}",
            ]
            yield Candidate(period.period, source, evidence, period=period)


def _distance(mention: Mention, other: Mention) -> str:
    if other.frame is mention.frame:
        same = mention.frame.clause_of[mention.figure] == other.frame.clause_of[other.figure]
        return "clause" if same else "sentence"
    return "block" if other.scope is mention.scope else "before"
