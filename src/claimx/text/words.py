"""Words and their parts of speech, by one of two segmenters.

Both segmenters use jieba's dictionary and tag set (ICTCLAS: ``n`` noun, ``v`` verb, ``p``
preposition …); ``rjieba`` is the same algorithm in Rust. The words of claimx's own lexicon are
added to either, so that 客单价 or 同比 is never cut apart.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Protocol, TypeAlias

from claimx.lexicon.terms import segmenter_terms

if TYPE_CHECKING:
    from collections.abc import Iterable

SEGMENTERS = ("rjieba", "jieba")
DEFAULT_SEGMENTER = "rjieba"


#: A word and its part of speech.
Tagged: TypeAlias = tuple[str, str]


class Segmenter(Protocol):
    """Cuts a text into words that cover it without a gap."""

    def tag(self, text: str) -> list[Tagged]:
        """The words of the text in order, each with its part of speech."""


@cache
def segmenter(name: str = DEFAULT_SEGMENTER) -> Segmenter:
    """The named segmenter, loaded at the first call."""
    # Imported one by one: each takes a tenth of a second or more.
    if name == "jieba":
        from claimx.text.jieba_words import JiebaSegmenter  # noqa: PLC0415

        return JiebaSegmenter(segmenter_terms())
    if name == "rjieba":
        from claimx.text.rjieba_words import RJiebaSegmenter  # noqa: PLC0415

        return RJiebaSegmenter(segmenter_terms())
    raise ValueError(f"unknown segmenter {name!r}; choose from {', '.join(SEGMENTERS)}")


def cut(text: str, using: Segmenter) -> list[Tagged]:
    """The words of a text in order; they cover it without a gap."""
    words = using.tag(text)
    return _mended(words) if "数据" in text else words


def _mended(words: Iterable[Tagged]) -> list[Tagged]:
    """The words with 数据 whole where the raised frequency of 用户数 has cut 用户数据 into 用户数 + 据."""
    mended: list[Tagged] = []
    for word, tag in words:
        if word[0] == "据" and mended and mended[-1][0][-1] == "数" and len(mended[-1][0]) > 1:
            mended[-1] = mended[-1][0][:-1], "n"
            mended.append(("数" + word, "n"))
        else:
            mended.append((word, tag))
    return mended
