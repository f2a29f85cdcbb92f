"""The record's fields: their order, which hold numbers, and what each one means."""

from __future__ import annotations

from dataclasses import fields
from functools import cache
from typing import TYPE_CHECKING

from claimx.data import read_data
from claimx.model import Claim

if TYPE_CHECKING:
    from collections.abc import Mapping

#: Every field of a claim, in the order in which all formats write them.
FIELDS: tuple[str, ...] = tuple(field.name for field in fields(Claim))

#: The fields whose values are numbers: right-aligned for people, never quoted as text.
NUMERIC: frozenset[str] = frozenset(
    field.name for field in fields(Claim) if field.type in {"int", "float", "Decimal | None"}
)


@cache
def descriptions() -> Mapping[str, str]:
    """One sentence a field, from ``data/fields.tsv``."""
    text = read_data("claimx.render", "data/fields.tsv")
    return dict(line.split("\t", 1) for line in text.splitlines() if line and not line.startswith("#"))
