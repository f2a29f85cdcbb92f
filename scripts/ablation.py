"""What each type of evidence is worth: held-out accuracy of a task's choices without it.

    python scripts/ablation.py TASK GOLD_DIR [MORE_DIR...] [--least N]

TASK is metric, subject, period or source. Evidence is of one type when its names agree up to the first
colon. Each type that at least N choices hold is left out in turn, the weights are fitted again fold by
fold, and the choices that come out right on the documents left out are counted. What was chosen before
follows the gold, so these are accuracies of single choices. Needs the ``dev`` extra; takes minutes.
"""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

from examples import TASKS, Example, lay_out_folders
from fit_linker import folds
from loglinear import fit_choices
from penalties import penalties
from priors import PRIORS

if TYPE_CHECKING:
    from examples import Laid

FOLDS = 3


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("task", choices=TASKS)
    parser.add_argument("folders", type=Path, nargs="+", metavar="GOLD_DIR")
    parser.add_argument("--least", type=int, default=100, metavar="N")
    arguments = parser.parse_args()
    documents = [laid for members in lay_out_folders(arguments.folders).values() for laid in members]
    types = Counter(
        kind
        for laid in documents
        for example in laid.examples.choices[arguments.task]
        for kind in {_type(name) for names in example.evidence for name in names}
    )
    whole = _accuracy(documents, arguments.task, None)
    print(f"{'without':24} {'choices':>8} {'right':>7} {'worth':>7}")
    print(f"{'(nothing)':24} {sum(len(laid.examples.choices[arguments.task]) for laid in documents):8} {whole:7.4f}")
    found = {
        kind: _accuracy(documents, arguments.task, kind) for kind, count in types.items() if count >= arguments.least
    }
    for kind, right in sorted(found.items(), key=lambda item: item[1]):
        print(f"{kind:24} {types[kind]:8} {right:7.4f} {whole - right:+7.4f}")


def _type(name: str) -> str:
    return name.partition(":")[0]


def _accuracy(documents: list[Laid], task: str, without: str | None) -> float:
    """The share of held-out choices that are right when one type of evidence is left out."""
    prior = {name: weight for name, weight in PRIORS.get(task, {}).items() if _type(name) != without}
    right = count = 0
    for others, left_out in folds(documents, FOLDS):
        examples = [_pruned(example, without) for laid in others for example in laid.examples.choices[task]]
        weights = fit_choices(examples, penalties(task), prior)
        for laid in left_out:
            for example in laid.examples.choices[task]:
                scores = [sum(weights.get(name, 0.0) for name in names) for names in example.evidence]
                right += example.right[scores.index(max(scores))]
                count += 1
    return right / count


def _pruned(example: Example, without: str | None) -> Example:
    if without is None:
        return example
    kept = [[name for name in names if _type(name) != without] for names in example.evidence]
    return Example(example.document, kept, example.right)


if __name__ == "__main__":
    main()
