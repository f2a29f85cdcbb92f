"""Reading records back."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimx.compare.saved import read_saved
from claimx.errors import InputError
from claimx.render.fields import FIELDS
from claimx.render.jsontext import record

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimx.model import Claim

    Make = Callable[..., Claim]


def test_what_extract_wrote_comes_back_as_it_was(claim: Make, tmp_path: Path) -> None:
    claims = [
        claim(),
        claim(id="2", value=Decimal("0.1234567890123456789012345"), sentence="一\u2028二"),
        claim(id="3", value=None, ratio="1:15"),
        claim(id="4", precision=Decimal(0)),
        claim(id="5", precision=Decimal("0.5")),
    ]
    lines = tmp_path / "claims.jsonl"
    lines.write_text("\n".join(record(item, FIELDS) for item in claims) + "\n\n", encoding="utf-8")
    array = tmp_path / "claims.json"
    array.write_text("[" + ",\n".join(record(item, FIELDS) for item in claims) + "]", encoding="utf-8-sig")
    assert read_saved(lines) == claims
    assert read_saved(array) == claims


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"value": "much"}, "line 2: value: "),
        ({"kind": "guess"}, "line 2: kind: "),
        ({"line": None}, "line 2: line: "),
        ({"value": Decimal("1E+999999")}, "line 2: value: not a number that can be compared"),
        ({"precision": -1}, "line 2: precision: below zero"),
        ({"period_start": "2024-13-01"}, "line 2: period_start: not a date as YYYY-MM-DD"),
        ({"published": "2024"}, "line 2: published: not a date as YYYY-MM-DD"),
        ({"ratio": "1:1.2.3"}, "line 2: ratio: not digits joined by colons"),
    ],
)
def test_a_wrong_record_is_named_with_line_and_field(
    claim: Make, tmp_path: Path, change: dict[str, object], reason: str
) -> None:
    good = json.loads(record(claim(), FIELDS))
    wrong = json.dumps({**good, **{key: item for key, item in change.items() if not isinstance(item, Decimal)}})
    if isinstance(change.get("value"), Decimal):
        wrong = json.dumps({**good, "value": 0}).replace('"value": 0', '"value": 1E+999999')
    path = tmp_path / "claims.jsonl"
    path.write_text(json.dumps(good) + "\n" + wrong + "\n", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        read_saved(path)
    assert caught.value.path == str(path)
    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.jsonl", b"{}\n", "line 1: id: field required"),
        ("a.jsonl", b"[1]\n", "line 1: record: "),
        ("a.jsonl", b'{"id": \n', "line 1: not JSON"),
        ("a.jsonl", b'{"value": NaN}\n', "line 1: not JSON (NaN is no number)"),
        ("a.json", b'[\n{"id": }]', "line 2: not JSON"),
        ("a.json", b"{}", "not a list of claims"),
        ("a.json", b"[{}]", "record 1: id: field required"),
        ("a.json", b"[" * 200_000, "not JSON"),
        ("a.jsonl", b"\xff\xfe", "not UTF-8"),
    ],
)
def test_what_is_no_saved_output(tmp_path: Path, name: str, content: bytes, reason: str) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    with pytest.raises(InputError) as caught:
        read_saved(path)
    assert caught.value.reason.startswith(reason)


@pytest.mark.parametrize("value", ["9" * 60, "1E+60", "1E-60"])
def test_a_number_of_sixty_digits_is_read_and_one_of_more_is_not(claim: Make, tmp_path: Path, value: str) -> None:
    path = tmp_path / "claims.jsonl"
    shown = json.dumps({**json.loads(record(claim(), FIELDS)), "value": 0})
    path.write_text(shown.replace('"value": 0', f'"value": {value}'), encoding="utf-8")
    assert read_saved(path)[0].value == Decimal(value)
    longer = value.replace("60", "61") if "60" in value else value + "9"
    path.write_text(shown.replace('"value": 0', f'"value": {longer}'), encoding="utf-8")
    with pytest.raises(InputError, match="not a number that can be compared"):
        read_saved(path)


def test_a_missing_file(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        read_saved(tmp_path / "none.jsonl")


def test_an_empty_file_holds_no_claims(tmp_path: Path) -> None:
    path = tmp_path / "none.jsonl"
    path.write_bytes(b"")
    assert read_saved(path) == []
