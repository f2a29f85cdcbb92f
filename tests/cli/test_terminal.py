"""What a person at a terminal sees."""

from __future__ import annotations

import os
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path

pty = pytest.importorskip("pty", reason="pseudo-terminals are a Unix thing")


def _at_terminal(*arguments: object, **environment: str) -> tuple[str, str]:
    """What standard output, a terminal, and standard error, another, show."""
    (out, out_end), (err, err_end) = pty.openpty(), pty.openpty()
    with subprocess.Popen(
        [sys.executable, "-m", "claimx", *map(str, arguments)],
        stdin=subprocess.DEVNULL,
        stdout=out_end,
        stderr=err_end,
        env={**os.environ, "TERM": "xterm", "COLUMNS": "100", **environment},
    ):
        os.close(out_end)
        os.close(err_end)
        return _drained(out), _drained(err)


def _drained(end: int) -> str:
    data = b""
    while True:
        try:
            piece = os.read(end, 4096)
        except OSError:  # Linux says so when the other end is closed
            piece = b""
        if not piece:
            os.close(end)
            return data.decode("utf-8").replace("\r\n", "\n")
        data += piece


def test_a_coloured_table_and_a_closing_line(article: Path) -> None:
    out, err = _at_terminal("extract", article, NO_COLOR="")
    assert "3.5万亿 CNY" in out
    assert "\x1b[" in out
    assert err.startswith("1 file, 1 claim, ")


def test_no_color_is_obeyed(article: Path) -> None:
    assert "\x1b" not in _at_terminal("extract", article, NO_COLOR="1")[0]
    assert "\x1b" not in _at_terminal("extract", article, "--color", "never", NO_COLOR="")[0]
    assert "\x1b" not in _at_terminal("extract", article, NO_COLOR="", TERM="dumb")[0]


def test_quiet_has_no_closing_line(article: Path) -> None:
    assert _at_terminal("extract", article, "-q")[1] == ""


@pytest.mark.parametrize("arguments", [("extract", "-f", "csv"), ("extract", "-f", "tsv"), ("clean",)])
def test_articles_do_not_reach_the_terminal_raw(arguments: tuple[str, ...], article: Path) -> None:
    article.write_text("2024年，抖音\x1b]0;x\x07电商GMV达3.5万亿元\x1b[2J。\n", encoding="utf-8")
    out, _ = _at_terminal(*arguments, article, NO_COLOR="")
    assert "␛[2J" in out
    assert "\x1b" not in out
    assert "\x07" not in out
