"""Sections of an article's tail that are not its text: reference lists and author biographies."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.clean.line import Line

_REFERENCES = re.compile(
    r"[\s#*_【\[(（]{0,5}(?:部分|本文|文章|主要|相关|数据)?(?:资料|内容|数据|文献)?(?:参考|引用|资料)(?:资料|文献|来源|链接|文章|书目|书籍|信息|材料|内容|网站)?(?:来源)?[\s*_:：】\])）#]{0,5}$|[\s#*]{0,4}references?[\s*:：]{0,4}$",
    re.I,
)
_AUTHOR = re.compile(
    r"[\s#*_【\[(（]{0,5}(?:专栏作家|专栏作者|作者简介|作者介绍|关于作者|作者信息|本文作者|个人简介|团队介绍)[\s#*_:：】\])）]{0,5}$"
)
# 张三，微信公众号：某某，…专栏作家。
_BIOGRAPHY = re.compile(
    r"^(?:[^，,；;。]{1,20}[，,；;。]\s?){1,2}(?:个人)?(?:微信)?(?:公众号|微信号|微信|知乎|微博)(?:账号)?\s?[:：]|^[\s(（]{0,2}作者(?:简介|介绍|系|为|是|[:：]).{4,200}$|专栏作家[。，,].{0,120}$"
)
_REFERENCE_LIMIT, _BIOGRAPHY_LIMIT = 220, 260
_TAIL_LINES = 12


def sections(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """``reference-list`` and ``author-biography`` with their headings, to where the section ends."""
    reason, left = "", 0
    for line in lines:
        text = line.text
        if not text or line.linked > 0.9:
            continue
        opened = _opens(line)
        if opened:
            reason, left = opened, 400 if opened == "reference-list" else _TAIL_LINES
            yield line.index, reason
        elif reason and left and _belongs(line, reason):
            left -= 1
            yield line.index, reason
        else:
            reason = ""
            if len(text) <= _BIOGRAPHY_LIMIT and ("公众号" in text or "专栏作" in text) and _BIOGRAPHY.search(text):
                yield line.index, "author-biography"


def _opens(line: Line) -> str:
    if len(line.text) > 24:
        return ""
    if _REFERENCES.match(line.text):
        return "reference-list"
    return "author-biography" if _AUTHOR.match(line.text) else ""


def _belongs(line: Line, reason: str) -> bool:
    """Whether a line still is part of the section: a new heading or a long paragraph is not."""
    if line.block.kind in {"heading", "title"}:
        return False
    if reason == "reference-list":
        return len(line.text) <= _REFERENCE_LIMIT and line.text.count("。") <= 2
    return len(line.text) <= _BIOGRAPHY_LIMIT
