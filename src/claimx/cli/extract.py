"""``claimx extract``: the claims of any number of articles."""

from __future__ import annotations

import shutil
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from claimx.cli.filters import Filters
from claimx.cli.growing import GrowingFile
from claimx.cli.inputs import each, named
from claimx.cli.options import (
    Encoding,
    Jobs,
    KindChoice,
    Lexicon,
    MaxBytes,
    MinConfidence,
    ModalityChoice,
    Output,
    Paths,
    Published,
    Quiet,
    Segmenter,
    Verbose,
)
from claimx.cli.report import Report
from claimx.cli.resume import require_resumable, rest_of
from claimx.cli.sink import sink
from claimx.cli.terminal import Colour, coloured, on_terminal
from claimx.document import MAX_BYTES
from claimx.render import BINARY, SUFFIXES, WHOLE, Format, writer

if TYPE_CHECKING:
    from pathlib import Path


def extract(
    paths: Paths,
    style: Annotated[
        Format | None,
        typer.Option(
            "-f",
            "--format",
            help="Output format. Without it: by the suffix of -o, else a table on a terminal and jsonl in a pipe.",
        ),
    ] = None,
    output: Output = None,
    fields: Annotated[
        str | None,
        typer.Option("--fields", metavar="A,B,C", help="Write these fields only, in this order."),
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="Only claims whose metric contains TEXT. May be repeated: any will do."),
    ] = None,
    subject: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="Only claims whose subject contains TEXT. May be repeated: any will do."),
    ] = None,
    unit: Annotated[
        list[str] | None,
        typer.Option(metavar="CODE", help="Only claims in this unit, e.g. CNY, % or 家. May be repeated."),
    ] = None,
    kind: Annotated[list[KindChoice] | None, typer.Option(help="Only claims of this kind. May be repeated.")] = None,
    modality: Annotated[
        list[ModalityChoice] | None, typer.Option(help="Only claims of this modality. May be repeated.")
    ] = None,
    min_confidence: MinConfidence = 0.0,
    include_boilerplate: Annotated[
        bool,
        typer.Option(
            "--include-boilerplate",
            help="Also read what is not the article; those claims say why in their field 'boilerplate'.",
        ),
    ] = False,
    excel: Annotated[
        bool,
        typer.Option(
            "--excel", help="CSV that Excel opens as it should: byte-order mark, CRLF, formulas in the text defused."
        ),
    ] = False,
    raw_numbers: Annotated[
        bool, typer.Option("--raw-numbers", help="In the table, write numbers in full instead of with 万 and 亿.")
    ] = False,
    published: Published = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MAX_BYTES,
    lexicon: Lexicon = None,
    segmenter: Segmenter = "rjieba",
    jobs: Jobs = None,
    resume: Annotated[
        bool,
        typer.Option(
            "--resume",
            help="Let the file of -o grow as work goes on (jsonl only) and, where there is one already, go on from its "
            "end: say it from the start, and again with the same inputs and options after a run was cut short.",
        ),
    ] = False,
    color: Colour = "auto",
    quiet: Quiet = False,
    verbose: Verbose = False,
) -> None:
    """Print the numeric claims that articles make.

    Numbers are in base units and exact: 3.5万亿元 is 3500000000000 CNY. Records of one article are
    written as soon as it is read; a bad input is reported and passed over.

    \b
    Examples:
      claimx extract articles/
      claimx extract a.md b.html --format csv -o claims.csv
      claimx extract articles/ --metric GMV --unit CNY --kind level
      claimx extract articles/ -o claims.parquet
      claimx extract a.txt --fields subject,metric,value,unit,period --format tsv
      curl -s "$URL" | claimx extract - --published 2025-03-27
    """
    chosen = _format(style, output, excel=excel)
    if chosen in BINARY and output is None and on_terminal():
        raise typer.BadParameter(f"{chosen} is not for a terminal; name a file", param_hint="'--output'")
    if chosen in WHOLE and fields is not None:
        raise typer.BadParameter(f"does not go with {chosen}", param_hint="'--fields'")
    columns = _fields(fields)
    if resume:
        require_resumable(paths, chosen, output, columns)
    colour = chosen == "table" and coloured(color, output)
    make_writer = partial(
        writer,
        chosen,
        columns,
        excel=excel,
        width=shutil.get_terminal_size().columns,
        colour=colour,
        raw_numbers=raw_numbers,
    )
    pieces = make_writer()
    filters = Filters(
        metric=tuple(metric or ()),
        subject=tuple(subject or ()),
        unit=tuple(unit or ()),
        kind=tuple(kind or ()),
        modality=tuple(modality or ()),
        min_confidence=min_confidence,
    )
    from claimx.scale.extraction import Extraction

    read = Extraction(make_writer, filters.keep, published, encoding, include_boilerplate, segmenter, max_bytes)

    live = output is not None or not on_terminal()
    target = GrowingFile(output) if resume and output is not None else sink(output)
    with Report(quiet=quiet, verbose=verbose, live=live) as report, target:
        inputs = named(paths, output=output)
        if isinstance(target, GrowingFile):
            inputs = rest_of(target, columns, inputs, report)
        opening = pieces.begin()
        for name, extracted in each(inputs, read, report, jobs=jobs):
            for piece in (opening, pieces.join(extracted.piece)):
                target.write(piece, styled=colour)
            opening = ""
            report.success(name, extracted.claims)
        report.require_any()
        for piece in (opening, pieces.end()):
            target.write(piece, styled=colour)
    report.require_all()


def _fields(text: str | None) -> tuple[str, ...] | None:
    """Field names separated by commas."""
    if text is None:
        return None
    from claimx.render.fields import FIELDS

    names = tuple(name.strip() for name in text.split(","))
    unknown = [name for name in names if name not in FIELDS]
    if unknown:
        raise typer.BadParameter(
            f"no field {unknown[0]!r}; the fields are {', '.join(FIELDS)}", param_hint="'--fields'"
        )
    return names


def _format(asked: Format | None, output: Path | None, *, excel: bool) -> Format:
    """The format asked for, or the one that the destination suggests."""
    if asked is None and excel:
        asked = "csv"
    elif asked is None and output is not None:
        asked = SUFFIXES.get(output.suffix.lower())
        if asked is None:
            raise typer.BadParameter(
                f"cannot tell the format from {output.name!r}; add --format, or use one of {' '.join(SUFFIXES)}",
                param_hint="'--output'",
            )
    elif asked is None:
        asked = "table" if on_terminal() else "jsonl"
    if excel and asked not in {"csv", "tsv"}:
        raise typer.BadParameter(f"goes with csv or tsv, not with {asked}", param_hint="'--excel'")
    return asked
