"""The JSON Schema of a record, derived from the dataclass; the only module that imports pydantic."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from pydantic import TypeAdapter
from pydantic.json_schema import GenerateJsonSchema, JsonSchemaValue

from claimx.model import SCHEMA_VERSION, Claim
from claimx.render.fields import descriptions

if TYPE_CHECKING:
    from pydantic_core import core_schema

# What the types alone do not say.
_DATE = {"format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}
_CONSTRAINTS: dict[str, dict[str, Any]] = {
    "line": {"minimum": 1},
    "start": {"minimum": 0},
    "end": {"minimum": 1},
    "sentence_start": {"minimum": 0},
    "text": {"minLength": 1},
    "ratio": {"pattern": r"^[0-9.]+(:[0-9.]+)+$"},
    "published": _DATE,
    "period_start": _DATE,
    "period_end": _DATE,
    "confidence": {"minimum": 0, "maximum": 1},
}


class _NumbersAsNumbers(GenerateJsonSchema):
    """Decimals are JSON numbers here; pydantic's own choice is strings."""

    def decimal_schema(self, schema: core_schema.DecimalSchema) -> JsonSchemaValue:
        del schema
        return {"type": "number"}


def schema() -> dict[str, Any]:
    """The schema of one record as ``--format json`` and ``jsonl`` write it (JSON Schema 2020-12)."""
    adapter = TypeAdapter(Claim)
    # The model imports Decimal only for the type checker, so pydantic has to be told what it is.
    adapter.rebuild(force=True, _types_namespace={"Decimal": Decimal})
    derived = adapter.json_schema(schema_generator=_NumbersAsNumbers, mode="serialization")
    meaning = descriptions()
    properties = {}
    for name, shape in derived["properties"].items():
        plain = {key: value for key, value in shape.items() if key != "title"}
        properties[name] = {"description": meaning[name], **plain, **_CONSTRAINTS.get(name, {})}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"urn:claimx:claim:{SCHEMA_VERSION}",
        "title": "Claim",
        "description": "One quantity that an article's own text states about a measured property of a subject.",
        "type": "object",
        "properties": properties,
        "required": derived["required"],
        "additionalProperties": False,
    }
