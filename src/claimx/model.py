"""The public records: what ``find_quantities``, ``find_periods`` and ``extract`` return.

Every ``start`` and ``end`` is a half-open offset in Unicode code points into the decoded source
text (for HTML: into the visible text), so that ``text[start:end] == record.text``. Numbers are
:class:`decimal.Decimal`: what the article wrote, never a rounded binary fraction.

The records are frozen dataclasses rather than pydantic models so that importing claimx stays
cheap; pydantic gives the JSON Schema and validates saved records (docs/adr/0002-records.md).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from datetime import date
    from decimal import Decimal

SCHEMA_VERSION = "1"

Bound = Literal["eq", "approx", "gt", "ge", "lt", "le"]
Kind = Literal["level", "change", "comparison", "rank"]
Direction = Literal["up", "down"]
Endpoint = Literal["from", "to"]
Basis = Literal["yoy", "sequential", "versus"]
Modality = Literal["actual", "estimate", "forecast", "target", "hypothetical"]
Span = tuple[int, int]

QuantityForm = Literal[
    "number",  # a bare number, with or without a scale word: 1.2, 七百亿
    "money",  # a currency by name, symbol or code
    "percent",  # 45%, 百分之五, 三成, ‰
    "fraction",  # 三分之一, 1/10, 一半, 过半, 近半数: a share, in %
    "points",  # 个百分点 (pp), 个基点 (bp)
    "discount",  # 折
    "multiple",  # 3倍
    "growth",  # 翻番, 翻倍, 翻两番, 增一倍: the change word is part of the quantity
    "ratio",  # 1:8, 3比1
    "rank",  # 第一, 第3名, TOP3, 前十
    "count",  # a classifier or counted noun: 147套, 数万订单
    "measure",  # a physical unit
    "duration",  # 22天, 75分钟, 一年多
    "score",  # 分, 点, 级 and the like
]


@dataclass(frozen=True, slots=True)
class Quantity:
    """One number-like quantity as written, whether or not the text claims anything with it.

    ``value``, ``min`` and ``max`` are in the base unit (``3.5万亿元`` → 3500000000000 ``CNY``,
    ``45%`` → 45). ``value`` is None for ranges, ratios and vague figures; ``min`` and ``max`` hold
    the ends of a range and the bounds of a vague figure. ``unit`` is a code of CLAIMS.md (``CNY``,
    ``%``, ``pp``, ``x``, ``day``, ``m2`` …), a classifier as written, or None.
    """

    text: str
    start: int
    end: int
    value: Decimal | None = None
    min: Decimal | None = None
    max: Decimal | None = None
    ratio: str | None = None
    vague: bool = False
    unit: str | None = None
    bound: Bound = "eq"
    form: QuantityForm = "number"
    #: Size of the last digit written, in base units: ``1.4万亿`` → 100000000000.
    precision: Decimal | None = None
    #: Where the numeral with its scale stands, without bound words and unit.
    number_span: Span = (0, 0)
    #: Where the unit stands, if one is written.
    unit_span: Span | None = None
    #: Names of the grammar rules that read it.
    rules: tuple[str, ...] = ()


PeriodForm = Literal[
    "date",  # 2025年10月13日, 9月26日, 昨日
    "month",  # 2025年4月, 今年4月, 6月末
    "quarter",  # 2025年Q1, 三季度
    "half",  # 上半年, 1H24
    "year",  # 2024年, 去年, FY2024
    "span",  # 2023年1-11月, 2020—2024年, 十四五期间
    "festival",  # 618, 双11, 春节
    "window",  # 近三年, 未来3年内, 过去半年: a length reckoned from the reference date
    "now",  # 目前, 如今, 现在, 当前
    "mirror",  # 去年同期, 上年同期: mirrors the period of the claim it stands beside
]


@dataclass(frozen=True, slots=True)
class Period:
    """One expression of calendar time, resolved against the reference date where it is relative.

    ``period`` is ISO-like (``2024``, ``2025-Q1``, ``2025-H1``, ``2025-04``, ``2025-10-13``,
    ``2023-01/2023-11``); ``first`` and ``last`` are its first and last day, both inclusive. All
    three are None when the expression cannot be resolved without a reference date.
    """

    text: str
    start: int
    end: int
    period: str | None = None
    first: date | None = None
    last: date | None = None
    form: PeriodForm = "date"
    #: True when the reference date took part in the reading (今年, 9月, 昨日).
    relative: bool = False
    rules: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Claim:
    """One quantity that an article's own text states about a measured property of a subject.

    The fields and their rules are those of CLAIMS.md; README.md lists them one by one.
    """

    id: str
    doc: str
    title: str | None
    published: str | None
    line: int
    start: int
    end: int
    text: str
    value: Decimal | None
    min: Decimal | None
    max: Decimal | None
    ratio: str | None
    vague: bool
    unit: str | None
    bound: Bound
    kind: Kind
    direction: Direction | None
    endpoint: Endpoint | None
    metric: str | None
    metric_id: str | None
    subject: str | None
    subject_id: str | None
    period: str | None
    period_text: str | None
    period_start: str | None
    period_end: str | None
    basis: Basis | None
    compare_to: str | None
    modality: Modality
    source: str | None
    precision: Decimal | None
    boilerplate: str | None
    confidence: float
    inferred: tuple[str, ...]
    sentence: str
    sentence_start: int
    spans: dict[str, Span]
    rules: tuple[str, ...]
