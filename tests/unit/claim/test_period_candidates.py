"""The times proposed for a figure, and the evidence that tells them apart, whatever they weigh."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.claim.mention import Candidate

    Proposed: TypeAlias = Callable[[str, str], dict[str, list[Candidate]]]
    Evidence: TypeAlias = Callable[[str, str, str | None, str], set[str]]


def _by(pattern: str, candidates: list[Candidate]) -> list[str | None]:
    return [candidate.text for candidate in candidates if candidate.pattern == pattern]


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2021年5月开业。\n\n这一年卖出3万杯。", "2021"),
        ("2021年5月开业。\n\n全年卖出3万杯。", "2021"),
        ("2021年5月6日开业。\n\n当天卖出3万杯。", "2021-05-06"),
        ("2021年5月6日开业。当时卖出3万杯。", "2021-05-06"),
    ],
)
def test_a_word_answers_to_the_time_named_before(proposed: Proposed, text: str, time: str) -> None:
    assert _by("answer", proposed("period", text)["3万杯"]) == [time]


@pytest.mark.parametrize("text", ["这一年卖出3万杯。", "2021年开业。\n\n当天卖出3万杯。", "目前有5家。当时卖出3万杯。"])
def test_a_word_with_nothing_to_answer_to_proposes_no_time(proposed: Proposed, text: str) -> None:
    assert _by("answer", proposed("period", text)["3万杯"]) == []


def test_each_of_a_row_of_figures_has_its_own_year_of_a_stretch(proposed: Proposed) -> None:
    found = proposed("period", "2021-2023年，公司营收分别为58亿元、60亿元和61亿元。")
    assert [_by("nth", found[figure]) for figure in ("58亿元", "60亿元", "61亿元")] == [["2021"], ["2022"], ["2023"]]


def test_each_of_a_row_of_figures_has_its_own_of_the_times_listed(proposed: Proposed) -> None:
    found = proposed("period", "公司在2020年、2021年的营收分别达到200万美元和2500万美元。")
    assert [_by("nth", found[figure]) for figure in ("200万美元", "2500万美元")] == [["2020"], ["2021"]]


def test_a_stretch_of_another_length_gives_no_years_of_its_own(proposed: Proposed) -> None:
    assert _by("nth", proposed("period", "2020-2023年，公司营收分别为58亿元和60亿元。")["58亿元"]) == []


def test_the_ends_of_a_change_are_those_of_its_stretch(proposed: Proposed) -> None:
    found = proposed("period", "2018-2023年，市场规模从50亿元增长至90亿元。")
    assert [_by("end", found[figure]) for figure in ("50亿元", "90亿元")] == [["2018"], ["2023"]]


def test_a_yearly_rate_is_of_the_years_between(proposed: Proposed) -> None:
    found = proposed("period", "市场规模从2018年的15亿元增至2023年的17亿元，复合年增长率为2.0%。")
    assert _by("between", found["2.0%"]) == ["2018/2023"]


def test_each_of_two_yearly_rates_runs_from_its_year_to_the_next(proposed: Proposed) -> None:
    found = proposed(
        "period", "2023年规模为25亿元，2025年将增至41亿元，2030年将增至67亿元，复合年增长率分别为27.6%及10.3%。"
    )
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
def test_evidence_of_a_time(evidence: Evidence, figure: str, time: str, text: str, name: str) -> None:
    assert name in evidence("period", figure, time, text)


def test_a_figure_in_front_of_its_noun_is_known_by_what_follows(evidence: Evidence) -> None:
    assert "none:before-OF:no-time-here" in evidence("period", "3元", None, "他买了3元的拉面。")


def test_the_time_of_a_lead_is_proposed_for_every_item_of_its_list(proposed: Proposed) -> None:
    text = "2024年各家成绩如下。\n\n- 京东有用户5亿\n- 美团有用户6亿\n"
    for figure in ("5亿", "6亿"):
        assert _by("lead", proposed("period", text)[figure]) == ["2024"]


@pytest.mark.parametrize(("title", "sale"), [("京东和美团的618大促", True), ("京东和美团的春节", False)])
def test_a_shopping_season_in_the_title_counts_against_no_time(evidence: Evidence, title: str, sale: bool) -> None:
    found = evidence("period", "5亿", None, f"# {title}\n\n京东有用户5亿。")
    assert ("none:sale-in-title:no-time-here" in found) is sale
    assert "none:titled:no-time-here" in found


def test_a_time_compared_with_is_not_in_the_way_of_the_one_before(evidence: Evidence) -> None:
    found = evidence("period", "3%", "2024", "2024年收入5亿元，较2023年增长3%。")
    assert "left.before:0" in found
