from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.source.markdown import read_markdown

if TYPE_CHECKING:
    from claimx.document import Block


def one(line: str) -> Block:
    (block,) = read_markdown(line)
    return block


def check(text: str, blocks: tuple[Block, ...]) -> None:
    """Every character of every plain text stands where its offset says, unless an entity made it."""
    for block in blocks:
        if block.offsets is None:
            assert text[block.start : block.end] == block.plain
            continue
        assert len(block.offsets) == len(block.plain) + 1
        assert list(block.offsets) == sorted(block.offsets)
        for char, at in zip(block.plain, block.offsets, strict=False):
            assert block.start <= at < block.end
            assert text[at] == char or text[at] == "&"


@pytest.mark.parametrize(
    ("line", "kind", "level", "plain"),
    [
        ("# 标题", "heading", 1, "标题"),
        ("### **三、趋势** ###", "heading", 3, "三、趋势"),
        ("#话题# 上了热搜", "paragraph", 0, "#话题# 上了热搜"),
        ("- 增长20%", "list", 1, "增长20%"),
        ("  * *   双层列表", "list", 2, "双层列表"),
        ("-5%的降幅", "paragraph", 0, "-5%的降幅"),
        ("1.  第一步", "list", 1, "1.  第一步"),
        ("1. 5亿元", "paragraph", 0, "1. 5亿元"),
        ("> 引言", "quote", 0, "引言"),
        ("| 销售额 | 100亿元 |", "table", 0, "销售额 | 100亿元"),
        ("**增长20%**，_环比_", "paragraph", 0, "增长20%，环比"),
        ("**甲：****乙**", "paragraph", 0, "甲：乙"),
        ("尾号****1234", "paragraph", 0, "尾号****1234"),
        ("3*4=12，a_b_c", "paragraph", 0, "3*4=12，a_b_c"),
        ("增长2%~3%，~~删去~~", "paragraph", 0, "增长2%~3%，删去"),
        ("据[艾瑞](https://a.b/c_(d))统计", "paragraph", 0, "据艾瑞统计"),
        ("如图![说明](x.png)所示", "paragraph", 0, "如图所示"),
        ("[一][二] 与 [三]", "paragraph", 0, "[一][二] 与 [三]"),
        (r"4\. 占比\_甲", "paragraph", 0, "4. 占比_甲"),
        ("降至 < 10%，R&amp;D", "paragraph", 0, "降至 < 10%，R&D"),
        ("<b>销量</b>100台<br>", "paragraph", 0, "销量100台"),
        ("<AI工具>用户", "paragraph", 0, "<AI工具>用户"),
        ("`GMV` 增长", "paragraph", 0, "GMV 增长"),
    ],
)
def test_line(line: str, kind: str, level: int, plain: str) -> None:
    block = one(line)
    assert (block.kind, block.level, block.plain) == (kind, level, plain)
    check(line, (block,))


@pytest.mark.parametrize("line", ["---", "* * *", "|---|:--:|", '{% hint style="info" %}', "![图](a.png)", "[](x)"])
def test_marks_that_show_nothing(line: str) -> None:
    assert one(line).plain == ""


def test_source_span_points_into_the_markup() -> None:
    text = "## 据[艾瑞](http://a.b)，**GMV** 达 **3.5万亿元**"
    block = one(text)
    at = block.plain.index("3.5万亿元")
    start, end = block.source_span(at, at + 6)
    assert text[start:end] == "3.5万亿元"


def test_front_matter_and_fence() -> None:
    text = "---\ntitle: 甲\n---\n正文\n```py\n# 不是标题\n```\n后文"
    plain = [(block.line, block.kind, block.plain) for block in read_markdown(text) if block.plain]
    assert plain == [(4, "paragraph", "正文"), (6, "code", "# 不是标题"), (8, "paragraph", "后文")]


def test_a_link_card_over_several_lines_is_all_link_text() -> None:
    text = "前文。\n\n[![](a.png)\n\n课程标题\n\n查看详情 >\n\n](https://x.y/z)\n\n后文。"
    blocks = read_markdown(text)
    assert [(block.plain, block.linked) for block in blocks if block.plain] == [
        ("前文。", 0),
        ("课程标题", 4),
        ("查看详情 >", 6),
        ("后文。", 0),
    ]
    check(text, blocks)


def test_an_open_bracket_alone_is_no_card() -> None:
    assert [block.linked for block in read_markdown("[注：以下为估算\n\n增长20%")] == [0, 0]


@pytest.mark.parametrize("piece", ["[", "](", "![", "**a", "`", "<a ", "](a", "[![](a)", "&amp", "_a", "\\", "<!--"])
def test_hostile_lines_end_and_keep_offsets(piece: str) -> None:
    text = piece * 30_000
    check(text, read_markdown(text))


@pytest.mark.parametrize(
    ("line", "plain", "linked"),
    [
        ("见<https://a.cn/3>，增长30%", "见https://a.cn/3，增长30%", 14),
        ("增长`30%", "增长`30%", 0),
        ("**跨行的粗体", "跨行的粗体", 0),
        ("A&B;增长", "A&B;增长", 0),
        ("2 * 3 *", "2 * 3 *", 0),
        ("[甲](b)[乙](d)丙", "甲乙丙", 2),
    ],
)
def test_marks_without_their_other_half_stay(line: str, plain: str, linked: int) -> None:
    block = one(line)
    assert (block.plain, block.linked) == (plain, linked)
