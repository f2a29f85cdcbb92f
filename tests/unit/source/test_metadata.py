from __future__ import annotations

from datetime import date

import pytest

from claimx.document import Metadata
from claimx.source import read_text
from claimx.source.dates import parse_date

BODY = "据统计，2023年12月1日全国网上零售额达15.5万亿元，同比增长7.2%，其中实物商品占比26.8%。"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("2025-11-15 00:14", date(2025, 11, 15)),
        ("2025年 2月 3日", date(2025, 2, 3)),
        ("2025/02/30 2025/03/01", date(2025, 3, 1)),
        ("2025-13-01", None),
        ("120250101", None),
        ("1949年10月1日", None),
    ],
)
def test_parse_date(text: str, expected: date | None) -> None:
    assert parse_date(text) == expected


def test_hint_block() -> None:
    text = (
        '# 电商的下半场\n{% hint style="info" %}\n**Author:** [三车](https://a.b/u/1)\n**Published:** 2025-03-27  \n'
        f"**Original:** [View](https://a.b/it/1.html)\n{{% endhint %}}\n> 摘要\n\n{BODY}"
    )
    assert read_text(text).metadata == Metadata(
        "电商的下半场", "三车", date(2025, 3, 27), None, "https://a.b/it/1.html"
    )


def test_front_matter() -> None:
    text = f"---\ntitle: 测试报告\ndate: 2025-03-01\nauthor: 张三\n---\n\n{BODY}"
    assert read_text(text).metadata == Metadata("测试报告", "张三", date(2025, 3, 1))


@pytest.mark.parametrize(
    ("head", "title", "published"),
    [
        ("网红撤退,一切都结束了\n\n互联网头条\n2025-11-15 00:14\n", "网红撤退,一切都结束了", date(2025, 11, 15)),
        (
            "某某跨境卖家导航\n首页跨境头条文章详情\n\n高管离职频发!\n\n3026\n2025-06-21 06:34\n",
            "高管离职频发!",
            date(2025, 6, 21),
        ),
        ("政府工作报告\n来源：某日报\n时间：2026-02-03\n", "政府工作报告", date(2026, 2, 3)),
        ("一、市场规模\n", None, None),
        ("", None, None),
    ],
)
def test_pasted_page(head: str, title: str | None, published: date | None) -> None:
    found = read_text(f"{head}{BODY}\n{BODY}").metadata
    assert (found.title, found.published) == (title, published)


def test_page_facts_of_machines_before_printed_ones() -> None:
    page = (
        "<html><head><title>规模创新高_财经_某网</title><meta name=author content='name, mail@x.com'>"
        '<script type="application/ld+json">{"@graph":[{"datePublished":"2025-01-20T08:00:00+08:00"}]}</script>'
        f"</head><body><h1>规模创新高</h1><p>2025-01-21 作者：王五</p><p>{BODY}</p></body></html>"
    )
    document = read_text(page)
    assert document.metadata == Metadata("规模创新高", "王五", date(2025, 1, 20))
    assert [block.plain for block in document.blocks if block.kind == "title"] == ["规模创新高"]


def test_broken_json_ld_says_nothing() -> None:
    page = f'<html><script type="application/ld+json">{"[" * 50_000}</script><p>{BODY}</p></html>'
    assert read_text(page).metadata.published is None


def test_a_date_in_the_text_is_not_the_publication_date() -> None:
    assert read_text(f"<html><p>{BODY}</p></html>").metadata.published is None


@pytest.mark.parametrize(
    ("facts", "author", "published"),
    [
        ('[{"@type":"Thing"},{"headline":"x","author":[{"name":"赵六"}]}]', "赵六", None),
        ('{"headline":"x","author":{"name":"赵六"},"pubDate":"2025-02-03"}', "赵六", date(2025, 2, 3)),
        ('{"headline":"x","author":[]}', None, None),
        ('"2025-02-03"', None, None),
        ("[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]]", None, None),
    ],
)
def test_facts_for_machines(facts: str, author: str | None, published: date | None) -> None:
    page = f'<html><script type="application/ld+json">{facts}</script><h1>规模创新高</h1><p>{BODY}</p></html>'
    assert (read_text(page).metadata.author, read_text(page).metadata.published) == (author, published)


def test_facts_in_the_body() -> None:
    meta = '<meta property="article:author" content="孙七"><meta name=author content=""><time>昨天</time>'
    times = '<time datetime="不详"></time><time datetime="2025-02-03T08:00"></time>'
    page = f"<html><body>{meta}{times}<h1>规模创新高</h1><p>{BODY}</p></body></html>"
    assert read_text(page).metadata.published == date(2025, 2, 3)


def test_a_heading_beats_a_breadcrumb_with_the_same_words() -> None:
    page = f"<title>规模创新高_某网</title><p>规模创新</p><h1>规模创新高</h1><p>规模创新</p><p>{BODY}</p>"
    document = read_text(f"<html>{page}</html>")
    assert [block.plain for block in document.blocks if block.kind == "title"] == ["规模创新高"]
