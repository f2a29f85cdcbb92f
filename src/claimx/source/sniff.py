"""What a text without a telling suffix is: HTML, Markdown or plain text."""

from __future__ import annotations

import re
from typing import Literal

Format = Literal["text", "markdown", "html"]

_HTML = re.compile(
    r"\s{0,1000}(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--.{0,2000}?-->\s{0,100}){0,3}<(?:!doctype\s+html|html|head|body)\b",
    re.I | re.S,
)
_MARKDOWN = re.compile(
    r"""
      \A---\r?\n[A-Za-z_]{1,20}:        # a front matter
    | ^\#{1,6}[ ]\S                    # a heading
    | \]\((?:https?://|/|\#|mailto:)   # a link or image
    | ^\{%[ ]\w                        # a GitBook block
    | ^(?:```|~~~)                     # a fence
    | ^\|?[ ]*:?-{3,}:?[ ]*\|          # a table's rule
    | \*\*[^\s*][^*\n]{0,200}\*\*      # strong text
    """,
    re.X | re.M,
)
_SAMPLE = 200_000


def sniff(text: str) -> Format:
    """HTML only if the text begins like a page, Markdown only with clear marks; else plain text."""
    if "<" in text[:2000] and _HTML.match(text):
        return "html"
    return "markdown" if _MARKDOWN.search(text, 0, _SAMPLE) else "text"
