"""The documents that the arguments name, one after the other; a bad one is reported and passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.errors import InputError
from claimx.render.language import said

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimx.cli.report import Report


def named(paths: Sequence[str], report: Report, *, output: Path | None) -> Iterator[str]:
    """The inputs that the paths stand for, without the output of an earlier run found among them."""
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
