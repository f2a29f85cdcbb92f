"""When: the period a figure is of, from its clause, its sentence, or what still rules."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.mention import Candidate, Mention, carry, distance
from claimx.claim.predicate import ACCOMPANYING
from claimx.claim.tokens import Class
from claimx.claim.walk import figures_between
from claimx.period import mirror
from claimx.period.interval import parse

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.claim.scope import Scope
    from claimx.claim.tokens import Token
    from claimx.model import Period


class Spoken(NamedTuple):
    """A period the text has named, with where it stands."""

    scope: Scope
    period: Period
    #: Whether it opens its sentence, which makes it the frame of what follows.
    opens: bool


_BACK = 8
_FRAME_BACK = 60
_OPENING_TOKENS = 3
_QUARTER_DAYS = 85
_COMPARING = frozenset(
    ("比", "较", "同比", "环比", "相比", "相较", "相较于", "相比于", "较之", "对比", "超过", "低于", "高于")
)
_AHEAD = ("未来", "今后", "接下来")
_COMPARED_WITH = frozenset(
    ("相比", "相较", "比较", "比", "对比", "相比较", "持平", "相当", "一致", "相近", "相仿", "相若")
)
_STARTS = frozenset(("开始", "起", "以来", "创立", "成立", "出生", "上线"))
_PAST_YEARS = 5
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
    found = [*_cell(mention), *_sentence(mention, earlier, spoken)]
    here = "time-here" if found else "no-time-here"
    frame = _frame(mention, spoken)
    ruled = "framed" if frame is not None else "headed" if mention.scope.heading_periods else "unframed"
    density = mention.scope.density
    found += _carried(mention, earlier, here)
    found += _ruling(mention, spoken, frame, here)
    found += _above(mention, here, framed=frame is not None)
    before = earlier[-1].period if earlier and earlier[-1].scope is mention.scope else None
    after = "none" if before is not None and before.text is None else "time" if before is not None else "nothing"
    found.append(
        Candidate(
            None,
            "none",
            [
                "p:none",
                f"none:{here}",
                f"none:{mention.group}:{here}",
                f"none:{mention.kind}:{mention.basis}:{here}",
                f"none:{mention.modality}:{here}",
                f"none:{ruled}:{here}",
                f"none:{ruled}:{density}:{here}",
                f"none:after-{after}:{here}",
                f"none:{ruled}:{mention.scope.genre}:{here}",
            ],
        )
    )
    return found


_STRETCHES = frozenset(("year", "half", "quarter", "span", "window", "month", "festival"))


def _cell(mention: Mention) -> Iterator[Candidate]:
    """The time that a table cell's column header or row label names."""
    row = mention.scope.row
    column = row.column_at(mention.quantity.start) if row is not None else None
    if row is None or column is None:
        return
    period = column.period or row.label_period
    if period is not None:
        yield Candidate(period.period, "cell", ["p:cell"], period=period)


def _frame(mention: Mention, spoken: Sequence[Spoken]) -> Spoken | None:
    """The period that frames what follows: the last to open a sentence under this heading or one above it."""
    headings = mention.scope.headings
    for item in reversed(spoken[-_FRAME_BACK:]):
        above = item.scope.headings
        if headings[: len(above)] != above or item.period.form not in _STRETCHES:
            continue
        if item.opens and item.period.period is not None and _long(item.period) and _age(item.period, mention) != "old":
            return item if above == headings or not mention.scope.heading_periods else None
    return None


