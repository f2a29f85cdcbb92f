"""What a figure might measure, and the evidence for it, whatever the weights are."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.claim.layout import lay_out
from claimx.claim.linker import WeighedChooser, link
from claimx.clean import label
from claimx.source import read_text
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from claimx.claim.mention import Candidate, Mention


class _Listener(WeighedChooser):
    """Takes every figure for a claim, chooses as always and notes the candidates for each metric."""

    def __init__(self) -> None:
        self.heard: dict[str, list[Candidate]] = {}

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        if task == "metric":
            self.heard[mention.quantity.text] = candidates
        return super().choose(task, mention, candidates)

    def is_claim(self, _mention: Mention, _evidence: list[str]) -> float:
        return 1.0


def _candidates(text: str, figure: str) -> list[Candidate]:
    document = read_text(text + "\n")
    listener = _Listener()
    for _ in link(lay_out(document, label(document), None, segmenter()), listener):
        pass
    return next(heard for quantity, heard in listener.heard.items() if figure in quantity)


def _texts(text: str, figure: str, pattern: str) -> set[str | None]:
    return {candidate.text for candidate in _candidates(text, figure) if candidate.pattern == pattern}


def _evidence(text: str, figure: str, metric: str) -> set[str]:
    return {name for candidate in _candidates(text, figure) if candidate.text == metric for name in candidate.evidence}


@pytest.mark.parametrize(
    ("text", "figure"),
    [
        ("按下时发出的声音应在60至70分贝之间。", "60至70分贝"),
        ("公司的离职率回到30%水平。", "30%"),
        ("近30天的销售额在100万元到250万元的区间内。", "100万元"),
    ],
)
def test_a_word_for_the_extent_of_a_figure_is_no_measure(text: str, figure: str) -> None:
    assert not {"之间", "水平", "区间", "区间内"} & _texts(text, figure, "right") | _texts(text, figure, "right-of")


def test_what_stands_behind_the_extent_of_a_figure_may_be_its_measure() -> None:
    assert "融资" in _texts("这位主播得到3亿元量级的融资。", "3亿元", "right-of")


def test_a_duration_may_be_the_time_of_what_is_done_in_it() -> None:
    texts = _texts("用户下单后30分钟内就能收到新手机。", "30分钟内", "predicate")
    assert "收到新手机" in texts


@pytest.mark.parametrize(("verb", "names"), [("降息", True), ("下降", False)])
def test_a_verb_of_change_with_an_object_in_it_names_the_measure(verb: str, names: bool) -> None:
    evidence = _evidence(f"央行将在11月{verb}25个基点。", "25个基点", verb)
    assert "p:verb.move" in evidence
    assert ("verb:move:names-what" in evidence) == names


@pytest.mark.parametrize(
    ("text", "figure", "how"),
    [
        ("订阅费用为29美元，约合200元。", "200元", "alike"),
        ("订阅费用为29元，后来为39元。", "39元", "same"),
        ("订阅费用为29元，占收入的12%。", "12%", "other"),
    ],
)
def test_a_measure_is_carried_between_units_that_can_be_converted(text: str, figure: str, how: str) -> None:
    evidence = [
        name
        for candidate in _candidates(text, figure)
        if candidate.pattern == "carry"
        for name in candidate.evidence
        if name.startswith("carry:sentence:") and name.endswith("-unit")
    ]
    assert evidence == [f"carry:sentence:{how}-unit"]


def test_a_phrase_before_another_figure_is_told_from_the_one_that_leads_to_this_figure() -> None:
    text = "随访成功率为90%，结果跟进率为85%。"
    assert "left:past-figure:before" in _evidence(text, "85%", "成功率")
    assert not {"left:past-figure:before", "left:past-figure:here"} & _evidence(text, "85%", "结果跟进率")


def test_a_word_for_the_circumstances_is_told_from_a_measure() -> None:
    assert "last:setting:left" in _evidence("人数在高峰时达到5万人。", "5万人", "高峰时")
    assert "last:setting:left" not in _evidence("人数达到5万人。", "5万人", "人数")


def test_what_a_verb_or_a_preposition_governs_is_known_by_it() -> None:
    assert "run:after-PREPOSITION:left1" in _evidence("按不变价格计算，增长8.1%。", "8.1%", "不变价格")
