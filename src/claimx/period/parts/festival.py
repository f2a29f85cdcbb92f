"""Festivals and shopping seasons as names of time: 双11, 618, 春节, 国庆期间, 去年元旦, 2024年母亲节."""

from __future__ import annotations

import re
from datetime import MAXYEAR, MINYEAR, date, timedelta
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.lazy import lazy
from claimx.lexicon.load import table
from claimx.period import interval as iv
from claimx.period import solar_term
from claimx.period.reading import YearPart

if TYPE_CHECKING:
    from claimx.period.reading import BuildInYear

# What may follow a festival's name and belongs to it: the whole season, not its day.
_SEASON = re.compile(r"[”\"」』]?(?:期间|假期|长假|小长假|黄金周|档期|档)")
# Behind a name that has other meanings (618, 五一, 国庆): only these make it the festival.
_MARK = lazy(
    r"[”\"」』]? ?(?:节|期间|前夕|前后|假期|长假|小长假|黄金周|大促|促销|购物|活动|年中|预售|战报|狂欢|开门红|档"
    r"|当[天日]|之后|之前|以来|前\d|的|已经|都|时|来|开始|结束|收官|落幕|淘宝|天猫|京东|抖音|快手|(?P<weak>[，。、；！？）》]|$))"
)
_MAY_PRECEDE = lazy(r"[^\u4e00-\u9fff]|[在和从自到年是及与比较的过于]")
_WORD = lazy(r" ?[\u4e00-\u9fff]")
_QUOTES = '”"」』'
_DIGIT_AFTER = re.compile(
    r"[0-9%％.,:：/]|[元块万亿千百家个人名位款件条台辆张套间只种次场例项座户枚颗支本部篇首份单笔组斤克吨米升亩号线路楼店]"
)
_HOLIDAY_DAYS = 3


class Festival(NamedTuple):
    """A festival as ``festival.tsv`` has it."""

    day: str
    #: Whether its name means it only where words around it say so.
    marked: bool
    #: Days of the holiday around it (春节假期), from its day on.
    holiday: int


@cache
def names() -> dict[str, Festival]:
    """Every way to write a festival."""
    found = {
        alias: Festival(row[0], row[1] == "marked", int(row[3]) if len(row) > 3 else _HOLIDAY_DAYS)
        for row in table("festival")
        for alias in row[2].split()
    }
    for term in solar_term.NAMES:
        found.setdefault(term, Festival(f"term:{term}", True, _HOLIDAY_DAYS))
    return found


@cache
def _pattern() -> re.Pattern[str]:
    ordered = sorted(names(), key=len, reverse=True)
    # 双 11: a blank may stand between characters and digits.
    return re.compile("|".join(re.sub(r"(?<=[^\x00-\x7f])(?=[0-9])", " ?", re.escape(name)) for name in ordered))


def first() -> str:
    """The characters the names begin with."""
    return "".join({name[0] for name in names()})


def starts() -> tuple[tuple[str, str], ...]:
    """The first characters of the names, with what follows each."""
    rest: dict[str, list[str]] = {}
    for name in names():
        rest.setdefault(name[0], []).append(" ?" + re.escape(name[1:]))
    return tuple((first, "|".join(tails)) for first, tails in rest.items())


def read(text: str, at: int, *, dated: bool) -> YearPart | None:
    """The festival named at ``at``; ``dated`` where a year stands before it, which settles what it means."""
    match = _pattern().match(text, at)
    if match is None:
        return None
    festival = names()[match[0].replace(" ", "")]
    end = match.end()
    if match[0][0].isascii() and text[at - 1 : at] and text[at - 1] in "0123456789.,:/-¥$" and at > 0:
        return None
    if match[0][-1].isascii() and _DIGIT_AFTER.match(text, end):
        return None
    if festival.marked and not dated and not _is_marked(text, at, end):
        return None
    if text.startswith("节", end):
        end += 1
    season = _SEASON.match(text, end)
    if season and season[0][0] not in _QUOTES:
        end = season.end()
    build = _builder(festival.day, days=festival.holiday if season else 1)
    return YearPart(end, "festival", "festival", build)


def _is_marked(text: str, start: int, end: int) -> bool:
    """Whether words around a name with other meanings make it the festival; 李国庆 at a clause's end is none."""
    mark = _MARK.match(text, end)
    if mark is None:
        # A number with a word behind it that is no unit: 618预热, 618配送.
        return text[end - 1].isascii() and _WORD.match(text, end) is not None
    return mark["weak"] is None or not start or _MAY_PRECEDE.match(text[start - 1]) is not None


def _builder(day: str, *, days: int) -> BuildInYear:
    """Days of the festival in a year; its code is always the month, as CLAIMS.md asks."""

    def build(y: int) -> iv.Interval | None:
        if not MINYEAR <= y <= MAXYEAR:
            return None
        if len(day) == 2:
            return iv.month(y, int(day))
        first = _first_day(day, y)
        if first is None:
            return None
        return iv.part(iv.month(first.year, first.month), first, first + timedelta(days=days - 1))

    return build


@cache
def _lunar() -> dict[int, dict[str, str]]:
    """Month and day of each lunar festival, by year."""
    columns = ("春节", "端午", "七夕", "中秋", "重阳")
    return {int(row[0]): dict(zip(columns, row[1:], strict=True)) for row in table("period_lunar")}


def _first_day(day: str, y: int) -> date | None:
    if day.startswith("term:"):
        return solar_term.day_of(day[5:], y)
    if "+" in day or day.startswith("春节-"):
        name, offset = day[:2], int(day[2:])
        written = _lunar().get(y, {}).get(name)
        return date.fromisoformat(f"{y:04}-{written}") + timedelta(days=offset) if written else None
    month, _, nth = day.partition("@")
    if nth:
        week, weekday = map(int, nth.split("-"))
        first = date(y, int(month), 1)
        return first + timedelta(days=(weekday - first.isoweekday()) % 7 + 7 * (week - 1))
    return date.fromisoformat(f"{y:04}-{month}")
