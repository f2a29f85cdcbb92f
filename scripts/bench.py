"""How fast claimx starts and reads, what memory it takes, and how both stand beside others in the same run.

    python scripts/bench.py [--runs N] [--copies 1,10] [--peers DIR] [FILE_OR_FOLDER...]

Without a path the seeds are read. Every figure is the best of N runs. Compare ratios, not seconds: they
change little between machines and while others use this one. Processor time counts where one process
works, elapsed time where several do. With --peers, JioNLP and Recognizers-Text are installed into virtual
environments below DIR, if they are not there yet, and read the same prose.
"""

from __future__ import annotations

import argparse
import compileall
import importlib.util
import os
import re
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import bench_peers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    Scan = Callable[[str], object]

SEEDS = Path(__file__).parents[1] / "seeds"
_DIGITS = "a bare search for digits"
_JIEBA = "jieba: words alone"
_SUFFIXES = {".txt", ".md", ".markdown", ".html", ".htm", ".xhtml"}
#: Published on the seeds' and the corpus' side of time, so that relative words resolve.
_REFERENCE = "2025-06-30"
_REFERENCE_DAY = date.fromisoformat(_REFERENCE)


@dataclass(frozen=True)
class Cost:
    """What a process and those it started took."""

    #: Processor seconds of all, elapsed seconds, and the largest resident set of one of them in bytes.
    processor: float
    elapsed: float
    memory: int


def cost(command: Sequence[str | Path]) -> Cost:
    """Run a command and tell what it took; its output is thrown away."""
    start = time.perf_counter()
    # A process begins with its parent's peak: measure before this one has imported anything large.
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in {0, 3}:  # 3: some inputs failed
        raise SystemExit(f"{' '.join(map(str, command))}: exit code {process.returncode}")
    return Cost(usage.ru_utime + usage.ru_stime, time.perf_counter() - start, usage.ru_maxrss * 1024)


def best(command: Sequence[str | Path], runs: int) -> Cost:
    """The least of each over some runs, and the most memory."""
    costs = [cost(command) for _ in range(runs)]
    return Cost(
        min(item.processor for item in costs), min(item.elapsed for item in costs), max(item.memory for item in costs)
    )


def compile_package() -> None:
    """Compile the package's modules, as an installation does; an editable one may never have been."""
    package = importlib.util.find_spec("claimx")
    for folder in package.submodule_search_locations or () if package is not None else ():
        compileall.compile_dir(folder, quiet=2)


def row(name: str, figure: str, beside: str = "") -> None:
    print(f"  {name:<34}{figure:>14}   {beside}", flush=True)


def start_up(runs: int) -> None:
    print("\nStart (processor time of a cold process, bytecode compiled)")
    claimx: tuple[str | Path, ...] = (sys.executable, "-m", "claimx")
    typer = best((sys.executable, "-c", "import typer"), runs)
    for name, command in (
        ("python -c pass", (sys.executable, "-c", "pass")),
        ("python -c 'import typer'", None),
        ("claimx --version", (*claimx, "--version")),
        ("claimx extract --help", (*claimx, "extract", "--help")),
        ("claimx extract seeds/", (*claimx, "extract", SEEDS)),
    ):
        taken = typer if command is None else best(command, runs)
        row(name, f"{taken.processor * 1000:.0f} ms", f"{taken.processor / typer.processor:.1f} x import typer")


def throughput(paths: Sequence[Path], size: int, runs: int) -> None:
    print("\nReading (claimx extract, JSON Lines, start included)")
    command: tuple[str | Path, ...] = (sys.executable, "-m", "claimx", "extract", *paths, "-f", "jsonl")
    serial = best((*command, "--jobs", "1"), runs)
    row("one process", f"{size / serial.processor / 1e6:.2f} MB/s", f"{serial.memory / 1e6:.0f} MB of memory at most")
    several = best((*command, "--jobs", "2"), runs)
    row(
        "two processes, elapsed",
        f"{size / several.elapsed / 1e6:.2f} MB/s",
        f"{serial.elapsed / several.elapsed:.2f} x one process elapsed, {several.memory / 1e6:.0f} MB in one at most",
    )


def growth(files: Sequence[Path], size: int, copies: Sequence[int]) -> None:
    print("\nCopies of all files (one process, start apart)")
    claimx: tuple[str | Path, ...] = (sys.executable, "-m", "claimx", "extract", "-f", "jsonl", "--jobs", "1")
    first = 0.0
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        line = folder / "line.txt"
        line.write_text("2024年GMV达3万亿元，同比增长30%。", encoding="utf-8")
        start = best((*claimx, line), 3).processor
        line.unlink()
        made = 0
        for number in copies:
            for made in range(made, number):  # noqa: B020 - goes on where the last stopped
                for place, file in enumerate(files):
                    copy = folder / f"{made:04}" / f"{place:06}{file.suffix}"
                    copy.parent.mkdir(exist_ok=True)
                    copy.write_bytes(file.read_bytes())
            made = number
            taken = cost((*claimx, folder))
            per_megabyte = (taken.processor - start) / (size * number / 1e6)
            first = first or per_megabyte
            row(
                f"{number} times, {number * len(files)} files",
                f"{per_megabyte:.3f} s/MB",
                f"{per_megabyte / first:.2f} x the first, {taken.memory / 1e6:.0f} MB of memory",
            )


