"""Ratios: 1:15 - 1.1:50.3:48.6 - 3比1 - 五五开; and the clock times that look alike."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.quantity.draft import Draft
from claimx.quantity.numerals import DIGITS

if TYPE_CHECKING:
    from collections.abc import Callable

_PART = r"\d{1,6}(?:\.\d{1,6})?"
_COLON = re.compile(rf"{_PART}(?: ?[:：] ?{_PART}){{1,40}}")
# what follows a colon figure that is none: 图1：30% and Q1：5家 are a label and its figure
_FIGURE_BEHIND = re.compile(r" ?(?:[%‰\d.:：/\-~A-Za-z]|[万亿千百元家个年月日成倍折人件款台])")
_CLOCK = re.compile(r"(?:[01]?\d|2[0-4])[:：][0-5]\d(?:[:：][0-5]\d)?")
_TIME_WORD = re.compile(
    r"""
    (?: 上午 | 下午 | 晚上? | 凌晨 | 中午 | 早上? | 傍晚 | 深夜 | 午夜 | 夜间 | 当天 | 当日 | 今天 | 昨天 | 明天 | 时间
      | [日号] | 周[一二三四五六日天] | 时段 | 至 | \d-
    ) [\ ：:]? $
    """,
    re.VERBOSE,
)
_RATIO_WORD = lazy(r"比例?|配比|之比|率|[值约为达高]$")
_SPLIT = re.compile(
    r"(?P<left>[一二三四五六七八九])(?P<right>[一二三四五六七八九])(?:开(?!始|放|发|业|头|店|通|启|会|花)|(?=分成|分账|分润|比例|分配|分红|分(?:[，。；！？、）”]|$)))"
)
# 1:15 is a ratio more often than a time, 11:50 a time
_LAST_RATIO_HOUR = 5
_THAN = re.compile(r" ?比 ?")


def read_colon(text: str, start: int) -> tuple[Draft | None, int]:
    """The ratio of ASCII figures at ``start``, and where the colon figures end (``start`` if there are none)."""
    match = _COLON.match(text, start)
    if match is None:
        return None, start
    end = match.end()
    if is_clock(text, start, end):
        return None, end
    if _FIGURE_BEHIND.match(text, end):
        return None, start
    written = match.group().replace("：", ":").replace(" ", "")
    return _draft(start, end, written, "ratio.colon"), end


def is_clock(text: str, start: int, end: int) -> bool:
    """Whether ``text[start:end]`` is a time of day: its shape, and a time word or a round minute."""
    clock = _CLOCK.fullmatch(text, start, end)
    if clock is None:
        return False
    before = text[max(0, start - 8) : start]
    if _TIME_WORD.search(before):
        return True
    minutes = clock.group()[-2:]
    hour = int(clock.group().replace("：", ":").split(":")[0])
    if clock.group().count(":") + clock.group().count("：") == 2:
        return True
    return (minutes[0] == "0" or hour > _LAST_RATIO_HOUR) and not _RATIO_WORD.search(before)


def read_than(text: str, left: Draft, read: Callable[[str, int], Draft | None]) -> Draft | None:
    """3比1, 一比一: two plain figures around 比, with nothing measured behind."""
    than = _THAN.match(text, left.end)
    if than is None or not _plain(left):
        return None
    right = read(text, than.end())
    if right is None or not _plain(right) or _FIGURE_BEHIND.match(text, right.end):
        return None
    return _draft(left.start, right.end, f"{left.value}:{right.value}", "ratio.than")


def read_split(text: str, start: int) -> Draft | None:
    """五五开, 三七分成: two Chinese digits that make ten."""
    split = _SPLIT.match(text, start)
    if split is None:
        return None
    left, right = DIGITS[split["left"]], DIGITS[split["right"]]
    if left + right != 10:
        return None
    return _draft(start, split.end(), f"{left}:{right}", "ratio.split")


def _plain(draft: Draft) -> bool:
    return (
        draft.value is not None
        and not draft.chain
        and not draft.bare
        and draft.bound is None
        and draft.value < Decimal(1000)
    )


def _draft(start: int, end: int, ratio: str, rule: str) -> Draft:
    return Draft(start, end, ratio=ratio, unit="ratio", form="ratio", number_start=start, number_end=end, rules=[rule])
