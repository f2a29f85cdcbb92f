"""Figures of one size: what keeps an undated 1800万单 of a day from being taken for a year's 420亿单."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING

from claimx.compare.groups import Groups
from claimx.compare.interval import EXACT

if TYPE_CHECKING:
    from collections.abc import Collection, Hashable, Sequence

    from claimx.compare.interval import Figure

# A bound is written near what it bounds, and what measures one thing at about one time is not twice itself.
_FACTOR = Decimal(2)
# So many digits alike at another power of ten are a slip (万 for 亿) rather than another size.
_TELLING = 2


def far_apart(figures: Collection[Figure]) -> bool:
    """Whether two figures are of different sizes: 突破4000亿 holds, but is not said, of 2.89万亿."""
    ends = [abs(end) for figure in figures for end in (figure.first, figure.last)]
    return EXACT.multiply(min(ends), _FACTOR) < max(ends)


def by_size(figures: Sequence[Figure]) -> list[list[int]]:
    """The places of figures of one size, or alike but for a power of ten, together.

    Whether two are joined depends on no third but one between them, so that more figures only ever join groups.
    """
    order = sorted(range(len(figures)), key=lambda place: abs(figures[place].first))
    groups = Groups(len(figures))
    for lesser, greater in pairwise(order):
        if EXACT.multiply(abs(figures[lesser].first), _FACTOR) >= abs(figures[greater].first):
            groups.join(lesser, greater)
    by_digits: dict[Hashable, int] = {}
    for place in order:
        _, digits, _ = figures[place].first.normalize(EXACT).as_tuple()
        if len(digits) >= _TELLING:
            groups.join(by_digits.setdefault(digits, place), place)
    return groups.members()
