from __future__ import annotations

import pytest

from claimx.source.plain import read_plain

PARAGRAPH = "据统计，2024年全国网上零售额达15.5万亿元，同比增长7.2%，其中实物商品网上零售额占比26.8%。"


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("一、市场规模", "heading"),
        ("（二）商家价值", "heading"),
        ("1、杭州网红大撤退,一个时代结束了", "heading"),
        ("高管旋涡：核心的持续出走", "heading"),
        ("增长了。", "paragraph"),
        ("核心优势：", "paragraph"),
        ("- 增长20%", "list"),
        ("年份\t销售额", "table"),
        ("指标 | 2023 | 2024", "table"),
    ],
)
def test_kind_of_a_line_before_a_paragraph(line: str, kind: str) -> None:
    assert read_plain(f"{line}\n{PARAGRAPH}")[0].kind == kind


def test_blocks_stand_verbatim_under_crlf() -> None:
    text = f"标题行\r\n\r\n　　{PARAGRAPH}\r\n"
    blocks = read_plain(text)
    assert [(block.line, text[block.start : block.end]) for block in blocks] == [(1, "标题行"), (3, PARAGRAPH)]
    assert blocks[1].source_span(0, 3) == (text.index("据统计"), text.index("据统计") + 3)
