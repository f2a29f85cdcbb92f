"""Additive evidence: a candidate's score is the sum of the weights of its named evidence.

The weights are data (``claim/data/weights.json``: by task and name, in parts of a :data:`GRAINS`th), fitted on
annotated documents by ``scripts/fit_linker.py`` as a conditional log-linear model; a name without a weight counts zero.
"""

from __future__ import annotations

import json
from functools import cache
from itertools import repeat
from math import exp
from typing import TYPE_CHECKING

from claimx.data import read_data

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.claim.mention import Candidate

Weights = dict[str, float]
#: Weights are multiples of so small a part of one that floats add them exactly: whatever the order of the
#: evidence, and however a version of Python sums, equal evidence weighs the same and the first of equals wins.
GRAINS = 1024
#: What a name without a weight weighs, for as many names as there are.
WEIGHTLESS = repeat(0.0)


def weights(task: str) -> Weights:
    """The fitted weights of one task: ``claim``, ``metric``, ``subject``, ``period`` …"""
    return _all_weights().get(task, {})


@cache
def _all_weights() -> dict[str, Weights]:
    whole: dict[str, dict[str, int]] = json.loads(read_data("claimx.claim", "data/weights.json"))
    return {task: {name: grains / GRAINS for name, grains in known.items()} for task, known in whole.items()}


def best_of(known: Weights, candidates: Sequence[Candidate]) -> tuple[Candidate | None, float]:
    """The best candidate of the likeliest text, and the probability of that text; of equals the first.

    What several candidates say is as likely as all of them together: a name may open the clause before and be
    carried over as well.
    """
    if not candidates:
        return None, 0.0
    for candidate in candidates:
        candidate.score = sum(map(known.get, candidate.evidence, WEIGHTLESS))
    if len(candidates) == 1:
        return candidates[0], 1.0
    ranked = sorted(candidates, key=_score, reverse=True)
    top = ranked[0].score
    masses: dict[str | None, float] = {}
    for candidate in ranked:
        masses[candidate.text] = masses.get(candidate.text, 0.0) + exp(candidate.score - top)
    likeliest = max(masses, key=masses.__getitem__)
    best = next(candidate for candidate in ranked if candidate.text == likeliest)
    return best, masses[likeliest] / sum(masses.values())


def logistic(known: Weights, names: Sequence[str]) -> float:
    """The probability of yes, given named evidence."""
    return sigmoid(known.get("bias", 0.0) + sum(map(known.get, names, WEIGHTLESS)))


def sigmoid(total: float) -> float:
    """The probability that log-odds stand for."""
    return 1 / (1 + exp(-max(-_STEEPEST, min(_STEEPEST, total))))


_STEEPEST = 30.0  # exp of more is of no use and may overflow


def _score(candidate: Candidate) -> float:
    return candidate.score
