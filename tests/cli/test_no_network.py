"""Nothing goes out: every command works with sockets forbidden, in a process where opening one ends the run."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

# Audit events cannot be switched off again, and see what C extensions open through Python's socket module too.
_GUARDED = """
import os, sys

def refuse(event, arguments):
    if event.startswith(("socket.", "urllib.", "http.client", "ftplib.", "smtplib.")):
        os.write(2, f"network: {event}\\n".encode())
        os._exit(99)

sys.addaudithook(refuse)
"""
_RUN = _GUARDED + "from claimx.cli import main\nmain()\n"


def _guarded(program: str, *arguments: object) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-c", program, *map(str, arguments)], capture_output=True, check=False, timeout=60
    )


@pytest.mark.parametrize(
    "arguments",
    [
        ("extract",),
        ("extract", "--format", "table"),
        ("extract", "--format", "parquet"),
        ("diff",),
        ("diff", "--format", "html"),
        ("report",),
        ("clean",),
        ("lexicon", "list"),
        ("schema",),
    ],
    ids=" ".join,
)
def test_no_command_opens_a_socket(arguments: tuple[str, ...], tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><link rel=stylesheet href=http://127.0.0.1:9/a.css><base href=http://127.0.0.1:9/>"
        "<script src=http://127.0.0.1:9/a.js></script><!DOCTYPE x SYSTEM 'http://127.0.0.1:9/a.dtd'></head>"
        "<body><img src=http://127.0.0.1:9/a.png><p>2024年，抖音电商GMV达3.5万亿元。</p></body></html>",
        encoding="utf-8",
    )
    inputs = () if arguments[0] in {"lexicon", "schema"} else (page,)
    done = _guarded(_RUN, *arguments, *inputs)
    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout


def test_the_guard_would_notice() -> None:
    done = _guarded(_GUARDED + "import socket\nsocket.socket()\n")
    assert (done.returncode, done.stderr) == (99, b"network: socket.__new__\n")
