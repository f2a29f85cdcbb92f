"""Damage every article of a folder at random and read it: nothing may crash, hang or misquote.

    python scripts/mutate_corpus.py FOLDER [--times 10] [--seed 1] [--limit SECONDS]

Each article is damaged TIMES times over: stretches cut, moved, repeated; lines shuffled and joined; characters
exchanged; pieces of markup, figures and control characters put in; and one time in four the bytes themselves:
flipped, chopped, in another encoding. The reader is that of its suffix. The same seed gives the same damage,
whatever the order. Prints how many were read and how many refused, and the slowest; ends with 1 when one raised,
took longer than the limit, or broke what ``soundness.py`` asks.
"""

from __future__ import annotations

import argparse
import random
import signal
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
    from collections.abc import Iterator

    from claimx.source.sniff import Format

_PUBLISHED = date(2025, 3, 20)
_KINDS: dict[str, Format] = {".md": "markdown", ".markdown": "markdown", ".html": "html", ".htm": "html"}
#: The longest stretch that is cut, moved or repeated, in characters.
_STRETCH = 2000


def _place(chance: random.Random, text: str) -> tuple[int, int]:
    start = chance.randrange(len(text) + 1)
    return start, start + chance.randrange(_STRETCH)


def truncate(chance: random.Random, text: str) -> str:
    """The end missing."""
    return text[: chance.randrange(len(text)) + 1]


def cut(chance: random.Random, text: str) -> str:
    """A stretch missing."""
    start, end = _place(chance, text)
    return text[:start] + text[end:]


def repeat(chance: random.Random, text: str) -> str:
    """A stretch many times over."""
    start, end = _place(chance, text)
    return text[:start] + text[start:end] * chance.randint(2, 20) + text[end:]


def move(chance: random.Random, text: str) -> str:
    """A stretch somewhere else."""
    start, end = _place(chance, text)
    rest = text[:start] + text[end:]
    to = chance.randrange(len(rest) + 1)
    return rest[:to] + text[start:end] + rest[to:]


def insert(chance: random.Random, text: str) -> str:
    """Pieces of figures, markup and control characters between the characters."""
    for _ in range(chance.randint(1, 60)):
        at = chance.randrange(len(text) + 1)
        text = text[:at] + "".join(chance.choices(PIECES, k=chance.randint(1, 4))) + text[at:]
    return text


def swap(chance: random.Random, text: str) -> str:
    """Characters exchanged for others of the same text."""
    characters = list(text)
    for _ in range(chance.randint(1, 200)):
        characters[chance.randrange(len(characters))] = chance.choice(characters)
    return "".join(characters)


def shuffle(chance: random.Random, text: str) -> str:
    """The lines in another order."""
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def join(chance: random.Random, text: str) -> str:
    """One line, or lines that end as those of old machines did."""
    return text.replace("\n", chance.choice(["", "\r", "\r\n", " "]))


def wrap(chance: random.Random, text: str) -> str:
    """Tags and marks that nothing closes."""
    opening = chance.choice(["<div>", "<table><tr><td>", "<p>", "<!--", "<script>", "> ", "- ", "|", "（", "**"])
    return opening * chance.randint(1, 3000) + text


_OF_TEXT = (truncate, cut, repeat, move, insert, swap, shuffle, join, wrap)


def flip(chance: random.Random, data: bytes) -> bytes:
    """Up to eight bytes changed."""
    broken = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        broken[chance.randrange(len(broken))] = chance.randrange(256)
    return bytes(broken)


def chop(chance: random.Random, data: bytes) -> bytes:
    """The end missing, perhaps from the middle of a character on."""
    return data[: chance.randrange(len(data)) + 1]


def encode(chance: random.Random, data: bytes) -> bytes:
    """Another encoding, perhaps from the middle on."""
    text = data.decode("utf-8", "replace")
    at = chance.choice([0, 0, chance.randrange(len(text) + 1)])
    name = chance.choice(["gb18030", "big5", "utf-16", "utf-16-be", "utf-32", "latin-1"])
    return text[:at].encode("utf-8") + text[at:].encode(name, "replace")


_OF_BYTES = (flip, chop, encode)


def mutated(seed: int, name: str, turn: int, data: bytes) -> bytes:
    """The bytes after one to four mutations, told by the seed, the file's name and the turn alone.

    One time in four the bytes are damaged too: most of those are rightly refused, which tests less.
    """
    chance = random.Random(f"{seed}/{name}/{turn}")
    text = decode(data)
    for mutation in chance.choices(_OF_TEXT, k=chance.randint(1, 3)):
        text = mutation(chance, text) or text
    data = text.encode("utf-8", "surrogatepass")
    return chance.choice(_OF_BYTES)(chance, data) if chance.random() < 0.25 else data


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


def _hang(signum: int, frame: object) -> None:
    raise TimeoutError


def main() -> None:
    parser = argparse.ArgumentParser(description="Read articles damaged at random.")
    parser.add_argument("folder")
    parser.add_argument("--times", type=int, default=10, help="how often each article is damaged (default 10)")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--limit", type=float, default=20.0, help="processor seconds that count as a hang (default 20)")
    given = parser.parse_args()
    signal.signal(signal.SIGPROF, _hang)
    count: Counter[str] = Counter()
    slowest = (0.0, "")
    for path in _files(given.folder):
        count["articles"] += 1
        data = path.read_bytes()
        for turn in range(given.times):
            case = f"{path.name} turn {turn}"
            began = time.process_time()
            signal.setitimer(signal.ITIMER_PROF, given.limit)
            try:
                count["claims"] += read(mutated(given.seed, path.name, turn, data), _KINDS.get(path.suffix))
                count["read"] += 1
            except DecodeError:
                count["refused"] += 1
            except TimeoutError:
                count["hangs"] += 1
                print(f"hang: {case}: more than {given.limit:g} s")
            except AssertionError as error:
                count["unsound"] += 1
                print(f"unsound: {case}: {error}")
            except Exception:  # whatever it is, it is a finding
                count["crashes"] += 1
                print(f"crash: {case}\n{traceback.format_exc()}")
            finally:
                signal.setitimer(signal.ITIMER_PROF, 0)
            slowest = max(slowest, (time.process_time() - began, case))
    print(
        f"{count['articles']} articles x {given.times}, seed {given.seed}: {count['read']} read, {count['refused']} "
        f"refused as no text, {count['claims']} claims; {count['crashes']} crashes, {count['hangs']} hangs, "
        f"{count['unsound']} unsound; slowest {slowest[0]:.2f} s ({slowest[1]})"
    )
    sys.exit(bool(count["crashes"] or count["hangs"] or count["unsound"]))


if __name__ == "__main__":
    main()
