"""Lines after which a page goes on without the article: lists of other articles, comments."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.lexicon.load import table

if TYPE_CHECKING:
    from claimx.clean.line import Line

_LIMIT = 24
_SIGNS = re.compile(r"[\W\d_]+|更多$|查看更多$|换一[批换]$|刷新$")


# A numbered heading is the article's own; so are these words unless a count stands beside them.
_NUMBERED = re.compile(r"[(（]?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[.、)）]|\d[.\d]*\s?\D")
_AMBIGUOUS = frozenset({"评论", "留言", "跟帖", "跟贴", "排行榜", "条评论", "点击榜", "讨论区", "相关产品", "相关公司"})
_COUNT = lazy(r"\d|\(\)|（）")


@cache
def _headings() -> dict[str, str]:
    return {
        word.lower(): kind for kind, *cells in table("boilerplate_related") for cell in cells for word in cell.split()
    }


def ending(line: Line) -> str | None:
    """``related-heading`` or ``comment-area`` for the heading of what follows an article."""
    text = line.text
    if len(text) > _LIMIT:
        return None
    said = _SIGNS.sub("", text).lower()
    kind = _headings().get(said)
    if kind is None or _NUMBERED.match(text) or (said in _AMBIGUOUS and not _COUNT.search(text)):
        return None
    return "related-heading" if kind == "related" else "comment-area"
