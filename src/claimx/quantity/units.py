"""Units after a number: measures, durations, shares, money, scores, classifiers and counted nouns."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, NamedTuple, cast

from claimx.lexicon.load import table, words
from claimx.quantity.wordlist import Hit, WordList

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.model import QuantityForm
    from claimx.quantity.draft import Draft

#: At most so many blanks between a number and its unit.
_BLANKS = 2
#: Forms that take 个 in front: 三个小时, 5个百分点, 六个加仑.
_AFTER_GE = frozenset({"measure", "duration", "points", "percent"})
#: What may stand between 个 and such a unit: 一个多小时, 两个半月.
_INFIXES = {"多": "gt", "半": "half", "来": "approx", "余": "gt"}


#: Units that 个 never introduces: 100个年销售额过亿的品牌.
_NEVER_AFTER_GE = frozenset({"年", "天", "日", "周", "成"})
_LARGE_SCALES = frozenset("万亿")
_NEVER_IN_MYRIADS = frozenset({"day", "month", "year", "起", "大"})
# of these not even 百万起, where 百 stands in front of 万
_NEVER_WITH_MYRIADS = frozenset({"起", "大"})
# 个 百 分 点 with blanks inside
_TIMES_NUMBER = re.compile(r"[xX] ?\d")  # 1.25 x 100
_SPACED_POINTS = re.compile(r" {0,3}(?P<unit>个 {0,3}百 {0,3}分 {0,3}点)")


class Unit(NamedTuple):
    """What a unit word means; ``code`` is None where the word as written is the unit."""

    code: str | None
    form: QuantityForm
    factor: Decimal


class UnitHit(NamedTuple):
    """A unit found behind a number."""

    unit: Unit
    code: str
    start: int
    end: int
    #: 多 or 半 read between 个 and the unit, as "gt" or "half".
    infix: str | None = None


_ONE = Decimal(1)


def _entries() -> Iterator[tuple[str, Unit]]:
    # The first meaning of a word wins: shares before classifiers, 分钟 before 分.
    for code, form, factor, cells in table("unit_share"):
        for cell in cells.split():
            yield cell, Unit(code, cast("QuantityForm", form), Decimal(factor))
    for code, names, _ in table("currency"):
        for cell in names.split():
            yield cell, Unit(code, "money", _ONE)
    for form in ("measure", "duration", "score", "count"):
        for code, cells in table(f"unit_{form}"):
            for cell in cells.split():
                yield cell, Unit(code, cast("QuantityForm", form), _ONE)
    for name in ("classifier", "counted_noun"):
        for cell in words(name):
            yield cell, Unit(None, "count", _ONE)


@cache
def unit_words() -> WordList[Unit]:
    """All unit words."""
    return WordList(_entries(), longer=words("longer_word"))


def find_unit(text: str, position: int) -> UnitHit | None:
    """The unit that stands at ``position``, after at most two blanks."""
    if (spaced := _SPACED_POINTS.match(text, position)) is not None:
        return UnitHit(Unit("pp", "points", _ONE), "pp", spaced.start("unit"), spaced.end())
    start = position
    while start - position < _BLANKS and text[start : start + 1] == " ":
        start += 1
    if text[start : start + 1] == "个":
        hit = _after_ge(text, start)
        if hit is not None:
            return hit
    found = unit_words().at(text, start)
    if found is None or (found.meaning.code == "x" and _TIMES_NUMBER.match(text, start)):
        return None
    return UnitHit(found.meaning, found.meaning.code or found.word, start, found.end)


def attach(draft: Draft, hit: UnitHit) -> None:
    """Give a draft its unit, converting to the unit's base (三成 → 30 %)."""
    if hit.end - hit.start == 1 and hit.code in _NEVER_IN_MYRIADS:
        myriads = draft.chain if hit.code in _NEVER_WITH_MYRIADS else draft.chain[:1]
        if not _LARGE_SCALES.isdisjoint(myriads):
            return  # 3.5亿月活用户, 2亿年活跃买家, 2000万起
    draft.unit, draft.form = hit.code, hit.unit.form
    draft.unit_start, draft.unit_end, draft.end = hit.start, hit.end, hit.end
    if hit.unit.factor != 1:
        draft.scale(hit.unit.factor)
    if hit.infix == "half" and draft.value is not None:
        draft.value += Decimal("0.5")
    elif hit.infix == "gt":
        draft.bound = "gt"
    elif hit.infix == "approx":
        draft.bound = "approx"
    draft.rules.append(f"unit.{hit.unit.form}")


def _after_ge(text: str, start: int) -> UnitHit | None:
    """个 with the unit it introduces: 个月, 个百分点, 个多小时."""
    inner = start + 1
    infix = _INFIXES.get(text[inner : inner + 1])
    if infix is not None:
        inner += 1
    if text[inner : inner + 1] == " ":
        inner += 1
    found: Hit[Unit] | None = unit_words().at(text, inner)
    if found is None or found.meaning.form not in _AFTER_GE or found.word in _NEVER_AFTER_GE:
        return None
    return UnitHit(found.meaning, found.meaning.code or found.word, start, found.end, infix)
