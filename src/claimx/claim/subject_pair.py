"""前者 and 后者: the one and the other of two that 和 or 、 joins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate
from claimx.claim.phrases import items_of, runs_leftwards
from claimx.claim.subject_phrase import name_evidence
from claimx.claim.tokens import Class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.claim.mention import Mention

_PLACES = {"前者": 0, "后者": 1}
# How many clauses in front of the word the two may be named.
_CLAUSES_BACK = 6


def paired_subjects(mention: Mention) -> Iterator[Candidate]:
    """Whom the 前者 or 后者 of the figure's statement means: 以董洁和章小蕙为例，前者的粉丝数为430万."""
    word = _word(mention)
    joined = None if word is None else _joined(mention, word)
    if word is None or joined is None:
        return
    first, last = joined[_PLACES[mention.frame.tokens[word].text]]
    text = mention.frame.span_text(first, last)
    yield Candidate(text, "pair", ["p:pair", *name_evidence(mention.scope, text, "pair")], first, last)


def _word(mention: Mention) -> int | None:
    """The token of the nearest such word in front of the figure with no other figure between."""
    frame = mention.frame
    for index in range(mention.figure - 1, -1, -1):
        token = frame.tokens[index]
        if token.text in _PLACES:
            return index
        if token.cls is Class.QUANTITY:
            return None
    return None


def _joined(mention: Mention, word: int) -> list[tuple[int, int]] | None:
    """First and last tokens of the two phrases that the nearest run of exactly two joins."""
    frame = mention.frame
    clause = frame.clause_of[word]
    for number in range(clause, max(-1, clause - _CLAUSES_BACK), -1):
        tokens = frame.clauses[number].tokens
        edge = frame.place_of[word] if number == clause else len(tokens)
        for run in runs_leftwards(frame, number, edge):
            items = items_of(frame, run)
            if len(items) == 2:
                return [(tokens[first], tokens[last - 1]) for first, last in items]
    return None
