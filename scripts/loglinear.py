"""Log-linear models over named evidence, fitted by L-BFGS under an L2 penalty towards a prior. Deterministic."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimx.claim.evidence import Weights
    from examples import Example

    #: The L2 penalties of evidence by its names.
    Penalties = Callable[[Sequence[str]], np.ndarray]

#: Evidence seen in fewer documents than this gets no weight: it could only be learned by heart.
LEAST_DOCUMENTS = 4


def _common(seen: Iterable[tuple[str, str]]) -> list[str]:
    """Evidence that enough documents hold, sorted."""
    counts = Counter(name for _, name in set(seen))
    return sorted(name for name, count in counts.items() if count >= LEAST_DOCUMENTS)


def fit_choices(examples: list[Example], penalties: Penalties, prior: Weights) -> Weights:
    """Weights that make the right candidates likely among all candidates of each figure."""
    if not examples:
        return {}
    seen = [(example.document, name) for example in examples for names in example.evidence for name in names]
    names = sorted({*_common(seen), *prior})
    index = {name: i for i, name in enumerate(names)}
    rows, columns, starts, right = [], [], [0], []
    row = 0
    for example in examples:
        for evidence, ok in zip(example.evidence, example.right, strict=True):
            for name in evidence:
                if name in index:
                    rows.append(row)
                    columns.append(index[name])
            right.append(ok)
            row += 1
        starts.append(row)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(names)))
    start = np.array([prior.get(name, 0.0) for name in names])
    penalty = penalties(names)
    good = np.array(right)
    edges = np.array(starts[:-1])
    group = np.repeat(np.arange(len(examples)), np.diff(starts))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.maximum.reduceat(scores, edges)
        mass = np.exp(scores - top[group])
        total = np.add.reduceat(mass, edges)
        good_mass = mass * good
        good_total = np.add.reduceat(good_mass, edges)
        value = float(np.sum(np.log(total) - np.log(good_total + 1e-300)))
        gradient = matrix.T @ (mass / total[group] - good_mass / (good_total[group] + 1e-300))
        strayed = weights - start
        return value + float(penalty @ strayed**2) / 2, gradient + penalty * strayed

    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {name: float(weight) for name, weight in zip(names, best.x, strict=True)}


def log_likelihoods(examples: Iterable[Example], weights: Weights) -> list[float]:
    """The logarithm of the probability that weights give to the right candidates of each figure together."""
    found = []
    for example in examples:
        scores = np.array([sum(weights.get(name, 0.0) for name in names) for names in example.evidence])
        mass = np.exp(scores - scores.max())
        found.append(float(np.log(mass[np.array(example.right)].sum()) - np.log(mass.sum())))
    return found


def fit_gate(examples: list[tuple[str, list[str], bool]], penalties: Penalties) -> Weights:
    """Logistic weights that tell claims from other numbers."""
    names = ["bias", *_common((document, name) for document, evidence, _ in examples for name in evidence)]
    index = {name: i for i, name in enumerate(names)}
    rows, columns = [], []
    for row, (_, evidence, _) in enumerate(examples):
        for name in ("bias", *evidence):
            if name in index:
                rows.append(row)
                columns.append(index[name])
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples), len(names)))
    return fit_logistic(names, matrix, [claim for _, _, claim in examples], penalties(names))


def fit_logistic(
    names: Sequence[str], matrix: csr_matrix | np.ndarray, right: Sequence[bool], penalty: np.ndarray
) -> Weights:
    """Weights of the columns of a matrix, named in their order, that tell its right rows from the others."""
    sign = np.where(right, 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ weights)
        value = float(np.sum(np.logaddexp(0, -margin)))
        gradient = matrix.T @ (-sign / (1 + np.exp(np.clip(margin, -50, 50))))
        return value + float(penalty @ weights**2) / 2, gradient + penalty * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(weight) for name, weight in zip(names, best.x, strict=True)}
