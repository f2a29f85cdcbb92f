"""Title, author, publication date, site and address as a text or Markdown page prints them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.document import Metadata
from claimx.source.byline import dateline
from claimx.source.dates import parse_date
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.document import Block

#: Where a page prints its facts: so many lines from its top, so many below the headline.
_TOP, _BELOW = 80, 25
#: Before the article's text a page may print its summary, at times twice.
_PARAGRAPH, _SUMMARIES = 60, 2
# The names of fields as pages and front matter print them, by the field they fill.
_FIELDS = {
    name: field
    for field, names in {
        "title": "title 标题",
        "author": "author authors 作者 撰文 文",
        "published": "published date published_at publish_date created 发布时间 发布日期 时间 日期",
        "site": "site source 来源 信息来源 稿件来源 文章来源",
        "url": "original url link permalink canonical 原文链接 原文地址",
    }.items()
    for name in names.split()
}
_PAIR = re.compile(
    r"[*_>\- ]{0,6}(?P<key>[A-Za-z_\u4e00-\u9fff]{1,12})\s?[*_]{0,2}[:：丨|/][*_]{0,2}\s?(?P<value>\S.{0,200})"
)
_ADDRESS = re.compile(r"https?://[^\s()<>\"'，。）]{4,500}")
_SOURCE = re.compile(r"来源\s?[:：]\s?(?P<name>[^\s:：|]{2,20})")
_AUTHOR = re.compile(r"(?:作者|记者)\s?[:：]\s?(?P<name>[^\s:：|，。;；]{2,20})")
_END = re.compile(r"[\s|，。;；]")


def metadata(text: str, blocks: Sequence[Block], title: int | None) -> Metadata:
    """What the head of the document says: named fields, then the date line below the headline.

    ``title`` is the index of the headline block. A field that is not printed is None; a date is one
    that the page shows and that exists in the calendar, never today's.
    """
    fields: dict[str, str] = {}
    limit = _TOP if title is None else title + _BELOW
    paragraphs = 0
    for block in blocks[:limit]:
        paragraphs += len(block.plain) >= _PARAGRAPH and "。" in block.plain
        if paragraphs > _SUMMARIES:
            break  # a 时间：… further down is the article's own
        found = _PAIR.match(text, block.start, block.end) if block.end - block.start <= 400 else None
        if found and (name := _FIELDS.get(found["key"].lower())) and name not in fields:
            fields[name] = _value(name, block, found)
        if "published" not in fields or "site" not in fields:
            _from_dateline(normalise(block.plain), block.plain, fields)
    shown = blocks[title].plain if title is not None else fields.get("title")
    published = parse_date(normalise(fields.get("published", "")))
    return Metadata(shown or None, fields.get("author"), published, fields.get("site"), fields.get("url"))


def _value(name: str, block: Block, found: re.Match[str]) -> str:
    raw = found["value"]
    if name == "url":
        address = _ADDRESS.search(raw)
        return address[0] if address else raw
    shown = _PAIR.match(block.plain)
    value = (shown["value"] if shown else raw).strip(" \"'")
    return value if name in {"title", "published"} else _END.split(value, maxsplit=1)[0]


def _from_dateline(text: str, plain: str, fields: dict[str, str]) -> None:
    if not dateline(text):
        return
    fields.setdefault("published", text)
    for name, pattern in (("site", _SOURCE), ("author", _AUTHOR)):
        if found := pattern.search(text):
            fields.setdefault(name, plain[found.start("name") : found.end("name")])
