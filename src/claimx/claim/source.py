"""According to whom: the source a sentence names for its figures."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.claim.mention import Candidate, Mention
from claimx.lexicon.load import table, words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.claim.frame import Frame
    from claimx.model import Span

_LONGEST = 40


@cache
def _verbs(kind: str) -> str:
    found = sorted((row[0] for row in table("report_verb") if row[1] == kind), key=len, reverse=True)
    return "|".join(map(re.escape, found))


@cache
def _nouns() -> str:
    found = (row[0] for row in table("source_noun") if row[1] in ("document", "data"))
    return "|".join(map(re.escape, sorted(found, key=len, reverse=True)))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """Patterns of attribution, each with the source in the group ``who``."""
    who = rf"(?P<who>[^，,。；;：:！？!?（）()\n]{{1,{_LONGEST}}}?)"
    aspect = r"(?:曾|还|也|均|则|都|进一步|最新|近日|日前|此前)?"
    return (
        # 据艾瑞咨询调研数据(显示)，… / 根据QuestMobile的监测数据，…
        (
            "according-to",
            re.compile(
                rf"(?:^|(?<=[，,；;。：:\s（(“]))(?:而|另|又)?(?:据|根据|按照|来自|援引){who}(?:的)?(?:最新)?(?:{_nouns()})?(?:{_verbs('data')}|{_verbs('speech')}|统计|测算|估算|预测|预计)?(?=[，,：:）)])"
            ),
        ),
        # 据第三方估算约为…
        ("according-to-verb", re.compile(rf"(?:据|根据){who}(?:的)?(?:估算|测算|统计|预测|预计|估计|监测)")),
        # 艾瑞咨询调研数据显示，…
        (
            "shows",
            re.compile(
                rf"(?:^|(?<=[，,；;。：:\s]))(?:而|其中|此外|同时|另外)?{who}{aspect}(?:{_verbs('data')})(?=[，,：:]|(?:[^，,。]))"
            ),
        ),
        # 张建锋表示，… / 工人告诉笔者，…
        (
            "says",
            re.compile(
                rf"(?:^|(?<=[，,；;。”\s]))(?:而|但|其中|此外|同时|另外)?{who}{aspect}(?:{_verbs('speech')})(?:[^，,。：:“]{{0,8}})?(?=[，,：:“]|$|。)"
            ),
        ),
        # （来源：星图数据） / 数据来源：…
        ("credited", re.compile(r"(?:数据|资料|信息)?来源[：:]\s*(?P<who>[^，,。；;（）()\n]{1,40})")),
    )


# What may stand around a source's name without being part of it.
_LEADING = re.compile(
    r"^(?:[“\"《]?(?:而|但|其中|此外|同时|另外|不过|近日|日前|此前|目前|今年|去年|最新|有关|相关|一份|一项|来自|由|在|从)\s*)+(?=.)"
)
_TRAILING = re.compile(r"(?:的|最新|近日|日前|此前|发布|公布|统计|最新发布|最近)+$")


def source_candidates(mention: Mention, earlier: Sequence[Mention]) -> list[Candidate]:
    """The sources the sentence names, the one carried over from the sentence before, and none."""
    found: list[Candidate] = []
    for rule, span, text in sentence_sources(mention.frame):
        side = "before" if span[0] < mention.quantity.start else "after"
        inside = span[0] <= mention.quantity.start < span[1]
        if inside:
            continue
        found.append(Candidate(text, rule, [f"p:{rule}.{side}", f"p:{rule}"], period=None))
    present = bool(found)
    for other in reversed(earlier[-1:]):
        if other.source is not None and other.source.text is not None:
            where = (
                "sentence" if other.frame is mention.frame else "block" if other.scope is mention.scope else "before"
            )
            gap = "near" if where != "block" or mention.frame.start - other.frame.end < 2 else "far"
            found.append(
                Candidate(
                    other.source.text,
                    "carry",
                    [
                        f"p:carry.{where}",
                        f"carry.{where}:{present}",
                        f"carry.{where}:{gap}",
                        f"carry.{where}:{other.source.pattern}",
                    ],
                    carried=other,
                )
            )
    label = _block_label(mention)
    if label is not None:
        found.append(Candidate(label, "label", ["p:label"]))
    found.append(Candidate(None, "none", ["p:none", f"none:{present}"]))
    return found


def sentence_sources(frame: Frame) -> list[tuple[str, Span, str]]:
    """Rule, span and name of each source a sentence names, in text order."""
    sentence = frame.text[frame.start : frame.end]
    found: list[tuple[str, Span, str]] = []
    for rule, pattern in _patterns():
        for match in pattern.finditer(sentence):
            name, start = _name(match["who"], frame.start + match.start("who"))
            if name and not any(span[0] < start + len(name) and start < span[1] for _, span, _ in found):
                found.append((rule, (start, start + len(name)), name))
    return sorted(found, key=lambda item: item[1])


def _name(text: str, start: int) -> tuple[str, int]:
    """The source's name without what merely surrounds it; empty when nobody is named."""
    lead = _LEADING.match(text)
    if lead is not None:
        start += lead.end()
        text = text[lead.end() :]
    stripped = text.lstrip(' “"')
    start += len(text) - len(stripped)
    text = stripped
    tail = re.search(rf"(?:的)?(?:{_nouns()})+(?:中|里)?$", text)
    if tail is not None and tail.start() > 1:
        text = text[: tail.start()]
    text = _TRAILING.sub("", text).rstrip(' ”"，')
    if text in words("source_stop") or len(text) < 2:
        return "", start
    return text, start


def _block_label(mention: Mention) -> str | None:
    """``【证券时报网】…`` at the head of a block."""
    match = re.match(r"\s*【([^】]{2,12})】", mention.frame.text)
    if match is None:
        return None
    return match[1] if re.search(r"[网报社讯刊台闻]$|财经|时报|日报", match[1]) else None
