"""A user's lexicon on the command line."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]
    Process = Callable[..., subprocess.Popen[bytes]]

_WORDS = '[[metric]]\nid = "杯均值"\ndimension = "money"\naliases = ["杯均收入值"]\n'
_TEXT = "2024年，瑞幸咖啡杯均收入值达15.2元。\n"


def _output(process: Process, *arguments: object, **options: str) -> tuple[int, str, str]:
    with process(*arguments, **options) as child:
        out, err = child.communicate()
    return child.returncode, out.decode(), err.decode()


def test_check_says_what_a_file_adds(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(_WORDS, encoding="utf-8")
    assert run("lexicon", "check", path) == (0, f"{path}: metric 1\n", "")


def test_check_points_at_every_mistake(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text(_WORDS + 'unknown = 1\n[[entity]]\nid = "甲"\n', encoding="utf-8")
    code, _, err = run("lexicon", "check", path)
    assert code == 4
    assert [line.split(": ")[1] for line in err.splitlines()] == [f"{path}:5", f"{path}:6", f"{path}:7"]
    good = tmp_path / "good.toml"
    good.write_text(_WORDS, encoding="utf-8")
    assert run("lexicon", "check", path, good)[0] == 3


def test_list_counts_and_lists(run: Run) -> None:
    sizes = dict(line.split("\t") for line in run("lexicon", "list")[1].splitlines())
    assert set(sizes) == {"metric", "entity", "unit", "boilerplate"}
    rows = run("lexicon", "list", "metric")[1].splitlines()
    assert len(rows) == int(sizes["metric"])
    assert any(row.startswith("营业收入\tmoney\t") for row in rows)
    assert run("lexicon", "list", "nothing")[0] == 2


def test_added_words_are_read_and_listed_first(process: Process, tmp_path: Path) -> None:
    words, article = tmp_path / "my.toml", tmp_path / "a.txt"
    words.write_text(_WORDS, encoding="utf-8")
    article.write_text(_TEXT, encoding="utf-8")
    code, out, _ = _output(process, "extract", article, "--lexicon", words)
    assert (code, json.loads(out)["metric_id"]) == (0, "杯均值")
    listed = _output(process, "lexicon", "list", "metric", "--lexicon", words)[1]
    assert listed.startswith("杯均值\tmoney\t杯均收入值")


def test_settings_are_found_from_the_working_directory(tmp_path: Path) -> None:
    (tmp_path / "claimx.toml").write_text(_WORDS, encoding="utf-8")
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "a.txt").write_text(_TEXT, encoding="utf-8")
    command = [sys.executable, "-m", "claimx", "extract", "a.txt", "--fields", "metric_id", "-f", "csv"]
    done = subprocess.run(command, cwd=tmp_path / "a", capture_output=True, check=True)
    assert done.stdout.decode() == "metric_id\n杯均值\n"


def test_a_mistake_stops_the_run_and_names_its_line(run: Run, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "my.toml"
    path.write_text('[[entity]]\nid = "甲公司"\n', encoding="utf-8")
    code, out, err = run("extract", article, "--lexicon", path)
    assert (code, out) == (2, "")
    assert f"{path}:1: 'type' is missing" in err.replace("\n", "")
