"""Buttons and counters: a line in which nothing is left when the words of the page's tools are taken away."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.load import words

if TYPE_CHECKING:
    from claimx.clean.line import Line

_LIMIT, _RUN_LIMIT = 90, 250
_LEAD = re.compile(r"[\W\d_]*")
_SIGNS = re.compile(r"[\W\d_]+")
_DIGIT = re.compile(r"\d")
_NUMBER = re.compile(r"[\d.,]+\s?[万千wk+]?", re.I)
_COUNTED = re.compile(r"阅读|浏览|评论|收藏|点赞|赞|点击|views?|comments?|人气|跟贴|参与|访问", re.I)
_SHARED = re.compile(r"分享|转发|微信|微博|QQ|扫|二维码|朋友圈|打赏|赞赏", re.I)
# "3 评论 5997 浏览 7 收藏" also in the middle of a line that runs the page's head together.
_COUNTERS = re.compile(r"(?:\d[\d.,]{0,8}\s?[万wk]?\s?[条次个]?(?:评论|浏览|收藏|阅读|点赞|赞|分享|转发|访问)\s?){2}")


@cache
def _tools() -> re.Pattern[str]:
    # Longest first, so that 分享到 is not left as 到.
    ordered = sorted(words("boilerplate_tools"), key=len, reverse=True)
    return re.compile("|".join(map(re.escape, ordered)), re.I)


def tools(line: Line, *, head: bool) -> str | None:
    """``view-counts``, ``share-links``, ``page-tools``, ``separator``; a bare number counts only in the page's head."""
    text = line.text
    if len(text) <= _RUN_LIMIT and ("浏览" in text or "阅读" in text or "评论" in text) and _COUNTERS.search(text):
        return "view-counts"
    if len(text) > _LIMIT or line.block.kind in {"title", "table", "code"}:
        return None
    lead = _LEAD.match(text)
    at = lead.end() if lead else 0
    if at == len(text):
        if not _DIGIT.search(text):
            return "separator"
        return "view-counts" if head and _NUMBER.fullmatch(text) else None
    # Most lines begin with another word, and are done with here.
    if not _tools().match(text, at) or _tools().sub("", _SIGNS.sub("", text)):
        return None
    if line.block.kind == "heading" and not head:
        return None
    if _COUNTED.search(text) and _DIGIT.search(text):
        return "view-counts"
    return "share-links" if _SHARED.search(text) else "page-tools"
