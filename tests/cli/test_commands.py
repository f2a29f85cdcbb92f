"""The smaller commands."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from typer.main import get_command

import claimx
from claimx.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]

PAGE = "# 标题\n\n2024年，抖音电商GMV达3.5万亿元。\n"


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "page.md"
    path.write_text(PAGE, encoding="utf-8")
    return path


def test_version(run: Run) -> None:
    assert run("--version") == (0, f"claimx {claimx.__version__}\n", "")


@pytest.mark.parametrize("command", [(), ("extract",), ("clean",), ("explain",), ("schema",)])
def test_every_command_has_help_with_examples(command: tuple[str, ...], run: Run) -> None:
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert re.search(r"^  Examples:\n    claimx ", out, flags=re.MULTILINE)
    assert "\b" not in out
    assert "\\b" not in out


def test_clean_prints_the_main_text(run: Run, page: Path) -> None:
    code, out, err = run("clean", page)
    assert (code, err) == (0, "")
    assert "抖音电商GMV达3.5万亿元。" in out
    assert out.endswith("\n")


def test_clean_labels_every_line(run: Run, page: Path) -> None:
    rows = [line.split("\t") for line in run("clean", page, "--labels")[1].splitlines()]
    assert [row[0] for row in rows] == ["1", "3"]
    assert {row[1] for row in rows} <= {"main", "drop"}
    assert rows[1][3] == "2024年，抖音电商GMV达3.5万亿元。"


def test_clean_as_json_has_text_lines_and_metadata(run: Run, page: Path) -> None:
    found = json.loads(run("clean", page, "-f", "json")[1])
    assert found["text"] + "\n" == run("clean", page)[1] or found["text"] == run("clean", page)[1]
    assert [line["line"] for line in found["lines"]] == [1, 3]
    assert all(PAGE[line["start"] : line["end"]].endswith(line["text"]) for line in found["lines"])
    assert found["published"] is None


def test_clean_reports_a_bad_file_in_one_line(run: Run, broken: Path) -> None:
    code, out, err = run("clean", broken)
    assert (code, out) == (4, "")
    assert len(err.splitlines()) == 1
    assert err.startswith(f"error: {broken}: ")


def test_explain_tells_what_each_number_is(run: Run, page: Path) -> None:
    code, out, _ = run("explain", f"{page}:3")
    assert code == 0
    assert "3.5万亿元" in out
    assert re.search(r"^   metric +GMV +\S", out, flags=re.MULTILINE)
    assert re.search(r"^   so +抖音电商 · GMV · 3.5万亿 CNY · 2024", out, flags=re.MULTILINE)


def test_explain_a_line_without_numbers(run: Run, page: Path) -> None:
    assert "no numbers" in run("explain", f"{page}:1")[1]


@pytest.mark.parametrize("place", ["page.md", "page.md:", "page.md:0", "page.md:x", ":3", "page.md:²"])
def test_explain_needs_a_file_and_a_line(place: str, run: Run) -> None:
    assert run("explain", place)[0] == 2


def test_explain_a_line_past_the_end(run: Run, page: Path) -> None:
    assert run("explain", f"{page}:99")[0] == 2


def test_schema_is_the_committed_one(run: Run, request: pytest.FixtureRequest) -> None:
    committed = request.config.rootpath / "schema" / "claim.schema.json"
    assert run("schema") == (0, committed.read_text(encoding="utf-8"), "")


def test_alone_the_command_prints_its_help(run: Run) -> None:
    code, out, err = run()
    assert (code, out) == (2, "")
    assert "extract" in err


def test_completions_have_their_help_in_the_language_of_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    group = get_command(app)
    monkeypatch.setenv("CLAIMX_LANG", "zh")
    found = {item.value: item.help for item in group.shell_complete(group.make_context("claimx", ["clean"]), "ext")}
    assert found.keys() == {"extract"}
    assert not found["extract"].isascii()


@pytest.mark.parametrize(
    ("module", "arguments", "hint"),
    [("extract", ("-f", "parquet"), "is not for a terminal"), ("html_report", (), "name a file for the report")],
)
def test_what_no_terminal_can_show_needs_a_file(
    module: str, arguments: tuple[str, ...], hint: str, run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(f"claimx.cli.{module}.on_terminal", lambda: True)
    code, out, err = run("report" if module == "html_report" else module, article, *arguments)
    assert (code, out) == (2, "")
    assert hint in err
