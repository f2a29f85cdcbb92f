"""Which values stand in one chart, and where."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.render.html.chart import WIDTH, chart
from claimx.render.html.series import series

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimx.model import Claim
    from claimx.render.html.chart import Chart


def _year(year: int) -> dict[str, str]:
    return {"period": str(year), "period_start": f"{year}-01-01", "period_end": f"{year}-12-31"}


def _one(claims: Sequence[Claim]) -> Chart:
    (found,) = series(enumerate(claims, start=1))
    return chart(found)


@pytest.fixture
def of(claim: Callable[..., Claim]) -> Callable[..., Claim]:
    """``of("抖音电商", 35, 2024)``: a claim of that subject, value in 亿 and year."""

    def make(subject: str, amount: int, year: int, **changes: Any) -> Claim:
        money = {"value": Decimal(amount) * 10**8, "subject": subject, "subject_id": subject}
        return claim(**{**money, **_year(year), **changes})

    return make


def test_one_subject_over_time_runs_from_left_to_right(of: Callable[..., Claim]) -> None:
    picture = _one([of("快手电商", 90, 2023), of("快手电商", 60, 2021), of("快手电商", 30, 2022)])
    assert picture.series.form == "time"
    assert [mark.number for mark in picture.marks] == [2, 3, 1]
    xs, ys = [mark.x for mark in picture.marks], [mark.y for mark in picture.marks]
    assert xs[1] - xs[0] == pytest.approx(xs[2] - xs[1], abs=0.5)  # years are equally far apart
    # Heights are as the values: from zero, 90 stands three times as high as 30.
    assert (picture.zero - ys[2]) == pytest.approx(3 * (picture.zero - ys[1]), abs=0.5)
    assert [mark.label for mark in picture.marks] == ["2021", "2022", "2023"]
    assert len(picture.line.split()) == 3


def test_several_subjects_at_one_time_are_bars_by_size(of: Callable[..., Claim]) -> None:
    picture = _one([of("快手电商", 10, 2024), of("小红书", 40, 2024), of("抖音电商", 20, 2024)])
    assert [mark.label for mark in picture.marks] == ["小红书", "抖音电商", "快手电商"]
    widths = [mark.width for mark in picture.marks]
    assert widths[0] == pytest.approx(4 * widths[2], abs=0.5)
    assert max(mark.x + mark.width for mark in picture.marks) <= WIDTH


def test_falling_changes_point_the_other_way(of: Callable[..., Claim]) -> None:
    share = {"kind": "change", "unit": "%", "basis": "yoy"}
    picture = _one(
        [
            of("小红书", 1, 2024, value=Decimal(10), direction="up", **share),
            of("京东", 1, 2024, value=Decimal(10), direction="down", **share),
            of("快手", 1, 2024, value=Decimal(5), direction="up", **share),
        ]
    )
    rising, _, falling = picture.marks
    assert rising.x == pytest.approx(picture.zero, abs=0.1)
    assert falling.x + falling.width == pytest.approx(picture.zero, abs=0.1)


def test_two_sources_of_one_year_are_two_points_above_each_other(of: Callable[..., Claim]) -> None:
    claims = [of("小红书", 40, 2023), of("小红书", 60, 2024), of("小红书", 70, 2024, doc="b.md")]
    picture = _one(claims)
    assert picture.marks[1].x == picture.marks[2].x
    assert picture.marks[1].y != picture.marks[2].y
    assert len(picture.line.split()) == 2


def test_the_lower_of_two_figures_of_one_year_is_named_below_its_point(of: Callable[..., Claim]) -> None:
    picture = _one(
        [of("快手电商", 60, 2023), of("快手电商", 90, 2024), of("快手电商", 80, 2024), of("快手电商", 70, 2024)]
    )
    upper, lower, further = picture.marks[1:]
    assert (upper.value, lower.value, further.value) == ("90亿 CNY", "80亿 CNY", "")
    assert upper.value_y < upper.y < lower.y < lower.value_y


def test_a_forecast_is_hollow(of: Callable[..., Claim]) -> None:
    picture = _one([of("小红书", 40, 2023), of("小红书", 60, 2025, modality="forecast")])
    assert [mark.hollow for mark in picture.marks] == [False, True]


@pytest.mark.parametrize(
    "changes",
    [
        {"unit": "USD"},  # another currency
        {"kind": "change", "basis": "yoy"},
        {"metric": "营业收入", "metric_id": "营业收入"},
        {"period": "2023-Q1", "period_start": "2023-01-01", "period_end": "2023-03-31"},  # another length of time
        {"period": None, "period_start": None, "period_end": None},
        {"value": None},
    ],
)
def test_what_is_not_comparable_is_not_drawn(changes: dict[str, Any], of: Callable[..., Claim]) -> None:
    assert series(enumerate([of("小红书", 40, 2024), of("小红书", 30, 2023, **changes)])) == []


def test_too_many_bars_are_counted_not_drawn(of: Callable[..., Claim]) -> None:
    names = ("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳", "公司")
    picture = _one([of(f"{letter}{names[1]}", place, 2024) for place, letter in enumerate(names[0], start=1)])
    assert len(picture.marks) + picture.left_out == len(names[0])
    assert picture.left_out > 0
