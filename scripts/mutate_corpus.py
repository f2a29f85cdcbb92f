"""Damage every article of a folder at random and read it: nothing may crash, hang or misquote.

    python scripts/mutate_corpus.py FOLDER [--times 10] [--seed 1] [--limit SECONDS]

Each article is mutated TIMES times on its own bytes or its own text: bytes flipped, dropped, doubled; stretches cut,
moved, repeated, written in another encoding; pieces of markup, figures and control characters put in. The reader is
that of its suffix. The same seed gives the same damage, whatever the order. Prints how many were read and refused, and
the slowest; ends with 1 when one raised, took longer than the limit, or broke what ``soundness.py`` asks.
"""

from __future__ import annotations

import argparse
import random
import sys
import time
import traceback
from collections import Counter
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.clean import label
from claimx.pipeline import extract_document
from claimx.source import DecodeError, decode, discover, read_text
from pieces import PIECES
from soundness import check_claims, check_document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimx.source.sniff import Format

    Mutation = Callable[[random.Random, bytes], bytes]

_PUBLISHED = date(2025, 3, 20)
_KINDS: dict[str, Format] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
#: The longest stretch that is cut, moved or repeated, in bytes.
_STRETCH = 2000


def _place(chance: random.Random, data: bytes) -> tuple[int, int]:
    start = chance.randrange(len(data) + 1)
    return start, start + chance.randrange(_STRETCH)


def flip(chance: random.Random, data: bytes) -> bytes:
    """Up to eight bytes changed."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def truncate(chance: random.Random, data: bytes) -> bytes:
    """The end missing, perhaps in the middle of a character."""
    return data[: chance.randrange(len(data)) + 1]


def cut(chance: random.Random, data: bytes) -> bytes:
    """A stretch missing."""
    start, end = _place(chance, data)
    return data[:start] + data[end:]


def repeat(chance: random.Random, data: bytes) -> bytes:
    """A stretch many times over."""
    start, end = _place(chance, data)
    return data[:start] + data[start:end] * chance.randint(2, 20) + data[end:]


def move(chance: random.Random, data: bytes) -> bytes:
    """A stretch somewhere else."""
    start, end = _place(chance, data)
    rest = data[:start] + data[end:]
    to = chance.randrange(len(rest) + 1)
    return rest[:to] + data[start:end] + rest[to:]


def insert(chance: random.Random, data: bytes) -> bytes:
    """Pieces of figures, markup and control characters between the characters."""
    text = data.decode("utf-8", "replace")
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + "".join(chance.choices(PIECES, k=chance.randint(1, 4))) + text[at:]
    return text.encode("utf-8")


def shuffle(chance: random.Random, data: bytes) -> bytes:
    """The lines in another order."""
    lines = data.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def join(chance: random.Random, data: bytes) -> bytes:
    """One line, or lines that end as those of old machines did."""
    return data.replace(b"\n", chance.choice([b"", b"\r", b"\r\n", b" "]))


def encode(chance: random.Random, data: bytes) -> bytes:
    """Another encoding, perhaps of a part only."""
    text = data.decode("utf-8", "replace")
    at = chance.choice([0, chance.randrange(len(text) + 1)])
    name = chance.choice(["gb18030", "big5", "utf-16", "utf-16-be", "utf-32", "latin-1"])
    return text[:at].encode("utf-8") + text[at:].encode(name, "replace")


def wrap(chance: random.Random, data: bytes) -> bytes:
    """Tags that nothing closes."""
    tag = chance.choice([b"<div>", b"<table><tr><td>", b"<p>", b"<!--", b"<script>", b"> ", b"- ", b"|"])
    return tag * chance.randint(1, 3000) + data


_MUTATIONS: tuple[Mutation, ...] = (flip, truncate, cut, repeat, move, insert, shuffle, join, encode, wrap)


def mutated(seed: int, name: str, turn: int, data: bytes) -> bytes:
    """The bytes after one to three mutations, told by the seed, the file's name and the turn alone."""
    chance = random.Random(f"{seed}/{name}/{turn}")
    for mutation in chance.choices(_MUTATIONS, k=chance.randint(1, 3)):
        data = mutation(chance, data) or data
    return data


def read(data: bytes, kind: Format | None) -> int:
    """How many claims the bytes give; raises DecodeError when they are refused as no text."""
    document = read_text(decode(data), kind=kind)
    check_document(document, label(document))
    claims = extract_document(document, published=_PUBLISHED, include_boilerplate=True)
    check_claims(document, claims)
    return len(claims)


def _files(folder: str) -> Iterator[Path]:
    for found in discover([folder]):
        if not isinstance(found, str):
            raise found
        yield Path(found)


def main() -> None:
    parser = argparse.ArgumentParser(description="Read articles damaged at random.")
    parser.add_argument("folder")
    parser.add_argument("--times", type=int, default=10, help="how often each article is damaged (default 10)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=20.0, help="processor seconds that count as a hang (default 20)")
    given = parser.parse_args()
    count: Counter[str] = Counter()
    slowest = (0.0, "")
    for path in _files(given.folder):
        count["articles"] += 1
        data = path.read_bytes()
        for turn in range(given.times):
            case = f"{path.name} turn {turn}"
            began = time.process_time()
            try:
                count["claims"] += read(mutated(given.seed, path.name, turn, data), _KINDS.get(path.suffix))
                count["read"] += 1
            except DecodeError:
                count["refused"] += 1
            except AssertionError as error:
                count["unsound"] += 1
                print(f"unsound: {case}: {error}")
            except Exception:  # whatever it is, it is a finding
                count["crashes"] += 1
                print(f"crash: {case}\n{traceback.format_exc()}")
            seconds = time.process_time() - began
            slowest = max(slowest, (seconds, case))
            if seconds > given.limit:
                count["hangs"] += 1
                print(f"hang: {case}: {seconds:.0f} s")
    print(
        f"{count['articles']} articles x {given.times}, seed {given.seed}: {count['read']} read, {count['refused']} "
        f"refused as no text, {count['claims']} claims; {count['crashes']} crashes, {count['hangs']} hangs, "
        f"{count['unsound']} unsound; slowest {slowest[0]:.2f} s ({slowest[1]})"
    )
    sys.exit(bool(count["crashes"] or count["hangs"] or count["unsound"]))


if __name__ == "__main__":
    main()
