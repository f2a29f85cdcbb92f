"""Claim F1 of the linker on documents its weights were not fitted on, beside the full fit.

    python scripts/cross_validate.py GOLD_DIR [MORE_DIR...] [--folds N]

Documents are dealt into folds by name; for each fold the whole fitting procedure of
``fit_linker.py`` runs on the others. ``--folds 0`` leaves one document out at a time. The figures are
printed folder by folder, and for each choice the mean logarithm of the probability of the right candidates on
documents left out, which tells better than shares whether evidence helps. Deterministic. Needs the ``dev`` extra.
"""

from __future__ import annotations

import argparse
from collections import defaultdict
from pathlib import Path
from statistics import fmean

from examples import TASKS, collect, lay_out_folders
from fit_linker import FOLDS, fit, folds, read
from judge import Score, score_claims
from loglinear import log_likelihoods

MEASURES = ("found", "quantity", "claim")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="GOLD_DIR")
    parser.add_argument("--folds", type=int, default=FOLDS, metavar="N")
    parser.add_argument("--misses", type=int, default=0, metavar="N", help="also print the first N held-out misses")
    arguments = parser.parse_args()
    of_folder = lay_out_folders(arguments.folders)
    documents = [laid for members in of_folder.values() for laid in members]
    held_out, fitted = ({folder: {name: Score() for name in MEASURES} for folder in of_folder} for _ in range(2))
    home = {id(laid): folder for folder, members in of_folder.items() for laid in members}
    misses: list[str] = []
    likely: dict[tuple[Path, str], list[float]] = defaultdict(list)
    for others, left_out in folds(documents, arguments.folds or len(documents)):
        weights = fit(others)
        for laid in left_out:
            claims = [claim for claim, _ in read(laid, weights)]
            choices = collect([laid], weights, teach=False).choices
            for task in TASKS:
                likely[home[id(laid)], task] += log_likelihoods(choices[task], weights[task])
            misses += (f"{laid.name}: {miss}" for miss in score_claims(claims, laid.claims, held_out[home[id(laid)]]))
    weights = fit(documents)
    for laid in documents:
        list(score_claims([claim for claim, _ in read(laid, weights)], laid.claims, fitted[home[id(laid)]]))
    for miss in misses[: arguments.misses]:
        print(miss)
    for folder, members in of_folder.items():
        print(f"{folder.name}: {len(members)} documents")
        for name in MEASURES:
            print(f"{name:9} fitted {fitted[folder][name].f1:.4f}  held out {held_out[folder][name].f1:.4f}")
        for task in TASKS:
            print(f"{task:9} log-likelihood held out {fmean(likely[folder, task] or [0.0]):.4f}")


if __name__ == "__main__":
    main()
