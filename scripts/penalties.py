"""How far a weight may stray from what is known beforehand: the L2 penalties of the linker's evidence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

_PENALTY = {"metric": 1.7, "subject": 18.0, "period": 2.0, "source": 4.0, "claim": 1.0}
#: What a name carries with it through a whole document is seen at every figure and yet is one observation.
_OF_THE_NAME = ("entity", "unknown", "repeats", "opens", "length", "in-title", "is-topic", "title-name")
#: Factors of the penalty for families of evidence, named up to the first colon: more for what a name carries, less for
#: what is found anew at each figure, in many combinations (whether a new name stands between, what begins a measure).
_FACTORS = {"subject": {**dict.fromkeys(_OF_THE_NAME, 4.0), "fresh": 0.25, "prefix": 0.25}}


def penalties(task: str) -> Callable[[Sequence[str]], np.ndarray]:
    """The penalties of named evidence for a task, one for each name."""
    return partial(_of_names, _PENALTY[task], _FACTORS.get(task, {}))


def _of_names(penalty: float, factors: Mapping[str, float], names: Sequence[str]) -> np.ndarray:
    return penalty * np.array([factors.get(name.partition(":")[0], 1.0) for name in names])
