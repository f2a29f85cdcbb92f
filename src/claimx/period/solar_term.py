"""The 24 solar terms, reckoned from the sun's apparent longitude."""

from __future__ import annotations

import math
from datetime import date, timedelta
from functools import lru_cache

#: In the order of the civil year; the sun stands at 285 degrees at 小寒 and 15 further at each.
NAMES = (
    "小寒", "大寒", "立春", "雨水", "惊蛰", "春分", "清明", "谷雨", "立夏", "小满", "芒种", "夏至",
    "小暑", "大暑", "立秋", "处暑", "白露", "秋分", "寒露", "霜降", "立冬", "小雪", "大雪", "冬至",
)  # fmt: skip
_J2000 = date(2000, 1, 1)
_BEIJING_HOURS = 8


@lru_cache(maxsize=1024)
def day_of(name: str, year: int) -> date:
    """The day, Beijing time, of the term ``name`` in ``year``.

    Right for 1900-2100, except where the term falls within a quarter of an hour of midnight.

    >>> day_of("清明", 2025), day_of("冬至", 2021)
    (datetime.date(2025, 4, 4), datetime.date(2021, 12, 21))
    """
    index = NAMES.index(name)
    target = (285 + 15 * index) % 360
    # Days from noon of 1 January 2000 (UT); terms follow each other by about 15.22 days from 5 January on.
    days = (year - 2000) * 365.2422 + 5 + 15.2184 * index
    for _ in range(5):
        days += ((target - _sun_longitude(days) + 180) % 360 - 180) / 360 * 365.2422
    return _J2000 + timedelta(days=math.floor(days + 0.5 + _BEIJING_HOURS / 24))


def _sun_longitude(days: float) -> float:
    """Apparent longitude of the sun in degrees, to a hundredth (Meeus, Astronomical Algorithms, ch. 25)."""
    t = days / 36525
    anomaly = math.radians(357.52911 + t * (35999.05029 - 0.0001537 * t))
    centre = (
        (1.914602 - t * (0.004817 + 0.000014 * t)) * math.sin(anomaly)
        + (0.019993 - 0.000101 * t) * math.sin(2 * anomaly)
        + 0.000289 * math.sin(3 * anomaly)
    )
    node = math.radians(125.04 - 1934.136 * t)
    return (280.46646 + t * (36000.76983 + 0.0003032 * t) + centre - 0.00569 - 0.00478 * math.sin(node)) % 360
