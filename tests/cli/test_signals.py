"""Ctrl-C, SIGTERM and a closed terminal: the run ends quietly, and what it wrote is whole."""

from __future__ import annotations

import json
import os
import signal
import time
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    import subprocess
    from collections.abc import Callable
    from pathlib import Path

    Process = Callable[..., subprocess.Popen[bytes]]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="sends signals")

_ENDINGS = pytest.mark.parametrize(
    ("number", "code"), [("SIGINT", 130), ("SIGTERM", 143), ("SIGHUP", 129)], ids=["SIGINT", "SIGTERM", "SIGHUP"]
)


def _files(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def _signalled(child: subprocess.Popen[bytes], name: str) -> bytes:
    """What the child still says on standard error after the signal; it has said that one input is missing."""
    assert child.stderr is not None
    # The error says that the run has begun; it now waits for its standard input.
    assert b"missing.txt" in child.stderr.readline()
    child.send_signal(getattr(signal, name))
    return child.stderr.read()


@_ENDINGS
@pytest.mark.parametrize("old", [b"old\n", None], ids=["a file stood there", "none stood there"])
def test_the_output_file_is_the_old_one(
    number: str, code: int, old: bytes | None, process: Process, article: Path
) -> None:
    target = article.with_name("claims.jsonl")
    if old is not None:
        target.write_bytes(old)
    before = _files(article.parent)
    with process("extract", "-o", target, article, article.with_name("missing.txt"), "-") as child:
        assert _signalled(child, number) == b""
    assert child.returncode == code
    assert _files(article.parent) == before


@_ENDINGS
def test_lines_written_so_far_are_whole(number: str, code: int, process: Process, article: Path) -> None:
    with process("extract", article, article.with_name("missing.txt"), "-", "-f", "jsonl") as child:
        assert _signalled(child, number) == b""
        assert child.stdout is not None
        lines = child.stdout.read().splitlines()
    assert child.returncode == code
    assert [json.loads(line)["doc"] for line in lines] == [str(article)]


def _full_pipe(process: Process, article: Path) -> tuple[subprocess.Popen[bytes], bytes]:
    """A run that waits in the middle of a document's records for its reader, who has taken the first line."""
    article.write_text(article.read_text(encoding="utf-8") * 2000, encoding="utf-8")
    child = process("extract", article, "-f", "jsonl")
    assert child.stdout is not None
    line = child.stdout.readline()
    time.sleep(0.2)  # longer than filling a pipe takes
    return child, line


@_ENDINGS
def test_a_piece_half_written_is_finished_first(number: str, code: int, process: Process, article: Path) -> None:
    child, first = _full_pipe(process, article)
    with child:
        assert child.stdout is not None
        child.send_signal(getattr(signal, number))
        rest = child.stdout.read()
    assert child.returncode == code
    starts = [json.loads(line)["start"] for line in (first + rest).splitlines()]
    assert len(starts) == len(set(starts)) == 2000


def test_a_second_signal_does_not_wait_for_the_reader(process: Process, article: Path) -> None:
    child, _ = _full_pipe(process, article)
    with child:
        for number in (signal.SIGINT, signal.SIGTERM):
            child.send_signal(number)
            time.sleep(0.2)  # signals that wait together have no order
        assert child.wait(timeout=60) == 143


def test_an_ignored_signal_stays_ignored(process: Process, article: Path) -> None:
    """Under nohup a run outlives its terminal."""
    before = signal.signal(signal.SIGHUP, signal.SIG_IGN)  # what a child begins with
    try:
        child = process("extract", article, article.with_name("missing.txt"), "-", "-f", "jsonl")
    finally:
        signal.signal(signal.SIGHUP, before)
    with child:
        assert child.stderr is not None
        assert b"missing.txt" in child.stderr.readline()
        child.send_signal(signal.SIGHUP)
        out, _ = child.communicate(article.read_bytes())
    assert child.returncode == 3
    assert [json.loads(line)["doc"] for line in out.splitlines()] == [str(article), "-"]
