from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

import claimx
from claimx.render.fields import FIELDS
from claimx.render.notebook import Claims

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimx.model import Claim


def test_extraction_gives_a_list_that_knows_more() -> None:
    found = claimx.extract("2024年抖音电商GMV达3.5万亿元，同比增长30%。")
    assert isinstance(found, Claims)
    assert found == list(found)
    assert [row["text"] for row in found.to_dicts()] == ["3.5万亿元", "30%"]


def test_a_file_gives_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("2024年抖音电商GMV达3.5万亿元。", encoding="utf-8")
    assert isinstance(claimx.extract_path(path), Claims)


def test_dictionaries_have_all_fields_in_order(claim: Callable[..., Claim]) -> None:
    (row,) = Claims([claim()]).to_dicts()
    assert tuple(row) == FIELDS
    assert row["value"] == Decimal(3500000000000)


def test_polars_has_types(claim: Callable[..., Claim]) -> None:
    polars = pytest.importorskip("polars")
    frame = Claims([claim(), claim(value=None)]).to_polars()
    assert frame.schema["value"] == polars.Decimal(38, 12)
    assert frame["value"].to_list() == [Decimal(3500000000000), None]
    assert frame["published"].to_list() == [date(2025, 3, 27)] * 2


def test_pandas_keeps_decimals(claim: Callable[..., Claim]) -> None:
    pytest.importorskip("pandas")
    frame = Claims([claim(value=Decimal("33.33"))]).to_pandas()
    assert list(frame.columns) == list(FIELDS)
    assert frame["value"].iloc[0] == Decimal("33.33")
    assert list(Claims().to_pandas().columns) == list(FIELDS)


def test_a_notebook_shows_a_table_and_no_markup_of_the_article(claim: Callable[..., Claim]) -> None:
    html = Claims([claim(subject="<script>x</script>", sentence="\"'><b>", source="\x1b[31m")])._repr_html_()
    assert "<script" not in html
    assert "<b>" not in html
    assert "&lt;script&gt;" in html
    assert "3.5万亿 CNY" in html
    assert "␛[31m" in html


def test_a_notebook_is_not_flooded(claim: Callable[..., Claim]) -> None:
    html = Claims([claim()] * 500)._repr_html_()
    assert "500 claims" in html
    assert html.count("<tr") < 100
