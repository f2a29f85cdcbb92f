"""``claimx report`` as a command; what the page does is tested in tests/browser."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]


@pytest.mark.parametrize("command", [("report",), ("lexicon",), ("lexicon", "check"), ("lexicon", "list"), ("diff",)])
def test_help_has_examples(command: tuple[str, ...], run: Run) -> None:
    code, out, _ = run(*command, "--help")
    assert code == 0
    assert re.search(r"^  Examples:\n    claimx ", out, flags=re.MULTILINE)


def test_the_report_is_one_page_with_the_article(run: Run, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    assert run("report", article, "-o", path) == (0, "", "")
    page = path.read_text(encoding="utf-8")
    assert page.startswith("<!doctype html>\n")
    assert page.count("3.5万亿元</a>") == 1
    assert "default-src &#39;none&#39;" in page
    assert not re.search(r"(?:src|href)=[\"']?(?:https?:)?//", page)


def test_it_goes_to_standard_output_in_a_pipe(run: Run, article: Path) -> None:
    assert run("report", article)[1].startswith("<!doctype html>")


def test_equal_articles_give_equal_bytes(run: Run, article: Path) -> None:
    assert run("report", article) == run("report", article)


def test_a_bad_article_is_passed_over(run: Run, article: Path, broken: Path) -> None:
    code, out, err = run("report", article, broken)
    assert code == 3
    assert err == f"error: {broken}: empty file\n"
    assert "3.5万亿元" in out


def test_when_all_fail_the_old_report_stays(run: Run, broken: Path, tmp_path: Path) -> None:
    path = tmp_path / "report.html"
    path.write_text("old", encoding="utf-8")
    assert run("report", broken, "-o", path)[0] == 4
    assert path.read_text(encoding="utf-8") == "old"


def test_unsure_claims_can_be_left_out(run: Run, article: Path) -> None:
    assert 'class="claim' in run("report", article)[1].partition('id="a1"')[2]
    assert '<a class="claim' not in run("report", article, "--min-confidence", "1")[1]


def test_boilerplate_that_makes_claims_is_open(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("# 标题\n\n2024年，抖音电商GMV达3.5万亿元。\n\n图源：快手电商GMV达1.4万亿元\n", encoding="utf-8")
    closed, opened = run("report", page)[1], run("report", page, "--include-boilerplate")[1]
    assert '<details class="boilerplate">' in closed
    assert '<details class="boilerplate" open>' in opened


@pytest.mark.parametrize("style", ["parquet", "displacy", "langextract"])
def test_other_programs_formats_are_written(style: str, run: Run, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    assert run("extract", article, "-f", style, "-o", path)[0] == 0
    assert path.stat().st_size > 0
    assert path.read_bytes().startswith(b"PAR1") == (style == "parquet")


@pytest.mark.parametrize("style", ["displacy", "langextract"])
def test_viewers_have_no_columns_to_choose(style: str, run: Run, article: Path) -> None:
    assert run("extract", article, "-f", style, "--fields", "text")[0] == 2


def test_parquet_in_a_pipe_is_the_file(run: Run, article: Path, tmp_path: Path) -> None:
    path = tmp_path / "claims.parquet"
    run("extract", article, "-o", path)
    command = [sys.executable, "-m", "claimx", "extract", str(article), "-f", "parquet"]
    assert subprocess.run(command, capture_output=True, check=True).stdout == path.read_bytes()


def test_messages_are_chinese_under_a_chinese_locale(
    run: Run, article: Path, broken: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMX_LANG", "zh")
    assert run("extract", article, broken)[2] == f"错误: {broken}: 空文件\n"
    assert run("extract", article, "-v")[2] == f"{article}: 1 条数据\n"