def _sentence(mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> Iterator[Candidate]:
    """Times written in the sentence, nearest first on either side."""
    times = mention.frame.times
    here = bisect_left(times, mention.figure)
    for side, indices in (("left", times[max(0, here - 4) : here][::-1]), ("right", times[here : here + 2])):
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
    if following is not None and following.cls is Class.OF:
        evidence.append(f"before-of:{side}.{where}")
    if _compared(mention, index):
        evidence.append("compared-with")
    if own == clause:
        between = figures_between(frame, index, mention.figure)
        evidence.append(f"figures-between:{side}:{min(between, 3)}")
    if index <= _OPENING_TOKENS and side == "left":
        evidence.append("opens-sentence")
    elif own != clause:
        evidence.append(f"clauses-between:{side}:{min(abs(clause - own), 4)}")
    if frame.clauses[own].depth > frame.clauses[clause].depth:
        evidence.append("inside-bracket")
    if own != clause and period.form == "window":
        evidence.append("window-elsewhere")
        if period.text.startswith(_AHEAD):
            evidence.append("window-elsewhere:ahead")  # 未来3年内，将引入…: it rules the plan that follows
    if any(token.text in _STARTS for token in frame.tokens[index + 1 : index + 4]):
        evidence.append("starts-there")
    if mention.endpoint == "to" and _belongs_to_start(mention, index):
        evidence.append("of-the-start")
    if period.form == "mirror":
        period = _mirrored(period, mention, earlier, spoken)
    return Candidate(period.period, side, evidence, index, index, period=period)


def _compared(mention: Mention, index: int) -> bool:
    """Whether a time is what a figure is compared with: 较2023年, 同比去年, 是去年同期的3倍."""
    frame = mention.frame
    token = frame.tokens[index]
    if index in mention.predicate.compared or (index and frame.tokens[index - 1].text in _COMPARING):
        return True
    following = frame.tokens[index + 1 : index + 3]
    accompanied = index > 0 and frame.tokens[index - 1].text in ACCOMPANYING
    if accompanied and any(other.text in _COMPARED_WITH for other in following):
        return True
    if len(following) == 2 and following[0].cls is Class.OF and _is_multiple(mention, following[1]):
        return True
    if frame.periods[token.ref].form == "mirror" and mention.kind == "change":
        return True
    return mention.compare_to is not None and mention.compare_to[0] <= token.start < mention.compare_to[1]


def _is_multiple(mention: Mention, token: Token) -> bool:
    return token.cls is Class.QUANTITY and mention.frame.quantities[token.ref].unit == "x"


def _belongs_to_start(mention: Mention, index: int) -> bool:
    """Whether a time stands in front of the 从-figure whose 到-figure this is: 由去年同期的A调整为B."""
    position = mention.frame.figures.index(mention.figure)
    return (
        position > 0
        and index < mention.frame.figures[position - 1]
        and index > 0
        and mention.frame.tokens[index - 1].text in ("从", "由", "自")
    )


def _mirrored(period: Period, mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> Period:
    """``去年同期`` as the year before the period that rules where it stands, and a bare ``同期`` as that period."""
    ruling = next((i.period for i in reversed(mention.frame.periods) if i.end <= period.start and i.period), None)
    if ruling is None and earlier and earlier[-1].period is not None:
        ruling = earlier[-1].period.text
    if ruling is None:
        ruling = next((item.period.period for item in reversed(spoken) if item.period.period), None)
    bare = mention.frame.text.startswith("同", period.start)
    code = ruling if ruling is None or bare else mirror(ruling)
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
        if other.scope is not mention.scope:
            return
        if other.period is None or other.period.text is None or other.period.text in seen:
            continue
        seen.add(other.period.text)
        where = distance(mention, other)
        written = other.period if other.period.home is None else other.period.home[1]
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
            f"carry.{where}:{mention.scope.genre}:{here}",
            f"carry.{where}:from-{written.pattern}:{here}",
        ]
        if mention.metric is not None and mention.metric.carried is other:
            evidence.append(f"carry:same-metric:{where}")
        if written.period is not None and written.period.form == "window" and where != "clause":
            evidence.append("carry:window")
        if mention.endpoint is not None or other.endpoint == "from":
            evidence.append(f"carry:endpoint:{other.endpoint}-{mention.endpoint}")
        yield carry(other, other.period, evidence)


def _ruling(mention: Mention, spoken: Sequence[Spoken], frame: Spoken | None, here: str) -> Iterator[Candidate]:
    """The frame, and the last times named in the block before this sentence."""
    density = mention.scope.density
    if frame is not None:
        blocks = mention.scope.index - frame.scope.index
        where = "block" if blocks == 0 else "near" if blocks <= 2 else "far"
        evidence = [
            "p:frame",
            f"frame:{density}:{here}",
            f"frame:{density}:{where}:{here}",
            f"frame:age:{_age(frame.period, mention)}:{here}",
            f"frame:{mention.scope.genre}:{where}:{here}",
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
            f"named:{mention.scope.genre}:{here}",
        ]
        yield Candidate(code, "named", evidence, period=item.period)


def _long(period: Period) -> bool:
    """Whether a period is long enough to frame a section: a quarter, or a sales festival."""
    if period.form == "festival" or period.first is None or period.last is None:
        return True
    return (period.last - period.first).days >= _QUARTER_DAYS


def _age(period: Period, mention: Mention) -> str:
    """How long before the publication a period ended."""
    published = mention.scope.published
    if published is None or period.last is None:
        return "unknown"
    years = published.year - period.last.year
    return "recent" if years <= 1 else "past" if years <= _PAST_YEARS else "old"


def _above(mention: Mention, here: str, *, framed: bool) -> Iterator[Candidate]:
    """The times of the innermost heading, else that of the title, where no sentence frames the figure.

    A sales festival in the title is what the whole article is about, framed or not.
    """
    scope = mention.scope
    source, periods = (
        ("heading", scope.heading_periods[:1]) if scope.heading_periods else ("title", scope.title_periods[:1])
    )
    if framed:
        source, periods = "title", tuple(period for period in scope.title_periods[:1] if period.form == "festival")
    for period in periods:
        if period.period is None:
            continue
        current = scope.published is not None and period.period == str(scope.published.year)
        evidence = [
            f"p:{source}",
            f"{source}:{here}",
            f"{source}:{scope.density}:{here}",
            f"{source}:{scope.genre}:{here}",
            f"{source}:{period.form}",
            f"{source}:publication-year:{current}",
        ]
        yield Candidate(period.period, source, evidence, period=period)
