"""Lines that show nothing: images, rules, template marks, and the hint block of GitBook pages."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.clean.line import Line

# What a content system prints where a page gives it nothing to print.
_PLACEHOLDER = re.compile(
    r"(?:no|暂无|没有)\s?(?:brief|summary|description|abstract|content|excerpt|data|简介|摘要|描述|内容|导语|数据)\w*(?:\s(?:is\s)?(?:available|provided|found))?[.。!]?|n/a|null|undefined|none",
    re.I,
)
_HINT_FIELD = re.compile(r"[A-Za-z][A-Za-z ]{1,20}[:：]|[\u4e00-\u9fff]{1,6}[:：]")


def silent(line: Line) -> str | None:
    """``image``, ``separator`` or ``markup`` for a line of which nothing shows, ``placeholder`` for an empty field."""
    if line.text:
        return "placeholder" if len(line.text) <= 40 and _PLACEHOLDER.fullmatch(line.text) else None
    if "![" in line.source or line.source.startswith("<img"):
        return "image"
    return "markup" if line.source[0] in "{[]<`" else "separator"


def hint_blocks(lines: Sequence[Line]) -> Iterator[tuple[int, str]]:
    """``hint-block`` for the marks of ``{% hint %}`` blocks and the named fields in them.

    A hint may also hold a note of the article's own: what is no ``Name: value`` stays main.
    """
    inside = False
    for line in lines:
        if line.source.startswith("{%"):
            if "hint" in line.source:
                inside = "endhint" not in line.source
                yield line.index, "hint-block"
        elif inside and _HINT_FIELD.match(line.text):
            yield line.index, "hint-block"
