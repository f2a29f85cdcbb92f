"""Rates: the per-unit behind a unit, as 元/月, 元每小时, 次/秒, IPS/W, 元/2杯."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.quantity.units import find_unit

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

# 元/2杯, 元/千token, 元每小时
_PER = re.compile(
    r" ?/ ?(?P<number>\d{1,4} ?|[十百千万亿]{1,3}(?=[tT]oken|[次人字条]))?"
    r"|每(?=[人月年天日小周分秒个户家单件平吨斤公股克次季亩万])"
)
# per-units that are no unit of their own list: 元/W, km/h
_LATIN = lazy(r"[A-Za-z]{1,6}(?![A-Za-z0-9])")
_NO_RATE = frozenset({"percent", "fraction", "multiple", "points"})
_BEFORE_PER = frozenset(" /每")
_MOST = 2


def rate(text: str, draft: Draft) -> None:
    """Add the per-unit that follows the draft's unit, if one does: ``CNY`` → ``CNY/month``."""
    for _ in range(_MOST):
        per = _PER.match(text, draft.end) if text[draft.end : draft.end + 1] in _BEFORE_PER else None
        if per is None or draft.unit is None or draft.form in _NO_RATE:
            return
        if draft.unit == "人" and per.group() == "每":
            return  # 两个人每天打卡
        hit = find_unit(text, per.end())
        if hit is not None:
            code, end = hit.code, hit.end
        elif (latin := _LATIN.match(text, per.end())) is not None:
            code, end = latin.group(), latin.end()
        else:
            return
        draft.unit += f"/{(per['number'] or '').strip()}{code}"
        draft.end = end
        draft.unit_end = end if draft.unit_start >= draft.number_end else draft.unit_end
        draft.rules.append("rate")
