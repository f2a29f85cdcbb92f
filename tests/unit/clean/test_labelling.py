"""Whole documents: where the article begins and ends, what is said twice, what a page holds besides."""

from __future__ import annotations

import pytest

from claimx.clean import label, main_text
from claimx.source import read_text

P = [
    "据统计，2024年全国网上零售额达15.5万亿元，同比增长7.2%，其中实物商品网上零售额占比26.8%，较上年提高。",
    "业内人士认为，直播电商仍将保持增长，预计2025年市场规模突破5万亿元，用户规模超过6亿人，竞争更加激烈。",
    "与此同时，平台的退货率也从20%升至35%，部分商家开始转向私域运营，以降低获客成本，提高复购，稳住利润。",
    "对品牌而言，自播的占比已经超过六成，达人直播的坑位费则较高峰时下降四成，行业的分工正在重新划定，变化很快。",
    "可以预见，未来三年内行业将进入整合期，头部机构的份额会进一步提高到70%左右，中小机构则需要寻找新的位置。",
    "从区域看，长三角的直播电商企业数量占全国的38%，杭州、义乌两地贡献了其中的大部分，产业带优势非常明显。",
]
TEASER = "某地商务局数据显示，2023年全市实现电子商务交易额4115.2亿元，同比增长13.97%，网络零售额位居全省第一。"


def reasons(text: str, kind: str | None = None) -> list[str]:
    document = read_text(text, kind=kind)  # type: ignore[arg-type]
    labelled = label(document)
    assert [one.block for one in labelled] == list(document.blocks)
    return ["" if one.main else one.reason for one in labelled]


def main(text: str) -> str:
    return main_text(label(read_text(text)))


@pytest.mark.parametrize(
    "text",
    [
        "抖音电商2024年GMV达3.5万亿元。",
        "2024年快报\n销售额100亿元\n同比增长20%",
        "指标\t2023\t2024\n销售额\t100亿元\t120亿元",
        "| 指标 | 2023 |\n| 销售额 | 100亿元 |",
        "# 要点\n\n- GMV 3.5万亿元\n- 阅读 100万\n- 收藏 20万",
        "市场要点\n一、规模\n1.5万亿元\n二、增速\n增长20%",
        "\n".join(P),
        f"标题\n\n{P[0]}\n\n{P[1]}",
        "<html><body><h1>快讯：规模创新高</h1><p>2024年达100亿元</p></body></html>",
    ],
)
def test_without_page_furniture_all_is_main(text: str) -> None:
    assert set(reasons(text)) == {""}


def test_nothing_is_deleted_and_empty_is_empty() -> None:
    assert reasons("") == []
    assert main_text(()) == ""


def test_crawled_markdown() -> None:
    text = (
        '# 电商的下半场\n{% hint style="info" %}\n**Author:** [三车](u)\n**Published:** 2025-03-27\n{% endhint %}\n'
        f"> {P[0]}\n\n---\n\n## 电商的下半场\n\n[三车](u) 关注\n\n2025-03-27\n\n> {P[0]}\n\n{P[1]}\n\n"
        f"[![](a.png)\n\n课程标题\n\n查看详情 >\n\n](https://x.y)\n\n{P[2]}\n\n**参考资料：**\n\n1.  某某白皮书.pdf\n\n"
        "本文由 @三车 原创发布于某平台，未经许可，禁止转载\n\n[标签](t)[标签二](t)\n\n分享"
    )
    assert main(text) == f"电商的下半场\n{P[0]}\n{P[1]}\n{P[2]}\n"
    found = reasons(text)
    for expected in ("hint-block", "repeated-title", "author-line", "date-line", "repeated-summary", "link-only"):
        assert expected in found
    assert "reference-list" in found


def test_a_hint_with_a_note_of_the_article_is_main() -> None:
    text = f'{{% hint style="info" %}}\n注意增速是同比\n{{% endhint %}}\n\n{P[0]}'
    assert reasons(text) == ["hint-block", "", "hint-block", ""]


def test_pasted_page_with_teasers_below() -> None:
    body = "\n\n".join(P)
    notice = "1、该内容为作者独立观点,不代表平台立场,未经允许不得转载。"
    head = "网红撤退,一切都结束了\n\n互联网头条\n2025-11-15 00:14"
    text = f"{head}\n\n{body}\n\n{notice}\n相关阅读\n{TEASER}\n{TEASER}"
    assert main(text) == "网红撤退,一切都结束了\n" + "\n".join(P) + "\n"
    assert reasons(text)[-3:] == ["related-heading", "teaser", "teaser"]


