"""When: the period a figure is of, from its clause, its sentence, or what still rules."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.mention import Candidate, Mention, carry, distance
from claimx.claim.period_derived import derived_candidates
from claimx.claim.period_written import written_candidates

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
_FRAME_BACK = 60
_QUARTER_DAYS = 85
_MONTH_DAYS = 27
_PAST_YEARS = 5
_CARRIED = 4


def period_candidates(mention: Mention, earlier: Sequence[Mention], spoken: Sequence[Spoken]) -> list[Candidate]:
    """Every time the figure might be of; ``spoken`` are the document's periods before this sentence."""
    found = [*_cell(mention), *written_candidates(mention, earlier, spoken)]
    here = "time-here" if found else "no-time-here"
    found += derived_candidates(mention, spoken)
    frame = _frame(mention, spoken)
    found += _carried(mention, earlier, here)
    found += _ruling(mention, spoken, frame, here)
    found += _lead(mention, spoken, here)
    found += _above(mention, here, framed=frame is not None)
    found.append(_none(mention, earlier, here, frame))
    return found


def _none(mention: Mention, earlier: Sequence[Mention], here: str, frame: Spoken | None) -> Candidate:
    """That the text gives no time."""
    scope = mention.scope
    titled = any(period.form in _TITLE_STRETCHES for period in scope.title_periods[:1])
    ruled = "framed" if frame is not None else "headed" if scope.heading_periods else "titled" if titled else "unframed"
    other = earlier[-1] if earlier and earlier[-1].scope is scope else None
    before = other.period if other is not None else None
    after = "none" if before is not None and before.text is None else "time" if before is not None else "nothing"
    following = mention.frame.tokens[mention.figure + 1 : mention.figure + 2]
    evidence = [
        "p:none",
        f"none:{here}",
        f"none:{mention.group}:{here}",
        f"none:{mention.kind}:{mention.basis}:{here}",
        f"none:{mention.modality}:{here}",
        f"none:{ruled}:{here}",
        f"none:{ruled}:{scope.density}:{here}",
        f"none:after-{after}:{here}",
        f"none:after-{after}:{ruled}:{here}",
        f"none:{ruled}:{scope.genre}:{here}",
        # 3元的拉面 names a thing, 售出3万件， tells what happened.
        f"none:before-{following[0].cls.name if following else 'nothing'}:{here}",
    ]
    present = _present_before(mention)
    if present is not None:
        evidence.append(f"none:now:{present}")
    if frame is not None and _is_topic(frame.period, scope):
        evidence.append(f"none:topic-frame:{here}")
    if any(map(_is_sale, scope.title_periods[:1])):
        evidence.append(f"none:sale-in-title:{here}")
    return Candidate(None, "none", evidence)


def _present_before(mention: Mention) -> str | None:
    """Where the nearest time in front of the figure stands, if that is 目前 or 如今."""
    frame = mention.frame
    here = bisect_left(frame.times, mention.figure)
    if not here or frame.periods[frame.tokens[frame.times[here - 1]].ref].form != "now":
        return None
    return "own" if frame.clause_of[frame.times[here - 1]] == frame.clause_of[mention.figure] else "before"


_STRETCHES = frozenset(("year", "half", "quarter", "span", "window", "month", "festival"))
_TITLE_STRETCHES = _STRETCHES - {"window"}


def _cell(mention: Mention) -> Iterator[Candidate]:
    """The time that a table cell's column header or row label names."""
    row = mention.scope.row
    column = row.column_at(mention.quantity.start) if row is not None else None
    if row is None or column is None:
        return
    period = column.period or row.label_period or row.columns[0].period  # 指标（2022年）
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
        evidence.append(f"carry:same-group:{mention.group == other.group}")
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
            f"frame:{mention.kind}:{mention.basis}",
        ]
        if _is_topic(frame.period, mention.scope):
            evidence += ["frame:topic", f"frame:topic:{where}:{here}"]
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
            f"named:{mention.kind}:{mention.basis}",
        ]
        yield Candidate(code, "named", evidence, period=item.period)


def _lead(mention: Mention, spoken: Sequence[Spoken], here: str) -> Iterator[Candidate]:
    """The last time named in the block that introduces the list or table: it may rule every item."""
    scope = mention.scope
    if scope.introduced is None or scope.introduced == scope.index:
        return
    for item in reversed(spoken[-_FRAME_BACK:]):
        if item.scope.index < scope.introduced:
            return
        if item.scope.index == scope.introduced and item.period.period is not None:
            form = item.period.form
            evidence = ["p:lead", f"lead:{here}", f"lead:{form}", f"lead:{scope.density}:{here}"]
            if scope.row is not None:
                evidence.append("lead:table")
            yield Candidate(item.period.period, "lead", evidence, period=item.period)
            return


def _long(period: Period) -> bool:
    """Whether a period is long enough to frame a section: a quarter, or a sales festival."""
    if period.form == "festival" or period.first is None or period.last is None:
        return True
    return (period.last - period.first).days >= _QUARTER_DAYS


def _is_sale(period: Period) -> bool:
    """Whether a festival is a shopping season, which is a whole month, and not a holiday: 双11, 618."""
    if period.form != "festival" or period.first is None or period.last is None:
        return False
    return (period.last - period.first).days >= _MONTH_DAYS


def _is_topic(period: Period, scope: Scope) -> bool:
    """Whether the title, or a heading above, names the same time: 前三季度我市GDP同比增长5.9%.

    The year of publication stands in titles for the present.
    """
    if scope.published is not None and period.period == str(scope.published.year):
        return False
    above = (*scope.heading_periods[:1], *scope.title_periods[:1])
    return any(other.period == period.period for other in above)


def _is_said(period: Period) -> bool:
    """Whether a time is named by its date and not by its distance: 2023年, but not 两年前."""
    return "offset" not in period.rules


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
        sale = source == "title" and _is_sale(period)
        evidence = [
            f"p:{source}",
            f"{source}:{here}",
            f"{source}:{scope.density}:{here}",
            f"{source}:{scope.genre}:{here}",
            f"{source}:{period.form}",
            f"{source}:{mention.kind}:{mention.basis}",
            f"{source}:publication-year:{current}",
            *([f"{source}:reported"] if scope.genre == "report" and not current and _is_said(period) else ()),
            *([f"title:sale:{here}"] if sale else ()),
        ]
        yield Candidate(period.period, source, evidence, period=period)
