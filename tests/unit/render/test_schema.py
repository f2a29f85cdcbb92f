from __future__ import annotations

import json
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest

from claimx.model import SCHEMA_VERSION, Claim
from claimx.render import writer
from claimx.render.fields import FIELDS
from claimx.render.schema import schema

if TYPE_CHECKING:
    from collections.abc import Callable

_COMMITTED = Path(__file__).parents[3] / "schema" / "claim.schema.json"


def _validator() -> jsonschema.Draft202012Validator:
    jsonschema.Draft202012Validator.check_schema(schema())
    return jsonschema.Draft202012Validator(schema())


def test_the_committed_schema_is_up_to_date() -> None:
    """Renew it with ``claimx schema -o schema/claim.schema.json``."""
    assert json.loads(_COMMITTED.read_text(encoding="utf-8")) == schema()


def test_the_schema_names_its_version_and_every_field() -> None:
    assert schema()["$id"].endswith(f":{SCHEMA_VERSION}")
    assert list(schema()["properties"]) == schema()["required"] == list(FIELDS)
    assert all(shape["description"] for shape in schema()["properties"].values())


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"value": None, "min": Decimal("0.01"), "max": Decimal(500), "direction": "up", "basis": "versus"},
        {"value": None, "ratio": "1.1:50.3:48.6", "unit": None, "published": None, "spans": {}, "rules": ()},
    ],
)
def test_records_as_written_are_valid(
    fields: dict[str, Any], claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    _validator().validate(json.loads(written(writer("jsonl"), [claim(**fields)])))


@pytest.mark.parametrize(
    "fields",
    [
        {"kind": "levels"},
        {"confidence": 1.5},
        {"line": 0},
        {"published": "27.3.2025"},
        {"value": "3.5"},
        {"ratio": "1比8"},
        {"spans": {"metric": (1, 2, 3)}},
        {"unit": 5},
    ],
)
def test_wrong_records_are_not(
    fields: dict[str, Any], claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    with pytest.raises(jsonschema.ValidationError):
        _validator().validate(json.loads(written(writer("jsonl"), [claim(**fields)])))


def test_no_field_may_be_missing_or_unknown(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    record = json.loads(written(writer("jsonl"), [claim()]))
    with pytest.raises(jsonschema.ValidationError):
        _validator().validate({**record, "extra": 1})
    del record["spans"]
    with pytest.raises(jsonschema.ValidationError):
        _validator().validate(record)
