"""Show that every stage takes time in proportion to its text: doubled sizes of ordinary and of hostile text.

    python scripts/bench_linear.py [--size CHARACTERS] [--steps N] [--stage NAME] [TEXT...]

Each line gives, for one stage and one text, the processor seconds of the smallest size and how many times as
long each doubling takes: about 2 for linear work, 4 for quadratic. The last column is the growth over all steps as a
power of the size, fitted by the ends; above 1.5 the line is marked and the script ends with 1. At the end
stands the memory that the largest text took, in bytes for a character.
"""

from __future__ import annotations

import argparse
import gc
import math
import sys
import time
import tracemalloc
from datetime import date
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from claimx import compare, find_periods, find_quantities
from claimx.clean import label
from claimx.pipeline import extract_document
from claimx.render import writer
from claimx.render.html import Report, Source
from claimx.source import decode, discover, read_document, read_text

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

SEEDS = Path(__file__).parents[1] / "seeds"
_DAY = date(2025, 6, 30)
#: Growth as a power of the size from which work is called more than linear; noise and caches stay below.
_ALLOWED = 1.5
#: Shorter runs measure the clock: the first size is doubled until it takes so long, or so often.
_LEAST_SECONDS = 0.01
_MOST_DOUBLINGS = 7


def _html(text: str) -> None:
    document = read_text(text)
    claims = tuple(extract_document(document, published=_DAY, include_boilerplate=True))
    for _ in Report([Source(document, label(document), claims)], compare(claims), None).html():
        pass


def _claims(text: str) -> list[Claim]:
    return extract_document(read_text(text), published=_DAY, include_boilerplate=True)


def _rendered(text: str) -> None:
    document = read_text(text)
    claims = extract_document(document, published=_DAY, include_boilerplate=True)
    for style in ("jsonl", "csv", "md", "displacy", "table"):
        out = writer(style)
        out.join(out.document(document, claims))


STAGES: dict[str, Callable[[str], object]] = {
    "decode": lambda text: decode(text.encode("gb18030", "replace")),
    "read-text": lambda text: read_text(text, kind="text"),
    "read-markdown": lambda text: read_text(text, kind="markdown"),
    "read-html": lambda text: read_text("<html><body>" + text, kind="html"),
    "clean": lambda text: label(read_text(text)),
    "quantity": find_quantities,
    "period": lambda text: find_periods(text, _DAY),
    "claim": _claims,
    "compare": lambda text: compare(_claims(text)),
    "render": _rendered,
    "report": _html,
}
_SENTENCE = "2024年，抖音电商GMV达3.5万亿元，同比增长30%。"
#: What is repeated to the size; the seeds are what articles are.
HOSTILE: dict[str, str] = {
    "one line of statements": _SENTENCE,
    "a sentence without end": _SENTENCE.replace("。", "，"),
    "short lines": "3亿元\n",
    "digits": "1234567890",
    "chinese digits": "九万",
    "a list of figures": "3亿元、",
    "ranges": "200-500元，",
    "joined names": "甲、乙、",
    "open brackets": "（3亿元",
    "quotation marks": "“营收3亿",
    "blanks": " ",
    "tags": "<div><b>3",
    "tables": "<table><tr><td>3亿元",
    "table rows": "| 3亿元 | 4% |\n",
    "links": "[3](a",
    "emphasis": "**3*_",
    "entities": "&#51;&amp",
    "headings": "# 3亿元\n",
    "dates": "2024年3月1日至",
    "the same paragraph": _SENTENCE * 6 + "\n\n",
}


def _seeds() -> str:
    return "\n\n".join(read_document(path).text for path in discover([str(SEEDS)]) if isinstance(path, str))


def _sized(piece: str, size: int) -> str:
    """Whole pieces, about so many characters: a part of an article may hold no figure."""
    return piece * max(1, size // len(piece))


def _seconds(stage: Callable[[str], object], text: str) -> float:
    gc.collect()
    began = time.process_time()
    stage(text)
    return time.process_time() - began


def measure(name: str, piece: str, size: int, steps: int) -> tuple[int, list[float], float]:
    """The first size that can be measured, seconds at each size, and the growth as a power of the size."""
    stage = STAGES[name]
    size = max(size, len(piece))
    for _ in range(_MOST_DOUBLINGS):
        if _seconds(stage, _sized(piece, size)) >= _LEAST_SECONDS:
            break
        size *= 2
    seconds = [_seconds(stage, _sized(piece, size << step)) for step in range(steps)]
    return size, seconds, math.log(seconds[-1] / max(seconds[0], 1e-4), 2 ** (steps - 1))


def memory(piece: str, size: int) -> float:
    """Bytes that reading and extracting took at their peak, for a character."""
    text = _sized(piece, max(size, len(piece)))
    tracemalloc.start()
    _claims(text)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return peak / len(text)


def main() -> None:
    parser = argparse.ArgumentParser(description="Time of every stage for doubled sizes.")
    parser.add_argument("texts", nargs="*", help="which texts: seeds, " + ", ".join(HOSTILE))
    parser.add_argument("--size", type=int, default=10_000, help="characters of the smallest text (default 10000)")
    parser.add_argument("--steps", type=int, default=4, help="how many sizes, each double the last (default 4)")
    parser.add_argument("--stage", action="append", choices=STAGES, help="only this stage; may be repeated")
    given = parser.parse_args()
    texts = {"seeds": _seeds(), **HOSTILE}
    chosen = {name: texts[name] for name in given.texts or texts}
    failed = False
    for stage in given.stage or STAGES:
        STAGES[stage](_SENTENCE)  # word lists are read and patterns compiled at the first call
        for name, piece in chosen.items():
            size, seconds, power = measure(stage, piece, given.size, given.steps)
            ratios = " ".join(f"{b / max(a, 1e-4):5.1f}" for a, b in pairwise(seconds))
            bad = power > _ALLOWED
            failed |= bad
            mark = "  !" if bad else ""
            print(f"{stage:<14} {name:<24} {size:>8} {seconds[0]:7.3f} s  x {ratios}  n^{power:.2f}{mark}", flush=True)
    for name in ("seeds", "one line of statements", "a list of figures", "short lines", "table rows"):
        print(f"memory         {name:<24} {memory(texts[name], given.size << 2):7.0f} bytes for a character")
    sys.exit(failed)


if __name__ == "__main__":
    main()
