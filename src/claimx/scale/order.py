"""Work over any number of inputs: on one core or on several, the results always in the order of the inputs."""

from __future__ import annotations

import os
from itertools import chain, islice
from typing import TYPE_CHECKING, TypeVar

from claimx.errors import InputError
from claimx.scale.attempt import Attempt

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimx.scale.attempt import Outcome

Result = TypeVar("Result")

#: Up to this many inputs, starting processes costs more than they gain.
FEW = 64


def in_order(
    work: Callable[[str], Result], inputs: Iterable[str | InputError], *, jobs: int | None
) -> Iterator[tuple[str, Outcome[Result]]]:
    """The name of each input with what ``work`` makes of it, in the order of the inputs.

    Failures are values in their place: the ``InputError`` that ``work`` raised or that stood among the
    inputs, or a ``CrashError`` for anything else. No more inputs are taken than a fixed number ahead of
    what was yielded, so memory does not grow with their number.

    Args:
        work: reads one input; it and its results have to survive pickling.
        inputs: names, or errors that stand in the place of names.
        jobs: how many processes; 1 works in this one, None chooses by the number of inputs and of cores.

    """
    if jobs is None:
        inputs, jobs = _chosen(iter(inputs))
    if jobs > 1:
        from claimx.scale.processes import across  # noqa: PLC0415 - a single article must not pay for it

        yield from across(work, inputs, jobs)
        return
    attempt = Attempt(work)
    for item in inputs:
        yield (item.path, item) if isinstance(item, InputError) else (item, attempt(item))


def _chosen(inputs: Iterator[str | InputError]) -> tuple[Iterable[str | InputError], int]:
    """All cores for many inputs; no more than needed to tell are looked at."""
    first = list(islice(inputs, FEW + 1))
    return chain(first, inputs), cores() if len(first) > FEW else 1


def cores() -> int:
    """The cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
