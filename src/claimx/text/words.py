"""Words and their parts of speech, by one of two segmenters.

Both segmenters use jieba's dictionary and tag set (ICTCLAS: ``n`` noun, ``v`` verb, ``p``
preposition …); ``rjieba`` is the same algorithm in Rust. The words of claimx's own lexicon are
added to either, so that 客单价 or 同比 is never cut apart.
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple, Protocol

from claimx.lexicon.terms import segmenter_terms

SEGMENTERS = ("rjieba", "jieba")
DEFAULT_SEGMENTER = "rjieba"
# High enough to win over any way of cutting the word apart, in either segmenter.
_TERM_FREQUENCY = 200_000


class Word(NamedTuple):
    """A word at half-open offsets of the text that was cut."""

    start: int
    end: int
    text: str
    tag: str


class Segmenter(Protocol):
    """Cuts a text into words that cover it without a gap."""

    def tag(self, text: str) -> list[tuple[str, str]]:
        """The words of the text in order, each with its part of speech."""


@cache
def segmenter(name: str = DEFAULT_SEGMENTER) -> Segmenter:
    """The named segmenter, loaded at the first call."""
    # Imported one by one: each takes a tenth of a second or more.
    if name == "jieba":
        from claimx.text.jieba_words import JiebaSegmenter  # noqa: PLC0415

        return JiebaSegmenter(segmenter_terms(), _TERM_FREQUENCY)
    if name == "rjieba":
        from claimx.text.rjieba_words import RJiebaSegmenter  # noqa: PLC0415

        return RJiebaSegmenter(segmenter_terms(), _TERM_FREQUENCY)
    raise ValueError(f"unknown segmenter {name!r}; choose from {', '.join(SEGMENTERS)}")


def cut(text: str, start: int, end: int, using: Segmenter) -> list[Word]:
    """The words of ``text[start:end]`` with offsets into ``text``."""
    words: list[Word] = []
    for form, tag in using.tag(text[start:end]):
        if form[0] == "据" and words and words[-1].text[-1] == "数" and len(words[-1].text) > 1:
            # The raised frequency of 用户数 cuts 用户数据 into 用户数 + 据.
            before = words.pop()
            words.append(Word(before.start, before.end - 1, before.text[:-1], "n"))
            words.append(Word(before.end - 1, start + len(form), "数" + form, "n"))
        else:
            words.append(Word(start, start + len(form), form, tag))
        start += len(form)
    return words
