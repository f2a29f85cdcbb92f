"""Measures that a line ending in a colon announces for what follows it: 各平台GMV排名如下："""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.lexeme import lexeme
from claimx.claim.tokens import Class
from claimx.lexicon.terms import metrics
from claimx.text.sentences import sentence_spans

if TYPE_CHECKING:
    from claimx.text.words import Segmenter

_COLONS = ("：", ":")
_LONGEST = 120
_MOST = 3
# Words that say that something follows, not what.
_EMPTY = frozenset(("数据", "排名", "数量", "情况", "结果"))
# Numbers, classifiers and times, by their tags.
_NO_NOUNS = frozenset("mqt")


class Announcements:
    """What is announced to each block, block by block in text order.

    A line that ends in a colon speaks to the block behind it, and to the whole list where that is one.
    """

    def __init__(self, using: Segmenter) -> None:
        self._using = using
        self._line = ""
        self._to_list = False
        self._measures: tuple[str, ...] | None = None

    def to(self, text: str, kind: str) -> tuple[str, ...]:
        """The measures announced to this block, the nearest to the colon first."""
        found: tuple[str, ...] = ()
        in_list = kind == "list"
        if self._line and (in_list or not self._to_list):
            found = self._announced()
            self._to_list = in_list
            if not in_list:
                self._line = ""
        else:
            self._line = ""
        line = text.rstrip(" \n*")
        if line.endswith(_COLONS):
            start, end = list(sentence_spans(line))[-1]
            self._line, self._to_list, self._measures = line[start:end][-_LONGEST:], False, None
        return found

    def _announced(self) -> tuple[str, ...]:
        if self._measures is None:
            self._measures = tuple(measures(self._line, self._using))
        return self._measures


def measures(line: str, using: Segmenter) -> list[str]:
    """The measures that a line names, last first; one that the lexicon does not list with what stands before it."""
    found: list[str] = []
    phrase = ""
    closed = ""
    for word, tag in [*using.tag(line), ("：", "x")]:
        known = lexeme(word, tag)
        if known.cls == Class.NOMINAL and tag[:1] not in _NO_NOUNS:
            phrase += word
            if known.dimension is not None and word not in _EMPTY:
                closed = word if word.lower() in metrics() else phrase
            continue
        if closed:
            found.append(closed)
        phrase = closed = ""
    return found[: -_MOST - 1 : -1]
