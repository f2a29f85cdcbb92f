"""A list that two documents repeat but for a figure."""

from __future__ import annotations

import pytest

from claimx import extract
from claimx.compare import compare
from claimx.compare.groups import Groups

_LIST = "2024年GMV：淘天（7.8万亿）、拼多多（4.7万亿）、京东（2.89万亿）、快手（{}万亿）。"


@pytest.mark.parametrize(
    ("left", "right", "verdict"), [("1.2", "1.9", "conflict"), ("1.2", "0.00012", "conflict"), ("1.2", "1.2", "same")]
)
def test_the_figure_that_differs_is_one_fact(left: str, right: str, verdict: str) -> None:
    one = extract(_LIST.format(left), doc="a")
    # The other text gives neither metric nor period, so that nothing but the list joins the figures.
    bare = _LIST.removeprefix("2024年GMV：")
    other = extract(bare.format(right), doc="b")
    facts = compare([*one, *other]).facts
    assert {fact.verdict for fact in facts if fact.subject == "快手"} == {verdict}


def test_two_equal_figures_make_no_list() -> None:
    short = "淘天（7.8万亿）、拼多多（4.7万亿）、快手（{}万亿）、京东（{}万亿）。"
    one, other = (
        extract("2024年GMV：" + short.format("1.2", "2.89"), doc="a"),
        extract(short.format("1.9", "3.1"), doc="b"),
    )
    assert not any(fact.verdict == "conflict" for fact in compare([*one, *other]).facts)


def test_groups() -> None:
    groups = Groups(5)
    groups.join(0, 3)
    groups.join(3, 4)
    assert groups.members() == [[0, 3, 4], [1], [2]]
    assert groups.joined(4, 0)
    assert not groups.joined(1, 2)
