"""Which line is the article's headline, told from the lines around the first paragraph."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.load import words
from claimx.source.byline import dateline
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.document import Block

#: So many lines of a page may stand before its first paragraph.
_HEAD_LINES = 60
_TITLE_MIN, _TITLE_MAX = 5, 80
_PROSE = 60
_SENTENCE_END = frozenset("。；;，,、：:")
_ENUMERATED = re.compile(r"[(（]?[一二三四五六七八九十\d]{1,3}[、.)）]")
_MASTHEAD = re.compile(r"(?:导航|首页|主页|门户|官网)$")
_FIELD = re.compile(
    r"(?:关键[词字]|标签|信息来源|文章来源|来源|作者|记者|编辑|责任编辑|责编|发布时间|发布日期|时间|日期|发布|字号|分享|浏览|阅读|评论)[^:：]{0,4}[:：]"
)


@cache
def _navigation() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words("boilerplate_navigation"))))


def is_navigation(text: str) -> bool:
    """Whether a short normalised line holds the words of a menu, breadcrumb or masthead and no sentence.

    One such word also stands in headlines (小红书首页改版), at the end of a line it names the site.
    """
    if len(text) > 40 or "。" in text:
        return False
    found = _navigation().findall(text)
    return len(found) > 1 or bool(found and (text in found or _MASTHEAD.search(text)))


def headline(blocks: Sequence[Block]) -> int | None:
    """The index of the block that is the headline of a text or Markdown document, or None.

    A heading of the first level; else, in the lines before the first paragraph, the one that stands
    nearest before the date line; else the very first line if it has the shape of a title.
    """
    for index, block in enumerate(blocks[:_HEAD_LINES]):
        if block.kind == "heading" and block.level == 1 and block.plain:
            return index
    candidates: list[int] = []
    for index, block in enumerate(blocks[:_HEAD_LINES]):
        text = normalise(block.plain)
        if candidates and dateline(text):
            return _nearest(blocks, candidates)
        if len(text) >= _PROSE and ("。" in text or text.count("，") > 1):
            break
        if block.kind != "table" and _may_be_title(text):
            candidates.append(index)
    return 0 if candidates and candidates[0] == 0 and len(blocks) > 1 else None


def _may_be_title(text: str) -> bool:
    return (
        _TITLE_MIN <= len(text) <= _TITLE_MAX
        and text[-1] not in _SENTENCE_END
        and not _ENUMERATED.match(text)
        and not _FIELD.match(text)
        and sum(map(_is_letter, text)) * 2 >= len(text)
        and not is_navigation(text)
        and not dateline(text)
    )


def _is_letter(char: str) -> bool:
    """A Chinese character or a Latin letter; as a class of a pattern the former take a millisecond to compile."""
    return "\u4e00" <= char <= "\u9fff" or (char.isascii() and char.isalpha())


def _nearest(blocks: Sequence[Block], candidates: Sequence[int]) -> int:
    """The last candidate that is longer than a name, or the first of all."""
    for index in reversed(candidates):
        if len(blocks[index].plain) >= 8:
            return index
    return candidates[0]
