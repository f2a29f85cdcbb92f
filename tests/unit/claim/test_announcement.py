"""Measures announced by a line that ends in a colon."""

from __future__ import annotations

import pytest

from claimx.claim.announcement import Announcements, measures
from claimx.text.words import segmenter


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("2024年国内电商平台GMV排名如下", ["GMV"]),
        ("各行业的平均薪资和人均产值", ["人均产值", "平均薪资"]),
        ("具体情况如下", []),
        ("", []),
    ],
)
def test_the_nearest_measure_comes_first(line: str, found: list[str]) -> None:
    assert measures(line, segmenter()) == found


def test_a_line_speaks_to_the_block_behind_it_and_no_further() -> None:
    announcements = Announcements(segmenter())
    assert announcements.to("各平台的GMV如下：", "paragraph") == ()
    assert announcements.to("淘天7.8万亿、京东2.9万亿。", "paragraph") == ("GMV",)
    assert announcements.to("抖音则是3.4万亿。", "paragraph") == ()


def test_a_line_speaks_to_the_whole_list_behind_it() -> None:
    announcements = Announcements(segmenter())
    announcements.to("各平台的GMV如下：", "paragraph")
    assert [announcements.to(f"平台{name}：1万亿", "list") for name in "甲乙丙"] == [("GMV",)] * 3
    assert announcements.to("以上来自年报。", "paragraph") == ()
    assert announcements.to("平台丁：2万亿", "list") == ()


def test_an_item_of_a_list_that_ends_in_a_colon_announces_anew() -> None:
    announcements = Announcements(segmenter())
    announcements.to("各平台的GMV如下：", "paragraph")
    announcements.to("平台甲的用户数：", "list")
    assert announcements.to("1亿", "list") == ("用户数",)
