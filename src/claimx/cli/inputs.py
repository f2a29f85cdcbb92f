"""The documents that the arguments name, one after the other; a bad one is reported and passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.errors import CrashError, InputError
from claimx.render.language import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path
    from typing import TypeVar

    from claimx.cli.report import Report

    Result = TypeVar("Result")


def named(paths: Iterable[str], *, output: Path | None) -> Iterator[str | InputError]:
    """The inputs that the paths stand for, errors in their place; the output found among them is one."""
    from claimx.source import discover

    for item in discover(paths):
        if isinstance(item, str) and output is not None and _same_file(item, output):
            yield _IsOutputError(item, "is the output, not read")
        else:
            yield item


def each(
    inputs: Iterable[str | InputError], work: Callable[[str], Result], report: Report, *, jobs: int | None
) -> Iterator[tuple[str, Result]]:
    """The inputs that could be read, each with what ``work`` makes of it, in order; errors are reported.

    ``jobs`` is the number of processes, None to choose by the number of inputs.
    """
    from claimx.scale import in_order

    found = False
    for name, outcome in in_order(work, inputs, jobs=jobs):
        found = True
        if isinstance(outcome, _IsOutputError):
            report.warning(f"{name}: {said(outcome.reason)}")
        elif isinstance(outcome, InputError | CrashError):
            report.failure(outcome)
        else:
            yield name, outcome
    if not found:
        report.warning(said("no text, Markdown or HTML files found"))


class _IsOutputError(InputError):
    """An input that is not read because the output goes there."""


def _same_file(name: str, output: Path) -> bool:
    return name != "-" and output.exists() and output.samefile(name)
