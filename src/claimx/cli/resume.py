"""``claimx extract --resume``: what it goes with, and where it goes on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import typer

from claimx.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from claimx.cli.growing import GrowingFile
    from claimx.cli.report import Report
    from claimx.render import Format


def require_resumable(paths: Sequence[str], style: Format, output: Path | None, fields: Sequence[str] | None) -> None:
    """Refuse all but a file of JSON Lines that name their document, and inputs that can be read again."""
    reason = None
    if output is None:
        reason = "needs a file, e.g. -o claims.jsonl"
    elif style != "jsonl":
        reason = f"goes with jsonl, not with {style}"
    elif fields is not None and "doc" not in fields:
        reason = "needs the field doc"
    elif "-" in paths:
        reason = "does not go with standard input"
    if reason is not None:
        raise typer.BadParameter(reason, param_hint="'--resume'")


def rest_of(
    target: GrowingFile, fields: Sequence[str] | None, inputs: Iterator[str | InputError], report: Report
) -> Iterator[str | InputError]:
    """The inputs that an interrupted run left, its output cut to what is whole."""
    from claimx.render.fields import FIELDS
    from claimx.scale.resume import rest

    with target.written() as written:
        left = rest(target.path, written, fields or FIELDS, inputs)
    target.cut(left.size)
    report.resumed(target.path, left.done)
    return left.inputs
