from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.document import Document
from claimx.errors import OutputError
from claimx.render import writer
from claimx.render.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimx.model import Claim

pa = pytest.importorskip("pyarrow")
parquet = pytest.importorskip("pyarrow.parquet")


def _read(claims: Sequence[Claim], fields: Sequence[str] | None = None) -> Any:
    made = writer("parquet", fields)
    assert made.begin() == made.join(made.document(Document("a.md", "", ()), claims)) == b""
    file = made.end()
    assert isinstance(file, bytes)
    return parquet.read_table(io.BytesIO(file))


def test_every_field_is_a_typed_column(claim: Callable[..., Claim]) -> None:
    table = _read([claim()])
    assert tuple(table.column_names) == FIELDS
    types = dict(zip(table.column_names, table.schema.types, strict=True))
    assert types["value"] == pa.decimal128(38, 12)
    assert types["published"] == pa.date32()
    assert types["line"] == pa.int64()
    assert types["vague"] == pa.bool_()
    assert types["rules"] == pa.list_(pa.string())
    (row,) = table.to_pylist()
    assert row["value"] == Decimal(3500000000000)
    assert row["period_end"] == date(2024, 12, 31)
    assert row["source"] is None
    assert row["rules"] == ["money", "reached"]
    assert row["spans"] == [{"field": "metric", "start": 6, "end": 9}, {"field": "subject", "start": 2, "end": 6}]


@pytest.mark.parametrize("number", ["33.33", "0.000000000001", "1E+25", "-1.3", "1E+40", "1E-30", "123456789E+30"])
def test_no_digit_is_lost(number: str, claim: Callable[..., Claim]) -> None:
    table = _read([claim(value=Decimal(number)), claim(value=None)], ["value"])
    assert table.column("value").to_pylist() == [Decimal(number), None]


def test_a_number_too_large_for_any_decimal_is_an_error(claim: Callable[..., Claim]) -> None:
    with pytest.raises(OutputError, match="'value'"):
        _read([claim(value=Decimal("1E+80"))])


def test_no_claims_is_a_table_without_rows() -> None:
    assert _read([]).num_rows == 0
