"""The order of the linker's choices: first whether a figure is a claim, then, for claims alone, its fields."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.layout import lay_out
from claimx.claim.linker import THRESHOLD, WeighedChooser, link
from claimx.clean import label
from claimx.source import read_text
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from claimx.claim.mention import Candidate, Mention

_TEXT = "2024年抖音电商GMV达3.5万亿元，同比增长30%。这是一个新的开始。\n"


class _Listener(WeighedChooser):
    """Chooses as always and notes for which figures and fields."""

    def __init__(self) -> None:
        self.asked: list[tuple[str, str]] = []

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        self.asked.append((mention.quantity.text, task))
        return super().choose(task, mention, candidates)


def test_fields_are_chosen_for_claims_alone() -> None:
    document = read_text(_TEXT)
    listener = _Listener()
    found = {
        mention.quantity.text: (mention, likely)
        for mention, likely in link(lay_out(document, label(document), None, segmenter()), listener)
    }
    assert {text: likely >= THRESHOLD for text, (_, likely) in found.items()} == {
        "3.5万亿元": True,
        "30%": True,
        "一个": False,
    }
    fields = ("metric", "subject", "period", "source")
    assert listener.asked == [(text, field) for text in ("3.5万亿元", "30%") for field in fields]
    rejected, _ = found["一个"]
    assert (rejected.metric, rejected.subject, rejected.period, rejected.source) == (None, None, None, None)
