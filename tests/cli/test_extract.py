from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, get_args

import pytest

from claimx.cli.options import Segmenter
from claimx.text.words import SEGMENTERS

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


def test_a_pipe_gets_json_lines_and_nothing_is_said(run: Run, article: Path) -> None:
    code, out, err = run("extract", article)
    assert (code, err) == (0, "")
    (record,) = map(json.loads, out.splitlines())
    assert (record["doc"], record["metric"], record["value"]) == (str(article), "GMV", 3500000000000)
    assert '"value": 3500000000000,' in out


@pytest.mark.parametrize(("style", "start"), [("json", "[\n{"), ("csv", "id,doc"), ("tsv", "id\t"), ("md", "| doc")])
def test_the_format_asked_for(style: str, start: str, run: Run, article: Path) -> None:
    assert run("extract", article, "--format", style)[1].startswith(start)


def test_a_table_in_a_pipe_is_plain(run: Run, article: Path) -> None:
    out = run("extract", article, "--format", "table")[1]
    assert "3.5万亿 CNY" in out
    assert "\x1b" not in out
    assert "3500000000000 CNY" in run("extract", article, "--format", "table", "--raw-numbers")[1]
    assert "\x1b[" in run("extract", article, "--format", "table", "--color", "always")[1]


def test_standard_input_is_a_dash(run: Run, article: Path) -> None:
    code, out, _ = run("extract", "-", stdin=article.read_bytes())
    assert code == 0
    assert json.loads(out)["doc"] == "-"


def test_either_segmenter_can_be_chosen(run: Run, article: Path) -> None:
    assert get_args(get_args(Segmenter)[0]) == SEGMENTERS
    for name in SEGMENTERS:
        code, out, _ = run("extract", article, "--segmenter", name)
        assert code == 0
        assert json.loads(out)["subject"] == "抖音电商"
    assert run("extract", article, "--segmenter", "thulac")[0] == 2


def test_fields_choose_and_order(run: Run, article: Path) -> None:
    assert run("extract", article, "--fields", "unit, value", "-f", "csv")[1] == "unit,value\nCNY,3500000000000\n"


def test_an_article_without_claims_is_done(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "none.txt"
    path.write_text("没有数字的一篇文章。\n", encoding="utf-8")
    assert run("extract", path) == (0, "", "")
    assert run("extract", path, "-f", "json") == (0, "[]\n", "")
    assert run("extract", path, "-f", "csv", "--fields", "unit") == (0, "unit\n", "")


def test_a_directory_without_articles_is_done_with_a_warning(run: Run, tmp_path: Path) -> None:
    code, out, err = run("extract", tmp_path)
    assert (code, out) == (0, "")
    assert err.startswith("warning: ")
    assert run("extract", tmp_path, "-q") == (0, "", "")


@pytest.mark.parametrize(
    ("option", "value", "kept"),
    [
        ("--metric", "gmv", True),
        ("--metric", "营收", False),
        ("--subject", "抖音", True),
        ("--subject", "快手", False),
        ("--unit", "CNY", True),
        ("--unit", "USD", False),
        ("--kind", "level", True),
        ("--kind", "change", False),
        ("--modality", "actual", True),
        ("--modality", "target", False),
        ("--min-confidence", "0", True),
    ],
)
def test_filters(option: str, value: str, kept: bool, run: Run, article: Path) -> None:
    code, out, _ = run("extract", article, option, value)
    assert code == 0
    assert bool(out) is kept


def test_one_bad_input_does_not_stop_the_others(run: Run, article: Path, broken: Path) -> None:
    missing = article.parent / "missing.txt"
    code, out, err = run("extract", missing, broken, article)
    assert code == 3
    assert len(out.splitlines()) == 1
    first, second = err.splitlines()
    assert str(missing) in first
    assert str(broken) in second


def test_all_bad_inputs(run: Run, broken: Path) -> None:
    code, out, err = run("extract", broken, "-f", "json")
    assert (code, out) == (4, "")
    assert len(err.splitlines()) == 1


def test_an_unforeseen_error_in_one_input_is_reported_and_passed_over(
    run: Run, article: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = article.with_name("other.txt")
    other.write_bytes(article.read_bytes())
    from claimx import pipeline  # noqa: PLC0415 - the command imports it late too

    real = pipeline.extract_document

    def failing(document, **options):  # type: ignore[no-untyped-def]
        if document.path == str(article):
            raise RecursionError("too\ndeep")
        return real(document, **options)

    monkeypatch.setattr(pipeline, "extract_document", failing)
    code, out, err = run("extract", article, other)
    assert code == 3
    assert json.loads(out)["doc"] == str(other)
    assert err == f"error: {article}: internal error: RecursionError: too␊deep\n"
    assert "Traceback" in run("extract", article, other, "-v")[2]


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("--format", "xml"),
        ("--fields", "value,nonsense"),
        ("--published", "27.3.2025"),
        ("--encoding", "utf-9"),
        ("--encoding", "hex"),
        ("--min-confidence", "1.5"),
        ("--kind", "levels"),
        ("--excel", "--format", "json"),
        ("--output", "claims.unknown"),
        ("--nonsense",),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], run: Run, article: Path) -> None:
    code, out, err = run("extract", *([article] if arguments else []), *arguments)
    assert (code, out) == (2, "")
    assert "Error: " in err


def test_excel_gets_a_mark_crlf_and_csv(run: Run, article: Path) -> None:
    out = run("extract", article, "--excel", "--fields", "unit,value")[1]
    assert out == "\ufeffunit,value\r\nCNY,3500000000000\r\n"


def test_verbose_says_what_each_input_gave(run: Run, article: Path) -> None:
    assert run("extract", article, "-v")[2] == f"{article}: 1 claim\n"


def test_control_characters_in_names_are_shown(run: Run, tmp_path: Path) -> None:
    err = run("extract", tmp_path / "a\x1b[31m\nb.txt")[2]
    assert err.count("\n") == 1
    assert "␛" in err


def test_relative_times_are_reckoned_from_the_given_day(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("去年，抖音电商GMV达3.5万亿元。\n", encoding="utf-8")
    assert json.loads(run("extract", path)[1])["period"] is None
    assert json.loads(run("extract", path, "--published", "2025-03-27")[1])["period"] == "2024"


def test_the_encoding_can_be_given(run: Run, tmp_path: Path, article: Path) -> None:
    path = tmp_path / "gb.txt"
    path.write_bytes(article.read_text(encoding="utf-8").encode("gb18030"))
    assert json.loads(run("extract", path, "--encoding", "gb18030")[1])["metric"] == "GMV"
    assert run("extract", path, "--encoding", "utf-8")[0] == 4


def test_several_documents_make_one_csv(run: Run, article: Path) -> None:
    article.with_name("b.txt").write_bytes(article.read_bytes())
    rows = list(csv.DictReader(io.StringIO(run("extract", article.parent, "-f", "csv")[1])))
    assert [row["doc"] for row in rows] == [str(article), str(article.with_name("b.txt"))]
