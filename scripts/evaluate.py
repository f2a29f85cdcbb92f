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
in view. ``scripts/fit_linker.py`` prints held-out figures, which are the ones to quote and to steer by.

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
from collections import Counter
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeAlias

from claimx.clean import label
from claimx.pipeline import extract_document
from claimx.source import read_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.document import Document
    from claimx.model import Claim

ROOT = Path(__file__).resolve().parents[1]
GOLD, SEEDS = ROOT / "tests" / "gold", ROOT / "seeds"
FLOORS = GOLD / "floors.toml"

# Units that must be met exactly; two classifiers count as one ("单" and "件" of orders).
_CODES = re.compile(
    r"%|pp|x|ratio|折|rank|second|minute|hour|day|week|month|quarter|year|[A-Z]{3}(?:/.+)?|[A-Za-z℃°].*"
)
_NOISE = re.compile(r"[\s，。、：:；;“”\"'‘’《》（）()\[\]【】·\-—*#>|]")
_DEFAULTS = {"bound": "eq", "kind": "level"}

Gold: TypeAlias = dict[str, Any]


@dataclass
class Score:
    """How many were right, of how many read and how many wanted."""

    right: float = 0
    read: float = 0
    wanted: float = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.read + self.wanted
        return 2 * self.right / total if total else 0.0


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
        size = len(_NOISE.sub("", item.block.plain))
        is_wanted = item.block.line in wanted
        score.read += size * item.main
        score.wanted += size * is_wanted
        score.right += size * (item.main and is_wanted)


def line_numbers(spec: str) -> Iterator[int]:
    """The numbers of ``1,3-5``."""
    for part in re.split(r"[,\s]+", spec.strip()):
        first, _, last = part.partition("-")
        yield from range(int(first), int(last or first) + 1)


def score_claims(claims: Sequence[Claim], gold: Sequence[Gold], scores: dict[str, Score]) -> Iterator[str]:
    """Count what is right and yield a line for each miss; optional gold is neither wanted nor punished."""
    for claim, wanted in paired(claims, gold):
        if wanted is not None and wanted.get("level") == "optional":
            continue
        quantity = claim is not None and wanted is not None and not wrong_quantity(claim, wanted)
        links = wrong_links(claim, wanted) if claim is not None and wanted is not None else []
        for name, right in (("found", claim and wanted), ("quantity", quantity), ("claim", quantity and not links)):
            scores[name].read += claim is not None
            scores[name].wanted += wanted is not None
            scores[name].right += bool(right)
        if claim is None and wanted is not None:
            yield f"line {wanted['line']} missed {wanted['text']}"
        elif claim is not None and wanted is None:
            yield f"line {claim.line} extra {claim.text}"
        elif claim is not None and wanted is not None and (not quantity or links):
            yield f"line {claim.line} wrong {claim.text}: {', '.join(wrong_quantity(claim, wanted) + links)}"


def paired(claims: Sequence[Claim], gold: Sequence[Gold]) -> Iterator[tuple[Claim | None, Gold | None]]:
    """One to one by the largest overlap; what is left stands alone, but for claims on optional gold."""

    def overlap(claim: Claim, wanted: Gold) -> int:
        return int(min(claim.end, wanted["end"]) - max(claim.start, wanted["start"]))

    def distance(claim: Claim, wanted: Gold) -> int:
        return int(abs(claim.start - wanted["start"]) + abs(claim.end - wanted["end"]))

    # (overlap, nearness, claim, gold), the best last
    pairs = sorted(
        (overlap(claim, wanted), -distance(claim, wanted), c, g)
        for c, claim in enumerate(claims)
        for g, wanted in enumerate(gold)
        if overlap(claim, wanted) > 0
    )
    used_claims, used_gold = set(), set()
    for _, _, c, g in reversed(pairs):
        if c not in used_claims and g not in used_gold:
            used_claims.add(c)
            used_gold.add(g)
            yield claims[c], gold[g]
    on_optional = {c for _, _, c, g in pairs if gold[g].get("level") == "optional"}
    yield from ((claim, None) for c, claim in enumerate(claims) if c not in used_claims | on_optional)
    yield from ((None, wanted) for g, wanted in enumerate(gold) if g not in used_gold)


def wrong_quantity(claim: Claim, gold: Gold) -> list[str]:
    """The fields of the quantity that differ from the gold."""
    wrong = []
    if not gold.get("vague"):
        wrong += [name for name in ("value", "min", "max") if not same_number(getattr(claim, name), gold.get(name))]
        wrong += ["ratio"] if (claim.ratio or None) != (gold.get("ratio") or None) else []
    if not same_unit(claim.unit, accepted(gold, "unit")):
        wrong.append("unit")
    if claim.bound not in accepted(gold, "bound"):
        wrong.append("bound")
    return wrong


def wrong_links(claim: Claim, gold: Gold) -> list[str]:
    """The fields that say whose, what and when and that differ from the gold."""
    wrong = [name for name in ("kind", "direction", "period") if getattr(claim, name) not in accepted(gold, name)]
    for name in ("metric", "subject"):
        read, right = getattr(claim, name), accepted(gold, name)
        if not (read is None and None in right and name == "subject") and not same_text(read, right):
            wrong.append(name)
    return wrong


def accepted(gold: Gold, name: str) -> list[Any]:
    """Every reading of a field that the gold calls right."""
    return [gold.get(name, _DEFAULTS.get(name)), *gold.get(f"{name}_alt", [])]


def same_number(read: Any, wanted: Any) -> bool:
    """Equal to a tenth of a percent, both missing, or neither."""
    if read is None or wanted is None:
        return read is wanted
    return abs(float(read) - float(wanted)) <= 0.001 * max(abs(float(read)), abs(float(wanted)))


def same_unit(read: str | None, right: list[Any]) -> bool:
    """The same code, or classifiers both."""

    def is_count(unit: str | None) -> bool:
        return unit is not None and _CODES.fullmatch(unit) is None

    return read in right or (is_count(read) and any(map(is_count, right)))


def same_text(read: str | None, right: list[Any]) -> bool:
    """Equal, one inside the other without dwarfing it, or largely the same characters."""
    return any(alike(_NOISE.sub("", read or "").lower(), _NOISE.sub("", text or "").lower()) for text in right)


def alike(one: str, other: str) -> bool:
    """Whether two texts without noise would pass as the same name."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    if short in long and len(short) * 3 >= len(long):
        return True
    grams = [Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text]) for text in (one, other)]
    return 2 * (grams[0] & grams[1]).total() >= 0.6 * (grams[0].total() + grams[1].total())


if __name__ == "__main__":
    sys.exit(main())
