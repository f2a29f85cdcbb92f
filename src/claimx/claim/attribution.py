"""Phrases that name a source: 据X统计, X发布的《Y》显示, X表示, （来源：X）.

Each rule is a pattern over one block's normalised text; what it captures is trimmed to the name and
dropped when it names nobody (数据显示, 据了解) or when verb and name do not make an attribution together.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.source_name import SPEAKERS, find_name, nouns, sort_of, verbs
from claimx.lazy import lazy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimx.model import Span


class Attribution(NamedTuple):
    """A source named in a block."""

    rule: str
    #: Offsets of the name and of the whole phrase, in the block's normalised text.
    name: Span
    phrase: Span
    #: What the name ends in: document, data, body, person … (``source_name.sort_of``).
    sort: str


# A name: up to 40 characters without punctuation, in which a title or a quoted name counts as one.
_WHO = r"(?:[^，,。；;：:！？!?（）()《》“”\n]|《[^《》\n]{1,60}》|“[^“”，。\n]{1,16}”)"
_BEGIN = r"(?:^|(?<=[，,；;。：:！!？?”」）)】\s]))"
_LINK = r"(?:而|另|又|但|其中|此外|同时|另外|不过|例如|比如|对此|随后)?"
_ASPECT = r"(?:曾|还|也|均|则|都|就|已|近日|日前|此前|首次|公开|明确|同时|便|进一步){0,3}"
# 显示 in 显示器, 发现 in 发现页 are no verbs.
_NOT_NOUN = r"(?![器屏卡页率力性])"
_TO_WHOM = r"(?:[^，,。：:“”\d]{0,8}?(?:记者|笔者|媒体|我们|我|网|报|社|君|者))?"
# Characters that make another word of 说 or 称 behind them: 堪称, 俗称, 一说, 来说.
_NO_SPEECH = frozenset("堪名简俗统并昵通职全一据话听所再来")
# Verbs that people and things alike can be the subject of: 这也印证了, 用户发现.
_LOOSE = re.compile("发现|反映|揭示|印证|证实")


class _Rule(NamedTuple):
    """A named pattern; the source is the group ``who``."""

    name: str
    pattern: re.Pattern[str]
    #: What stands wherever the pattern holds: a long pattern is not tried on a text without it.
    hint: re.Pattern[str]


@cache
def _rules() -> tuple[_Rule, ...]:
    """The first to read a stretch of text keeps it."""
    who = rf"(?P<who>{_WHO}{{1,40}}?)"
    opened = rf"{_BEGIN}{_LINK}{who}{_ASPECT}"
    every_verb = verbs("data", "estimate", "speech", "publish")
    report = nouns("document", "data")
    return (
        # （来源：星图数据） 数据来源：…
        _Rule(
            "credited",
            lazy(r"(?:数据|资料|信息)?来源于?[：:]\s*(?P<who>[^，,。；;）)\n]{1,40})"),
            re.compile("来源"),
        ),
        # 据艾瑞咨询数据，… 根据QuestMobile发布的《…》显示，… 小红书据第三方估算约为…
        _Rule(
            "according-to",
            re.compile(
                rf"(?<![数依占证凭票收字论考单拮])(?:据|根据|依据|援引|引述){who}(?:(?P<verb>{every_verb})|(?=[，,：:）)]))"
            ),
            re.compile("据|援引|引述"),
        ),
        # 艾瑞咨询发布的《报告》显示，… 招股书显示，…
        _Rule("shows", re.compile(rf"{opened}(?P<verb>{verbs('data')}){_NOT_NOUN}"), re.compile(verbs("data"))),
        # 张建锋表示，… 工人告诉笔者，… 谷歌CEO说：“…
        _Rule(
            "says",
            re.compile(rf"{opened}(?P<verb>{verbs('speech')}){_TO_WHOM}(?P<mark>[，,：:“。]|$)?"),
            re.compile(verbs("speech")),
        ),
        # 高盛预计2025年… 中金公司测算，…
        _Rule(
            "reckons",
            re.compile(rf"{opened}(?P<verb>{verbs('estimate')}){_NOT_NOUN}"),
            re.compile(verbs("estimate")),
        ),
        # 在艾瑞咨询的报告中，… 从招股书来看，…
        _Rule(
            "within",
            re.compile(
                rf"{_BEGIN}[在从](?P<who>{_WHO}{{0,36}}?(?:{report}))(?:中|里|上|来看|看出|可见|看){{1,2}}[，,]"
            ),
            re.compile(report),
        ),
    )


@lru_cache(maxsize=64)
def attributions(text: str) -> tuple[Attribution, ...]:
    """The sources a block names, in text order; where two rules read the same text, the first keeps it."""
    found: list[Attribution] = []
    taken = bytearray(len(text) + 1)
    for rule, pattern, hint in _rules():
        for match in pattern.finditer(text) if hint.search(text) else ():
            start, end = match.span()
            if any(taken[start:end]):
                continue
            name = find_name(text, *match.span("who"), whole=rule == "credited")
            sort = sort_of(text[slice(*name)], match["who"]) if name is not None else ""
            believed = name is not None and _believed(rule, match, sort)
            if name is not None and believed:
                found.append(Attribution(rule, name, (start, end), sort))
            if believed or (name is None and rule == "according-to"):  # 据有关数据显示 names nobody
                taken[start:end] = b"\1" * (end - start)
    return tuple(_resolved(sorted(found, key=lambda item: item.phrase)))


def _believed(rule: str, match: re.Match[str], sort: str) -> bool:
    """Whether verb, name and what follows make an attribution together."""
    if sort == "pronoun":
        return rule in ("says", "according-to")
    if rule == "according-to":
        # 根据不同车型， and 据调查， name nobody.
        return match["verb"] is not None or sort not in ("other", "survey")
    if rule == "shows":
        if _LOOSE.fullmatch(match["verb"]):
            return sort in SPEAKERS or sort in ("document", "survey")
        return sort != "other" or match.string[match.end() : match.end() + 1] in ("，", ",", "：", ":")
    if rule == "says":
        if match["who"][-1] in _NO_SPEECH and len(match["verb"]) == 1:
            return False
        return bool(match["mark"]) or sort in SPEAKERS
    if rule == "within":
        return sort in SPEAKERS or sort in ("entity", "latin") or match["who"].endswith(("报", "书", "报告", "公告"))
    return rule != "reckons" or sort in SPEAKERS


def _resolved(found: Iterable[Attribution]) -> Iterator[Attribution]:
    """A pronoun stands for the person or body named before it."""
    last: Attribution | None = None
    for item in found:
        if item.sort != "pronoun":
            last = item
            yield item
        elif last is not None:
            yield item._replace(name=last.name, sort=last.sort, rule=f"{item.rule}.pronoun")
