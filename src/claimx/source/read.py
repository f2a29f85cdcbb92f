"""From a path or a text to a Document."""

from __future__ import annotations

import os
import stat
import sys
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.document import MAX_BYTES, Document, too_many_figures, too_many_lines
from claimx.errors import InputError
from claimx.source import headline, metadata
from claimx.source.decoding import DecodeError, decode
from claimx.source.discovery import STDIN
from claimx.source.lines import BLANK
from claimx.source.markdown import read_markdown
from claimx.source.plain import read_plain
from claimx.source.sniff import Format, sniff

if TYPE_CHECKING:
    from claimx.document import Block

# A .txt file may hold anything that was copied out of a page: it is sniffed.
_FORMATS: dict[str, Format] = {
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
}


def read_document(path: str, *, encoding: str | None = None, max_bytes: int = MAX_BYTES) -> Document:
    """Read and decode one input, ``-`` for standard input.

    ``encoding`` overrides the detection. No more than ``max_bytes`` are read into memory; larger inputs are
    refused, and so are those with far more lines or, when claims are looked for, figures than articles have.

    Raises:
        InputError: the input cannot be read, is empty, too large, too finely cut, or not text.

    """
    try:
        data = _stdin(max_bytes) if path == STDIN else _file(path, max_bytes)
    except OSError as error:
        raise InputError(path, (error.strerror or "cannot be read").lower()) from error
    return read_content(data, path=path, encoding=encoding, max_bytes=max_bytes)


def read_content(
    content: bytes | str, *, path: str, encoding: str | None = None, max_bytes: int = MAX_BYTES
) -> Document:
    """Decode the content of an input, unless it is text already, and read it.

    ``path`` names it; its suffix tells the format. The rest is as for ``read_document``.

    Raises:
        InputError: the content is empty, too large, too finely cut, or not text.

    """
    if len(content) > max_bytes:
        raise InputError(path, f"larger than {max_bytes} bytes")
    try:
        text = decode(content, encoding=encoding) if isinstance(content, bytes) else content
    except DecodeError as error:
        raise InputError(path, str(error)) from error
    if not text.strip(BLANK):
        raise InputError(path, "empty file")
    kind = _FORMATS.get(Path(path).suffix.lower()) or sniff(text)
    bound = too_many_lines(max_bytes)
    if _pieces(text, kind) >= bound:
        raise InputError(path, f"{bound} or more lines or tags; allow more --max-bytes")
    document = read_text(text, path=path, kind=kind)
    return replace(document, too_many_figures=too_many_figures(max_bytes))


def _pieces(text: str, kind: Format) -> int:
    """No fewer than the blocks that the text is read as: its line ends, and the tags of a page."""
    return text.count("\n") + text.count("\r") - text.count("\r\n") + (text.count("<") if kind == "html" else 0)


def _stdin(max_bytes: int) -> bytes:
    return sys.stdin.buffer.read(max_bytes + 1)


def _file(path: str, max_bytes: int) -> bytes:
    # Opened without waiting: a pipe that nobody writes to would hang the run.
    with open(path, "rb", opener=_without_waiting) as file:
        if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
            raise InputError(path, "not a regular file")
        return file.read(max_bytes + 1)


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0))


def read_text(text: str, *, path: str = "", kind: Format | None = None) -> Document:
    """The Document of a decoded text; without ``kind`` its format is sniffed.

    Offsets of the blocks count code points of ``text``; for HTML of the visible text, which is the
    document's ``text``.
    """
    kind = kind or sniff(text)
    if kind == "html":
        return _page(text, path)
    blocks = read_markdown(text) if kind == "markdown" else read_plain(text)
    title = headline.headline(blocks)
    return Document(path, text, _titled(blocks, title), metadata.metadata(text, blocks, title))


def _page(text: str, path: str) -> Document:
    from claimx.source import html, html_metadata  # noqa: PLC0415 - most inputs are not HTML

    page = html.read_page(text)
    title = html_metadata.headline(page.blocks, page.head)
    facts = html_metadata.page_metadata(page.blocks, page.head, title)
    return Document(path, page.text, _titled(page.blocks, title), facts, page.boxes)


def _titled(blocks: tuple[Block, ...], title: int | None) -> tuple[Block, ...]:
    if title is None:
        return blocks
    return (*blocks[:title], replace(blocks[title], kind="title"), *blocks[title + 1 :])
