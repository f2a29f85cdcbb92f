"""A user's own words in TOML: metrics, entities, units and boilerplate cues that claimx does not know.

    lexicon = ["more.toml"]           # other files, beside this one

    [[metric]]
    id = "坪效"
    dimension = "money"
    aliases = ["每平方米销售额"]

    [[entity]]
    id = "云杉咖啡"
    type = "brand"
    aliases = ["云杉"]

    [[unit]]
    kind = "measure"
    code = "mC"
    names = ["毫库仑"]

    [[boilerplate]]
    kind = "promotion"
    words = ["扫码领券"]

Each entry becomes a row of one of the tables in ``lexicon/data``, in the same columns. In
``pyproject.toml`` all of it stands below ``[tool.claimx]``.
"""

from __future__ import annotations

import re
import tomllib
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimx.errors import LexiconError
from claimx.lazy import lazy
from claimx.lexicon.entry import KINDS, entry_rows
from claimx.lexicon.load import add

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

_ERROR_PLACE = lazy(r" \(at line (\d+), column \d+\)$| \(at end of document\)$")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a file, and in which line of it, counted from 1."""

    path: Path
    line: int
    reason: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.reason}"


@dataclass(slots=True)
class Overlay:
    """What a file adds: rows by table, and how many entries there are of each kind."""

    fold: Callable[[str], str]
    rows: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    counts: dict[str, int] = field(default_factory=dict)
    mistakes: list[Mistake] = field(default_factory=list)


def read_overlay(path: Path, fold: Callable[[str], str]) -> Overlay:
    """What a TOML file adds, with all its mistakes; entries with a mistake add nothing.

    Args:
        path: the file.
        fold: puts a word into the form in which texts are matched (``normalise``).

    Raises:
        LexiconError: the file cannot be read at all.

    """
    overlay = Overlay(fold)
    _read(path, overlay, seen=set())
    return overlay


def use_overlay(path: Path, fold: Callable[[str], str]) -> None:
    """Let this process know what a TOML file adds; its words come before those of claimx.

    Raises:
        LexiconError: the file cannot be read, holds a mistake (the message names the line), or comes
            after the first text was read.

    """
    overlay = read_overlay(path, fold)
    if overlay.mistakes:
        raise LexiconError(str(overlay.mistakes[0]))
    add(overlay.rows)


def _read(path: Path, overlay: Overlay, seen: set[Path]) -> None:
    seen.add(path.resolve())
    try:
        text = path.read_text(encoding="utf-8-sig")
        content = tomllib.loads(text)
    except OSError as error:
        raise LexiconError(f"{path}: {(error.strerror or 'cannot be read').lower()}") from None
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: not UTF-8") from None
    except tomllib.TOMLDecodeError as error:
        overlay.mistakes.append(_syntax(path, text, str(error)))
        return
    if path.name == "pyproject.toml":
        content = content.get("tool", {}).get("claimx", {})
    places = _Places(text)
    for key, value in content.items():
        if key == "lexicon":
            _include(path, value, overlay, seen, places)
        elif key in KINDS:
            _entries(path, key, value, overlay, places)
        else:
            known = ", ".join(("lexicon", *KINDS))
            overlay.mistakes.append(Mistake(path, places.key(key), f"unknown table {key!r} (expected {known})"))


def _include(path: Path, value: Any, overlay: Overlay, seen: set[Path], places: _Places) -> None:
    names = [value] if isinstance(value, str) else value
    if not isinstance(names, list) or not all(isinstance(name, str) for name in names):
        overlay.mistakes.append(Mistake(path, places.key("lexicon"), "'lexicon' is not a list of file names"))
        return
    for name in names:
        other = path.parent / name
        if other.resolve() in seen:
            continue
        try:
            _read(other, overlay, seen)
        except LexiconError as error:
            overlay.mistakes.append(Mistake(path, places.key("lexicon"), str(error)))


def _entries(path: Path, kind: str, value: Any, overlay: Overlay, places: _Places) -> None:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        overlay.mistakes.append(Mistake(path, places.key(kind), f"write an entry as [[{kind}]]"))
        return
    for number, entry in enumerate(value):
        rows, wrong = entry_rows(kind, entry, overlay.fold)
        for key, reason in wrong:
            overlay.mistakes.append(Mistake(path, places.entry(kind, number, key), reason))
        if not wrong:
            overlay.counts[kind] = overlay.counts.get(kind, 0) + 1
            for table, row in rows:
                overlay.rows.setdefault(table, []).append(row)


def _syntax(path: Path, text: str, message: str) -> Mistake:
    place = _ERROR_PLACE.search(message)
    line = int(place[1]) if place and place[1] else text.count("\n") + 1
    return Mistake(path, line, _ERROR_PLACE.sub("", message).lower())


class _Places:
    """The lines in which entries and keys of a TOML file stand; the parser itself does not tell."""

    _HEADER = re.compile(r"\[\[\s*(?:tool\s*\.\s*claimx\s*\.\s*)?([\w-]+)\s*\]\]|\[")
    _KEY = re.compile(r"([\w-]+)\s*=")

    def __init__(self, text: str) -> None:
        self._entries: dict[str, list[dict[str, int]]] = {}
        self._keys: dict[str, int] = {}
        current = self._keys
        for number, line in enumerate(text.splitlines(), start=1):
            stripped = line.lstrip()
            header, key = self._HEADER.match(stripped), self._KEY.match(stripped)
            if header is not None and header[1] is not None:
                current = {"": number}
                self._entries.setdefault(header[1], []).append(current)
                self._keys.setdefault(header[1], number)
            elif key is not None:
                current.setdefault(key[1], number)
                self._keys.setdefault(key[1], number)

    def key(self, key: str) -> int:
        """The first line with a key or a header of this name."""
        return self._keys.get(key, 1)

    def entry(self, kind: str, number: int, key: str) -> int:
        """The line of a key in the entry of this number, or the line of the entry."""
        entries = self._entries.get(kind, [])
        if number >= len(entries):
            return self.key(kind)
        return entries[number].get(key, entries[number][""])
