"""What the words around a figure name."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.compare.place import place
from claimx.compare.scope import neutral
from claimx.compare.things import family, is_thing, things_in
from claimx.lexicon.load import table, words
from claimx.lexicon.terms import entities, metric_ids
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.model import Claim

# How much of the sentence around a figure tells what it is of.
_BEFORE, _BEHIND = 48, 10
# A stretch of so many characters that no word list knows is a name, or as good as one.
_NAME = 4
_STRETCH = re.compile(r"[\u4e00-\u9fff]{4,}|[a-z][a-z0-9.&-]{2,}")


def names_around(claim: Claim) -> frozenset[str]:
    """What the words around the figure name: known things, and stretches that no word list knows."""
    start = place(claim) or 0
    end = start + len(claim.text)
    # Not the figure itself, whose words (一个半月) name nothing.
    words_around = f"{claim.sentence[max(0, start - _BEFORE) : start]}\n{claim.sentence[end : end + _BEHIND]}"
    around = normalise(words_around).lower()
    return frozenset(_known(around, claim.subject_id)) | frozenset(_unknown(around))


def _known(around: str, subject_id: str | None) -> Iterator[str]:
    """The families of the known things: one text may say 抖音 where another says 抖音电商."""
    for name in (*things_in(around), subject_id or ""):
        if (owner := family(name)) is not None:
            yield owner


def _unknown(around: str) -> Iterator[str]:
    for stretch in _STRETCH.findall(_without_common_words(around)):
        if stretch.isascii():
            yield stretch
        else:
            yield from (stretch[start : start + _NAME] for start in range(len(stretch) - _NAME + 1))


def _without_common_words(text: str) -> str:
    common, longest = _common_words()
    pieces: list[str] = []
    start = 0
    while start < len(text):
        for length in range(longest.get(text[start], 0), 0, -1):
            if text[start : start + length] in common:
                pieces.append(" ")
                start += length
                break
        else:
            pieces.append(text[start])
            start += 1
    return "".join(pieces)


_COMMON_TABLES = ("change_verb", "attain_verb", "transact_verb", "report_verb", "modality", "discourse")


@cache
def _common_words() -> tuple[frozenset[str], dict[str, int]]:
    """Words that any two business articles share, and the length of the longest by first character."""
    found = {word for name in _COMMON_TABLES for row in table(name) for word in row[0].split()}
    found.update(words("adverb"), words("scope_generic"), metric_ids(), (row[0] for row in table("metric_head")))
    for where in ("inside", "tail", "rate", "plan"):
        found.update(neutral(where))
    # Places, media and the like: everybody names them.
    found.update(alias for alias, entity in entities().items() if not is_thing(entity))
    longest: dict[str, int] = {}
    for word in sorted(found, key=len):
        longest[word[0]] = len(word)
    return frozenset(found), longest
