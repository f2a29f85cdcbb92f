"""Sentences of one block, as half-open offsets into its normalised text."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy

if TYPE_CHECKING:
    from claimx.model import Span

# A full stop ends a sentence together with the closing marks behind it. An ASCII full stop does so
# only before white space or the end: 3.5, www.a.cn and v2.1 hold one too.
# One class of characters comes first, so that a search passes over all others at once.
_SENTENCE_END = re.compile(
    r"""[。！？!?….](?:(?<!\.)[。！？!?…]*[”’"」』）)】》]*|(?<=[^\d.]\.)(?=\s|$)[”’"」』）)]*)"""
)
# Nobody writes longer sentences (the longest of 60,000 in articles has 423 characters): what goes on is a list, a
# table or no text. It is cut, so that linking and the sentence in every record stay small.
_LONGEST = 1000
_BREAK = lazy(r"[，、；：|\s]|,(?!\d)")


def sentence_spans(text: str) -> list[Span]:
    """Spans of the sentences, closing punctuation included, leading white space not.

    A sentence beyond 1,000 characters is cut behind its last comma or space before that.
    """
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
    while end - start > _LONGEST:
        limit = start + _LONGEST
        cut = max((mark.end() for mark in _BREAK.finditer(text, start + 1, limit)), default=limit)
        spans.append((start, cut))
        start = cut
        while start < end and text[start].isspace():
            start += 1
    if start < end:
        spans.append((start, end))
