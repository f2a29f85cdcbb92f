"""The output of the seeds, byte for byte; see ``cases.toml`` for how to write it anew."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
from pathlib import Path

import jsonschema
import pytest

_HERE = Path(__file__).parent
_ROOT = _HERE.parents[1]
_CASES: dict[str, list[str]] = tomllib.loads((_HERE / "cases.toml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("name", _CASES)
def test_the_output_is_the_golden_one(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimx", *_CASES[name]],
        cwd=_ROOT,
        env={**os.environ, "COLUMNS": "80"},
        capture_output=True,
        check=True,
    )
    assert done.stdout.decode("utf-8") == (_HERE / name).read_bytes().decode("utf-8")


@pytest.mark.parametrize("name", [name for name in _CASES if name.endswith(".jsonl")])
def test_golden_records_are_valid_and_quote_their_document(name: str) -> None:
    schema = json.loads((_ROOT / "schema" / "claim.schema.json").read_text(encoding="utf-8"))
    validator = jsonschema.Draft202012Validator(schema)
    lines = (_HERE / name).read_text(encoding="utf-8").splitlines()
    assert lines
    for line in lines:
        record = json.loads(line)
        validator.validate(record)
        text = (_ROOT / record["doc"]).read_bytes().decode("utf-8")
        assert text[record["start"] : record["end"]] == record["text"]
        assert text[record["sentence_start"] :].startswith(record["sentence"])
        for field, (start, end) in record["spans"].items():
            assert start < end <= len(text), field
