"""The candidates for a figure's source: named in the sentence, around it, carried over, or none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.layout import lay_out
from claimx.claim.linker import link
from claimx.clean import label
from claimx.source import read_text
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from claimx.claim.mention import Candidate, Mention


class _Listener:
    """Takes the first candidate of every task and keeps those proposed as sources."""

    def __init__(self) -> None:
        self.proposed: list[dict[str, str | None]] = []

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        if task == "source":
            self.proposed.append({candidate.pattern: candidate.text for candidate in candidates})
        return (candidates[0], 1.0) if candidates else (None, 0.0)

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        return 1.0


def _proposed(text: str) -> list[dict[str, str | None]]:
    document = read_text(text)
    listener = _Listener()
    for _ in link(lay_out(document, label(document), None, segmenter()), listener):
        pass
    return listener.proposed


def test_a_source_in_the_sentence_is_proposed_and_so_is_none() -> None:
    (proposed,) = _proposed("据艾瑞咨询数据，2024年抖音电商GMV达3.5万亿元。\n")
    assert proposed == {"according-to": "艾瑞咨询", "none": None}


def test_a_source_is_carried_to_the_sentences_that_follow() -> None:
    first, second = _proposed("据艾瑞咨询数据，抖音电商GMV达3.5万亿元。其中，直播占60%。\n")
    assert first["according-to"] == "艾瑞咨询"
    assert second["sentence-before"] == second["carry"] == "艾瑞咨询"


def test_the_speaker_behind_a_quotation_is_proposed() -> None:
    (proposed,) = _proposed("“我们去年的收入达到3亿元。”首席财务官李明说。\n")
    assert proposed["quote-speaker"] == "首席财务官李明"


def test_a_medium_at_the_head_of_a_block_is_proposed() -> None:
    (proposed,) = _proposed("【证券时报网】公司去年的收入达到3亿元，创历史新高。\n")
    assert proposed["label"] == "证券时报网"


def test_the_source_is_quoted_as_the_article_writes_it() -> None:
    (proposed,) = _proposed("據艾瑞諮詢數據，抖音電商GMV達3.5萬億元。\n")
    assert proposed["according-to"] == "艾瑞諮詢"
