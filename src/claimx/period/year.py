"""Years: 2024年, 二零二四年, 24年, 2024年度, 2024财年, FY24, 今年, 去年, 同年, and the bare 2024 before 上半年 or Q1.

A two-digit year looks like a length of time (``24年``, ``20年``), so alone it is one only where the
words around it leave no other reading; before a part of a year (``24年Q1``, ``19年底``) it always is.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from claimx.lazy import lazy
from claimx.period.month_tail import RANGE_SIGN
from claimx.period.numeral import spelled

if TYPE_CHECKING:
    from claimx.period.context import Context


class YearHead(NamedTuple):
    """A year in front of a part of it, or alone."""

    end: int
    rule: str
    #: None when it cannot be resolved.
    year: int | None
    #: Whether the reference date took part.
    relative: bool
    #: Whether it is a period without a part of the year behind it.
    alone: bool


_DIGIT = "[零一二三四五六七八九]"
_WRITTEN = re.compile(
    rf"""
    (?: (?P<four>[12][0-9]{{3}}|[一二]{_DIGIT}{{3}}) | (?P<two>[0-9]{{2}}|{_DIGIT}{{2}}) ) (?![0-9])
    (?P<suffix> \ {{0,2}} (?: 财政?年度? | 年 (?!代|薪|龄|轻|级|资|货) 度? ) )?
    """,
    re.VERBOSE,
)
# FY2024, FY24; fiscal years are given by the name of the year.
_FISCAL = lazy(r"FY ?(?:'?(?P<two>[0-9]{2})|(?P<four>20[0-9]{2}))(?![0-9])(?: ?财?年)?")

_SHIFTS = {
    "大前年": -3, "前年": -2, "去年": -1, "上一年": -1, "上年": -1, "今年": 0, "本年": 0,
    "明年": 1, "下一年": 1, "来年": 1, "后年": 2, "大后年": 3,
    "年内": 0, "本财年": 0, "上财年": -1, "上一财年": -1, "下一财年": 1,
}  # fmt: skip
# The characters before rule out 如今|年轻, 说明|年度, 以前|年度, 今后|年, 以上|年龄, 成本|年.
_RELATIVE = re.compile(
    r"""
    (?P<word> (?<!如)(?<!现)今年 | 去年 | (?<![文说透证声])明年 | 大[前后]年 | (?<![以提])前年 | (?<![以今之最])后年
      | (?<!以)上一?年 | (?<!以)下一年 | (?<![根基成资])本年 | (?<!未)来年 | (?:本|上一?|下一)财年
      | (?<![0-9一二三四五六七八九十百千两几多数半每整][\ ])(?<![0-9一二三四五六七八九十百千两几多数半每整当])年内 )
    (?!轻|级|货|龄|纪|均|华|代) 度?
    """,
    re.VERBOSE,
)
# Years told from the one that rules the text: 同年, 次年.
_BACK = {"同年": 0, "同一年": 0, "当年": 0, "这一年": 0, "该年": 0, "次年": 1, "翌年": 1, "隔年": 1, "第二年": 1}
_BACK_WORD = re.compile("|".join(sorted(_BACK, key=len, reverse=True)))

# Behind a two-digit year that stands alone: words that make it a length of time (24年来, 10年以上, 20年的历史).
_LENGTH_AFTER = re.compile(
    r" {0,2}(?:[多余半之内里间前后来寿龄老左右期级制+]|以[上下内来后]"
    r"|没|未|不|都|只|坚持|从未|从没|一直|始终|如一|专注|深耕|苦|磨"
    r"|的?(?:历史|时间|经验|工龄|资历|时光|光阴|发展|积累|沉淀)|[^，。,、]{0,4}(?:经验|历史))"
)
# Before it: what may stand in front of a point in time, and so not in front of a length (近20年, 成立12年, 第10年).
_POINT_BEFORE = re.compile(
    r"(?:^|[，。；：！？、,.;:!?（(《“\"'\s*>#—]|自|从|在|于|至|比|较|是|和|与|及|的|以|如果|其中|随着|回到|截至|等到|直到)$"
)
# 18年到19年; 10年到15年 and 5年到10年 are lengths, which are given in fives and tens.
_PAIR = re.compile(rf"([0-9]{{2}}) ?年 ?{RANGE_SIGN} ?([0-9]{{2}}) ?年")
# 19、20年: a year beside the one before it
_LISTED = re.compile(r"(?<![0-9])([0-9]{2})、$")
# Two Chinese digits in a row: a year of the last century (九七年), unless they are neighbours (八九年: eight or nine).
_CHINESE_PAIR_FROM = 49


def read_year(context: Context, at: int) -> YearHead | None:
    """The year that begins at ``at``, or None."""
    text = context.text
    first = text[at]
    if first in "0123456789零一二三四五六七八九":
        return _written(context, at)
    if first == "F":
        match = _FISCAL.match(text, at)
        if match is None:
            return None
        return YearHead(match.end(), "fiscal-year", int(match["four"] or "20" + match["two"]), False, True)
    if match := _RELATIVE.match(text, at):
        year = None if context.reference is None else context.reference.year + _SHIFTS[match["word"]]
        return YearHead(match.end(), "relative-year", year, True, True)
    if match := _BACK_WORD.match(text, at):
        # 当年 is also the good old days: it answers to a year of its own paragraph only.
        told = context.ruling_year if match[0] == "当年" else context.named_year
        year = None if told is None else told + _BACK[match[0]]
        return YearHead(match.end(), "same-year", year, False, True)
    return None


def _written(context: Context, at: int) -> YearHead | None:
    text = context.text
    match = _WRITTEN.match(text, at)
    if match is None or (text[at - 1 : at] in "0123456789零一二三四五六七八九" and at > 0):
        return None
    if match["four"]:
        value = spelled(match["four"])
        if value is None or (match["suffix"] is None and not 1900 <= value < 2100):
            return None
        return YearHead(match.end(), "year", value, False, match["suffix"] is not None)
    if match["suffix"] is None or (digits := spelled(match["two"])) is None:
        return None
    year = full_year(digits, context)
    return YearHead(match.end(), "short-year", year, False, _is_point(context, match))


def full_year(digits: int, context: Context) -> int:
    """The year that two digits abbreviate: the last one that is at most 20 years ahead of the reference date."""
    pivot = (context.reference.year if context.reference else 2020) + 20
    return pivot - (pivot - digits) % 100


def _is_point(context: Context, match: re.Match[str]) -> bool:
    """Whether a two-digit year without a part behind it is a year and not a length of time."""
    text, written = context.text, match["two"]
    if context.is_all(*match.span()) or written[0] in "0零" or match.start() == context.range_end_at:
        return True
    if (before := _LISTED.search(text, max(0, match.start() - 3), match.start())) and int(before[1]) + 1 == spelled(
        written
    ):
        return not _LENGTH_AFTER.match(text, match.end())
    if (pair := _PAIR.match(text, match.start())) and int(pair[1]) % 5 and int(pair[1]) < int(pair[2]):
        return True
    if _LENGTH_AFTER.match(text, match.end()) or not _POINT_BEFORE.search(
        text, max(0, match.start() - 2), match.start()
    ):
        return False
    digits = spelled(written) or 0
    if not written.isascii():
        return digits >= _CHINESE_PAIR_FROM and digits % 10 != digits // 10 + 1
    year = full_year(digits, context)
    distance = year - (context.reference.year if context.reference else year)
    # Round numbers, and years far from the article's own, are rather lengths.
    return digits % 10 != 0 and -30 <= distance <= 10
