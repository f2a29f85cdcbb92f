"""The evaluation gate: read the seeds, compare with the gold, fail when a figure is below its floor.

    python scripts/evaluate.py [--misses N] [--raise-floors]

Each ``tests/gold/NAME.gold.jsonl`` holds the claims of ``seeds/NAME.txt``, and ``NAME.main`` the
lines of its main text. The figures are F1 over all documents:

main      characters of main text, against those on lines labelled main
found     a core claim of the gold overlaps a claim read
quantity  found, and value, min, max, ratio, unit and bound are right
claim     quantity, and kind, direction, metric, subject and period are right

These figures guard against getting worse; they do not say how well an unseen article is read. The
linker's weights are fitted on documents that include the seeds, and the rules were written with them
in view. ``scripts/cross_validate.py`` prints held-out figures, which are the ones to quote and to steer by.

``tests/gold/floors.toml`` pins each figure. Floors only rise: ``--raise-floors`` writes the figures
of today where they are higher.
"""

from __future__ import annotations

import argparse
import json
import math
import re
import sys
import tomllib
from pathlib import Path
from typing import TYPE_CHECKING

from claimx.clean import label
from claimx.pipeline import extract_document
from claimx.source import read_document
from judge import NOISE, Score, score_claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.document import Document

ROOT = Path(__file__).resolve().parents[1]
GOLD, SEEDS = ROOT / "tests" / "gold", ROOT / "seeds"
FLOORS = GOLD / "floors.toml"


def main() -> int:
    """Print the figures beside their floors; 1 when one is below."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="also print the first N misses")
    parser.add_argument("--raise-floors", action="store_true", help="pin the figures that are above their floors")
    arguments = parser.parse_args()

    scores = {name: Score() for name in ("main", "found", "quantity", "claim")}
    misses: list[str] = []
    for gold_path in sorted(GOLD.glob("*.gold.jsonl")):
        name = gold_path.name.removesuffix(".gold.jsonl")
        document = read_document(str(SEEDS / f"{name}.txt"))
        score_main(document, (GOLD / f"{name}.main").read_text(encoding="utf-8"), scores["main"])
        gold = [json.loads(line) for line in gold_path.read_text(encoding="utf-8").splitlines()]
        misses += (f"{name}: {miss}" for miss in score_claims(extract_document(document), gold, scores))
    for miss in misses[: arguments.misses]:
        print(miss)

    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    # Rounded down, so that a floor raised to a figure is met by that figure.
    figures = {name: math.floor(score.f1 * 1000) / 1000 for name, score in scores.items()}
    for name, figure in figures.items():
        state = "BELOW ITS FLOOR" if figure < floors[name] else "above: --raise-floors" if figure > floors[name] else ""
        print(f"{name:9} F1 {figure:.3f}  floor {floors[name]:.3f}  {state}".rstrip())
    if arguments.raise_floors:
        raise_floors({name: max(figure, floors[name]) for name, figure in figures.items()})
    return int(any(figure < floors[name] for name, figure in figures.items()))


def raise_floors(floors: dict[str, float]) -> None:
    """Write the floors, keeping the comment above them."""
    comment = [line for line in FLOORS.read_text(encoding="utf-8").splitlines() if line.startswith("#")]
    FLOORS.write_text("\n".join([*comment, *(f"{k} = {v:.3f}" for k, v in floors.items())]) + "\n", encoding="utf-8")


def score_main(document: Document, main_lines: str, score: Score) -> None:
    """Count characters of the lines that are and should be main text."""
    wanted = set(line_numbers(main_lines))
    for item in label(document):
        size = len(NOISE.sub("", item.block.plain))
        is_wanted = item.block.line in wanted
        score.read += size * item.main
        score.wanted += size * is_wanted
        score.right += size * (item.main and is_wanted)


def line_numbers(spec: str) -> Iterator[int]:
    """The numbers of ``1,3-5``."""
    for part in re.split(r"[,\s]+", spec.strip()):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


if __name__ == "__main__":
    sys.exit(main())
