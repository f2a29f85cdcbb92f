"""Sentences that two documents share but for a figure or two: a list repeated with a slip in it.

Where two sentences give three and more equal figures, they are one statement twice told. A figure that
either gives of a subject, and that the other gives otherwise of the same, is then one fact too, whatever
the texts around the sentences made of its metric: 快手（1.2亿） in one copy, 快手（1.2万亿） in the other.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from claimx.compare.interval import significant_digits

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator, Sequence

    from claimx.compare.echo_evidence import Voice

# So many equal figures make two sentences one, and so many digits a figure worth counting.
_EQUAL, _TELLING = 3, 2
# Copies of one sentence are looked for only so far back: more would be a loop over pairs.
_REACH = 8

_Sentence: TypeAlias = tuple[str, int]


def parallels(voices: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """Pairs of voices in repeated sentences, of one subject, with figures that differ."""
    sentences: dict[_Sentence, list[Voice]] = defaultdict(list)
    for voice in voices:
        if voice.signature.subject:
            sentences[voice.claim.doc, voice.claim.sentence_start].append(voice)
    long = {key: sorted(told, key=_order) for key, told in sentences.items() if len(told) > _EQUAL}
    for one, other in _repeated(long):
        yield from _differing(long[one], long[other])


def _repeated(sentences: dict[_Sentence, list[Voice]]) -> Iterator[tuple[_Sentence, _Sentence]]:
    """Sentences of two documents with figures enough in common; two of those must follow each other in both."""
    by_pair: dict[Hashable, list[_Sentence]] = defaultdict(list)
    seen: set[tuple[_Sentence, _Sentence]] = set()
    for key in sorted(sentences):
        for pair in dict.fromkeys(pairwise(map(_number, sentences[key]))):
            for earlier in by_pair[pair][-_REACH:]:
                if earlier[0] != key[0] and (earlier, key) not in seen:
                    seen.add((earlier, key))
                    if len(_telling(sentences[earlier]) & _telling(sentences[key])) >= _EQUAL:
                        yield earlier, key
            by_pair[pair].append(key)


def _differing(one: Sequence[Voice], other: Sequence[Voice]) -> Iterator[tuple[Voice, Voice]]:
    """The voices that each sentence alone has, where both have one of the same subject."""
    shared = {_number(voice) for voice in one} & {_number(voice) for voice in other}
    left, right = _lone(one, shared), _lone(other, shared)
    return ((left[key], right[key]) for key in left if key in right)


def _lone(told: Sequence[Voice], shared: set[Hashable]) -> dict[Hashable, Voice]:
    found: dict[Hashable, list[Voice]] = defaultdict(list)
    for voice in told:
        if _number(voice) not in shared:
            signature = voice.signature
            key = (signature.subject, signature.kind, signature.basis, signature.modality, signature.unit)
            found[key].append(voice)
    return {key: lone for key, (lone, *more) in found.items() if not more}


def _telling(told: Sequence[Voice]) -> frozenset[Hashable]:
    return frozenset(_number(voice) for voice in told if significant_digits(voice.claim) >= _TELLING)


def _number(voice: Voice) -> Hashable:
    return voice.figure.first, voice.figure.last, voice.signature.kind


def _order(voice: Voice) -> tuple[int, int, str]:
    return voice.claim.start, voice.claim.end, voice.claim.id
