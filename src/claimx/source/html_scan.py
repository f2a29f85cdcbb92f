"""A scanner of HTML: start tags, end tags and text, in one pass and linear time.

A tree-building parser was measured and not taken: lexbor needs 12 seconds for 100,000 nested
``div`` (each start tag looks through all open elements), its node objects cost a wrapper a step, and
of the tree only the lines of the visible text and their enclosing elements are wanted here.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimx.source.html_tags import RAW

if TYPE_CHECKING:
    from collections.abc import Iterator

_NAME = re.compile(r"/?[a-zA-Z][^\s/>]{0,60}")
# The rest of a tag; a ">" inside a quoted attribute does not end it.
_REST = re.compile(r"""(?:[^"'>]++|"[^"]*+"|'[^']*+')*+>""")
#: After so many tags with an open quote the page's quotes are not to be trusted.
_BROKEN_TAGS = 20


class Token(NamedTuple):
    """A piece of the page: ``name`` is the tag in lower case, ``/name`` for an end tag, empty for text."""

    name: str
    #: The attributes as written, the text as written, or the content of a raw element.
    source: str


def scan(page: str) -> Iterator[Token]:
    """The tokens of a page. Raw elements (scripts, styles, titles) come as one start token ``!name``.

    Comments, doctypes and processing instructions are left out, and so is a tag cut off at the end.
    """
    at, broken, lower = 0, 0, ""
    end = len(page)
    while at < end:
        opened = page.find("<", at)
        if opened < 0:
            yield Token("", page[at:])
            return
        following = page[opened + 1 : opened + 2]
        found = _NAME.match(page, opened + 1) if following.isalpha() or following == "/" else None
        if found is None and following not in {"!", "?", "/"}:
            # A bare "<", as in "< 10%": text, up to the next.
            later = page.find("<", opened + 1)
            later = end if later < 0 else later
            yield Token("", page[at:later])
            at = later
            continue
        if opened > at:
            yield Token("", page[at:opened])
        if found is None:
            at = _skip_declaration(page, opened)
            continue
        rest = _REST.match(page, found.end()) if broken < _BROKEN_TAGS else None
        if rest is None:
            broken += 1
            close = page.find(">", found.end())
            if close < 0:
                return
            source, at = page[found.end() : close], close + 1
        else:
            source, at = rest[0][:-1], rest.end()
        name = found[0].lower()
        if name in RAW:
            lower = lower or page.lower()
            close = lower.find(f"</{name}", at) if len(lower) == end else page.find(f"</{name}", at)
            close = end if close < 0 else close
            yield Token(f"!{name}", f"{source}>{page[at:close]}")
            at = close
        else:
            yield Token(name, source)


def _skip_declaration(page: str, opened: int) -> int:
    """The end of a comment, doctype or the like; of all the rest when it never ends."""
    if page.startswith("<!--", opened):
        close = page.find("-->", opened + 4)
        return len(page) if close < 0 else close + 3
    close = page.find(">", opened)
    return len(page) if close < 0 else close + 1
