"""Tables: the unit a header or caption gives reaches its column, and cells take metric, subject and time from it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, NamedTuple

from claimx.lazy import lazy
from claimx.period import scan as scan_periods
from claimx.quantity import scan as scan_quantities
from claimx.quantity.numerals import EXACT
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date
    from decimal import Decimal

    from claimx.document import Labelled
    from claimx.model import Basis, Period, Quantity, Span

# 单位：万元 / （单位:亿元） / 金额单位 人民币万元; but 会员单位为100家, 新开户单位1124家
_CAPTION = re.compile(r"单位\s*(?:[：:]|为?(?!\s*\d))\s*(?:人民币)?\s*([^\s，,；;。）)|]{1,8})")
# 营收（亿元）, 占比(%), 发行总额/亿
_IN_HEADER = lazy(r"[（(\[/]\s*(?:单位[：:])?\s*(?:人民币)?([^（）()\[\]/]{1,8}?)\s*[）)\]]?\s*$")
_CELL = re.compile(r"[^|]+")
_GAP = re.compile(r"\n[^\S\n]*\n")
# Headers of columns of changes, and the basis each one names; on their own they are of the column before.
CHANGE_HEADERS = ("同比", "环比", "增速", "增幅", "涨幅", "增长")
_BASES: dict[str, Basis] = {"同比": "yoy", "环比": "sequential"}
_BARE_CHANGE = 4
# Headers of columns that number or name their rows.
_NUMBERING = ("序号", "编号", "No", "NO", "ID", "代码", "电话", "日期", "时间", "年份", "月份")
_SHARES = ("率", "占比", "比重", "比例")
# How many blocks above a table its caption may stand.
_CAPTION_BACK = 2


class Unit(NamedTuple):
    """What a bare number of a column is multiplied by, and the unit it takes."""

    factor: Decimal
    unit: str | None
    form_of: Quantity


class Column(NamedTuple):
    """One column: its header without the unit, the unit, and the time the header names."""

    header: str
    #: What its cells measure: the header, or for a column of changes that of the column before.
    measure: str
    #: The basis that a column of changes names (同比), if any.
    basis: Basis | None
    #: The unit in the header, and the one that the table's caption gives to whatever has none.
    unit: Unit | None
    caption: Unit | None
    period: Period | None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table below its header."""

    columns: tuple[Column, ...]
    #: Half-open offsets of the cells in the block's text.
    cells: tuple[Span, ...]
    #: The first cell's text: whom or what the row is about.
    label: str
    label_period: Period | None
    #: The unit that the label gives its row (``发行总额（亿）``).
    unit: Unit | None

    def states(self, offset: int) -> bool:
        """Whether a number at an offset is a cell under a header that measures something."""
        column = self.column_at(offset)
        return column is not None and bool(column.header) and not column.header.startswith(_NUMBERING)

    def column_at(self, offset: int) -> Column | None:
        """The column of the cell that holds an offset; None in the first column and past the last."""
        for (start, end), column in zip(self.cells[1:], self.columns[1:], strict=False):
            if start <= offset < end:
                return column
        return None


def read_rows(
    text: str, labelled: Sequence[Labelled], lines: Sequence[str], published: date | None
) -> tuple[dict[int, Row], set[int]]:
    """The rows below a header, and the headers themselves, by their place among the labelled blocks.

    ``lines`` are the normalised texts of the blocks.
    """
    rows: dict[int, Row] = {}
    headers: set[int] = set()
    if all(item.block.kind != "table" for item in labelled):
        return rows, headers
    end = 0
    columns: tuple[Column, ...] = ()
    caption: Unit | None = None
    since_caption = 0
    for index, (item, line) in enumerate(zip(labelled, lines, strict=True)):
        block = item.block
        if block.kind != "table":
            if line.strip():
                columns = ()
                found = _CAPTION.search(line)
                caption = read_unit(found[1]) if found is not None else caption
                since_caption = 0 if found is not None else since_caption + 1
                if since_caption > _CAPTION_BACK:
                    caption = None
            continue
        if _GAP.search(text, end, block.start):
            columns = ()
        end = block.end
        cells = tuple(match.span() for match in _CELL.finditer(line))
        if not columns:
            columns = _columns([line[slice(*cell)] for cell in cells], caption, published)
            headers.add(index)
        elif cells:
            label, unit = _without_unit(line[slice(*cells[0])])
            times = scan_periods(label, label, published)
            rows[index] = Row(columns, cells, label, times[0] if times else None, unit)
    return rows, headers


def caption_span(text: str) -> Span | None:
    """Where a line says ``单位：万元``: a unit there is no quantity."""
    found = _CAPTION.search(text)
    return found.span() if found is not None else None


def read_unit(text: str) -> Unit | None:
    """A unit on its own (``万元``, ``%``, ``亿``), read as the quantity ``1万元``."""
    text = normalise(text)
    if text[:1].isdigit():
        return None  # 收入（2022年）
    probe = "1" + text
    found = scan_quantities(probe, probe)
    if len(found) != 1 or found[0].value is None or found[0].end - found[0].start != len(probe):
        return None
    return Unit(found[0].value, found[0].unit, found[0])


def apply_units(quantities: Sequence[Quantity], row: Row) -> list[Quantity]:
    """The quantities of a row, bare numbers multiplied and named by the unit of their column."""
    found = []
    for quantity in quantities:
        column = row.column_at(quantity.start)
        given = None if column is None else column.unit or row.unit or column.caption
        if given is None or quantity.unit is not None or quantity.form != "number":
            found.append(quantity)
            continue
        factor, unit, probe = given
        found.append(
            replace(
                quantity,
                value=_times(quantity.value, factor),
                min=_times(quantity.min, factor),
                max=_times(quantity.max, factor),
                precision=_times(quantity.precision, factor),
                unit=unit,
                form=probe.form,
                rules=(*quantity.rules, "table.column-unit"),
            )
        )
    return found


def _times(value: Decimal | None, factor: Decimal) -> Decimal | None:
    return None if value is None else EXACT.multiply(value, factor)


def _columns(headers: Sequence[str], caption: Unit | None, published: date | None) -> tuple[Column, ...]:
    columns: list[Column] = []
    for text in headers:
        header, unit = _without_unit(text)
        times = scan_periods(header, header, published)
        change = header.startswith(CHANGE_HEADERS)
        share = change or header.endswith(_SHARES)
        measure = columns[-1].measure if change and len(header) <= _BARE_CHANGE and columns else header
        period = times[0] if times else None
        columns.append(Column(header, measure, _BASES.get(header[:2]), unit, None if share else caption, period))
    return tuple(columns)


def _without_unit(text: str) -> tuple[str, Unit | None]:
    """A header or label without the unit in brackets behind it, and that unit."""
    found = _IN_HEADER.search(text)
    unit = read_unit(found[1]) if found is not None else None
    return (text[: found.start()] if found is not None and unit is not None else text).strip(), unit
