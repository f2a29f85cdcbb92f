"""``claimx explain``: why each number of a line is a claim, or is not."""

from __future__ import annotations

import shutil
from typing import Annotated

import typer

from claimx.cli.options import Encoding, Lexicon, MaxBytes, Published, Segmenter
from claimx.cli.sink import sink
from claimx.document import MAX_BYTES


def explain(
    place: Annotated[
        str,
        typer.Argument(
            metavar="FILE:LINE", show_default=False, help="A line of an article, counted from 1; FILE may be -."
        ),
    ],
    published: Published = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MAX_BYTES,
    lexicon: Lexicon = None,
    segmenter: Segmenter = "rjieba",
) -> None:
    """Say why each number of a line is a claim or is not.

    Each number is derived step by step: what the grammar reads, what was found for each field, by
    which rule and rather than what, with the sums of the weights, and whether it is a claim.

    \b
    Examples:
      claimx explain article.md:12
      claimx extract article.md --format tsv --fields line,text | tail -n +2
    """
    path, line = _parse(place)
    from claimx.pipeline import explain_line
    from claimx.render.derivation import derivation
    from claimx.source import read_document

    document = read_document(path, encoding=encoding, max_bytes=max_bytes)
    lines = document.text.count("\n") + 1
    if line > lines:
        raise typer.BadParameter(f"{path} has {lines} lines", param_hint="'FILE:LINE'")
    explanation = explain_line(document, line, published=published, segmenter=segmenter)
    with sink(None) as target:
        target.write("\n".join(derivation(explanation, shutil.get_terminal_size().columns)) + "\n")


def _parse(place: str) -> tuple[str, int]:
    path, colon, line = place.rpartition(":")
    if not (colon and path and line.isascii() and line.isdigit() and int(line) > 0):
        raise typer.BadParameter(f"{place!r} is not a file, a colon and a line number", param_hint="'FILE:LINE'")
    return path, int(line)
