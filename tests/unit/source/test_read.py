from __future__ import annotations

import io
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from claimx.document import MAX_BYTES
from claimx.errors import InputError
from claimx.source import read_content, read_document, read_text
from claimx.source.sniff import sniff

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("<!DOCTYPE html>\n<html>", "html"),
        ("<!-- saved from url -->\n<html lang=zh>", "html"),
        ("<p>一段", "text"),
        ("增长 < 10%", "text"),
        ("前言\n## 标题", "markdown"),
        ("见[链接](https://a.b)", "markdown"),
        ("#话题# 热搜\n- 一\n- 二", "text"),
    ],
)
def test_sniff(text: str, kind: str) -> None:
    assert sniff(text) == kind


@pytest.mark.parametrize(
    ("data", "reason"), [(b"", "empty file"), (b" \n\xef\xbb\xbf", "empty file"), (b"\x00\x01\x02", "binary data")]
)
def test_errors_name_path_and_reason(tmp_path: Path, data: bytes, reason: str) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(data)
    with pytest.raises(InputError, match=reason) as caught:
        read_document(str(path))
    assert caught.value.path == str(path)


def test_missing_directory_and_large(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("一二三", encoding="utf-8")
    for path, reason in ((tmp_path / "none.txt", "no such file"), (tmp_path, "is a directory")):
        with pytest.raises(InputError, match=reason):
            read_document(str(path))
    with pytest.raises(InputError, match="larger than 8 bytes"):
        read_document(str(tmp_path / "a.txt"), max_bytes=8)


def test_text_and_offsets_after_bom_and_crlf(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("\ufeff甲\r\n乙".encode())
    document = read_document(str(path))
    assert document.text == "甲\r\n乙"
    assert [(block.start, block.end, block.line) for block in document.blocks] == [(0, 1, 1), (3, 4, 2)]


def test_suffix_decides_before_content(tmp_path: Path) -> None:
    for name, plain in (("a.md", "甲"), ("a.txt", "<p>甲</p>"), ("a.html", "甲")):
        (tmp_path / name).write_text("<p>甲</p>", encoding="utf-8")
        assert read_document(str(tmp_path / name)).blocks[0].plain == plain


def test_stdin(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", SimpleNamespace(buffer=io.BytesIO("增长20%".encode("gbk"))))
    document = read_document("-", encoding="gbk")
    assert (document.path, document.text) == ("-", "增长20%")


def test_empty_text_is_an_empty_document() -> None:
    assert read_text("").blocks == ()


@pytest.mark.parametrize(
    ("path", "piece"),
    [("a.txt", "\n"), ("a.txt", "\r"), ("a.md", "\r\n"), ("a.html", "<"), ("a.html", "\n")],
)
def test_as_many_lines_or_tags_as_are_too_many_are_refused(path: str, piece: str) -> None:
    text = "甲" + piece * ((1 << 20) - 1)
    assert read_content(text, path=path).blocks[0].plain[0] == "甲"
    with pytest.raises(InputError) as caught:
        read_content(text + piece, path=path)
    assert str(caught.value) == f"{path}: 1048576 or more lines or tags; allow more --max-bytes"
    assert read_content(text + piece, path=path, max_bytes=2 * MAX_BYTES).blocks


def test_only_a_page_has_tags() -> None:
    text = "甲" + "<" * (1 << 20)
    assert read_content(text, path="a.txt").blocks[0].plain == text
