"""What narrows a figure in its sentence without being a word of a list: 短短8个月内, 酒店业务营收."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.compare.place import before, written
from claimx.compare.scope import neutral, scope_ids
from claimx.lexicon.load import table
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.model import Claim

_BREAK = re.compile(r"[，。；！？,;!?\n（(]")
# A length of time, which is no date: months and quarters are counted with 个, years by small numbers.
_WINDOW = re.compile(
    r"""(?<![第\d.])(?P<lead>短短|仅用|只用|仅仅|不到)?
    (?P<number>\d{1,3}(?=[小分天周个])|[1-9](?=年)|[一二两三四五六七八九十半]{1,3})
    (?P<unit>个?小时|分钟|天|日|周|个月|个季度|年)
    (?P<inside>时间|之内|以内|内|里)?""",
    re.VERBOSE,
)
_DIGITS = str.maketrans("一二两三四五六七八九", "1223456789")
# A part of a firm, right in front of the metric or with 的.
_PART = re.compile(r"(\w{2})(业务|板块|分部|事业部)的?$")


def narrowing(claim: Claim) -> frozenset[str]:
    """The windows of time and the parts of a firm that the words in front of the figure limit it to."""
    ahead = before(claim)
    return frozenset() if ahead is None else frozenset((*_windows(claim, ahead), *_parts(claim, ahead)))


def is_window(scope: str) -> bool:
    """Whether a scope is a window of time found by :func:`narrowing`."""
    return scope[0].isdigit() and scope.endswith("内")


def _windows(claim: Claim, ahead: str) -> Iterator[str]:
    """Windows in the figure's clause, or ending the clause in front of it (短短8个月内，…)."""
    *earlier, clause = _BREAK.split(ahead)
    if earlier:
        closing = [
            found for found in _WINDOW.finditer(earlier[-1]) if found["inside"] and not earlier[-1][found.end() :]
        ]
        yield from map(_window, closing)
    metric = normalise(claim.metric or "")
    for found in _WINDOW.finditer(clause):
        behind = clause[found.end() :]
        if found["number"] in "1一" and found["unit"] == "天":
            continue  # 一天销量 is a day's, which the word list knows as 单日
        limits = found["lead"] or found["inside"] or behind.startswith(_sold()) or _precedes(found, metric, clause)
        said_by_period = found[0] in normalise(claim.period_text or "")
        if limits and not said_by_period and found["number"] + found["unit"] not in scope_ids():
            yield _window(found)


def _precedes(found: re.Match[str], metric: str, clause: str) -> bool:
    """Whether the metric follows, which may have taken the window's last character: 三日销售额 as 日销售额."""
    return metric != "" and any(clause.startswith(metric, end) for end in (found.end(), found.end() - 1))


def _window(found: re.Match[str]) -> str:
    return f"{found['number'].translate(_DIGITS).replace('十', '10')}{found['unit'].removeprefix('个')}内"


def _parts(claim: Claim, ahead: str) -> Iterator[str]:
    span = written(claim, "metric")
    found = _PART.search(ahead[: span[0]]) if span and span[0] <= len(ahead) else None
    if found is not None and found[1] not in neutral("inside"):
        name = found[1] + found[2]
        yield scope_ids().get(name, name)


@cache
def _sold() -> tuple[str, ...]:
    """Verbs of trade that a window limits when they follow it: 2年卖出3亿杯."""
    return tuple(word for row in table("transact_verb") for word in row[0].split())
