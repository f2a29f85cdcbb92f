"""Title, author, publication date, site and address of a saved web page, and its headline's line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.document import Metadata
from claimx.source.byline import dateline
from claimx.source.dates import parse_date
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from claimx.document import Block
    from claimx.source.html_head import Head

_TITLES = ("og:title", "twitter:title", "articletitle", "title")
_AUTHORS = ("author", "article:author", "og:article:author", "mediaid", "dc.creator")
_DATES = (
    "article:published_time", "og:release_date", "og:published_time", "datepublished", "publishdate", "pubdate",
    "publish-date", "publish_time", "weibo: article:create_at", "og:time", "date", "dc.date", "apub:time",
)  # fmt: skip
_SITES = ("og:site_name", "sitename", "contentsource", "application-name")
_ADDRESSES = ("og:url", "url")
# "Headline_Channel_Site", "Headline - Site": what follows the headline in a title element.
_TITLE_BREAK = re.compile(r"\s*[_|｜]\s*|\s+[-–—]+\s+|[-–—]+(?=[^-–—]{2,20}$)")
_AUTHOR = re.compile(r"(?:作者|记者|撰文)\s?[:：丨|]\s?(?P<name>[^\s:：|，。;；阅浏来]{2,12})")
_BYLINE = 80
_SIGNS = re.compile(r"[\W_]+")
#: The date line stands within so many lines of the headline.
_NEAR = 15


def canonical(text: str) -> str:
    """Letters, digits and characters only, for comparing headlines."""
    return _SIGNS.sub("", normalise(text)).lower()


def headline(blocks: Sequence[Block], head: Head) -> int | None:
    """The block that shows the headline: the first that says what the page's title begins with."""
    wanted = [canonical(title) for title in (*_pick_all(head.metas, _TITLES), head.title) if title]
    best: tuple[int, int] | None = None
    for index, block in enumerate(blocks):
        if not 4 <= len(block.plain) <= 120:
            continue
        shown = canonical(block.plain)
        if len(shown) < 4 or not any(title.startswith(shown) for title in wanted):
            continue
        # A longer match says more; a heading beats a line of its length in a breadcrumb.
        weight = len(shown) * 2 + (block.kind == "heading")
        if best is None or weight > best[0]:
            best = weight, index
    if best:
        return best[1]
    first = [index for index, block in enumerate(blocks) if block.kind == "heading" and block.level == 1]
    return first[0] if len(first) == 1 and len(blocks[first[0]].plain) >= 5 else None


def page_metadata(blocks: Sequence[Block], head: Head, title: int | None) -> Metadata:
    """What the page says of the article, machine-readable facts before printed ones."""
    data = head.linked_data
    shown = blocks[title].plain if title is not None else None
    name = shown or data.get("headline") or _pick(head.metas, _TITLES) or _TITLE_BREAK.split(head.title)[0]
    return Metadata(
        name or None,
        data.get("author") or _printed_author(blocks, title) or _author(head.metas),
        _published(blocks, head, title),
        _pick(head.metas, _SITES),
        _pick(head.metas, _ADDRESSES),
    )


def _printed_author(blocks: Sequence[Block], title: int | None) -> str | None:
    for block in blocks[title : title + _NEAR] if title is not None else ():
        if len(block.plain) <= _BYLINE and (found := _AUTHOR.search(block.plain)):
            return found["name"]
    return None


def _author(metas: dict[str, str]) -> str | None:
    """The author that a meta element names; templates leave addresses and sample text there."""
    return next((name for name in _pick_all(metas, _AUTHORS) if "@" not in name and len(name) <= 40), None)


def _published(blocks: Sequence[Block], head: Head, title: int | None) -> date | None:
    stated = [head.linked_data.get("datePublished", ""), head.linked_data.get("pubDate", "")]
    for value in (*stated, *_pick_all(head.metas, _DATES)):
        if value and (found := parse_date(value)):
            return found
    near = blocks[title : title + _NEAR] if title is not None else blocks[:_NEAR]
    for block in near:
        text = normalise(block.plain)
        if dateline(text) and (found := parse_date(text)):
            return found
    for value in head.times:
        if found := parse_date(value):
            return found
    return None


def _pick(metas: dict[str, str], names: Sequence[str]) -> str | None:
    return next(iter(_pick_all(metas, names)), None)


def _pick_all(metas: dict[str, str], names: Sequence[str]) -> list[str]:
    return [metas[name] for name in names if name in metas]
