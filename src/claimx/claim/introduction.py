"""What introduces a block: the headings above it, and the line that a list hangs on."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING

from claimx.claim.lexeme import lexeme
from claimx.lexicon.terms import names_in

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.document import Block
    from claimx.model import Period
    from claimx.text.words import Segmenter

_QUOTED = re.compile(r"[「“《]([^」”》]{2,8})[」”》]")
_NAME_TAGS = frozenset(("nt", "nz", "ns", "nr", "nrt", "eng"))
# A line that introduces a list by a name: 中国慢病管理市场：
_COLONS = ("：", ":")
_LEAD_LINE = re.compile(r"\s*(?:[0-9]{1,2}[.、]\s*)?([^，,：:。；;！!？?\s\d][^，,：:。；;！!？?]{1,15})[：:]\s*")

# The customary order of heading numbers: 一、 before （一） before 1. before （1）.
_NUMBERINGS = tuple(
    map(
        re.compile,
        (
            r"\s*第?[一二三四五六七八九十]+[、章部]",
            r"\s*[（(][一二三四五六七八九十]+[）)]",
            r"\s*\d{1,2}[.、]",
            r"\s*[（(]\d{1,2}[）)]",
        ),
    )
)


class Heading:
    """A heading that rules what follows."""

    def __init__(self, level: tuple[int, int], text: str, periods: tuple[Period, ...], using: Segmenter) -> None:
        self.level = level
        #: Normalised, without its marks.
        self.text = text
        self.periods = periods
        self._using = using

    @cached_property
    def names(self) -> tuple[str, ...]:
        """What it names; most headings rule no figure, and are not asked."""
        return names_of(self.text, self._using)


class Headings:
    """The headings above a block, entered in text order, outermost first."""

    def __init__(self, using: Segmenter) -> None:
        self._using = using
        self.above: list[Heading] = []

    def enter(self, block: Block, text: str, periods: Sequence[Period]) -> None:
        """A heading takes the place of those of its rank and below."""
        level = _level(block, text)
        while self.above and self.above[-1].level >= level:
            self.above.pop()
        bare = text.strip(" \u3000#")
        self.above.append(Heading(level, bare, tuple(periods), self._using))


class Lead:
    """The paragraph that introduces a list or table: the last one in front of its items."""

    def __init__(self) -> None:
        #: The paragraph's running number among the blocks.
        self.index: int | None = None
        #: The paragraph, where it is a short line in front of a colon.
        self.line = ""

    def pass_by(self, index: int, text: str, kind: str) -> None:
        """Note a block; items of a list and rows of a table leave in force what introduced them."""
        if kind in ("list", "table"):
            return
        self.index, self.line = None, ""
        if kind == "paragraph":
            match = _LEAD_LINE.fullmatch(text) if text.rstrip().endswith(_COLONS) else None
            self.index, self.line = index, match[1].strip() if match is not None else ""


def names_of(line: str, using: Segmenter) -> tuple[str, ...]:
    """What a line quotes, entities of the lexicon in it, and other words tagged as names."""
    quoted = [match[1] for match in _QUOTED.finditer(line)]
    tagged = [word for word, tag in using.tag(line) if lexeme(word, tag).tag in _NAME_TAGS and len(word) > 1]
    names = dict.fromkeys((*quoted, *names_in(line), *tagged))
    return tuple(name for name in names if len(name) > 2 or not name.isascii())


def _level(block: Block, text: str) -> tuple[int, int]:
    """The rank of a heading: by its markup, then by the kind of its number."""
    number = next((i for i, pattern in enumerate(_NUMBERINGS) if pattern.match(text)), 0)
    return max(block.level, 1), number
