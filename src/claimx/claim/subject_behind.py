"""Subjects behind the figure: whom a share is of, what a price is for, what a relative clause is about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.phrases import in_phrase, run_after
from claimx.claim.subject_borders import names_something
from claimx.claim.subject_phrase import subject_candidate
from claimx.claim.subject_sentence import sort_of
from claimx.claim.tokens import Class

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.claim.frame import Frame
    from claimx.claim.mention import Candidate, Mention
    from claimx.claim.phrases import Run

_LONGEST_NAME = 6
# 坐拥3亿月活的小红书, 花百万购买的大屏: how many words may stand between a figure and the 的 behind it.
_LONGEST_TAIL = 6


def subjects_behind(mention: Mention) -> Iterator[Candidate]:
    """``70%的购买用户``, ``9.9元3件的商品``, ``坐拥3亿月活的小红书``: noun phrases that the figure describes."""
    frame = mention.frame
    clause = frame.clause_of[mention.figure]
    tokens = frame.clauses[clause].tokens
    place = frame.place_of[mention.figure] + 1
    pattern = "right"
    if mention.group == "money" and place < len(tokens) and frame.tokens[tokens[place]].cls is Class.QUANTITY:
        place, pattern = place + 1, "right-past"  # 9.9元3件的商品, 3元一碗的素面
    if place < len(tokens) and frame.tokens[tokens[place]].cls is Class.OF:
        yield from _beginning(mention, run_after(frame, clause, place + 1), pattern + "-of")
        return
    yield from _beginning(mention, run_after(frame, clause, place), pattern)
    for behind in range(place + 1, min(len(tokens), place + _LONGEST_TAIL)):
        if frame.tokens[tokens[behind]].cls is Class.OF:
            yield from _beginning(mention, run_after(frame, clause, behind + 1), "modified")
            return
        if not in_phrase(frame.tokens[tokens[behind]]):
            return


def _beginning(mention: Mention, run: Run, pattern: str) -> Iterator[Candidate]:
    """Phrases that begin where a run begins and end at any of its nouns."""
    frame = mention.frame
    metric = mention.metric
    kind = metric.pattern if metric is not None else "none"
    verb = _in_front(frame, mention.figure)
    tokens = frame.clauses[run.clause].tokens
    for end in range(run.first + 1, min(run.last, run.first + _LONGEST_NAME) + 1):
        if frame.tokens[tokens[end - 1]].cls not in (Class.NOMINAL, Class.QUOTE):
            continue
        if not names_something(frame, tokens[run.first : end]):
            continue
        candidate = subject_candidate(mention, run, run.first, end, pattern, 0)
        if metric is not None and metric.first is not None and metric.last is not None:
            inside = metric.first <= tokens[run.first] and metric.last >= tokens[end - 1]
            candidate.evidence.append(f"right:is-metric:{inside}:{kind}")
        if end == run.last:
            candidate.evidence.append("right:run-end")
        candidate.evidence += [
            f"{pattern}:behind-{verb}",
            f"{pattern}:behind-{verb}:m-{kind}",
            f"{pattern}:{sort_of(mention, candidate)}",
        ]
        yield candidate


def _in_front(frame: Frame, figure: int) -> str:
    """What stands right in front of the figure: a verb by the part it plays (成交额破亿元的), else its class."""
    place = frame.place_of[figure]
    if not place:
        return "EDGE"
    token = frame.tokens[frame.clauses[frame.clause_of[figure]].tokens[place - 1]]
    return token.word.role.kind if token.word.role is not None else token.cls.name
