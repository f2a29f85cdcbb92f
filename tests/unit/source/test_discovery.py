from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from claimx.errors import InputError
from claimx.source import discover

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    for name in ("b.txt", "a.md", "c.HTML", "picture.png", "sub/d.htm", "sub/.hidden/x.txt", ".e.txt", "z.markdown"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("文", encoding="utf-8")
    return tmp_path


def names(root: Path, *paths: str) -> list[str]:
    found = discover(paths)
    return [f"{one.reason}" if isinstance(one, InputError) else os.path.relpath(one, root) for one in found]


def test_directory_is_recursive_sorted_and_only_supported_suffixes(tree: Path) -> None:
    assert names(tree, str(tree)) == ["a.md", "b.txt", "c.HTML", "sub/d.htm", "z.markdown"]


def test_the_same_file_once_however_named(tree: Path) -> None:
    assert names(tree, str(tree / "a.md"), f"{tree}/sub/../a.md", str(tree / "*.md")) == ["a.md"]


def test_errors_stand_in_their_place(tree: Path) -> None:
    paths = [str(tree / name) for name in ("missing.txt", "b.txt", "*.docx", "picture.png")]
    assert names(tree, *paths, "") == [
        "no such file or directory",
        "b.txt",
        "no file matches",
        "unknown format (expected .htm, .html, .markdown, .md, .txt, .xhtml)",
        "no such file or directory",
    ]


def test_glob_passes_over_other_formats(tree: Path) -> None:
    assert names(tree, str(tree / "*")) == ["a.md", "b.txt", "c.HTML", "sub/d.htm", "z.markdown"]


def test_a_file_whose_name_holds_a_bracket_is_a_file(tree: Path) -> None:
    (tree / "[1].txt").write_text("文", encoding="utf-8")
    assert names(tree, str(tree / "[1].txt")) == ["[1].txt"]


def test_link_loops_end(tree: Path) -> None:
    (tree / "sub" / "loop").symlink_to(tree, target_is_directory=True)
    assert names(tree, str(tree)) == ["a.md", "b.txt", "c.HTML", "sub/d.htm", "z.markdown"]


def test_a_pipe_is_an_error_and_does_not_hang(tree: Path) -> None:
    os.mkfifo(tree / "pipe.txt")
    assert names(tree, str(tree / "pipe.txt")) == ["not a regular file"]


def test_stdin_once() -> None:
    assert list(discover(["-", "-"])) == ["-"]
