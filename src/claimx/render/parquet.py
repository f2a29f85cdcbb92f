"""Apache Parquet with typed columns: exact decimals, dates, lists. No other format needs pyarrow."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from claimx.errors import OutputError
from claimx.render.fields import NUMERIC

try:
    import pyarrow as pa
    from pyarrow import parquet
except ModuleNotFoundError as error:
    raise OutputError("Parquet needs pyarrow: pip install 'claimx[parquet]'") from error

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimx.document import Document
    from claimx.model import Claim

# Every reader takes 128-bit decimals. With twelve places there is room for figures up to 10**26; only when an
# article holds a larger or a finer one are the columns of its file wider, so that no digit is ever lost.
_PLACES, _DIGITS, _MOST_DIGITS = 12, 38, 76

_DATES = frozenset({"published", "period_start", "period_end"})
_INTEGERS = frozenset({"line", "start", "end", "sentence_start"})
_LISTS = frozenset({"inferred", "rules"})
_SPAN = pa.struct([("field", pa.string()), ("start", pa.int64()), ("end", pa.int64())])


class ParquetWriter:
    """One table of all records; the file is made at the end, when the size of its decimals is known."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields
        self._claims: list[Claim] = []

    def begin(self) -> bytes:
        """Nothing can be written yet."""
        return b""

    def document(self, document: Document, claims: Sequence[Claim]) -> list[Claim]:
        """The records of one document, not yet encoded."""
        del document  # every record names its own
        return list(claims)

    def join(self, piece: list[Claim]) -> bytes:
        """Nothing can be written yet; the records are kept."""
        self._claims += piece
        return b""

    def end(self) -> bytes:
        """The file.

        Raises:
            OutputError: a number has more digits than any Parquet decimal.

        """
        file = io.BytesIO()
        parquet.write_table(table(self._claims, self._fields), file, compression="zstd")
        return file.getvalue()


def table(claims: Sequence[Claim], fields: Sequence[str]) -> pa.Table:
    """The records as an Arrow table, one column a field; null where a field is None.

    Raises:
        OutputError: a number has more digits than any Arrow decimal.

    """
    columns = {name: [getattr(claim, name) for claim in claims] for name in fields}
    arrays = [
        pa.array([_plain(name, value) for value in values], _type(name, values)) for name, values in columns.items()
    ]
    return pa.table(arrays, names=list(columns))


def record_type(fields: Sequence[str]) -> pa.StructType:
    """The type of one record where it is settled before the records are known."""
    return pa.struct([(name, _type(name, ())) for name in fields])


def plain_record(claim: Claim, fields: Sequence[str]) -> dict[str, Any]:
    """A record as ``record_type`` takes it; a number that its decimals cannot hold exactly is null."""
    values = {name: _plain(name, getattr(claim, name)) for name in fields}
    return {name: value if name not in NUMERIC or _fits(value) else None for name, value in values.items()}


def _fits(value: Any) -> bool:
    if not isinstance(value, Decimal):
        return True
    places, whole = _extent(value)
    return places <= _PLACES and whole <= _DIGITS - _PLACES


def _plain(name: str, value: Any) -> Any:
    """The value as Arrow takes it."""
    if value is None:
        return None
    if name in _DATES:
        return date.fromisoformat(value)
    if isinstance(value, dict):
        return [{"field": field, "start": start, "end": end} for field, (start, end) in value.items()]
    return list(value) if isinstance(value, tuple) else value


def _type(name: str, values: Sequence[Any]) -> pa.DataType:
    if name in _DATES:
        return pa.date32()
    if name in _INTEGERS:
        return pa.int64()
    if name in _LISTS:
        return pa.list_(pa.string())
    if name == "spans":
        return pa.list_(_SPAN)
    if name == "vague":
        return pa.bool_()
    if name == "confidence":
        return pa.float64()
    return _decimal(name, values) if name in NUMERIC else pa.string()


def _extent(value: Decimal) -> tuple[int, int]:
    """How many digits stand behind the point and how many before it."""
    _, digits, exponent = value.as_tuple()
    assert isinstance(exponent, int)  # no article writes an infinity
    return -exponent, len(digits) + exponent


def _decimal(name: str, values: Iterable[Decimal | None]) -> pa.DataType:
    places, whole = _PLACES, _DIGITS - _PLACES
    for value in values:
        if value is not None:
            own_places, own_whole = _extent(value)
            places, whole = max(places, own_places), max(whole, own_whole)
    if places + whole <= _DIGITS:
        return pa.decimal128(_DIGITS, places)
    if places + whole <= _MOST_DIGITS:
        return pa.decimal256(_MOST_DIGITS, places)
    raise OutputError(f"a number in {name!r} has more digits than Parquet holds")
