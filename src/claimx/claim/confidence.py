"""How likely a record is right in every field, from how sure the linker was of each choice.

A logistic model over the log-odds of the choices, fitted by ``scripts/fit_linker.py`` on choices
made for documents that took no part in the fit, so that 0.9 means right nine times in ten.
"""

from __future__ import annotations

from math import log

from claimx.claim.evidence import Weights, sigmoid, weights

#: The choices whose certainty counts: is it a claim, and its metric, subject and period.
TASKS = ("claim", "metric", "subject", "period")
_SUREST = 1 - 1e-4


def log_odds(probability: float) -> float:
    """The log-odds of a probability, bounded on both sides."""
    bounded = min(max(probability, 1 - _SUREST), _SUREST)
    return log(bounded / (1 - bounded))


def confidence(certainty: dict[str, float], known: Weights | None = None) -> float:
    """The calibrated probability, given the probability of each choice by task."""
    fitted = weights("confidence") if known is None else known
    return sigmoid(fitted.get("bias", 0.0) + sum(fitted.get(task, 0.0) * log_odds(certainty[task]) for task in TASKS))
