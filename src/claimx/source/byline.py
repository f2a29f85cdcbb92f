"""Date and byline lines: where a page prints when, where and by whom the article was published."""

from __future__ import annotations

import re
from typing import NamedTuple

from claimx.lazy import lazy
from claimx.source.dates import DATE

_LABEL = re.compile(
    r"(?:发布|发表|更新|创建|刊发|发稿|成文|最后更新|发布的)?(?:时间|日期|于)\s?[:：]|(?:published|updated|date|posted)\s?(?:on|at)?\s?[:：]",
    re.I,
)
_CLOCK = re.compile(r"\d{1,2}\s?[:：时点]\s?\d{2}(?:\s?[:：分]\s?\d{2})?秒?")
# What else stands on a byline: who, where from, counters, buttons.
_COMPANY = lazy(
    r"来源|来自|作者|编辑|记者|浏览|阅读|点击|评论|字号|字体|分享|打印|收藏|举报|关注|责编|原创|转载|访问|次数|人气|发布|发表|更新|views?\b",
    re.I,
)
_SENTENCE = re.compile(r"[。！？；]|，.*，")
#: A byline is short: date, time, source, author, counters.
_LIMIT = 90


class Dateline(NamedTuple):
    """How sure it is that a line only says when the article was published."""

    #: The line says so by a label, a time of day or what stands beside the date.
    marked: bool


def dateline(text: str) -> Dateline | None:
    """Whether a normalised line is nothing but a publication date with what pages print beside it."""
    if len(text) > _LIMIT or not ("20" in text or "19" in text):
        return None
    found = DATE.search(text)
    if found is None or found.start() > 40 or _SENTENCE.search(text):
        return None
    label = _LABEL.match(text.lstrip("*_ >（(【["))
    rest = DATE.sub("", _CLOCK.sub("", text)).strip(" \t:：/|·-—()（）[]【】*")
    if not rest:
        return Dateline(marked=_CLOCK.search(text) is not None or "年" not in text)
    if label or (_COMPANY.search(rest) and (found.start() <= 12 or _CLOCK.search(text))):
        return Dateline(marked=True)
    return Dateline(marked=True) if _CLOCK.search(text) and len(rest) <= 24 else None
