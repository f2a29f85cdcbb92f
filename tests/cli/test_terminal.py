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


@pytest.mark.parametrize(
    "arguments",
    [
        *(("extract", "-f", style) for style in ("table", "csv", "tsv", "md", "json", "jsonl", "displacy")),
        *(("diff", "-v", "-f", style) for style in ("table", "md", "csv", "html")),
        ("clean",),
        ("clean", "--labels"),
        ("clean", "-f", "json"),
        ("explain",),
        ("extract", "-v", "-f", "langextract"),
    ],
    ids=" ".join,
)
def test_articles_do_not_reach_the_terminal_raw(arguments: tuple[str, ...], tmp_path: Path) -> None:
    evil = "\x1b[2J\x9b1m\u202e"
    article = tmp_path / f"a{evil}.txt"
    article.write_text(
        f"标题{evil}：电商这一年{evil}的三个变化\n\n据艾瑞{evil}咨询，2024年{evil}，抖音{evil}电商GMV{evil}达3.5万亿元\x07，"
        f"比“传统{evil}广告”高40%。\n",
        encoding="utf-8",
    )
    out, err = _at_terminal(*arguments, f"{article}:3" if arguments[0] == "explain" else article, NO_COLOR="1")
    assert out
    shown = (out + err).translate({ord(char): None for char in "\n\t"})
    assert not [char for char in shown if char in "\u202e\x7f" or ord(char) < 0x20 or 0x80 <= ord(char) < 0xA0]
