from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest

from claimx.render import Format, writer
from claimx.render.delimited import BOM
from claimx.render.fields import FIELDS, NUMERIC

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim


@pytest.mark.parametrize(("style", "delimiter"), [("csv", ","), ("tsv", "\t")])
def test_rows_read_back_with_everything_that_needs_quotes(
    style: Format, delimiter: str, claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    nasty = 'a,b\tc"d\r\ne'
    text = written(writer(style), [claim(sentence=nasty), claim()])
    rows = list(csv.DictReader(io.StringIO(text, newline=""), delimiter=delimiter))
    assert list(rows[0]) == list(FIELDS)
    assert rows[0]["sentence"] == nasty
    assert rows[1]["value"] == "3500000000000"
    assert rows[1]["min"] == ""
    assert rows[1]["vague"] == "false"
    assert rows[1]["rules"] == "money reached"
    assert rows[1]["spans"] == '{"metric": [6, 9], "subject": [2, 6]}'


def test_plain_rows_end_in_a_line_feed(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    assert written(writer("csv", ("line", "unit")), [claim()], [claim(unit=None)]) == "line,unit\n7,CNY\n7,\n"


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"])
def test_excel_text_never_starts_like_a_formula(
    start: str, claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    evil = f'{start}HYPERLINK("x")'
    text = written(writer("csv", ("subject", "value"), excel=True), [claim(subject=evil, value=-1)])
    rows = list(csv.reader(io.StringIO(text.removeprefix(BOM), newline="")))
    assert rows[1] == ["'" + evil, "-1"]


def test_excel_text_has_a_mark_and_crlf(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    assert written(writer("csv", ("unit",), excel=True), [claim()]) == f"{BOM}unit\r\nCNY\r\n"


def test_without_excel_the_text_is_untouched(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    assert written(writer("tsv", ("subject",)), [claim(subject="=1+1")]) == "subject\n=1+1\n"


@pytest.mark.parametrize("name", [name for name in FIELDS if name not in NUMERIC])
def test_excel_defuses_every_field_that_holds_text(
    name: str, claim: Callable[..., Claim], written: Callable[..., str]
) -> None:
    evil = ("=1+1",) if name in {"inferred", "rules"} else "=1+1"
    text = written(writer("csv", (name,), excel=True), [claim(**{name: evil})])
    assert [row[0] for row in csv.reader(io.StringIO(text.removeprefix(BOM), newline=""))][1] == "'=1+1"
