"""Records saved by an earlier run, read back and validated; the only module here that imports pydantic."""

from __future__ import annotations

import json
import re
from datetime import date
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter, ValidationError

from claimx.errors import InputError
from claimx.model import Claim

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

SUFFIXES = frozenset({".jsonl", ".ndjson", ".json"})

# No article writes a number of more digits; one that did would only be a way to fill the memory.
_MOST_DIGITS = 60
_RATIO = re.compile(r"[0-9]{1,20}(?:\.[0-9]{1,20})?(?::[0-9]{1,20}(?:\.[0-9]{1,20})?)+")
_NUMBERS = ("value", "min", "max", "precision")
_DATES = ("published", "period_start", "period_end")


def read_saved(path: Path) -> list[Claim]:
    """The claims of a file written by ``claimx extract --format jsonl`` or ``json``, in its order.

    Raises:
        InputError: the file cannot be read, or a record in it is no whole claim; the reason names the
            line (JSON Lines) or the place in the list (JSON), and the field.

    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except OSError as error:
        raise InputError(str(path), (error.strerror or "cannot be read").lower()) from None
    except UnicodeDecodeError:
        raise InputError(str(path), "not UTF-8") from None
    records = _listed(path, text) if path.suffix.lower() == ".json" else _lines(path, text)
    return [_claim(path, place, record) for place, record in records]


def _lines(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    # Not splitlines: a record may hold other line breaks, escaped or not, within its strings.
    for number, line in enumerate(text.split("\n"), start=1):
        if line.strip():
            yield f"line {number}", _parsed(path, f"line {number}", line)


def _listed(path: Path, text: str) -> Iterator[tuple[str, Any]]:
    records = _parsed(path, "", text)
    if not isinstance(records, list):
        raise InputError(str(path), "not a list of claims, as claimx extract --format json writes it")
    return ((f"record {number}", record) for number, record in enumerate(records, start=1))


def _parsed(path: Path, place: str, text: str) -> Any:
    try:
        return json.loads(text, parse_float=Decimal, parse_constant=_refuse)
    except (ValueError, RecursionError, ArithmeticError) as error:
        where = f"line {error.lineno}: " if isinstance(error, json.JSONDecodeError) and not place else f"{place}: "
        reason = error.msg if isinstance(error, json.JSONDecodeError) else str(error)
        raise InputError(str(path), f"{where.removeprefix(': ')}not JSON ({reason})") from None


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is no number")


def _claim(path: Path, place: str, record: Any) -> Claim:
    try:
        claim = _adapter().validate_python(record)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"])) or "record"
        raise InputError(str(path), f"{place}: {field}: {first['msg'].lower()}") from None
    wrong = _wrong(claim)
    if wrong is not None:
        raise InputError(str(path), f"{place}: {wrong}")
    return claim


def _wrong(claim: Claim) -> str | None:
    """What the types do not say and the comparison relies on."""
    for name in _NUMBERS:
        number: Decimal | None = getattr(claim, name)
        if number is not None and not _writable(number):
            return f"{name}: not a number that can be compared"
    if claim.precision is not None and claim.precision < 0:
        return "precision: below zero"
    for name in _DATES:
        day: str | None = getattr(claim, name)
        if day is not None and not _is_date(day):
            return f"{name}: not a date as YYYY-MM-DD"
    if claim.ratio is not None and _RATIO.fullmatch(claim.ratio) is None:
        return "ratio: not digits joined by colons"
    return None


def _writable(number: Decimal) -> bool:
    _, digits, exponent = number.as_tuple()
    return isinstance(exponent, int) and len(digits) <= _MOST_DIGITS and abs(exponent) <= _MOST_DIGITS


def _is_date(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


@cache
def _adapter() -> TypeAdapter[Claim]:
    adapter = TypeAdapter(Claim)
    # The model imports Decimal only for the type checker, so pydantic has to be told what it is.
    adapter.rebuild(_types_namespace={"Decimal": Decimal})
    return adapter
