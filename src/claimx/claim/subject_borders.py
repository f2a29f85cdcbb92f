"""Where the name of a subject may begin and end inside a run of phrase words."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimx.claim.phrases import SENTENCE_FACTS
from claimx.claim.tokens import Class, has_role, is_name
from claimx.claim.walk import figures_between

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.phrases import Run

_STARTS = 6
_ENDS = 6
_ENDS_BACK = 10
_BORDERS = frozenset((Class.OF, Class.AND, Class.VERB, Class.ADVERB, Class.PRONOUN, Class.QUOTE))
# 以抖音为例, 对平台来说: what stands in front is what the rest is about.
TOPIC_MARKS = frozenset(("为例", "来说", "而言", "来看", "来讲", "方面", "为代表", "为首"))


@lru_cache(maxsize=SENTENCE_FACTS)
def spans_in(frame: Frame, run: Run) -> tuple[tuple[int, int], ...]:
    """First and last place (exclusive) of the spans of a run that may name a subject."""
    tokens = frame.clauses[run.clause].tokens
    return tuple(
        (first, end)
        for end in _ends(frame, tokens, run)
        for first in _starts(frame, tokens, run, end)
        if names_something(frame, tokens[first:end]) and not figures_between(frame, tokens[first], tokens[end - 1])
    )


def names_something(frame: Frame, indices: list[int]) -> bool:
    """Whether a span can name anything: it holds a noun or a pronoun, pairs its marks and does not begin with 占."""
    if len(indices) == 1 and frame.tokens[indices[0]].text in ("某", "每", "各"):
        return False
    if has_role(frame.tokens[indices[0]], "share"):
        return False
    return any(frame.tokens[i].word.is_noun for i in indices) and frame.balanced(indices[0], indices[-1])


def _starts(frame: Frame, tokens: list[int], run: Run, end: int) -> list[int]:
    """Where a subject may begin: at the run's start, behind 的, 、 or a verb, and at a known entity."""
    starts = [run.first]
    for place in range(end - 1, run.first, -1):
        token, previous = frame.tokens[tokens[place]], frame.tokens[tokens[place - 1]]
        if token.cls in (Class.OF, Class.AND):
            continue
        if previous.cls in _BORDERS or token.word.entity is not None or token.text == "某":
            starts.append(place)
    return starts[:_STARTS]


def _ends(frame: Frame, tokens: list[int], run: Run) -> list[int]:
    """Where a subject may end inside a run: at its end, before 的, 、 or a verb, and behind a known entity."""
    ends = [run.last]
    for place in range(run.last - 1, max(run.first, run.last - _ENDS_BACK), -1):
        token = frame.tokens[tokens[place]]
        previous = frame.tokens[tokens[place - 1]]
        if previous.cls in (Class.OF, Class.AND):
            continue
        if (
            token.cls in _BORDERS
            or token.text in TOPIC_MARKS
            or is_name(previous)
            or previous.cls is Class.QUOTE
            or previous.word.ends_group
        ):
            ends.append(place)
    return ends[:_ENDS]
