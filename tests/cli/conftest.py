"""Runs of the command line: in process where only the output matters, as a process where the process does."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimx.cli.app import app

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

#: One sentence with one sure claim: 3.5万亿元, GMV.
SENTENCE = "2024年，抖音电商GMV达3.5万亿元。"


@pytest.fixture(scope="session", autouse=True)
def _ctrl_c_is_not_ignored() -> None:
    """Tests begun in the background of a script ignore Ctrl-C, and so would every process that they start."""
    if signal.getsignal(signal.SIGINT) == signal.SIG_IGN:
        signal.signal(signal.SIGINT, signal.default_int_handler)


@pytest.fixture
def run() -> Callable[..., tuple[int, str, str]]:
    """``run("extract", path, stdin=b"")``: exit code, standard output and standard error, neither a terminal."""

    def invoke(*arguments: object, stdin: bytes = b"") -> tuple[int, str, str]:
        result = CliRunner().invoke(app, [str(argument) for argument in arguments], input=stdin)
        if result.exception is not None and not isinstance(result.exception, SystemExit):
            raise result.exception
        return result.exit_code, result.stdout_bytes.decode(), result.stderr

    return invoke


@pytest.fixture
def process() -> Callable[..., subprocess.Popen[bytes]]:
    """``process("extract", path, LC_ALL="C")``: a running ``python -m claimx`` with pipes on all three streams."""

    def start(*arguments: object, **environment: str) -> subprocess.Popen[bytes]:
        return subprocess.Popen(
            [sys.executable, "-m", "claimx", *map(str, arguments)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env={**os.environ, **environment},
        )

    return start


@pytest.fixture
def article(tmp_path: Path) -> Path:
    """A text file with one claim."""
    path = tmp_path / "article.txt"
    path.write_text(SENTENCE + "\n", encoding="utf-8")
    return path


@pytest.fixture
def broken(tmp_path: Path) -> Path:
    """A file that cannot be read as text."""
    path = tmp_path / "broken.txt"
    path.write_bytes(b"")
    return path
