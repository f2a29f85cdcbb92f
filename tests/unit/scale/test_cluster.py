"""The Daft adapter on this machine, with two workers, against what the command line writes."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimx.model import Claim

pytest.importorskip("daft", reason="needs claimx[daft]")
parquet = pytest.importorskip("pyarrow.parquet")


def _run(folder: Path, program: str) -> str:
    # In a process of its own: Daft's runner has threads, and other tests fork.
    code = f"import daft, json\nfrom claimx.scale import cluster\nfolder = {str(folder)!r}\n{program}"
    return subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout


def _rows(path: Path) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = parquet.read_table(path).to_pylist()
    for row in rows:
        row["doc"] = row["doc"].removeprefix("file://")
    return sorted(rows, key=lambda row: (row["doc"], row["start"], row["kind"]))


def test_two_workers_give_what_the_command_line_gives(articles: list[str], tmp_path: Path) -> None:
    folder = tmp_path / "articles"
    said = _run(
        folder,
        "read = cluster.extract(cluster.articles(folder + '/*.txt'), processes=2).collect()\n"
        "cluster.claims(read).write_parquet(folder + '/../claims')\n"
        "print(json.dumps(cluster.failures(read).to_pydict()))\n",
    )
    assert json.loads(said.splitlines()[-1]) == {"doc": [f"file://{articles[50]}"], "error": ["empty file"]}
    one = tmp_path / "one.parquet"
    command = [sys.executable, "-m", "claimx", "extract", str(folder), "-o", str(one)]
    assert subprocess.run(command, check=False, capture_output=True).returncode == 3
    rows = _rows(one)
    assert len(rows) > 150
    assert _rows(tmp_path / "claims") == rows
    schema, written = parquet.read_schema(one), parquet.read_table(tmp_path / "claims").schema
    assert written.names == schema.names
    assert str(written.field("value").type) == str(schema.field("value").type) == "decimal128(38, 12)"
    assert str(written.field("period_end").type) == str(schema.field("period_end").type)


def test_a_table_of_texts_with_dates_and_the_words_of_the_user(tmp_path: Path) -> None:
    said = _run(
        tmp_path,
        "from claimx.lexicon.load import add\n"
        "add({'unit_measure': [('mC', '毫库仑')]})\n"
        "import datetime\n"
        "texts = daft.from_pydict({\n"
        "    'doc': ['a', 'b', 'c'],\n"
        "    'content': ['去年营收达3亿元。', '电荷量达5毫库仑。', None],\n"
        "    'published': [datetime.date(2025, 3, 1), None, None],\n"
        "})\n"
        "read = cluster.extract(texts, processes=2).collect()\n"
        "found = cluster.claims(read).select('doc', 'unit', 'period').sort('doc').to_pydict()\n"
        "print(json.dumps([found, cluster.failures(read).to_pydict()]))\n",
    )
    found, failed = json.loads(said.splitlines()[-1])
    assert found == {"doc": ["a", "b"], "unit": ["CNY", "mC"], "period": ["2024", None]}
    assert failed == {"doc": ["c"], "error": ["cannot be read"]}


@pytest.mark.parametrize(("number", "kept"), [("1E+25", True), ("1E+26", False), ("1E-12", True), ("1E-13", False)])
def test_a_number_that_the_columns_cannot_hold_is_null_not_rounded(
    number: str, kept: bool, claim: Callable[..., Claim]
) -> None:
    from claimx.render.parquet import plain_record  # noqa: PLC0415

    record = plain_record(claim(value=Decimal(number)), ("value", "period_end", "text"))
    assert record == {"value": Decimal(number) if kept else None, "period_end": date(2024, 12, 31), "text": "3.5万亿元"}
