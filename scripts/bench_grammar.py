"""How fast the grammars of quantities and of time read, against a bare search for digits in the same text.

    python scripts/bench_grammar.py [--runs N] [FILE_OR_FOLDER...]

Without a path the seeds are read. Each figure is the best of N runs by processor time, in megabytes of
UTF-8 a second (of HTML: of its visible text). The ratio is how many times as long as the bare search a
grammar takes, which a busy or slow machine changes little.
"""

from __future__ import annotations

import argparse
import re
import time
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from claimx import find_periods, find_quantities
from claimx.source import read_document
from claimx.source.discovery import discover

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Scan = Callable[[str], list[object]]

SEEDS = Path(__file__).parents[1] / "seeds"
_REFERENCE = date(2025, 6, 30)
_DIGITS = re.compile(r"[0-9]+")


def digits(text: str) -> list[object]:
    """The yardstick: every run of digits, as a match each."""
    return list(_DIGITS.finditer(text))


def quantities(text: str) -> list[object]:
    return list(find_quantities(text))


def periods(text: str) -> list[object]:
    return list(find_periods(text, _REFERENCE))


SCANS: dict[str, Scan] = {"digits": digits, "find_quantities": quantities, "find_periods": periods}


def best_seconds(texts: Sequence[str], runs: int) -> dict[str, float]:
    """Processor seconds of the best run of each scan over all texts; the scans take turns."""
    best = dict.fromkeys(SCANS, float("inf"))
    for _ in range(runs):
        for name, scan in SCANS.items():
            start = time.process_time()
            for text in texts:
                scan(text)
            best[name] = min(best[name], time.process_time() - start)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed of the grammars against a bare search for digits.")
    parser.add_argument("paths", nargs="*", help="files and folders; the seeds by default")
    parser.add_argument("--runs", type=int, default=5, help="the best of so many runs counts (default 5)")
    given = parser.parse_args()
    texts: list[str] = []
    for found in discover(given.paths or [str(SEEDS)]):
        if not isinstance(found, str):
            raise found
        texts.append(read_document(found).text)
    size = sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)
    for scan in SCANS.values():  # word lists are read and patterns compiled at the first call
        scan(texts[0])
    best = best_seconds(texts, given.runs)
    print(f"{len(texts)} files, {size / 1e6:.2f} MB, best of {given.runs}")
    for name, scan in SCANS.items():
        hits = sum(len(scan(text)) for text in texts)
        print(f"{name:<16} {size / 1e6 / best[name]:8.2f} MB/s   {best[name] / best['digits']:7.1f} x   {hits} found")


if __name__ == "__main__":
    main()
