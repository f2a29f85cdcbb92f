"""Fit the linker's weights on annotated documents and write ``src/claimx/claim/data/weights.json``.

    python scripts/fit_linker.py GOLD_DIR [MORE_DIR...]

GOLD_DIR holds documents on which two readers agreed, each MORE_DIR articles that one reader annotated.

Metric, subject, period and source are conditional log-linear models over the candidates that the
linker proposes (a softmax in which every acceptable candidate counts as right); whether a figure is
a claim is a logistic model. All are fitted by L-BFGS with an L2 penalty, deterministically. Each weight
is pulled towards what is known beforehand (``priors.py``). While choices are collected they follow the
gold. Needs the ``dev`` extra.
"""

from __future__ import annotations

import argparse
import json
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np

from claimx.claim.confidence import signs
from claimx.claim.evidence import GRAINS, Weights, best_of, logistic
from claimx.claim.linker import THRESHOLD, link
from claimx.claim.record import make_claim
from examples import TASKS, Examples, collect, lay_out_folders
from judge import paired, wrong_links, wrong_quantity
from loglinear import fit_choices, fit_gate, fit_logistic
from penalties import penalties
from priors import PRIORS

if TYPE_CHECKING:
    from collections import Counter
    from collections.abc import Iterable, Iterator, Sequence

    from claimx.claim.mention import Candidate, Mention
    from claimx.model import Claim
    from examples import Laid

TARGET = Path(__file__).parents[1] / "src/claimx/claim/data/weights.json"
#: And, in the calibration of the confidence, that of a single piece of evidence beside the certainty of the choices.
_PENALTY_OF_EVIDENCE = 100.0
# Smaller weights are left out: most of them are evidence met a few times, which the penalty held back.
_LEAST = 0.01
#: Folds of documents for the calibration of the confidence.
FOLDS = 6


def folds(documents: list[Laid], count: int) -> Iterator[tuple[list[Laid], list[Laid]]]:
    """Documents to fit on and documents held out, dealt by their order."""
    for fold in range(count):
        yield [laid for i, laid in enumerate(documents) if i % count != fold], documents[fold::count]


def fit_tasks(examples: Examples) -> dict[str, Weights]:
    weights = {task: fit_choices(examples.choices[task], penalties(task), PRIORS.get(task, {})) for task in TASKS}
    weights["claim"] = fit_gate(examples.gate, penalties("claim"))
    return weights


def fit(documents: list[Laid]) -> dict[str, Weights]:
    """Weights for the documents.

    While examples are collected every choice follows the gold. Subjects are carried from figure to
    figure, though, so they also learn from readings of each half of the documents by weights fitted on
    the other half: there the subject before may be wrong, as it will be in use.
    """
    taught = _merged(laid.examples for laid in documents)
    halves = documents[::2], documents[1::2]
    for others, read_by_them in (halves, halves[::-1]):
        first = fit_tasks(_merged(laid.examples for laid in others))
        taught.choices["subject"] += collect(read_by_them, first, teach=False).choices["subject"]
    return fit_tasks(taught)


def _merged(parts: Iterable[Examples]) -> Examples:
    whole = Examples()
    for part in parts:
        for task in TASKS:
            whole.choices[task] += part.choices[task]
        whole.gate += part.gate
    return whole


class FixedChooser:
    """Chooses by weights held in memory."""

    def __init__(self, weights: dict[str, Weights]) -> None:
        self.weights = weights

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        """The candidate with the most weight of evidence."""
        return best_of(self.weights[task], candidates)

    def is_claim(self, mention: Mention, names: list[str]) -> float:
        """The probability that the figure is a claim."""
        return logistic(self.weights["claim"], names)


def read(laid: Laid, weights: dict[str, Weights]) -> list[tuple[Claim, Mention]]:
    """The claims of a document under the given weights, each with the mention it was made of."""
    return [
        (make_claim(laid.document, b"", mention, None, None), mention)
        for mention, likely in link(laid.sentences, FixedChooser(weights))
        if likely >= THRESHOLD
    ]


class Outcome(NamedTuple):
    """A record read by weights that were fitted without its document, and whether it is right in every field."""

    claim: Claim
    signs: tuple[tuple[str, float], ...]
    right: bool


def held_out(documents: list[Laid]) -> Iterator[Outcome]:
    """The outcomes of every core record of the documents on which two readers agreed."""
    for others, left_out in folds(documents, FOLDS):
        weights = fit(others)
        for laid in left_out:
            if not laid.agreed:
                continue
            read_claims = read(laid, weights)
            mentions = {claim.start: mention for claim, mention in read_claims}
            for claim, gold in paired([claim for claim, _ in read_claims], laid.claims):
                if claim is not None and (gold is None or gold.get("level") != "optional"):
                    right = gold is not None and not wrong_quantity(claim, gold) and not wrong_links(claim, gold)
                    yield Outcome(claim, tuple(signs(mentions[claim.start])), right)


def fit_confidence(outcomes: Sequence[Outcome]) -> Weights:
    """Weights of the signs of a right record, fitted where the choices were made for held-out documents."""
    names = sorted({name for outcome in outcomes for name, _ in outcome.signs})
    column = {name: index for index, name in enumerate(names)}
    matrix = np.zeros((len(outcomes), len(names)))
    for row, outcome in zip(matrix, outcomes, strict=True):
        for name, amount in outcome.signs:
            row[column[name]] = amount
    penalty = np.array([_PENALTY_OF_EVIDENCE if " " in name else 1.0 for name in names])
    return fit_logistic(names, matrix, [outcome.right for outcome in outcomes], penalty)


def write(weights: dict[str, Weights]) -> None:
    """Write the weights that are worth their place, one a line, so that two fits can be compared."""
    whole = {
        task: {name: round(weight * GRAINS) for name, weight in sorted(known.items()) if abs(weight) >= _LEAST}
        for task, known in weights.items()
    }
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(json.dumps(whole, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="GOLD_DIR")
    documents = [laid for members in lay_out_folders(parser.parse_args().folders).values() for laid in members]
    weights = fit(documents)
    weights["confidence"] = fit_confidence(list(held_out(documents)))
    write(weights)
    fitted = collect(documents, weights, teach=False)
    print(
        f"{'task':8} {'weights':>8} {'reachable':>10} {'right':>8}   (on the documents fitted; see cross_validate.py)"
    )
    for task in (*TASKS, "claim"):
        reachable, right = _share(fitted.reachable, task, fitted), _share(fitted.right, task, fitted)
        print(f"{task:8} {len(weights[task]):8} {reachable:10.4f} {right:8.4f}")


def _share(counts: Counter[str], task: str, examples: Examples) -> float:
    return counts[task] / max(1, examples.reachable[task + ".all"])


if __name__ == "__main__":
    main()
