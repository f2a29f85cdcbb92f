"""The documents that the arguments name, one after the other; a bad one is reported and passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.errors import InputError
from claimx.render.language import said

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path
    from typing import TypeVar

    from claimx.cli.report import Report

    Result = TypeVar("Result")


def each(
    paths: Sequence[str], work: Callable[[str], Result], report: Report, *, output: Path | None
) -> Iterator[tuple[str, Result]]:
    """The inputs that the paths stand for, each with what ``work`` makes of it, in order."""
    for name in _named(paths, report, output=output):
        try:
            result = work(name)
        except Exception as error:  # even a bug in one rule must not lose the other inputs
            report.failure(name, error)
        else:
            yield name, result


def _named(paths: Sequence[str], report: Report, *, output: Path | None) -> Iterator[str]:
    """The inputs themselves, without the output of an earlier run found among them."""
    from claimx.source import discover

    found = False
    for item in discover(paths):
        found = True
        if isinstance(item, InputError):
            report.failure(item.path, item)
        elif output is not None and _same_file(item, output):
            report.warning(f"{item}: {said('is the output, not read')}")
        else:
            yield item
    if not found:
        report.warning(said("no text, Markdown or HTML files found"))


def _same_file(name: str, output: Path) -> bool:
    return name != "-" and output.exists() and output.samefile(name)
