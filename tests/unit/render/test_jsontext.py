from __future__ import annotations

import json
from dataclasses import asdict
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimx.render import writer
from claimx.render.fields import FIELDS
from claimx.render.jsontext import encode

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim


def test_a_record_has_the_model_s_fields_in_order_and_exact_numbers(
    claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    line = written(writer("jsonl"), [claim()])
    read = json.loads(line, parse_float=Decimal)
    assert list(read) == list(FIELDS)
    assert '"value": 3500000000000,' in line
    assert read["spans"] == {"metric": [6, 9], "subject": [2, 6]}
    assert {**read, "confidence": 0.9} == json.loads(json.dumps(asdict(claim()), default=int))


def test_json_lines_have_one_record_a_line_whatever_the_text(
    claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    nasty = "a\nb\r\u0085c\u2028d\u2029e\x0bf\x0cg\x1ch"
    text = written(writer("jsonl"), [claim(sentence=nasty), claim()])
    assert len(text.splitlines()) == 2
    assert json.loads(text.splitlines()[0])["sentence"] == nasty


@pytest.mark.parametrize("sizes", [[], [0], [1], [2, 0, 1], [0, 3]])
def test_a_json_array_is_whole_however_the_documents_fall(
    sizes: list[int], claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    text = written(writer("json"), *([claim(line=n + 1) for n in range(size)] for size in sizes))
    assert [record["line"] for record in json.loads(text)] == [n + 1 for size in sizes for n in range(size)]
    assert text.endswith("]\n")


def test_chosen_fields_come_in_the_chosen_order(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    assert written(writer("jsonl", ("unit", "value")), [claim()]) == '{"unit": "CNY", "value": 3500000000000}\n'


def test_text_stays_text_and_readable() -> None:
    assert encode('抖音 "电商" \\ \x1b') == '"抖音 \\"电商\\" \\\\ \\u001b"'
    assert encode(True) == "true"
    assert encode([None, 1, Decimal("0.50")]) == "[null, 1, 0.5]"


@given(
    st.recursive(
        st.none() | st.booleans() | st.integers() | st.text(),
        lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner),
        max_leaves=20,
    )
)
def test_every_value_reads_back(value: object) -> None:
    text = encode(value)
    assert json.loads(text) == value
    assert len(text.splitlines()) == 1
