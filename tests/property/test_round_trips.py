"""Claims of any text come back from CSV and Parquet as they were."""

from __future__ import annotations

import csv
import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimx.pipeline import extract_document
from claimx.quantity import parse_numeral, write_numeral
from claimx.render import writer
from claimx.render.cell import cell
from claimx.render.fields import FIELDS
from claimx.source import read_text
from pieces import PIECES

if TYPE_CHECKING:
    from claimx.document import Document
    from claimx.model import Claim

_STATEMENTS = st.sampled_from(
    [
        "2024年，某品牌“旗舰\t店”营收约3.5万亿元，同比增长12.5%。",
        "客单价从200元降至150元,复购率为1/3。",
        '据"艾瑞"估算，会员有三四万人，是去年同期的2倍。',
        "占比为1:8，排名第3。",
    ]
)
_TEXTS = st.lists(st.one_of(_STATEMENTS, st.lists(st.sampled_from(PIECES), max_size=12).map("".join)), max_size=6)
_many = settings(max_examples=40, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


def _read(lines: list[str]) -> tuple[Document, list[Claim]]:
    document = read_text("\n\n".join(lines), path="a,b\n.txt")
    return document, extract_document(document, published=date(2025, 3, 20), include_boilerplate=True)


@pytest.mark.parametrize("excel", [False, True])
@_many
@given(lines=_TEXTS)
@example(lines=['"营收",达3亿元\r增长,"5%"'])
def test_csv(excel: bool, lines: list[str]) -> None:
    document, claims = _read(lines)
    out = writer("csv", excel=excel)
    text = "".join(map(str, (out.begin(), out.join(out.document(document, claims)), out.end())))
    rows = list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))
    assert len(rows) == len(claims)
    for row, claim in zip(rows, claims, strict=True):
        for name in FIELDS:
            written = row[name]
            if excel and written.startswith("'"):
                written = written[1:]
            assert written == cell(getattr(claim, name)), name


@_many
@given(lines=_TEXTS)
def test_parquet(lines: list[str]) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    document, claims = _read(lines)
    out = writer("parquet")
    pieces = (out.begin(), out.join(out.document(document, claims)), out.end())
    data = b"".join(piece if isinstance(piece, bytes) else piece.encode() for piece in pieces)
    rows = parquet.read_table(io.BytesIO(data)).to_pylist()
    assert len(rows) == len(claims)
    for row, claim in zip(rows, claims, strict=True):
        for name in FIELDS:
            if name in {"spans", "inferred", "rules"}:
                continue
            value = row[name].isoformat() if isinstance(row[name], date) else row[name]
            assert value == getattr(claim, name), name
        assert tuple(row["inferred"]) == claim.inferred
        assert tuple(row["rules"]) == claim.rules


@settings(max_examples=400, deadline=None, derandomize=True)
@given(st.integers(-(10**16) + 1, 10**16 - 1))
def test_numerals(number: int) -> None:
    assert parse_numeral(write_numeral(number)) == Decimal(number)
