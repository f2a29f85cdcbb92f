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


def each(
    paths: Iterable[str], work: Callable[[str], Result], report: Report, *, output: Path | None, jobs: int | None
) -> Iterator[tuple[str, Result]]:
    """The inputs that the paths stand for, each with what ``work`` makes of it, in order.

    The output of an earlier run found among them is left out. ``jobs`` None chooses by their number.
    """
    from claimx.scale import in_order
    from claimx.source import discover

    found = False
    for name, outcome in in_order(work, _but(output, discover(paths)), jobs=jobs):
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


def _but(output: Path | None, inputs: Iterable[str | InputError]) -> Iterator[str | InputError]:
    for item in inputs:
        if isinstance(item, str) and output is not None and _same_file(item, output):
            yield _IsOutputError(item, "is the output, not read")
        else:
            yield item


def _same_file(name: str, output: Path) -> bool:
    return name != "-" and output.exists() and output.samefile(name)
