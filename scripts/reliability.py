"""How far the confidence of records can be trusted: held-out records by their confidence, and how many are right.

    python scripts/reliability.py GOLD_DIR [MORE_DIR...]

Every record of GOLD_DIR is read by weights fitted without its document (fold by fold, as in
``fit_linker.py``). Its confidence comes from a model fitted on the records of other
documents (fold by fold again). Needs the ``dev`` extra.
"""

from __future__ import annotations

import argparse
from itertools import pairwise
from pathlib import Path

from claimx.claim.confidence import weighed
from examples import lay_out_folders
from fit_linker import FOLDS, fit_confidence, held_out

BOUNDS = (0.0, 0.2, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.01)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="GOLD_DIR")
    documents = [laid for members in lay_out_folders(parser.parse_args().folders).values() for laid in members]
    outcomes = list(held_out(documents))
    names = sorted({outcome.claim.doc for outcome in outcomes})
    fold = {name: index % FOLDS for index, name in enumerate(names)}
    told: list[tuple[float, bool]] = []
    for left_out in range(FOLDS):
        known = fit_confidence([outcome for outcome in outcomes if fold[outcome.claim.doc] != left_out])
        read = (outcome for outcome in outcomes if fold[outcome.claim.doc] == left_out)
        told += [(weighed(known, outcome.signs), outcome.right) for outcome in read]
    print(f"{'confidence':>12} {'records':>8} {'mean':>6} {'right':>6}")
    for low, high in pairwise(BOUNDS):
        bin_ = [(sure, right) for sure, right in told if low <= sure < high]
        if bin_:
            mean, share = (sum(column) / len(bin_) for column in zip(*bin_, strict=True))
            print(f"{low:5.2f} - {min(high, 1):4.2f} {len(bin_):8} {mean:6.3f} {share:6.3f}")


if __name__ == "__main__":
    main()
