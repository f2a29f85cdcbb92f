"""The times proposed for a figure, and the evidence that tells them apart, whatever they weigh."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimx.claim.layout import lay_out
from claimx.claim.linker import WeighedChooser, link
from claimx.clean import label
from claimx.source import read_text
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from claimx.claim.mention import Candidate, Mention

_PUBLISHED = date(2025, 3, 20)


class _Listener(WeighedChooser):
    """Takes every figure for a claim and notes the times proposed for it."""

    def __init__(self) -> None:
        self.proposed: dict[str, list[Candidate]] = {}

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        return 1.0

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        if task == "period":
            self.proposed[mention.quantity.text] = list(candidates)
        return super().choose(task, mention, candidates)


def _proposed(text: str) -> dict[str, list[Candidate]]:
    document = read_text(text)
    listener = _Listener()
    for _ in link(lay_out(document, label(document), _PUBLISHED, segmenter()), listener):
        pass
    return listener.proposed


def _by(pattern: str, candidates: list[Candidate]) -> list[str | None]:
    return [candidate.text for candidate in candidates if candidate.pattern == pattern]


def _evidence(figure: str, time: str | None, text: str) -> set[str]:
    return {name for candidate in _proposed(text)[figure] if candidate.text == time for name in candidate.evidence}


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2021年5月开业。\n\n这一年卖出3万杯。", "2021"),
        ("2021年5月开业。\n\n全年卖出3万杯。", "2021"),
        ("2021年5月6日开业。\n\n当天卖出3万杯。", "2021-05-06"),
        ("2021年5月6日开业。当时卖出3万杯。", "2021-05-06"),
    ],
)
def test_a_word_answers_to_the_time_named_before(text: str, time: str) -> None:
    assert _by("answer", _proposed(text)["3万杯"]) == [time]


@pytest.mark.parametrize("text", ["这一年卖出3万杯。", "2021年开业。\n\n当天卖出3万杯。", "目前有5家。当时卖出3万杯。"])
def test_a_word_with_nothing_to_answer_to_proposes_no_time(text: str) -> None:
    assert _by("answer", _proposed(text)["3万杯"]) == []


def test_each_of_a_row_of_figures_has_its_own_year_of_a_stretch() -> None:
    found = _proposed("2021-2023年，公司营收分别为58亿元、60亿元和61亿元。")
    assert [_by("nth", found[figure]) for figure in ("58亿元", "60亿元", "61亿元")] == [["2021"], ["2022"], ["2023"]]


def test_each_of_a_row_of_figures_has_its_own_of_the_times_listed() -> None:
    found = _proposed("公司在2020年、2021年的营收分别达到200万美元和2500万美元。")
    assert [_by("nth", found[figure]) for figure in ("200万美元", "2500万美元")] == [["2020"], ["2021"]]


def test_a_stretch_of_another_length_gives_no_years_of_its_own() -> None:
    assert _by("nth", _proposed("2020-2023年，公司营收分别为58亿元和60亿元。")["58亿元"]) == []


def test_the_ends_of_a_change_are_those_of_its_stretch() -> None:
    found = _proposed("2018-2023年，市场规模从50亿元增长至90亿元。")
    assert [_by("end", found[figure]) for figure in ("50亿元", "90亿元")] == [["2018"], ["2023"]]


def test_a_yearly_rate_is_of_the_years_between() -> None:
    found = _proposed("市场规模从2018年的15亿元增至2023年的17亿元，复合年增长率为2.0%。")
    assert _by("between", found["2.0%"]) == ["2018/2023"]


def test_each_of_two_yearly_rates_runs_from_its_year_to_the_next() -> None:
    found = _proposed("2023年规模为25亿元，2025年将增至41亿元，2030年将增至67亿元，复合年增长率分别为27.6%及10.3%。")
    assert [_by("between", found[figure]) for figure in ("27.6%", "10.3%")] == [["2023/2025"], ["2025/2030"]]


@pytest.mark.parametrize(
    ("figure", "time", "text", "name"),
    [
        ("80万粉丝", "2012", "该博主2012年入驻平台，拥有80万粉丝。", "event-there:elsewhere"),
        ("3亿人次", "2024-12", "打造“新十二月市”品牌，接待游客3亿人次。", "inside-name:quote"),
        ("20亿元", "2024-Q1", "2025年第一季度营收为18亿元，较2024年第一季度的20亿元下降。", "compared-with:of-figure"),
        ("30%", "2024", "2024年甲公司净利率为20%。甲公司毛利率为30%。", "carry:same-group:True"),
    ],
)
def test_evidence_of_a_time(figure: str, time: str, text: str, name: str) -> None:
    assert name in _evidence(figure, time, text)


def test_a_figure_in_front_of_its_noun_is_known_by_what_follows() -> None:
    assert "none:before-OF:no-time-here" in _evidence("3元", None, "他买了3元的拉面。")
