"""``claimx report``: articles, their claims and what several of them tell, as one HTML file."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.inputs import each, named
from claimx.cli.options import (
    Encoding,
    Jobs,
    Lexicon,
    MaxBytes,
    MinConfidence,
    Output,
    Paths,
    Published,
    Quiet,
    Segmenter,
    Verbose,
)
from claimx.cli.report import Report
from claimx.cli.sink import sink
from claimx.cli.terminal import on_terminal
from claimx.document import MAX_BYTES

if TYPE_CHECKING:
    from datetime import date

    from claimx.render.html import Source


def report(
    paths: Paths,
    output: Output = None,
    title: Annotated[
        str | None, typer.Option("--title", metavar="TEXT", help="Heading of the report.", show_default=False)
    ] = None,
    min_confidence: MinConfidence = 0.0,
    include_boilerplate: Annotated[
        bool, typer.Option("--include-boilerplate", help="Also mark figures in what is not the article.")
    ] = False,
    published: Published = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MAX_BYTES,
    lexicon: Lexicon = None,
    segmenter: Segmenter = "rjieba",
    jobs: Jobs = None,
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Write a report to read: one HTML file that needs no network.

    It shows each article with its figures marked, the facts that several articles tell with the
    conflicts in front, charts of what compares, and a table of all claims to sort and filter.

    \b
    Examples:
      claimx report articles/ -o report.html
      claimx report a.md b.html --title "Two notes on 2024" -o report.html
      claimx report articles/ --min-confidence 0.5 -o report.html
    """
    if output is None and on_terminal():
        raise typer.BadParameter("name a file for the report, e.g. -o report.html", param_hint="'--output'")
    from functools import partial

    from claimx.compare import compare
    from claimx.render.html import Report as HtmlReport

    read = partial(
        _read,
        published=published,
        encoding=encoding,
        max_bytes=max_bytes,
        include_boilerplate=include_boilerplate,
        segmenter=segmenter,
        min_confidence=min_confidence,
    )
    with Report(quiet=quiet, verbose=verbose, live=True) as run, sink(output) as target:
        sources: list[Source] = []
        for name, source in each(named(paths, output=output), read, run, jobs=jobs):
            sources.append(source)
            run.success(name, len(source.claims))
        run.require_any()
        comparison = compare(
            [claim for source in sources for claim in source.claims],
            documents=[source.document.path for source in sources],
        )
        for piece in HtmlReport(sources, comparison, title).html():
            target.write(piece)
    run.require_all()


def _read(
    name: str,
    *,
    published: date | None,
    encoding: str | None,
    max_bytes: int,
    include_boilerplate: bool,
    segmenter: str,
    min_confidence: float,
) -> Source:
    """One article with its labels and claims; a function of its own, so that other processes can call it."""
    from claimx.clean import label
    from claimx.pipeline import extract_document
    from claimx.render.html import Source
    from claimx.source import read_document

    document = read_document(name, encoding=encoding, max_bytes=max_bytes)
    claims = extract_document(
        document, published=published, include_boilerplate=include_boilerplate, segmenter=segmenter
    )
    return Source(document, label(document), tuple(claim for claim in claims if claim.confidence >= min_confidence))
