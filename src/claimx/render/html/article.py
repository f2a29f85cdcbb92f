"""An article as pieces of text, some of them figures; every character of a line stands in exactly one piece."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from dataclasses import dataclass
from itertools import groupby, pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.document import Block, BlockKind, Labelled
    from claimx.model import Claim

#: A claim with its number in the report.
Numbered: TypeAlias = tuple[int, "Claim"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a line that no claim begins or ends in."""

    text: str
    #: The claims whose figure it belongs to, none for plain text; the innermost first.
    claims: tuple[Numbered, ...] = ()
    #: Those of them that begin with it, by number: a link to the claim leads here.
    begins: tuple[int, ...] = ()


class _Span(NamedTuple):
    """Where a claim's figure stands in a line as it is shown."""

    start: int
    end: int
    claim: Numbered


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the article."""

    number: int
    kind: BlockKind
    #: Heading level or list depth.
    level: int
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Lines that follow each other and are all of the article, or all of the page around it."""

    main: bool
    lines: tuple[Line, ...]
    #: How many lines of boilerplate there are of each reason.
    reasons: tuple[tuple[str, int], ...]
    #: Whether a claim stands in it.
    claims: bool


def stretches(labelled: Sequence[Labelled], claims: Sequence[Numbered]) -> Iterator[Stretch]:
    """The document's lines in order, each with the figures that stand in it marked."""
    by_line: dict[int, list[Numbered]] = defaultdict(list)
    for number, claim in claims:
        by_line[claim.line].append((number, claim))
    for main, group in groupby(labelled, key=lambda item: item.main):
        items = list(group)
        yield Stretch(
            main=main,
            lines=tuple(_line(item.block, by_line.get(item.block.line, ())) for item in items),
            reasons=() if main else tuple(Counter(item.reason for item in items).most_common()),
            claims=any(item.block.line in by_line for item in items),
        )


def _line(block: Block, claims: Sequence[Numbered]) -> Line:
    return Line(block.line, block.kind, block.level, tuple(_pieces(block, claims)))


def _pieces(block: Block, claims: Sequence[Numbered]) -> Iterator[Piece]:
    begun: dict[int, list[_Span]] = defaultdict(list)
    cuts = {0, len(block.plain)}
    for numbered in claims:
        span = _Span(_place(block, numbered[1].start), _place(block, numbered[1].end), numbered)
        begun[span.start].append(span)
        cuts |= {span.start, span.end}
    over: list[_Span] = []
    for start, end in pairwise(sorted(cuts)):
        over = [span for span in over if span.end >= end] + [span for span in begun[start] if span.end >= end]
        over.sort(key=lambda span: span.end - span.start)
        yield Piece(
            visible_line(block.plain[start:end]),
            tuple(span.claim for span in over),
            tuple(span.claim[0] for span in over if span.start == start),
        )


def _place(block: Block, offset: int) -> int:
    """Where an offset in the document's text falls in the line as it is shown."""
    size = len(block.plain)
    if block.offsets is None:
        return min(max(offset - block.start, 0), size)
    return bisect_left(block.offsets, offset, hi=size)
