"""What only a real process shows: streams, signals, start-up."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Process = Callable[..., subprocess.Popen[bytes]]


def test_output_is_utf_8_whatever_the_locale(process: Process, article: Path) -> None:
    with process("extract", article, LC_ALL="C", LANG="C", PYTHONUTF8="0", PYTHONIOENCODING="ascii") as child:
        out, err = child.communicate()
    assert (child.returncode, err) == (0, b"")
    assert json.loads(out.decode("utf-8"))["subject"] == "抖音电商"


def test_a_closed_pipe_ends_quietly(process: Process, article: Path) -> None:
    # More than a pipe holds, so that the child is still writing when the reader leaves.
    article.write_text(article.read_text(encoding="utf-8") * 500, encoding="utf-8")
    with process("extract", article, "--format", "jsonl") as child:
        assert child.stdout is not None
        assert child.stderr is not None
        child.stdout.read(10)
        child.stdout.close()
        assert child.stderr.read() == b""
    assert child.returncode == 0


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_disk_is_one_line(article: Path) -> None:
    with open("/dev/full", "wb") as full:  # noqa: PTH123
        child = subprocess.run(
            [sys.executable, "-m", "claimx", "extract", str(article)], stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert child.returncode == 4
    assert re.fullmatch(rb"error: standard output: No space left on device\n", child.stderr)


#: What takes long to import and is not needed for most of what claimx does.
_LIBRARIES = frozenset(
    [
        "asyncio",
        "charset_normalizer",
        "claimx.pipeline",
        "concurrent.futures",
        "daft",
        "jieba",
        "jinja2",
        "multiprocessing",
        "pandas",
        "polars",
        "pyarrow",
        "pydantic",
        "rapidfuzz",
        "rich",
        "rjieba",
    ]
)


def _imported(*arguments: str) -> tuple[str, set[str]]:
    """What ``claimx`` with these arguments prints, and which of the libraries it has imported."""
    program = (
        "import sys, contextlib\n"
        "from claimx.cli import main\n"
        f"sys.argv[1:] = {arguments!r}\n"
        "with contextlib.suppress(SystemExit): main()\n"
        "print(*sys.modules, file=sys.stderr)\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    modules = set(done.stderr.split())
    return done.stdout, {name for name in _LIBRARIES if name in modules}


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["extract", "--help"], ["lexicon", "list"]])
def test_what_reads_no_article_imports_nothing_heavy(arguments: list[str]) -> None:
    out, imported = _imported(*arguments)
    assert out
    assert imported == set()


def test_json_lines_pay_only_for_the_pipeline(article: Path) -> None:
    out, imported = _imported("extract", str(article))
    assert "GMV" in out
    # Neither the package of rjieba, which would load a second dictionary, nor what starts processes.
    assert imported == {"claimx.pipeline"}
