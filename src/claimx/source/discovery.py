"""From the paths a user names to the files to read, errors in their place."""

from __future__ import annotations

import glob
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from claimx.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

#: A path that can be read, or the error that stands in its place.
Found: TypeAlias = str | InputError

STDIN = "-"
SUFFIXES = frozenset({".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"})
_GLOB = frozenset("*?[")


def discover(paths: Iterable[str]) -> Iterator[Found]:
    """The inputs that ``paths`` name, each once, in order: files, directories, globs, ``-``.

    Directories are searched recursively in sorted order for the supported suffixes, never following
    a link to a directory that holds the link; other files in them are passed over. What cannot be
    read is yielded as an InputError in its place, never raised.
    """
    seen: set[str] = set()
    for path in paths:
        for found in _expand(path):
            if isinstance(found, InputError):
                yield found
                continue
            key = found if found == STDIN else os.path.realpath(found)
            if key not in seen:
                seen.add(key)
                yield found


def _expand(path: str) -> Iterator[Found]:
    if path == STDIN:
        yield path
    elif path and os.path.lexists(path):
        yield from _existing(path)
    elif _GLOB & set(path):
        matches = sorted(glob.glob(path, recursive=True))  # noqa: PTH207 - Path.glob takes no absolute pattern
        if not matches:
            yield InputError(path, "no file matches")
        for match in matches:
            # A glob means "the documents among these": a picture beside them is no mistake.
            if _is_directory(match) or Path(match).suffix.lower() in SUFFIXES:
                yield from _existing(match)
    else:
        yield InputError(path, "no such file or directory")


def _existing(path: str) -> Iterator[Found]:
    try:
        mode = Path(path).stat().st_mode
    except OSError as error:
        yield InputError(path, (error.strerror or "cannot be read").lower())
        return
    if stat.S_ISDIR(mode):
        yield from _directory(path)
    elif not stat.S_ISREG(mode):
        yield InputError(path, "not a regular file")
    elif Path(path).suffix.lower() not in SUFFIXES:
        yield InputError(path, f"unknown format (expected {', '.join(sorted(SUFFIXES))})")
    else:
        yield path


def _is_directory(path: str) -> bool:
    """Whether a path is a directory, as far as can be told: one below a directory that may not be entered is none."""
    return os.path.isdir(path)  # noqa: PTH112 - Path.is_dir raises PermissionError


def _directory(path: str) -> Iterator[Found]:
    """The supported files below a directory in sorted order, hidden ones left out.

    Each directory is entered once, so that links back up end.
    """
    entered: set[tuple[int, int]] = set()
    pending = [path]
    while pending:
        current = pending.pop()
        if not _is_directory(current):
            yield from _existing(current)
            continue
        try:
            status = Path(current).stat()
            names = sorted(os.listdir(current), reverse=True)  # noqa: PTH208 - names, not paths, are sorted
        except OSError as error:
            yield InputError(current, (error.strerror or "cannot be read").lower())
            continue
        if (status.st_dev, status.st_ino) in entered:
            continue
        entered.add((status.st_dev, status.st_ino))
        for name in names:
            child = os.path.join(current, name)  # noqa: PTH118 - keeps the path as the user began it
            if not name.startswith(".") and (Path(child).suffix.lower() in SUFFIXES or _is_directory(child)):
                pending.append(child)
