from __future__ import annotations

import time

import pytest

from claimx.source import read_text


def shown(page: str) -> list[str]:
    document = read_text(page, kind="html")
    for block in document.blocks:
        assert document.text[block.start : block.end] == block.plain
        assert document.text.split("\n")[block.line - 1] == block.plain
    return [block.plain for block in document.blocks]


@pytest.mark.parametrize(
    ("page", "lines"),
    [
        ("<p>甲<b>乙</b>丙</p><p>丁", ["甲乙丙", "丁"]),
        ("<div>甲<br>乙<br/>丙</div>", ["甲", "乙", "丙"]),
        ("<p>增长\n  20%&nbsp;&lt;&nbsp;30%</p>", ["增长 20%\xa0<\xa030%"]),
        ("<p>降至 < 10%，a<b</p>", ["降至 < 10%，a"]),
        ("<script>var a='<p>x</p>'</script><style>p{}</style><noscript>y</noscript><p>甲</p>", ["甲"]),
        ("<!-- <p>x</p> --><p>甲</p><!-- 没完", ["甲"]),
        ('<p>甲</p><div style="display: none">乙</div><p hidden>丙</p><p>丁丁丁</p>', ["甲", "丁丁丁"]),
        ("<ul><li>甲<li>乙</ul>", ["甲", "乙"]),
        ("<table><tr><td>年份<td>规模<tr><td><p>2024</p></td><td>15.5</td></table>", ["年份 | 规模", "2024 | 15.5"]),
        ("<table><tr><td>左栏</td><td><p>第一段</p><p>第二段</p></td></tr></table>", ["左栏", "第一段", "第二段"]),
        ("<pre>甲\n乙</pre>", ["甲", "乙"]),
        ('<p title="a>b">甲</p>', ["甲"]),
        ("<p>面积100m<sup>2</sup></p>", ["面积100m2"]),
        ("</p></div>甲</table>乙", ["甲", "乙"]),
        ("甲<p", ["甲"]),
        ("<p>甲 <b> 乙</b><i> </i></p>", ["甲 乙"]),
        ("<div hidden><div>乙</div></div><p>甲</p>", ["甲"]),
        ("<table><tr><td><ul><li>甲</td></tr></table>乙", ["甲", "乙"]),
        ("<div><b>甲</div><p>乙</section>丙</p>", ["甲", "乙", "丙"]),
    ],
)
def test_visible_text(page: str, lines: list[str]) -> None:
    assert shown(page) == lines


def test_what_hides_most_of_the_page_is_shown() -> None:
    assert shown('<p>短</p><div style="display:none"><p>正文很长很长</p></div>') == ["短", "正文很长很长"]


def test_a_hidden_element_without_an_end_hides_nothing() -> None:
    assert shown("<div hidden><p>甲") == ["甲"]


def test_kinds_levels_and_links() -> None:
    page = (
        "<h2>节</h2><ul><li><a href=x>甲</a>乙</li></ul><blockquote><p>引</p></blockquote><table><tr><td>a<td>b</table>"
    )
    blocks = read_text(page, kind="html").blocks
    assert [(block.kind, block.level, block.linked) for block in blocks] == [
        ("heading", 2, 0),
        ("list", 1, 1),
        ("quote", 0, 0),
        ("table", 0, 0),
    ]


def test_an_unclosed_link_ends_with_its_element() -> None:
    blocks = read_text("<div><a href=x>甲</div><p>乙</p>", kind="html").blocks
    assert [block.linked for block in blocks] == [1, 0]


def test_boxes_parents_stand_before_their_children() -> None:
    boxes = read_text("<div class=article-content><p>甲</p></div><div id=sideBar><p>乙</p></div>", kind="html").boxes
    assert all(box.parent < index for index, box in enumerate(boxes))
    assert [box.role for box in boxes] == ["", "body", "", "furniture", ""]


@pytest.mark.parametrize(
    "piece", ["<div>", "<b>", "<p>a", "<td>a", "<", "<!--", '<a "', "<div hidden>", "<a href=x>", "</", "<ul><li>x"]
)
def test_hostile_pages_take_linear_time(piece: str) -> None:
    began = time.process_time()
    read_text("<html>" + piece * 100_000, kind="html")
    # A second or so on a slow machine; quadratic work would take minutes.
    assert time.process_time() - began < 20


def test_captions_of_figures_and_tables_are_captions() -> None:
    page = "<figure><figcaption>图1</figcaption></figure><table><caption>表1</caption><tr><td>1</table>"
    assert [block.kind for block in read_text(page, kind="html").blocks] == ["caption", "caption", "paragraph"]
