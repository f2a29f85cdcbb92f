"""Sentences of one block, as half-open offsets into its normalised text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.model import Span

# A full stop ends a sentence together with the closing marks behind it. An ASCII full stop does so
# only before white space or the end: 3.5, www.a.cn and v2.1 hold one too.
_SENTENCE_END = re.compile(r"""[。！？!?…]+[”’"」』）)】》]*|(?<=[^\d.])\.(?=\s|$)[”’"」』）)]*""")


def sentence_spans(text: str) -> list[Span]:
    """Spans of the sentences, closing punctuation included, leading white space not."""
    spans: list[Span] = []
    start = 0
    for mark in _SENTENCE_END.finditer(text):
        _append(spans, text, start, mark.end())
        start = mark.end()
    _append(spans, text, start, len(text))
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    while start < end and text[start].isspace():
        start += 1
    if start < end:
        spans.append((start, end))
