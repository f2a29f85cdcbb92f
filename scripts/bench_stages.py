"""Where the time goes: the share of each stage in reading articles.

    python scripts/bench_stages.py [--runs N] [FILE_OR_FOLDER...]

Without a path the seeds are read. Stages are timed by wrapping their functions; what a stage calls that has
a line of its own counts there and not here. The best of N runs counts, each stage by itself.
"""

from __future__ import annotations

import argparse
import importlib
import time
from collections import defaultdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bench import SEEDS, article_files
from claimx.pipeline import extract_document
from claimx.source import read_document

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

#: What a stage does, and its functions as the modules that call them know them.
STAGES: dict[str, tuple[str, ...]] = {
    "read and decode": (),
    "main text or boilerplate": ("claimx.pipeline.label",),
    "find quantities": ("claimx.claim.layout.scan_quantities",),
    "find times": ("claimx.claim.layout.scan_periods",),
    "openings of statements": ("claimx.claim.openings._leading_of",),
    "words and clauses": ("claimx.claim.layout.build_frame",),
    "lay out the rest": ("claimx.claim.lay_out",),
    "predicate, kind, direction": ("claimx.claim.linker._mention",),
    "is it a claim?": ("claimx.claim.linker._likely",),
    "metric candidates": ("claimx.claim.linker.metric_candidates",),
    "subject candidates": ("claimx.claim.linker.subject_candidates",),
    "period candidates": ("claimx.claim.linker.period_candidates",),
    "source and modality": ("claimx.claim.linker.source_candidates", "claimx.claim.linker.read_modality"),
    "weigh candidates": ("claimx.claim.linker.best_of",),
    "records": ("claimx.claim.make_claim",),
}


class Clock:
    """Processor seconds by stage; the innermost stage running is the one that is charged."""

    def __init__(self) -> None:
        self.spent: defaultdict[str, float] = defaultdict(float)
        self._running: list[str] = []
        self._since = 0.0

    def timed(self, stage: str, call: Callable[..., Any]) -> Callable[..., Any]:
        """The function, charged to a stage."""

        def charged(*args: Any, **named: Any) -> Any:
            self._turn()
            self._running.append(stage)
            try:
                return call(*args, **named)
            finally:
                self._turn()
                self._running.pop()

        return charged

    def _turn(self) -> None:
        now = time.process_time()
        if self._running:
            self.spent[self._running[-1]] += now - self._since
        self._since = now


def install(clock: Clock) -> None:
    """Wrap the functions of all stages, for the rest of the process."""
    for stage, functions in STAGES.items():
        for function in functions:
            module, _, name = function.rpartition(".")
            owner = importlib.import_module(module)
            setattr(owner, name, clock.timed(stage, getattr(owner, name)))


def measure(files: Sequence[Path], runs: int) -> dict[str, float]:
    """The least processor seconds of each stage over some runs."""
    clock = Clock()
    install(clock)
    read = clock.timed("read and decode", read_document)
    rest = clock.timed("all else", lambda path: extract_document(read(str(path))))
    rest(files[0])  # word lists are read and patterns compiled at the first call
    best: dict[str, float] = {}
    for _ in range(runs):
        clock.spent.clear()
        for path in files:
            rest(path)
        for stage, seconds in clock.spent.items():
            best[stage] = min(seconds, best.get(stage, seconds))
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description="The share of each stage in reading articles.")
    parser.add_argument("paths", nargs="*", type=Path, help="files and folders; the seeds by default")
    parser.add_argument("--runs", type=int, default=3, help="the best of so many runs counts (default 3)")
    given = parser.parse_args()
    files = article_files(given.paths or [SEEDS])
    spent = measure(files, given.runs)
    whole = sum(spent.values())
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1e6:.2f} MB, best of {given.runs}: {size / whole / 1e6:.2f} MB/s")
    for stage in (*STAGES, "all else"):
        print(f"  {stage:<28}{spent.get(stage, 0.0) / whole:>7.1%}")


if __name__ == "__main__":
    main()
