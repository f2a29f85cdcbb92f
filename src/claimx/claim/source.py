"""According to whom: the source a text names for a figure."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from claimx.claim.attribution import Attribution, attributions
from claimx.claim.mention import Candidate, Mention, carry
from claimx.lazy import lazy
from claimx.lexicon.terms import entities

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# How many of the sources named before a sentence may still be those of its figures.
_BACK = 2
# How many characters back, or behind a quotation, a source may be named.
_FARTHEST = 500
_LABEL = re.compile(r"\s*【([^】\d]{2,12})】")
_MEDIUM = lazy(r"[网报社讯刊台闻]$|财经|时报|日报|报道")
_OPENING, _CLOSING = "“「", "”」"
_STOPS = lazy("[。！？!?]")


def source_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """The sources named in the sentence and around it, the one carried over, and none."""
    inside = list(_in_sentence(mention))
    around = [] if inside else [*_before(mention), *_behind(mention)]
    state = "here" if inside else "near" if around else "no"
    found = [*inside, *around, *_carried(mention, earlier, state), *_labels(mention, state)]
    found.append(Candidate(None, "none", ["p:none", f"none:{state}", f"none:{mention.modality}:{state}"]))
    return found


def _candidate(mention: Mention, named: Attribution, pattern: str, evidence: list[str]) -> Candidate:
    """A candidate quoted in the article's own characters, with its tokens where the sentence holds it whole."""
    start, end = named.name
    text = mention.scope.block.plain[start:end]
    tokens = mention.frame.tokens
    first = bisect_left(tokens, start, key=lambda token: token.start)
    last = bisect_left(tokens, end, key=lambda token: token.end)
    if last < len(tokens) and tokens[first].start == start and tokens[last].end == end:
        return Candidate(text, pattern, evidence, first=first, last=last)
    return Candidate(text, pattern, evidence)


def _index(named: Sequence[Attribution], offset: int) -> int:
    """The first attribution that starts at or behind an offset."""
    return bisect_left(named, offset, key=lambda item: item.phrase[0])


def _in_sentence(mention: Mention) -> Iterator[Candidate]:
    """Sources named in the figure's own sentence."""
    frame, at = mention.frame, mention.quantity.start
    named = attributions(frame.text)
    opening, ending = _index(named, frame.start), _index(named, frame.end)
    behind = _index(named, at)
    for place in range(max(opening, behind - _BACK), min(ending, behind + 1)):
        item = named[place]
        if item.name[0] <= at < item.name[1]:
            continue
        side = "before" if place < behind else "after"
        nearest = "nearest" if place in (behind - 1, behind) else "farther"
        parted = "；" in frame.text[min(item.phrase[1], at) : max(item.phrase[1], at)]
        evidence = [
            f"p:{item.rule}.{side}",
            f"p:{item.rule}",
            f"sort:{item.sort}",
            f"{item.rule}:{item.sort}",
            f"here:{side}:{nearest}",
            f"here:{side}:parted:{parted}",
            f"here:opens:{item.phrase[0] - frame.start <= 2}:{item.rule}",
        ]
        yield _candidate(mention, item, item.rule, evidence)


def _before(mention: Mention) -> Iterator[Candidate]:
    """Sources named in the sentences before, in the same block."""
    frame = mention.frame
    named = attributions(frame.text)
    last = _index(named, frame.start)
    for order, item in enumerate(reversed(named[max(0, last - _BACK) : last])):
        if frame.start - item.phrase[1] > _FARTHEST:
            return
        sentences = len(_STOPS.findall(frame.text, item.phrase[1], frame.start))
        quoted = _open_quote(frame.text, item.phrase[1], frame.start)
        evidence = [
            "p:sentence-before",
            f"before:{min(sentences, 4)}",
            f"before:order:{order}",
            f"before:{item.rule}",
            f"before:{item.sort}",
            f"before:quoted:{quoted}",
            f"before:{item.rule}:quoted:{quoted}",
            f"before:opens:{_opening(mention)}",
        ]
        yield _candidate(mention, item, "sentence-before", evidence)


def _behind(mention: Mention) -> Iterator[Candidate]:
    """The speaker named behind a quotation that holds the sentence: “…。”张三说。"""
    frame, at = mention.frame, mention.quantity.start
    if not _open_quote(frame.text, max(0, at - _FARTHEST), at):
        return
    named = attributions(frame.text)
    place = _index(named, frame.end - 2)
    if place == len(named) or named[place].phrase[0] - at > _FARTHEST:
        return
    item = named[place]
    between = frame.text[mention.quantity.end : item.phrase[0]]
    if not any(mark in between for mark in _OPENING):
        sentences = min(len(_STOPS.findall(between)), 3)
        yield _candidate(mention, item, "quote-speaker", ["p:quote-speaker", f"behind:{item.rule}:{sentences}"])


def _open_quote(text: str, start: int, end: int) -> bool:
    """Whether a quotation opened between two offsets is still open at the second."""
    opened = max(text.rfind(mark, start, end) for mark in _OPENING)
    return opened > max(text.rfind(mark, start, end) for mark in _CLOSING)


_GOES_ON = re.compile("其中|此外|同时|另外|并且|而|还|也|同期|截至|分")


def _opening(mention: Mention) -> str:
    """How the sentence begins: going on with what was said, or anew."""
    return "goes-on" if _GOES_ON.match(mention.frame.text, mention.frame.start) else "anew"


def _carried(mention: Mention, earlier: Sequence[Mention], state: str) -> Iterator[Candidate]:
    """The source of the figure before."""
    if not earlier or earlier[-1].source is None or earlier[-1].source.text is None:
        return
    other = earlier[-1]
    assert other.source is not None
    if other.frame is mention.frame:
        where = "sentence"
    elif other.scope is mention.scope:
        where = "block"
    else:
        where = "before"
    evidence = [
        f"p:carry.{where}",
        f"carry.{where}:{state}",
        f"carry.{where}:{other.source.pattern}",
        f"carry.{where}:{_opening(mention)}",
        f"carry.{where}:{min(mention.scope.index - other.scope.index, 3)}",
        f"carry:same-period:{_same_period(mention, other)}",
    ]
    yield carry(other, other.source, evidence)


def _same_period(mention: Mention, other: Mention) -> bool:
    if mention.period is None or other.period is None:
        return False
    return mention.period.text == other.period.text


_HEADED = re.compile(r"(?:\s*【[^】]{1,14}】)?\s*([^，,：:。；;\s]{2,12})[：:]")


def _labels(mention: Mention, state: str) -> Iterator[Candidate]:
    """``【证券时报网】…`` and ``财政部：…`` at the head of a block."""
    text, plain = mention.frame.text, mention.scope.block.plain
    match = _LABEL.match(text)
    if match is not None and _MEDIUM.search(match[1]):
        yield Candidate(plain[slice(*match.span(1))], "label", ["p:label", f"label:{state}", "sort:media"])
    match = _HEADED.match(text)
    entity = entities().get(match[1].lower()) if match is not None else None
    if match is not None and entity is not None and entity.type in ("institution", "research", "media"):
        yield Candidate(
            plain[slice(*match.span(1))],
            "label-colon",
            ["p:label-colon", f"label-colon:{state}", f"sort:{entity.type}"],
        )
