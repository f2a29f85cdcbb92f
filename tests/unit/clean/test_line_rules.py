"""Each line rule by itself: lines it takes, and lines of articles that look alike and stay."""

from __future__ import annotations

import pytest

from claimx.clean import label
from claimx.source import read_text

PARAGRAPH = "据统计，2024年全国网上零售额达15.5万亿元，同比增长7.2%，其中实物商品网上零售额占比26.8%，较上年提高。"
ANOTHER = "业内人士认为，直播电商仍将保持增长，预计2025年市场规模突破5万亿元，用户规模超过6亿人，竞争更加激烈。"


def reason(line: str) -> str:
    """The reason given to a line between two paragraphs of an article."""
    labelled = label(read_text(f"{PARAGRAPH}\n\n{line}\n\n{ANOTHER}", kind="markdown"))
    (found,) = (one for one in labelled if one.block.line == 3)
    return "main" if found.main else found.reason


def head_reason(line: str) -> str:
    """The reason given to a line between headline and first paragraph."""
    labelled = label(read_text(f"网红经济的下半场\n{line}\n2025-01-20 08:00\n{PARAGRAPH}\n{ANOTHER}", kind="text"))
    return "main" if labelled[1].main else labelled[1].reason


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        # images
        ("图片", "image-placeholder"),
        ("[图片]", "image-placeholder"),
        ("图源：小红书网友", "image-credit"),
        ("▲ 图/小红书截图", "image-credit"),
        ("（图片来源：经济观察网）", "image-credit"),
        ("题图来自 Unsplash，基于 CC0 协议。", "copyright-notice"),
        ("共享充电宝。视觉中国 资料", "image-credit"),
        ("![](a.png)", "image"),
        ("图1显示，销量增长20%", "main"),
        ("图片社交平台用户突破1亿", "main"),
        # share buttons, counters
        ("分享到： 微信 微博 QQ空间", "share-links"),
        ("微信扫一扫打赏", "share-links"),
        ("赞赏 收藏已收藏2 点赞已赞7", "view-counts"),
        ("3 评论 5997 浏览 7 收藏 13 分钟", "view-counts"),
        ("【字号：", "page-tools"),
        ("查看详情 >", "page-tools"),
        ("阅读量突破10万，评论区热闹", "main"),
        ("分享经济的规模达4万亿元", "main"),
        ("584", "main"),
        # bylines
        ("责任编辑：郭明煜", "editor-line"),
        ("作者丨思原  编辑丨茯神  主编丨九黎", "author-line"),
        ("作者：赵小米，公众号：未来消费APP（微信ID：lslb168）", "author-line"),
        ("新京报记者 陆一夫", "author-line"),
        ("（原题为《是“收割韭菜”还是“回归理性”》）", "source-line"),
        ("2025-06-21 06:34", "date-line"),
        ("2019年9月26日 15:10 来源：天天基金网", "date-line"),
        ("2019年9月26日", "main"),
        ("2025年6月21日，该公司发布财报，营收增长20%", "main"),
        ("编辑部的收入占比为20%", "main"),
        ("作者认为，行业规模将达1万亿元。", "main"),
        # notices
        ("本文由 @某某 原创发布于某平台，未经许可，禁止转载", "copyright-notice"),
        ("该文观点仅代表作者本人，平台仅提供信息存储空间服务。", "copyright-notice"),
        ("免责声明：以上内容仅供参考，不构成投资建议。", "copyright-notice"),
        ("Copyright © 2014~2020 All rights reserved", "copyright-notice"),
        ("京ICP备12345678号-1", "copyright-notice"),
        ("平台全年处理侵权投诉130万条，同比下降20%", "main"),
        ("- 供应链金融服务:基于交易数据提供贷款,某企业获得200万元", "main"),
        ("以下数据为随机编写，只说明模型的用法。若涉及侵权，请联系作者删除。转化率为20%。", "main"),
        # promotion
        ("想掌握广告的投放逻辑?点击免费学习《广告基础逻辑》", "advertisement"),
        ("[🔗 产品经理的核心价值是发现用户需求，创造商业价值](https://x.y/course)", "advertisement"),
        ("更多精彩内容，请关注某某微信公众号或下载App", "app-prompt"),
        ("扫码添加，立即咨询", "advertisement"),
        ("扫码支付用户占比达80%", "main"),
        ("1. 扫码领取兑换码", "main"),
        ("用户点击广告后的下载率为3%。", "main"),
        # templates
        ("No brief available.", "placeholder"),
        ("---", "separator"),
    ],
)
def test_line_in_the_text(line: str, expected: str) -> None:
    assert reason(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("3026", "view-counts"),
        ("互联网头条", "author-line"),
        ("河南省人民政府省长 王凯", "author-line"),
        ("2025年1月20日", "date-line"),
        ("首页 > 财经 > 正文页", "navigation"),
        ("关键词：直播，电商", "keyword-line"),
        ("直播电商到底还能走多远？", "main"),
    ],
)
def test_line_in_the_head(line: str, expected: str) -> None:
    assert head_reason(line) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("【广告】", "advertisement"),
        ("## 分享", "main"),
        ("{% embed url %}", "markup"),
    ],
)
def test_marks_of_pages(line: str, expected: str) -> None:
    assert reason(line) == expected


def test_references_end_at_the_next_heading() -> None:
    text = f"{PARAGRAPH}\n\n参考文献\n\n1. 某报告，2024年\n\n## 结语\n\n{ANOTHER}"
    labelled = {one.block.plain: one for one in label(read_text(text, kind="markdown"))}
    assert labelled["1. 某报告，2024年"].reason == "reference-list"
    assert labelled["结语"].reason != "reference-list"
    assert labelled[ANOTHER].reason != "reference-list"
