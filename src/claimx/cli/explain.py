"""``claimx explain``: why each number of a line is a claim, or is not."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.options import Encoding, Lexicon, Published, Segmenter
from claimx.cli.sink import sink

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.pipeline import LineExplanation, NumberExplanation

_FIELDS = ("metric", "subject", "kind", "direction", "endpoint", "basis", "compare_to", "period", "modality", "source")


def explain(
    place: Annotated[
        str,
        typer.Argument(
            metavar="FILE:LINE", show_default=False, help="A line of an article, counted from 1; FILE may be -."
        ),
    ],
    published: Published = None,
    encoding: Encoding = None,
    lexicon: Lexicon = None,
    segmenter: Segmenter = "rjieba",
) -> None:
    """Say why each number of a line is a claim or is not.

    Names the rules that fired, what they read, and the readings that lost.

    \b
    Examples:
      claimx explain article.md:12
      claimx extract article.md --format tsv --fields line,text | tail -n +2
    """
    path, line = _parse(place)
    from claimx.pipeline import explain_line
    from claimx.source import read_document

    document = read_document(path, encoding=encoding)
    lines = document.text.count("\n") + 1
    if line > lines:
        raise typer.BadParameter(f"{path} has {lines} lines", param_hint="'FILE:LINE'")
    explanation = explain_line(document, line, published=published, segmenter=segmenter)
    with sink(None) as target:
        target.write("\n".join(_lines(explanation)) + "\n")


def _parse(place: str) -> tuple[str, int]:
    path, colon, line = place.rpartition(":")
    if not (colon and path and line.isascii() and line.isdigit() and int(line) > 0):
        raise typer.BadParameter(f"{place!r} is not a file, a colon and a line number", param_hint="'FILE:LINE'")
    return path, int(line)


def _lines(explanation: LineExplanation) -> Iterator[str]:
    yield f"line {explanation.line}: {explanation.label} ({explanation.reason})"
    if explanation.text:
        yield f"  {explanation.text}"
    if not explanation.numbers:
        yield "  no numbers"
    for number in explanation.numbers:
        yield ""
        yield from _number(number)


def _number(number: NumberExplanation) -> Iterator[str]:
    from claimx.render.cell import cell
    from claimx.render.figure import figure

    claim = number.claim
    yield f"{number.text}  [{number.start}, {number.end})"
    yield f"  {'claim' if claim else 'not a claim'}: {number.verdict}"
    if claim is not None:
        yield f"  value: {figure(claim, raw_numbers=True)}"
        for name in _FIELDS:
            value = getattr(claim, name)
            if value is not None:
                inferred = " (inferred)" if name in claim.inferred else ""
                yield f"  {name}: {cell(value)}{inferred}"
        yield f"  confidence: {cell(claim.confidence)}"
    if number.fired:
        yield f"  fired: {', '.join(number.fired)}"
    for candidate in number.lost:
        yield f"  lost: {candidate}"
