"""Claims as JSON text, with numbers exactly as they are and one record to a line."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from json.encoder import encode_basestring
from typing import TYPE_CHECKING, Any

from claimx.render.number import exact
from claimx.render.pieces import Array, Lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimx.document import Document
    from claimx.model import Claim

# JSON lets these stand unescaped, but many readers take them for line breaks, and a record is one line.
_LINE_BREAKS = re.compile("[\u0085\u2028\u2029]")


def encode(value: Any) -> str:
    """One JSON value; decimals keep every digit and no number has an exponent.

    >>> encode({"value": Decimal("3.5E+12"), "spans": {"unit": (3, 4)}, "text": "3.5万亿"})
    '{"value": 3500000000000, "spans": {"unit": [3, 4]}, "text": "3.5万亿"}'
    """
    write = _WRITERS.get(type(value))
    if write is None:
        write = next((write for kind, write in _WRITERS.items() if isinstance(value, kind)), _array)
    return write(value)


def _text(text: str) -> str:
    written: str = encode_basestring(text)
    if written.isascii():
        return written
    return _LINE_BREAKS.sub(lambda match: f"\\u{ord(match[0]):04x}", written)


@lru_cache(maxsize=256)
def _key(name: str) -> str:
    return _text(name)


def _object(items: dict[Any, Any]) -> str:
    return "{" + ", ".join([f"{_key(str(key))}: {encode(item)}" for key, item in items.items()]) + "}"


def _array(items: Iterable[Any]) -> str:
    return "[" + ", ".join([encode(item) for item in items]) + "]"


# By type, as it is asked for every field of every record; bool before int, whose subclass it is.
_WRITERS: dict[type, Callable[[Any], str]] = {
    type(None): lambda _: "null",
    str: _text,
    bool: lambda value: "true" if value else "false",
    int: str,
    Decimal: exact,
    float: exact,
    dict: _object,
    tuple: _array,
    list: _array,
}


def record(claim: Claim, fields: Sequence[str]) -> str:
    """One claim as a JSON object with these fields in this order."""
    return "{" + ", ".join([f"{_key(name)}: {encode(getattr(claim, name))}" for name in fields]) + "}"


class JsonLinesWriter(Lines):
    """One record a line."""

    def __init__(self, fields: Sequence[str]) -> None:
        self._fields = fields

    def document(self, document: Document, claims: Sequence[Claim]) -> str:
        """The records of one document."""
        del document  # every record names its own
        return "".join(record(claim, self._fields) + "\n" for claim in claims)


class JsonWriter(Array):
    """One array; each record still has a line of its own."""

    def __init__(self, fields: Sequence[str]) -> None:
        super().__init__()
        self._fields = fields

    def document(self, document: Document, claims: Sequence[Claim]) -> str:
        """The records of one document."""
        del document
        return ",\n".join(record(claim, self._fields) for claim in claims)
