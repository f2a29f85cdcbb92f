"""How likely a record is right in every field: how sure the linker was of each choice, and what it chose by.

A logistic model, fitted by ``scripts/fit_linker.py`` on choices made for documents that took no part in the fit, so
that 0.9 means right nine times in ten.
"""

from __future__ import annotations

from math import log
from typing import TYPE_CHECKING

from claimx.claim.evidence import Weights, sigmoid, weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimx.claim.mention import Mention

_SUREST = 1 - 1e-4


def signs(mention: Mention) -> Iterator[tuple[str, float]]:
    """What tells how good a record is, by the name of its weight: log-odds of the choices, evidence for the chosen."""
    yield "bias", 1.0
    for task, probability in mention.certainty.items():
        yield task, _log_odds(probability)
    for task, chosen in (("metric", mention.metric), ("subject", mention.subject), ("period", mention.period)):
        if chosen is not None:
            for name in chosen.evidence:
                yield f"{task} {name}", 1.0


def confidence(mention: Mention) -> float:
    """The calibrated probability that all fields of a figure's record are right."""
    return weighed(weights("confidence"), signs(mention))


def weighed(known: Weights, told: Iterable[tuple[str, float]]) -> float:
    """The probability that signs stand for under given weights."""
    return sigmoid(sum(known.get(name, 0.0) * amount for name, amount in told))


def _log_odds(probability: float) -> float:
    """The log-odds of a probability, bounded on both sides."""
    bounded = min(max(probability, 1 - _SUREST), _SUREST)
    return log(bounded / (1 - bounded))
