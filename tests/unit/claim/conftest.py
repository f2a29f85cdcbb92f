"""Sentences laid out for linking, with the number of the figure in question between 【 and 】."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimx.claim.frame import Frame, build_frame
from claimx.claim.layout import arbitrate, lay_out
from claimx.claim.linker import WeighedChooser, link
from claimx.clean import label
from claimx.period import scan as scan_periods
from claimx.quantity import scan as scan_quantities
from claimx.source import read_text
from claimx.text.normalise import normalise
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.claim.mention import Candidate, Mention

_PUBLISHED = date(2025, 3, 20)


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
    """The frame of a sentence and the token of the figure between 【 and 】, published on 2025-03-20."""
    return _laid_out


class _Listener(WeighedChooser):
    """Takes every figure for a claim and notes what is proposed for one of its fields."""

    def __init__(self, task: str) -> None:
        self.task = task
        self.proposed: dict[str, list[Candidate]] = {}

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        return 1.0

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        if task == self.task:
            self.proposed[mention.quantity.text] = list(candidates)
        return super().choose(task, mention, candidates)


def _proposed(task: str, text: str) -> dict[str, list[Candidate]]:
    document = read_text(text)
    listener = _Listener(task)
    for _ in link(lay_out(document, label(document), _PUBLISHED, segmenter()), listener):
        pass
    return listener.proposed


@pytest.fixture(scope="session")
def proposed() -> Callable[[str, str], dict[str, list[Candidate]]]:
    """What is proposed for a field (subject, period …) of every figure of a text published on 2025-03-20."""
    return _proposed


@pytest.fixture(scope="session")
def evidence() -> Callable[[str, str, str | None, str], set[str]]:
    """The evidence for a value of a field of a figure, by the names of field and figure, the value and the text."""

    def of(task: str, figure: str, value: str | None, text: str) -> set[str]:
        candidates = _proposed(task, text)[figure]
        return {name for candidate in candidates if candidate.text == value for name in candidate.evidence}

    return of
