"""Sentences laid out for linking, with the number of the figure in question between 【 and 】."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimx.claim.frame import Frame, build_frame
from claimx.claim.layout import arbitrate
from claimx.period import scan as scan_periods
from claimx.quantity import scan as scan_quantities
from claimx.text.normalise import normalise
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable

_PUBLISHED = date(2025, 3, 1)


def _laid_out(marked: str) -> tuple[Frame, int]:
    at = marked.index("【")
    text = normalise(marked.replace("【", "", 1).replace("】", "", 1))
    quantities, periods = arbitrate(scan_quantities(text, text), scan_periods(text, text, _PUBLISHED))
    outside = [p for p in periods if not any(p.start < q.end and q.start < p.end for q in quantities)]
    frame = build_frame(text, 0, len(text), quantities, outside, segmenter())
    figure = next(i for i in frame.figures if frame.tokens[i].start <= at < frame.tokens[i].end)
    return frame, figure


@pytest.fixture(scope="session")
def laid_out() -> Callable[[str], tuple[Frame, int]]:
    """The frame of a sentence and the token of the figure between 【 and 】, published on 2025-03-01."""
    return _laid_out