def test_slogans_above_the_notice() -> None:
    text = "\n".join(
        [*P, "年会沙龙-文章页底部", "0门槛开户,抢占全球流量!", "已开通5000+账户", "免责声明", "本文经作者许可发布"]
    )
    assert reasons(text)[len(P) :] == ["advertisement"] * 3 + ["copyright-notice"] * 2


def test_a_short_list_above_the_notice_stays() -> None:
    text = "\n".join([*P, "未来三大趋势", "增速20%", "份额70%", "免责声明", "本文经作者许可发布"])
    assert reasons(text)[len(P) : -2] == ["", "", ""]


def test_second_copy_of_the_article() -> None:
    text = "\n".join([*P, "小结", *P, "小结"])
    assert reasons(text) == [""] * 7 + ["repeated-article"] * 7


def test_an_interview_may_repeat_its_questions() -> None:
    question = "您认为债券市场目前存在泡沫吗，投资者应当如何应对这样的市场，风险又在哪里？"
    text = "\n".join(line for answer in P for line in (question, answer))
    assert set(reasons(text)) == {""}


def test_a_box_of_links_in_the_text_ends_nothing() -> None:
    text = "\n".join([P[0], P[1], P[2], "相关阅读", "某平台高管离职", "某品牌闭店", P[3], P[4], P[5]])
    assert reasons(text)[-3:] == ["", "", ""]


def test_a_notice_in_passing_ends_nothing() -> None:
    text = "\n".join([P[0], "以上数据版权归某研究院所有", *P[1:]])
    assert reasons(text) == ["", "copyright-notice", "", "", "", "", ""]


NAVIGATION = "".join(f"<li><a href=/{index}>频道{index}</a></li>" for index in range(9))
RELATED = "".join(f"<li><a href=/n{i}>某公司发布{i}季度财报，营收同比增长{i}0%</a></li>" for i in range(6))
TITLE = "电商规模创新高"
ITEM = (
    "<div><a href=x>某品牌退货率高达40%</a><p>某品牌近日被曝退货率高达40%，公司回应称正在调查，以通报为准。</p></div>"
)
COMMENT = "<div class=comment><p>楼主说得对，我觉得今年的生意确实比去年差多了，大家怎么看呢？</p></div>"
LIST = f"<ul>{RELATED}</ul>"


def page(body: str) -> str:
    head = f"<html><head><title>{TITLE}_某网</title></head>"
    return f"{head}<body><ul>{NAVIGATION}</ul>{body}<div>京ICP备0001号</div></body></html>"


def paragraphs(tag: str, end: str = "") -> str:
    return "".join(f"<{tag}>{one}{end}" for one in P)


@pytest.mark.parametrize(
    "body",
    [
        f"<div><h1>{TITLE}</h1><span>2025-01-20 10:00 来源：某报</span><div>{paragraphs('p')}</div></div>{LIST}",
        f"<table><tr><td>{LIST}</td><td><h1>{TITLE}</h1>{paragraphs('p')}</td></tr></table>",
        f"<h2>{TITLE}</h2><div>{'<br><br>'.join(P)}<br>（责任编辑：李四）</div><h3>热门文章</h3>{LIST}",
        f"<div>{TITLE}</div><div>{paragraphs('section', '</section>')}</div>{ITEM * 5}",
        f"<article><h1>{TITLE}</h1><div>{paragraphs('p')}</div></article>{COMMENT}",
        f"<h1>{TITLE}</h1><p>{P[0]}<div><p>{P[1]}<p>{P[2]}</div><div><p>{P[3]}</div><p>{P[4]}<p>{P[5]}{COMMENT}",
    ],
)
def test_html_body_is_found_by_its_text(body: str) -> None:
    assert main(page(body)) == f"{TITLE}\n" + "\n".join(P) + "\n"


def test_html_summary_between_headline_and_body() -> None:
    rest = "".join(f"<p>{one}</p>" for one in P[1:])
    body = f"<h1>{TITLE}</h1><div class=digest>{P[0]}</div>{LIST}<div>{rest}</div>"
    assert main(page(body)) == f"{TITLE}\n" + "\n".join(P) + "\n"
