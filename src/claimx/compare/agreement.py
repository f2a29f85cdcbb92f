"""Which figures of one group are members of one fact, document by document."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.interval import significant_digits
from claimx.compare.period import about_now
from claimx.compare.size import by_size, far_apart
from claimx.compare.verdict import Judgement, judge

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Iterator, Sequence

    from claimx.compare.facts import Certainty
    from claimx.compare.interval import Figure
    from claimx.model import Claim


# So many significant digits let an undated figure agree with another by itself.
_TELLING = 2


class Statement(NamedTuple):
    """A claim with what a comparison needs to know of it."""

    claim: Claim
    figure: Figure | None
    #: The key of its period; None when unsaid.
    period: str | None
    #: Whether its metric alone does not tell facts apart.
    wide: bool
    #: Whether its subject is in doubt.
    doubtful: bool


class Agreement(NamedTuple):
    """Statements of one fact by two or more documents."""

    members: tuple[Statement, ...]
    certainty: Certainty

    def judgement(self) -> Judgement:
        """The verdict on the figures; on words without a number, which are alike by their making, ``same``."""
        figures = [item.figure for item in self.members if item.figure is not None]
        return judge(figures) if figures else Judgement("same")


def agreements(group: Sequence[Statement]) -> Iterator[Agreement]:
    """The facts among statements that agree in everything but perhaps the period.

    Statements of equal period are a sure fact; those without one are a possible fact together with
    those of each period they may mean.
    """
    if not _several(group):
        return
    periods: dict[str, list[Statement]] = defaultdict(list)
    undated: list[Statement] = []
    for statement in group:
        (undated if statement.period is None else periods[statement.period]).append(statement)
    for dated in periods.values():
        for members in _facts(dated):
            yield Agreement(members, "sure")
    if not undated:
        return
    odd = _unsettled(group)
    covered = False
    for period, dated in periods.items():
        near = [item for item in undated if about_now(item.claim.published, period)]
        covered |= len(near) == len(undated)
        if near:
            for members in _facts([*near, *dated], odd):
                if any(item.period is None for item in members):
                    yield Agreement(members, "possible")
    if not covered:
        for members in _facts(undated, odd):
            yield Agreement(members, "possible")


def _facts(group: Sequence[Statement], odd: frozenset[str] | None = None) -> Iterator[tuple[Statement, ...]]:
    """One fact of all statements that can be trusted, and one of each equal figure among the others.

    A document that gives two clashing figures speaks of two things that its words do not tell
    apart, and so may a wide metric; a doubtful subject may be another's. Such statements agree with
    equal ones and clash with none. ``odd`` names the documents at odds with themselves; None for those
    that are so within the group, whose statements are all dated. Undated ones must be of one size.
    """
    dated = odd is None
    odd = _unsettled(group) if odd is None else odd
    trusted = [item for item in group if not _loose(item, odd)]
    agreed: set[Hashable] = set()
    for alike in [trusted] if dated else _of_one_size(trusted):
        if _several(alike):
            written = {_written(item) for item in alike}
            agreed |= written
            # What equals a trusted figure tells its fact.
            yield tuple(item for item in group if _written(item) in written)
    equal: dict[Hashable, list[Statement]] = defaultdict(list)
    for item in group:
        if _written(item) not in agreed:
            equal[_written(item)].append(item)
    for members in equal.values():
        if _several(members):
            yield tuple(members)


def _of_one_size(group: Sequence[Statement]) -> Iterator[list[Statement]]:
    sized = [(item, item.figure) for item in group if item.figure is not None]
    return ([sized[place][0] for place in places] for places in by_size([figure for _, figure in sized]))


def _loose(item: Statement, odd: frozenset[str]) -> bool:
    # Without a period and with a subject carried over, too little is said to clash with.
    carried = item.period is None and not _says_whose(item.claim)
    return item.wide or item.doubtful or carried or item.figure is None or item.claim.doc in odd


def _says_whose(claim: Claim) -> bool:
    """Whether the text says whose figure it is, with it or so plainly that nobody else can be meant.

    Beside a metric of the figure's own, a subject of the same sentence is plain, and so is one that the title names.
    """
    if "subject" not in claim.inferred:
        return True
    titled = claim.subject is not None and claim.subject in (claim.title or "")
    return "metric" not in claim.inferred and (titled or "subject" in claim.spans)


def _written(item: Statement) -> Hashable:
    """The figure without its bound, or the words where there is no number.

    An undated round or vague figure (一个月, 几种) is said of everything: it equals only itself in a
    copy of its sentence.
    """
    figure = item.figure
    number = (item.claim.ratio or item.claim.text) if figure is None else (figure.first, figure.last)
    telling = not item.claim.vague and significant_digits(item.claim) >= _TELLING
    return number if telling or item.period is not None else (number, item.claim.sentence)


def contradicting(group: Iterable[Statement]) -> frozenset[str]:
    """The documents whose own figures clash."""
    return frozenset(doc for doc, own in _by_document(group) if judge(own).verdict == "conflict")


def _unsettled(group: Iterable[Statement]) -> frozenset[str]:
    """The documents whose own figures clash, or are of different sizes: 突破4000亿 is not said of 2.89万亿.

    Not counting figures whose subject is in doubt, which may be another's.
    """
    own_figures = _by_document(item for item in group if not item.doubtful)
    return frozenset(doc for doc, own in own_figures if judge(own).verdict == "conflict" or far_apart(own))


def _by_document(group: Iterable[Statement]) -> Iterator[tuple[str, list[Figure]]]:
    """The figures of each document that has several."""
    figures: dict[str, list[Figure]] = defaultdict(list)
    for item in group:
        if item.figure is not None:
            figures[item.claim.doc].append(item.figure)
    return ((doc, own) for doc, own in figures.items() if len(own) > 1)


def _several(group: Sequence[Statement]) -> bool:
    """Whether at least two documents speak."""
    return any(item.claim.doc != group[0].claim.doc for item in group)
