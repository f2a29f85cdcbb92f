"""Who wrote, edited and published, and when: lines that say nothing else."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.source.byline import dateline

if TYPE_CHECKING:
    from claimx.clean.line import Line

_LIMIT = 120
_ROLE = (
    r"(?:本文|原文|文章|稿件|特约|本报|实习|通讯|执行|新媒体|值班|网络|视频|图片|内容|本期|微信|版面)?"
    r"(?:作者|撰文|撰稿|文字?|编辑|责任编辑|责编|主编|总编|编审|终审|初审|复审|审核|审校|校对|校审|编译|翻译|译者|译|整理|采写|采访|记者|通讯员"
    r"|监制|策划|统筹|出品|制作|排版|美编|设计|运营|来源|出处|原创|首发|投稿|供稿|供图|责任|微信编辑|原文链接|原文地址|原文标题|原文来源|来源公众号|来源网站"
    r"|微信公众号|公众号|本文来源|文章来源|稿源|信息来源|内容来源|素材来源)"
)
_CREDITS = re.compile(rf"[\s(（\[【*#—-]{{0,4}}{_ROLE}\s?(?:[:：丨｜|/]|>>)\s?\S")
_EDITOR = re.compile(r"[\s(（\[【]{0,3}(?:责任编辑|责编|编辑|校对|值班编辑|审核|监制)\s?(?:[:：丨｜|/]|\s)\s?\S{1,12}")
# Words that a line of a reporter or of an office holds: without one its pattern is not asked, nor compiled.
_REPORTERS = ("记者", "通讯员", "特约撰稿人", "专栏作者", "专栏作家")
_OFFICES = (
    "省长", "市长", "主席", "县长", "区长", "州长", "主任", "院长", "行长", "局长", "部长", "总理", "书记",
    "记者", "作者", "编辑",
)  # fmt: skip
_REPORTER = lazy(
    rf"""
    [\s(（\[【]{{0,3}}
    [\u4e00-\u9fffA-Za-z]{{0,12}}(?:本报|本刊|本网|特约|实习|新闻|日报|晚报|时报|早报|商报|财经|周刊|网|社|报)?
    (?:{"|".join(_REPORTERS)})\s{{1,3}}\S
    """,
    re.X,
)
_WRITTEN_BY = re.compile(r"[\s(（\[【]{0,3}文\s?[/｜|丨]")
# （原标题：…）, （本文来自某新闻，更多原创资讯请下载…）, (综合整理自…)
_ORIGIN = re.compile(
    r"[\s(（\[【*]{0,3}(?:原标题|原题|原题为|本文来[自源]|本文转[自载]|转[自载]自?|综合整理自|综合自|来源于?)\s?(?:[:：]|为|自|[《「“]|\S)"
)
_KEYWORDS = re.compile(r"(?:关键词|关键字|标签|tags?|分类|栏目|专题|话题)\s?(?:[:：]|>>|\s)", re.I)
_FOLLOW = lazy(r"(?:^|[\s\w])(?:\+\s?)?关注\s?$")
#: In a page's head, a name with a title and nothing else: 省长 刘小涛, 河南省人民政府省长 王凯.
_OFFICE = lazy(
    rf"[\u4e00-\u9fff]{{0,20}}(?:{'|'.join(_OFFICES)})\s{{1,4}}[\u4e00-\u9fff]\s{{0,3}}[\u4e00-\u9fff·]{{1,6}}$"
)


def byline(line: Line, *, head: bool) -> str | None:
    """``author-line``, ``editor-line``, ``source-line``, ``keyword-line`` or ``date-line``.

    ``head`` tells that no paragraph stands before the line: there a bare date or name is a byline,
    further down a bare date heads an entry of the article.
    """
    text = line.text
    if len(text) > _LIMIT:
        return None
    if len(text) <= 60 and _EDITOR.match(text):
        return "editor-line"
    if _ORIGIN.match(text) and (text[0] in "(（[【" or len(text) <= 40):
        return "source-line"
    if _CREDITS.match(text) and text.count("。") <= 1 and (len(text) <= 60 or "公众号" in text or "http" in text):
        return "author-line"
    if len(text) <= 40 and "。" not in text and _is_reporter(text):
        return "author-line"
    if _is_keywords(line, head=head):
        return "keyword-line"
    dated = dateline(text)
    if dated and (dated.marked or head):
        return "date-line"
    if head and len(text) <= 40 and (_is_official(text) or (line.block.linked and _FOLLOW.search(text))):
        return "author-line"
    return None


def _is_reporter(text: str) -> bool:
    if _WRITTEN_BY.match(text):
        return True
    return any(word in text for word in _REPORTERS) and _REPORTER.match(text) is not None


def _is_official(text: str) -> bool:
    return any(office in text for office in _OFFICES) and _OFFICE.match(text) is not None


def _is_keywords(line: Line, *, head: bool) -> bool:
    """Whether a line lists keywords or tags; 关键词：… may also open a paragraph of the article's own."""
    found = _KEYWORDS.match(line.text)
    if found is None or "。" in line.text or line.block.kind in {"heading", "title"}:
        return False
    return head or line.linked > 0.5 or ">>" in found[0] or line.text[0] in "标tT"
