"""Units by dimension: what converts into what, exactly."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache, lru_cache
from typing import NamedTuple

from claimx.lexicon.load import table

# What a price is for (CNY/杯) says no more than the price; per person, per time and per 2盒 do.
_PLAIN_ITEM = re.compile(r"[^\d\sA-Za-z]{1,3}")
_MEASURED = frozenset(("人", "人次", "名", "位", "次", "户", "天", "日", "周", "月", "季", "年"))
_CURRENCY = re.compile(r"[A-Z]{3}")


class Measure(NamedTuple):
    """The dimension of a unit and its size in the dimension's base unit."""

    dimension: str
    size: Decimal


_ONE = Decimal(1)


@lru_cache(maxsize=4096)
def measure(unit: str | None) -> Measure:
    """The dimension and size of a record's unit; counts share one dimension, whatever their classifier.

    >>> measure("kg"), measure("家") == measure("个"), measure("CNY") == measure("USD")
    (Measure(dimension='mass', size=Decimal('1000')), True, False)
    """
    if unit is None:
        return Measure("count", _ONE)
    top, slash, per = unit.partition("/")
    known = _conversions().get(top)
    if known is None:
        known = Measure(top if _CURRENCY.fullmatch(top) else _counted(top), _ONE)
    if not slash or (_PLAIN_ITEM.fullmatch(per) and per not in _MEASURED and per not in _conversions()):
        return known
    return Measure(f"{known.dimension}/{per}", known.size)


def is_money(dimension: str) -> bool:
    """Whether figures of a dimension are sums of money.

    >>> is_money("CNY"), is_money("CNY/人"), is_money("count")
    (True, True, False)
    """
    return _CURRENCY.fullmatch(dimension.partition("/")[0]) is not None


def _counted(unit: str) -> str:
    """Classifiers and counted nouns count alike; a Latin name (QPS, dpi) is a measure of its own."""
    return unit if unit.isascii() else "count"


@cache
def _conversions() -> dict[str, Measure]:
    return {unit: Measure(dimension, Decimal(size)) for unit, dimension, size in table("scope_conversion")}