def scans(texts: Sequence[str], runs: int) -> None:
    """The grammars and the pipeline beside a bare search for digits and the segmenters' cuts of the same text."""
    from claimx import extract, find_periods, find_quantities  # noqa: PLC0415 - see ``cost``
    from claimx.text.words import SEGMENTERS, segmenter  # noqa: PLC0415

    digits = re.compile(r"[0-9]+")
    named: dict[str, Scan] = {
        _DIGITS: lambda text: list(digits.finditer(text)),
        "find_quantities": find_quantities,
        "find_periods": lambda text: find_periods(text, _REFERENCE_DAY),
        "extract": lambda text: extract(text, published=_REFERENCE),
        _JIEBA: _jieba_cut(),
        **{f"{name}: words and tags": segmenter(name).tag for name in SEGMENTERS},
    }
    taken = _best_seconds(named, texts, runs)
    size = _size(texts)
    print(f"\nStages on the same text ({size / 1e6:.2f} MB of visible text, warm)")
    for name, seconds in taken.items():
        digits_times, jieba_times = (seconds / taken[other] for other in ("a bare search for digits", _JIEBA))
        row(
            name,
            f"{size / seconds / 1e6:.2f} MB/s",
            f"{digits_times:.0f} x the digits, {jieba_times:.2f} x jieba's words",
        )


def _jieba_cut() -> Scan:
    """Jieba as its users call it, without the words of our lexicon."""
    import jieba  # noqa: PLC0415 - half a second

    jieba.setLogLevel("WARNING")
    tokenizer = jieba.Tokenizer()
    with tempfile.TemporaryDirectory() as folder:  # not the cache that all users of the machine share
        tokenizer.tmp_dir = folder
        tokenizer.initialize()
    cut: Scan = tokenizer.lcut
    return cut


def peers(texts: Sequence[str], folder: Path, runs: int) -> None:
    """Other extractors of figures, each on as much of the texts as it reads in reasonable time."""
    from claimx import extract  # noqa: PLC0415

    print("\nOthers on the same prose (visible text, warm)")
    for peer in bench_peers.PEERS:
        python = bench_peers.environment(peer, folder)
        if python is None:
            row(peer.name, "not installed")
            continue
        sample = _sample(texts, peer.share)
        theirs = bench_peers.seconds(peer, python, sample)
        ours = _best_seconds({"": lambda text: extract(text, published=_REFERENCE)}, sample, runs)[""]
        row(
            peer.name,
            f"{_size(sample) / theirs / 1e3:.0f} KB/s",
            f"claimx, every field linked: {_size(sample) / ours / 1e3:.0f} KB/s, {theirs / ours:.0f} x as fast",
        )


def _best_seconds(named: dict[str, Scan], texts: Sequence[str], runs: int) -> dict[str, float]:
    """Processor seconds of the best run of each over all texts; they take turns."""
    for scan in named.values():  # word lists are read and patterns compiled at the first call
        scan(texts[0])
    taken = dict.fromkeys(named, float("inf"))
    for _ in range(runs):
        for name, scan in named.items():
            start = time.process_time()
            for text in texts:
                scan(text)
            taken[name] = min(taken[name], time.process_time() - start)
    return taken


def _size(texts: Sequence[str]) -> int:
    return sum(len(text.encode("utf-8", "surrogatepass")) for text in texts)


def _sample(texts: Sequence[str], share: int) -> list[str]:
    """Whole texts from the front, until they make so many bytes."""
    chosen: list[str] = []
    for text in texts:
        chosen.append(text)
        if _size(chosen) >= share:
            break
    return chosen


def article_files(paths: Sequence[Path]) -> list[Path]:
    """The articles among the files named, and below the folders."""
    found = [sorted(path.rglob("*")) if path.is_dir() else [path] for path in paths]
    return [path for group in found for path in group if path.suffix in _SUFFIXES and path.is_file()]


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed and memory of claimx, as ratios of the same run.")
    parser.add_argument("paths", nargs="*", type=Path, help="files and folders; the seeds by default")
    parser.add_argument("--runs", type=int, default=5, help="the best of so many runs counts (default 5)")
    parser.add_argument("--copies", default="1,10", help="read so many copies of all files (default 1,10)")
    parser.add_argument("--peers", type=Path, metavar="DIR", help="also measure others, in environments below DIR")
    given = parser.parse_args()
    paths = given.paths or [SEEDS]
    files = article_files(paths)
    size = sum(path.stat().st_size for path in files)
    print(f"{len(files)} files, {size / 1e6:.2f} MB, best of {given.runs}, Python {sys.version.split()[0]}")
    compile_package()
    start_up(given.runs)
    throughput(paths, size, given.runs)
    growth(files, size, [int(number) for number in given.copies.split(",")])
    from claimx.source import read_document  # noqa: PLC0415 - see ``cost``

    texts = [read_document(str(path)).text for path in files]
    scans(texts, given.runs)
    if given.peers is not None:
        peers(texts, given.peers, given.runs)


if __name__ == "__main__":
    main()
