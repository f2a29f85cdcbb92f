"""Claim F1 of the linker on documents its weights were not fitted on, beside the full fit.

    python scripts/cross_validate.py GOLD_DIR [--folds N]

Documents are dealt into folds by name; for each fold the whole fitting procedure of
``fit_linker.py`` runs on the others. ``--folds 0`` leaves one document out at a time.
Deterministic. Needs the ``dev`` extra.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fit_linker import FOLDS, fit, lay_out_all, read
from judge import Score, score_claims

MEASURES = ("found", "quantity", "claim")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold_dir", type=Path)
    parser.add_argument("--folds", type=int, default=FOLDS, metavar="N")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="also print the first N held-out misses")
    arguments = parser.parse_args()
    documents = lay_out_all(arguments.gold_dir)
    folds = arguments.folds or len(documents)
    held_out, fitted = ({name: Score() for name in MEASURES} for _ in range(2))
    misses: list[str] = []
    for fold in range(folds):
        weights = fit([laid for i, laid in enumerate(documents) if i % folds != fold])
        for laid in documents[fold::folds]:
            misses += (
                f"{laid.name}: {miss}"
                for miss in score_claims([claim for claim, _ in read(laid, weights)], laid.claims, held_out)
            )
    weights = fit(documents)
    for laid in documents:
        list(score_claims([claim for claim, _ in read(laid, weights)], laid.claims, fitted))
    for miss in misses[: arguments.misses]:
        print(miss)
    for name in MEASURES:
        print(f"{name:9} fitted {fitted[name].f1:.4f}  held out {held_out[name].f1:.4f}")


if __name__ == "__main__":
    main()
