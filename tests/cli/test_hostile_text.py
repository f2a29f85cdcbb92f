"""Articles are other people's text: no terminal obeys it, no spreadsheet runs it, no page is changed by it."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Process = Callable[..., subprocess.Popen[bytes]]

_MARKUP = "</script><script>alert(1)</script><img src=x onerror=alert(2)>"


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.handlers: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


def test_a_report_holds_no_markup_of_title_file_name_text_or_lexicon(tmp_path: Path) -> None:
    lexicon = tmp_path / "words.toml"
    names = json.dumps(f"黑话{_MARKUP}", ensure_ascii=False)
    lexicon.write_text(f'[[metric]]\nid = {names}\ndimension = "count"\naliases = ["开单数"]\n', encoding="utf-8")
    article = tmp_path / "<img src=x onerror=alert(3)>.txt"
    article.write_text(f"{_MARKUP}\n\n2024年，抖音的开单数达3.5万单。{_MARKUP}\n", encoding="utf-8")
    other = tmp_path / "other.txt"  # a clash is told under the lexicon's name
    other.write_text("另一篇\n\n2024年，抖音的开单数达3.9万单。\n", encoding="utf-8")
    report = tmp_path / "report.html"
    arguments = ["report", article, other, "--lexicon", lexicon, "--title", _MARKUP, "-o", report]
    subprocess.run([sys.executable, "-m", "claimx", *map(str, arguments)], check=True)
    page = report.read_text(encoding="utf-8")
    found = _Elements()
    found.feed(page)
    assert "开单数" in page
    assert "黑话" in page
    assert (found.tags.count("script"), found.tags.count("img"), found.handlers) == (2, 0, [])


def _limit_files() -> None:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, 4096))


def test_a_disk_that_fills_up_leaves_the_old_file(article: Path) -> None:
    article.write_text(article.read_text(encoding="utf-8") * 200, encoding="utf-8")
    folder = article.parent
    old = folder / "claims.jsonl"
    old.write_text("old")
    done = subprocess.run(
        [sys.executable, "-m", "claimx", "extract", str(article), "-o", str(old)],
        preexec_fn=_limit_files, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == f"error: {old}: cannot write: File too large\n"
    assert old.read_text() == "old"
    assert {path.name for path in folder.iterdir()} == {"article.txt", "claims.jsonl"}


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="needs /dev/full")  # noqa: PTH110
def test_a_full_device_as_output_file(article: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "claimx", "extract", str(article), "-f", "jsonl", "-o", "/dev/full"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (4, "error: /dev/full: cannot write: No space left on device\n")
