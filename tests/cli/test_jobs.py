"""``--jobs``: the same bytes, the same messages, the same ends, whatever the number of processes."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    Run = Callable[..., tuple[int, str, str]]
    Start = Callable[..., subprocess.Popen[bytes]]

_posix = pytest.mark.skipif(os.name != "posix", reason="sends signals")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """A folder of articles, some without claims, with a bad one in the middle and one that makes a rule fail."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(24):
        text = f"# 第{number}篇\n\n2024年，抖音电商GMV达{number}.5万亿元，同比增长{number + 1}%。\n"
        (folder / f"{number:02}.md").write_text(text if number % 5 else "没有数字。\n", encoding="utf-8")
    (folder / "11.md").write_bytes(b"\xff\xfe\x00\x00\x01")
    return folder


@pytest.mark.parametrize("style", ["jsonl", "json", "csv", "md", "table", "displacy", "langextract"])
def test_output_and_messages_are_those_of_one_process(style: str, run: Run, articles: Path, tmp_path: Path) -> None:
    arguments = ("extract", articles, tmp_path / "missing", "-v", "-f", style)
    alone = run(*arguments, "--jobs", 1)
    assert alone[0] == 3
    assert "抖音电商" in alone[1]
    assert [line.partition(": ")[0] for line in alone[2].splitlines()].count("error") == 2
    assert run(*arguments, "--jobs", 2) == alone


def test_parquet_is_the_same(run: Run, articles: Path, tmp_path: Path) -> None:
    paths = [tmp_path / f"{jobs}.parquet" for jobs in (1, 2)]
    for jobs, path in enumerate(paths, start=1):
        assert run("extract", articles, "-o", path, "--jobs", jobs)[0] == 3
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_a_rule_that_fails_says_the_same(run: Run, articles: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimx import pipeline  # noqa: PLC0415 - the command imports it late too
    from claimx.scale import processes  # noqa: PLC0415

    # Only a forked process has the rule that fails; other tests may have left threads that forbid forking.
    monkeypatch.setattr(processes, "start_method", lambda: "fork")
    real = pipeline.extract_document

    def failing(document, **options):  # type: ignore[no-untyped-def]
        if document.path.endswith("13.md"):
            raise RecursionError("too\ndeep")
        return real(document, **options)

    monkeypatch.setattr(pipeline, "extract_document", failing)
    alone = run("extract", articles, "-v", "--jobs", 1)
    assert "internal error: RecursionError: too␊deep\nTraceback" in alone[2]
    assert run("extract", articles, "-v", "--jobs", 2) == alone


def test_standard_input_stays_in_its_place(run: Run, articles: Path, article: Path) -> None:
    arguments = ("extract", articles, "-", article)
    alone = run(*arguments, "--jobs", 1, stdin=article.read_bytes())
    assert '"doc": "-"' in alone[1]
    assert run(*arguments, "--jobs", 2, stdin=article.read_bytes()) == alone


@pytest.mark.parametrize("command", [("diff", "-f", "jsonl"), ("report",)])
def test_the_other_commands_give_the_same(command: tuple[str, ...], run: Run, articles: Path) -> None:
    alone = run(*command, articles, "--jobs", 1)
    assert alone[0] == 3
    assert "抖音电商" in alone[1]
    assert run(*command, articles, "--jobs", 2) == alone


@pytest.fixture
def endless(articles: Path) -> Iterator[Callable[..., subprocess.Popen[bytes]]]:
    """A run with two processes over far more articles than a test waits for, in a process group of its own."""
    for number in range(3000):
        (articles / f"m{number:04}.md").hardlink_to(articles / "01.md")
    running: list[subprocess.Popen[bytes]] = []

    def start(*arguments: object) -> subprocess.Popen[bytes]:
        child = subprocess.Popen(
            [sys.executable, "-m", "claimx", "extract", str(articles), "--jobs", "2", *map(str, arguments)],
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            start_new_session=True,
        )
        running.append(child)
        assert child.stdout is not None
        assert child.stderr is not None
        # The first line, of records or with -v of files done, says that work has begun.
        assert b".md" in (child.stderr if arguments else child.stdout).readline()
        return child

    yield start
    for child in running:
        if _group_lives(child):
            os.killpg(child.pid, signal.SIGKILL)
        child.communicate()


def _group_lives(child: subprocess.Popen[bytes]) -> bool:
    try:
        os.killpg(child.pid, 0)
    except ProcessLookupError:
        return False
    return True


def _ended(child: subprocess.Popen[bytes]) -> bool:
    """Whether the run and its processes are gone, given half a minute."""
    for _ in range(300):
        child.poll()
        if not _group_lives(child):
            return True
        time.sleep(0.1)
    return False


@_posix
@pytest.mark.parametrize("group", [True, False], ids=["all processes", "the main process alone"])
@pytest.mark.parametrize(("number", "code"), [("SIGINT", 130), ("SIGTERM", 143)], ids=["SIGINT", "SIGTERM"])
def test_an_interrupt_ends_quietly(group: bool, number: str, code: int, endless: Start) -> None:
    child = endless()
    (os.killpg if group else os.kill)(child.pid, getattr(signal, number))
    assert child.stdout is not None
    assert child.stderr is not None
    lines = child.stdout.read().splitlines()
    said = child.stderr.read().splitlines()
    assert [line for line in said if not line.startswith(b"error: ")] == []
    assert child.wait(timeout=60) == code
    assert _ended(child)
    assert all(json.loads(line)["doc"] for line in lines)


@_posix
@pytest.mark.parametrize("number", ["SIGINT", "SIGTERM"])
def test_an_interrupt_leaves_the_old_file(number: str, endless: Start, articles: Path) -> None:
    target = articles.with_name("claims.jsonl")
    target.write_text("old")
    child = endless("-v", "-o", target)
    child.send_signal(getattr(signal, number))
    child.communicate(timeout=60)
    assert _ended(child)
    assert target.read_text() == "old"
    assert {path.name for path in articles.parent.iterdir()} == {"articles", "claims.jsonl"}


@_posix
def test_a_closed_pipe_ends_quietly(endless: Start) -> None:
    child = endless()
    assert child.stdout is not None
    child.stdout.close()
    child.stdout = None
    _, err = child.communicate(timeout=60)
    assert child.returncode == 0
    assert b"Traceback" not in err
    assert _ended(child)


@_posix
def test_no_process_outlives_a_run_that_is_killed(endless: Start) -> None:
    child = endless()
    child.kill()
    child.wait(timeout=60)
    assert _ended(child)
