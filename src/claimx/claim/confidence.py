"""How likely a record is right in every field: how sure the linker was of each choice, and what it chose by.

A logistic model, fitted by ``scripts/fit_linker.py`` on choices made for documents that took no part in the fit, so
that 0.9 means right nine times in ten.
"""

from __future__ import annotations

from functools import cache
from itertools import chain
from math import log
from typing import TYPE_CHECKING

from claimx.claim.evidence import WEIGHTLESS, Weights, sigmoid, weights

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimx.claim.mention import Candidate, Mention

_SUREST = 1 - 1e-4
_CHOICES = ("metric", "subject", "period")


def signs(mention: Mention) -> Iterator[tuple[str, float]]:
    """What tells how good a record is, by the name of its weight: log-odds of the choices, evidence for the chosen."""
    yield "bias", 1.0
    for task, probability in mention.certainty.items():
        yield task, _log_odds(probability)
    for task, chosen in _chosen(mention):
        for name in chosen.evidence:
            yield f"{task} {name}", 1.0


def confidence(mention: Mention) -> float:
    """The calibrated probability that all fields of a figure's record are right."""
    known, own = weights("confidence"), _own_names()
    return sigmoid(
        sum(
            chain(
                (known.get("bias", 0.0),),
                (known.get(task, 0.0) * _log_odds(probability) for task, probability in mention.certainty.items()),
                *(map(own[task].get, chosen.evidence, WEIGHTLESS) for task, chosen in _chosen(mention)),
            )
        )
    )


@cache
def _own_names() -> dict[str, Weights]:
    """The weights of the evidence for each choice, under the names that the choice gives it.

    ``weighed(weights("confidence"), signs(mention))`` is the same sum, and names each piece of evidence anew.
    """
    found: dict[str, Weights] = {task: {} for task in _CHOICES}
    for name, weight in weights("confidence").items():
        task, parted, evidence = name.partition(" ")
        if parted:
            found[task][evidence] = weight
    return found


def _chosen(mention: Mention) -> Iterator[tuple[str, Candidate]]:
    """What was chosen for each field that tells how good a record is."""
    for task in _CHOICES:
        candidate: Candidate | None = getattr(mention, task)
        if candidate is not None:
            yield task, candidate


def weighed(known: Weights, told: Iterable[tuple[str, float]]) -> float:
    """The probability that signs stand for under given weights."""
    return sigmoid(sum(known.get(name, 0.0) * amount for name, amount in told))


def _log_odds(probability: float) -> float:
    """The log-odds of a probability, bounded on both sides."""
    bounded = min(max(probability, 1 - _SUREST), _SUREST)
    return log(bounded / (1 - bounded))
