"""``claimx diff``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def left(tmp_path: Path) -> Path:
    path = tmp_path / "left.txt"
    path.write_text("2024年，抖音电商GMV达3.5万亿元。\n\n2024年，京东营收为1.16万亿元。\n", encoding="utf-8")
    return path


@pytest.fixture
def right(tmp_path: Path) -> Path:
    path = tmp_path / "right.txt"
    path.write_text("2024年，抖音电商GMV达3.43万亿元。\n\n2023年，京东营收为1.08万亿元。\n", encoding="utf-8")
    return path


def facts(out: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in out.splitlines()]


def verdicts(out: str) -> list[str]:
    return [fact["verdict"] for fact in facts(out)]


def test_two_articles(run: Run, left: Path, right: Path) -> None:
    code, out, err = run("diff", left, right)
    assert (code, err) == (0, "")
    conflict, *others = facts(out)
    assert (conflict["verdict"], conflict["subject"], conflict["metric"]) == ("conflict", "抖音电商", "GMV")
    assert [member["doc"] for member in conflict["members"]] == [str(left), str(right)]
    assert [fact["verdict"] for fact in others] == ["only", "only"]


def test_a_directory_takes_its_articles_and_not_saved_outputs(run: Run, left: Path, right: Path) -> None:
    (left.parent / "old.jsonl").write_text("no record\n", encoding="utf-8")
    code, out, err = run("diff", left.parent, "--format", "json")
    assert (code, err) == (0, "")
    assert json.loads(out)["documents"] == [str(left), str(right)]


def test_saved_outputs_compare_like_their_articles(run: Run, left: Path, right: Path, tmp_path: Path) -> None:
    old, new = tmp_path / "old.jsonl", tmp_path / "new.json"
    run("extract", left, "-o", old)
    run("extract", right, "-o", new)
    direct = run("diff", left, right)
    assert run("diff", old, new) == direct
    assert run("diff", old, right) == direct


def test_an_article_with_itself_agrees(run: Run, left: Path) -> None:
    code, out, _ = run("diff", left, left, "--exit-code")
    assert code == 0
    assert set(verdicts(out)) == {"same"}
    assert facts(out)[0]["members"][1]["doc"] == f"{left} (2)"


def test_not_comparable_only_when_asked(run: Run, left: Path, right: Path) -> None:
    assert "not_comparable" not in verdicts(run("diff", left, right)[1])
    shown = facts(run("diff", left, right, "--show-not-comparable")[1])
    assert [(fact["metric"], fact["reason"]) for fact in shown if fact["verdict"] == "not_comparable"] == [
        ("营业收入", "period")
    ]
    assert verdicts(run("diff", left, right, "--only", "not_comparable")[1]) == ["not_comparable"]


def test_filters(run: Run, left: Path, right: Path) -> None:
    assert verdicts(run("diff", left, right, "--only", "conflict,compatible")[1]) == ["conflict"]
    assert verdicts(run("diff", left, right, "--metric", "营收")[1]) == ["only", "only"]
    assert verdicts(run("diff", left, right, "--subject", "抖音")[1]) == ["conflict"]


def test_exit_code_only_when_asked(run: Run, left: Path, right: Path) -> None:
    assert run("diff", left, right)[0] == 0
    assert run("diff", left, right, "--exit-code")[0] == 1
    assert run("diff", left, right, "--exit-code", "--subject", "京东")[0] == 0


def test_tolerance(run: Run, left: Path, right: Path) -> None:
    code, out, _ = run("diff", left, right, "--tolerance", "2%", "--exit-code")
    assert code == 0
    assert verdicts(out)[0] == "consistent"
    assert verdicts(run("diff", left, right, "--tolerance", "1.9")[1])[0] == "conflict"


@pytest.mark.parametrize(
    "wrong",
    [("--only", "clash"), ("--tolerance", "much"), ("--tolerance", "-1"), ("--tolerance", "nan"), ("-o", "x.parquet")],
)
def test_wrong_usage(run: Run, left: Path, right: Path, wrong: tuple[str, str]) -> None:
    code, out, err = run("diff", left, right, *wrong)
    assert (code, out) == (2, "")
    assert wrong[1] in err


def test_a_bad_input_does_not_stop_the_others(run: Run, left: Path, right: Path, broken: Path, tmp_path: Path) -> None:
    saved = tmp_path / "bad.jsonl"
    saved.write_text("{}\n", encoding="utf-8")
    code, out, err = run("diff", left, right, broken, saved)
    assert code == 3
    assert verdicts(out)[0] == "conflict"
    assert f"error: {saved}: line 1: id: field required" in err


def test_all_inputs_bad(run: Run, broken: Path, tmp_path: Path) -> None:
    output = tmp_path / "kept.json"
    output.write_text("before", encoding="utf-8")
    assert run("diff", broken, "-o", output)[0] == 4
    assert output.read_text(encoding="utf-8") == "before"


@pytest.mark.parametrize(
    ("name", "start"),
    [("a.html", "<!doctype html>"), ("a.md", "| verdict"), ("a.csv", "verdict,"), ("a.json", '{"facts"')],
)
def test_the_output_file_chooses_the_format(run: Run, left: Path, right: Path, name: str, start: str) -> None:
    output = left.parent / name
    assert run("diff", left, right, "-o", output)[:2] == (0, "")
    assert output.read_text(encoding="utf-8").startswith(start)


def test_the_table_and_its_sentences(run: Run, left: Path, right: Path) -> None:
    plain, verbose = (run("diff", left, right, "-f", "table", *more)[1] for more in ((), ("-v",)))
    assert "left: left.txt" in plain
    assert "抖音电商GMV" not in plain.replace("\n", "")
    assert "“" not in plain
    assert "“" in verbose


def test_help_has_examples(run: Run) -> None:
    assert "claimx diff a.md b.md" in run("diff", "--help")[1]
