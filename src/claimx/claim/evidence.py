"""Additive evidence: a candidate's score is the sum of the weights of its named evidence.

The weights are data (``claim/data/weights.tsv``), fitted on annotated documents by
``scripts/fit_linker.py`` as a conditional log-linear model; a name without a weight counts zero.
"""

from __future__ import annotations

from functools import cache
from importlib import resources
from math import exp
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.claim.mention import Candidate

Weights = dict[str, float]


@cache
def weights(task: str) -> Weights:
    """The fitted weights of one task: ``claim``, ``metric``, ``subject``, ``period`` …"""
    path = resources.files("claimx.claim").joinpath("data/weights.tsv")
    found: Weights = {}
    for line in path.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            name, evidence, weight = line.split("\t")
            if name == task:
                found[evidence] = float(weight)
    return found


def score(task: str, candidates: Sequence[Candidate]) -> None:
    """Set the score of every candidate."""
    known = weights(task)
    for candidate in candidates:
        candidate.score = sum([known.get(name, 0.0) for name in candidate.evidence])


def choose(task: str, candidates: Sequence[Candidate]) -> tuple[Candidate | None, float]:
    """The best candidate and its probability among them; of equals the first."""
    if not candidates:
        return None, 0.0
    score(task, candidates)
    best = max(candidates, key=lambda candidate: candidate.score)
    total = sum(exp(candidate.score - best.score) for candidate in candidates if _same(candidate, best) is False)
    alike = sum(exp(candidate.score - best.score) for candidate in candidates if _same(candidate, best))
    return best, alike / (alike + total)


def _same(a: Candidate, b: Candidate) -> bool:
    return a.text == b.text


def probability(task: str, evidence: Sequence[str]) -> float:
    """Logistic probability of a yes-or-no task."""
    known = weights(task)
    total = known.get("bias", 0.0) + sum([known.get(name, 0.0) for name in evidence])
    return 1 / (1 + exp(-max(-30.0, min(30.0, total))))
