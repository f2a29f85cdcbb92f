"""Decades and centuries: 上世纪90年代, 20世纪80年代初, 十九世纪七十年代, 80年代, 七八十年代, 2010年代, 21世纪."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.period import interval as iv
from claimx.period.numeral import whole
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    from claimx.period.context import Context

_TENS = r"[0-9]0|[二三四五六七八九]十"
_PATTERN = lazy(
    rf"""
    (?: (?P<which>上个?世纪 | 本世纪
          | (?P<nth>[0-9]{{1,2}}|[一二三四五六七八九十]{{1,3}})\ ?世纪(?!经济报道|教育|不动产|佳缘|互联|华通))
        (?:的|\ )? )?
    (?: (?P<years>[12][0-9]{{2}}0)\ ?年代
      | (?: (?P<from>[二三四五六七八九]|[0-9]0)[、至到\-—]?(?=[二三四五六七八九]十|[0-9]0) )?
        (?P<tens>{_TENS})\ ?(?:年代|(?<=0)年(?=[，。、初末以早中后]|$)) )?
    (?P<edge>初(?!期)|末(?!期)|初期|末期|前期|后期|中期|早期|晚期|中叶)?
    """,
    re.VERBOSE,
)
_NOT_BEFORE = lazy(r"[0-9.\-]$")
#: Texts without a date are taken to come from this century.
_DEFAULT_CENTURY = 21


def _read(context: Context, at: int) -> Reading | None:
    text = context.text
    match = _PATTERN.match(text, at)
    if (
        match is None
        or not (match["which"] or match["years"] or match["tens"])
        or (at and _NOT_BEFORE.match(text[at - 1]))
    ):
        return None
    if match["years"]:
        return _reading(match, int(match["years"]), 10)
    century = _century(context, match)
    if match["tens"] is None:
        return _reading(match, 100 * century - 99, 100) if match["which"] and 1 <= century <= 30 else None
    tens = whole(match["tens"]) or 0
    if match["which"] is None and "代" not in match[0]:
        return None
    if match["which"] is None:
        # 80年代 is the last such decade that has begun.
        now = context.reference.year if context.reference else 2020
        first = now // 100 * 100 + tens
        first -= 100 if first > now else 0
    else:
        first = 100 * (century - 1) + tens
    if match["from"] is None:
        return _reading(match, first, 10)
    start = whole(match["from"]) or 0
    start = start * 10 if start < 10 else start
    return _reading(match, first - (tens - start), tens - start + 10)


def _century(context: Context, match: re.Match[str]) -> int:
    this = (context.reference.year - 1) // 100 + 1 if context.reference else _DEFAULT_CENTURY
    if match["nth"]:
        return whole(match["nth"]) or 0
    return this - 1 if (match["which"] or "").startswith("上") else this


def _reading(match: re.Match[str], first: int, length: int) -> Reading | None:
    interval = iv.years(first, first + length - 1)
    edge = match["edge"] or ""
    if interval is not None and edge:
        third = 3 if length == 10 else 10
        if edge[0] in "初早前":
            interval = iv.years(first, first + third - (length > 10))
        elif edge[0] in "末晚后":
            interval = iv.years(first + length - third, first + length - 1)
    if interval is None:
        return None
    return Reading(match.end(), "span", ("century" if length == 100 else "decade",), interval)


CONSTRUCT = Construct(
    "decade",
    (
        ("上本", "个?世纪"),
        ("0123456789", "[0-9]? ?世纪|0(?:年代|[0-9]0年代|、?[0-9]0年代)|[0-9]{2}0年代"),
        ("二三四五六七八九", "十年代|[二三四五六七八九]十年代"),
        ("一二三四五六七八九十", "[一二三四五六七八九十]{0,2} ?世纪"),
    ),
    _read,
)
