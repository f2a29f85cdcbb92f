"""The present: 目前, 如今, 而今, 现在, 当前, 至今. Its period is the month of the reference date."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.period import interval as iv
from claimx.period.reading import Construct, Reading

if TYPE_CHECKING:
    from claimx.period.context import Context

_PATTERN = re.compile(
    r"目前|(?<!比)如今(?![天日年])|[现而]如今|而今(?![后天日])|(?<![出体表呈显展浮再重实])现在|现今|现阶段|当前|当下|当今|眼下|时下|时至今日|至今(?![年天日晚春夏秋冬])|迄今|今时今日|截[至止](?:目前|现在|今日|发稿)"
)


def _read(context: Context, at: int) -> Reading | None:
    match = _PATTERN.match(context.text, at)
    if match is None:
        return None
    reference = context.reference
    interval = iv.month(reference.year, reference.month) if reference else None
    if interval is not None and reference is not None and at == context.range_end_at:
        interval = iv.part(interval, interval.first, reference)  # 从去年到现在 ends on the day
    return Reading(match.end(), "now", ("now",), interval, relative=True)


CONSTRUCT = Construct(
    "now",
    (
        ("目", "前"),
        ("如迄至", "今"),
        ("而", "今|如今"),
        ("现", "[如在今阶]"),
        ("当", "[前下今]"),
        ("眼", "下"),
        ("时", "下|至今"),
        ("今", "时今"),
        ("截", "[至止][目现今发]"),
    ),
    _read,
)
