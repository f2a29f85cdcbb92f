"""What a page says of its article outside the visible text: meta elements, JSON-LD, title, time."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING, Any

from claimx.source.html_tags import attributes

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimx.source.html_scan import Token

_LD_LIMIT = 200_000
_LD_ITEMS = 200
_BLANKS = re.compile(r"\s+")


class Head:
    """The machine-readable facts of a page, by name; the first of a name counts."""

    def __init__(self) -> None:
        #: The text of the ``title`` element.
        self.title = ""
        #: Meta elements by lower-case name or property.
        self.metas: dict[str, str] = {}
        #: ``datetime`` attributes of ``time`` elements.
        self.times: list[str] = []
        #: Plain string properties of the first JSON-LD item that is an article.
        self.linked_data: dict[str, str] = {}

    def raw(self, name: str, source: str) -> None:
        """Take a ``title`` or ``script`` element: its attributes, ``>`` and its content."""
        attrs, _, content = source.partition(">")
        if name == "title" and not self.title:
            self.title = _BLANKS.sub(" ", html.unescape(content)).strip()
        elif name == "script" and "ld+json" in attrs and len(content) < _LD_LIMIT and not self.linked_data:
            try:
                self.linked_data = _article(json.loads(content, strict=False))
            except (ValueError, RecursionError):
                return  # broken JSON-LD is common and says nothing

    def meta(self, attrs: dict[str, str]) -> None:
        """Take a ``meta`` element."""
        name = attrs.get("property") or attrs.get("name") or attrs.get("itemprop") or ""
        content = html.unescape(attrs.get("content", "")).strip()
        if name and content:
            self.metas.setdefault(name.lower(), content)

    def time(self, attrs: dict[str, str]) -> None:
        """Take a ``time`` element."""
        if attrs.get("datetime"):
            self.times.append(attrs["datetime"])

    def skipped(self, tokens: Iterable[Token]) -> None:
        """Take what an element that is not shown (such as ``head``) holds for machines."""
        for token in tokens:
            if token.name == "meta":
                self.meta(attributes(token.source))
            elif token.name in {"!title", "!script"}:
                self.raw(token.name[1:], token.source)


def _article(data: Any) -> dict[str, str]:
    """The string properties of the first item with a headline or date, ``author`` by its name."""
    pending = [data]
    for _ in range(_LD_ITEMS):
        if not pending:
            break
        item = pending.pop(0)
        if isinstance(item, list):
            pending.extend(item)
        elif isinstance(item, dict):
            if "headline" in item or "datePublished" in item or "pubDate" in item:
                return _strings(item)
            graph = item.get("@graph")
            pending.extend(graph if isinstance(graph, list) else ())
    return {}


def _strings(item: dict[str, Any]) -> dict[str, str]:
    found = {key: value for key, value in item.items() if isinstance(value, str)}
    author = item.get("author")
    if isinstance(author, list):
        author = author[0] if author else None
    if isinstance(author, dict) and isinstance(author.get("name"), str):
        found["author"] = author["name"]
    return found
