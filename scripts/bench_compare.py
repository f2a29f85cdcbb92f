"""How the time and memory of a comparison grow with the number of documents.

    python scripts/bench_compare.py [--times 1,4,15] CLAIMS.jsonl

Reads records saved by ``claimx extract``, multiplies their documents and compares all of them at once. Of each
copy's figures every second is changed a little, so that copies agree, clash and stand alone. Each size runs in a
process of its own, for its peak memory; the last column says how many times as long a claim takes as in the smallest
size: near one where time is linear.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import time
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare import compare
from claimx.compare.saved import read_saved

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.model import Claim


class Run(NamedTuple):
    """What one comparison took."""

    documents: int
    claims: int
    facts: int
    seconds: float
    #: Peak memory of the process in MB, and what of it the claims themselves take.
    peak: float
    claims_alone: float


def multiplied(claims: list[Claim], times: int) -> Iterator[Claim]:
    """The claims of so many copies of the documents."""
    for copy in range(times):
        for number, claim in enumerate(claims):
            changed = claim.value
            if copy and changed is not None and number % 2:
                changed = changed * (100 + copy % 7) / 100
            yield replace(claim, doc=f"{copy:04}/{claim.doc}", value=changed)


def measured(path: Path, times: int) -> Run:
    """Compare so many copies; run in a process of its own."""
    claims = list(multiplied(read_saved(path), times))
    alone = _peak()
    start = time.process_time()
    comparison = compare(claims)
    seconds = time.process_time() - start
    told = Counter(fact.verdict for fact in comparison.facts)
    return Run(len(comparison.documents), len(claims), told.total() - told["only"], seconds, _peak(), alone)


def _peak() -> float:
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("claims", type=Path)
    parser.add_argument("--times", default="1,4,15")
    args = parser.parse_args()
    print("documents   claims    facts   seconds   peak MB   of it claims   time a claim")
    smallest: float | None = None
    context = multiprocessing.get_context("spawn")
    for times in map(int, args.times.split(",")):
        with context.Pool(1) as pool:
            run = pool.apply(measured, (args.claims, times))
        each = run.seconds / run.claims
        smallest = smallest or each
        counts = f"{run.documents:9} {run.claims:8} {run.facts:8}"
        print(f"{counts} {run.seconds:9.2f} {run.peak:9.0f} {run.claims_alone:14.0f} {each / smallest:13.2f}x")


if __name__ == "__main__":
    main()
