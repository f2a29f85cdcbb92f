"""``claimx diff``: which figures several articles agree on, which clash, and which only one gives."""

from __future__ import annotations

import shutil
from dataclasses import replace
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, get_args

import typer

from claimx.cli.filters import Filters
from claimx.cli.inputs import each, named
from claimx.cli.options import Encoding, Jobs, Lexicon, MaxBytes, Output, Published, Quiet, Segmenter
from claimx.cli.report import CONFLICT, Report
from claimx.cli.sink import sink
from claimx.cli.terminal import Colour, coloured, on_terminal
from claimx.document import MAX_BYTES
from claimx.errors import InputError
from claimx.render.comparison import COMPARISON_SUFFIXES, ComparisonFormat, Look, render_comparison

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimx.compare import Fact
    from claimx.model import Claim


def _percentage(text: str) -> Decimal:
    """A tolerance given in per cent, as a part of one."""
    try:
        share = Decimal(text.removesuffix("%")).scaleb(-2)
    except InvalidOperation:
        raise typer.BadParameter(f"{text!r} is not a percentage like 1 or 0.5%") from None
    if not (share.is_finite() and 0 <= share <= 1):
        raise typer.BadParameter(f"{text!r} is not between 0 and 100")
    return share


def diff(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATHS...",
            show_default=False,
            help="Articles, directories of articles, or records saved by extract (.jsonl, .json).",
        ),
    ],
    style: Annotated[
        ComparisonFormat | None,
        typer.Option(
            "-f",
            "--format",
            help="Output format. Without it: by the suffix of -o, else a table on a terminal and jsonl in a pipe.",
        ),
    ] = None,
    output: Output = None,
    only: Annotated[
        str | None,
        typer.Option("--only", metavar="A,B", help="Only facts with these verdicts, e.g. conflict,compatible."),
    ] = None,
    metric: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="Only facts whose metric contains TEXT. May be repeated: any will do."),
    ] = None,
    subject: Annotated[
        list[str] | None,
        typer.Option(metavar="TEXT", help="Only facts whose subject contains TEXT. May be repeated: any will do."),
    ] = None,
    tolerance: Annotated[
        Decimal | None,
        typer.Option(
            metavar="PCT",
            parser=_percentage,
            help="Take figures no more than PCT per cent apart for consistent. Off by default.",
        ),
    ] = None,
    show_not_comparable: Annotated[
        bool,
        typer.Option(
            "--show-not-comparable", help="Also show figures that one part (period, scope …) keeps from being one fact."
        ),
    ] = False,
    exit_code: Annotated[bool, typer.Option("--exit-code", help="Exit with 1 when a conflict is found.")] = False,
    published: Published = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MAX_BYTES,
    lexicon: Lexicon = None,
    segmenter: Segmenter = "rjieba",
    jobs: Jobs = None,
    color: Colour = "auto",
    quiet: Quiet = False,
    verbose: Annotated[
        bool, typer.Option("-v", "--verbose", help="Show the sentence of each figure; say what each input gave.")
    ] = False,
) -> None:
    """Compare what articles say of the same facts.

    A fact is told apart by subject, metric, scope, kind, period, unit and modality; its figures are
    compared as the intervals that their written precision leaves. Two documents are shown as left
    and right, more as a row a fact and a column a document, conflicts first.

    \b
    Examples:
      claimx diff a.md b.md
      claimx diff articles/ --only conflict,compatible -v
      claimx diff old.jsonl new.jsonl --metric GMV --format md
      claimx diff articles/ --format html -o comparison.html
      claimx diff articles/ --exit-code --tolerance 1 > /dev/null || echo they clash
    """
    chosen = _format(style, output)
    verdicts = _verdicts(only)
    colour = chosen == "table" and coloured(color, output)
    look = Look(sentences=verbose, width=shutil.get_terminal_size().columns, colour=colour)
    filters = Filters(metric=tuple(metric or ()), subject=tuple(subject or ()))
    from functools import partial

    from claimx.compare import compare
    from claimx.pipeline import extract_path

    read = partial(extract_path, published=published, encoding=encoding, segmenter=segmenter, max_bytes=max_bytes)
    with Report(quiet=quiet, verbose=verbose, live=True) as report, sink(output) as target:
        claims: list[Claim] = []
        documents: list[str] = []
        for name, found in _inputs(paths, read, report, output=output, jobs=jobs):
            documents.append(name)
            claims += found
            report.success(name, len(found))
        report.require_any()
        comparison = compare(claims, documents=documents, tolerance=tolerance)
        kept = [fact for fact in comparison.facts if any(map(filters.keep, fact.members))]
        shown = [fact for fact in kept if _is_shown(fact, verdicts, not_comparable=show_not_comparable)]
        report.clear()
        for piece in render_comparison(replace(comparison, facts=tuple(shown)), chosen, look):
            target.write(piece, styled=colour)
    report.require_all()
    if exit_code and any(fact.verdict == "conflict" for fact in kept):
        raise typer.Exit(CONFLICT)


def _inputs(
    paths: list[str], read: Callable[[str], list[Claim]], report: Report, *, output: Path | None, jobs: int | None
) -> Iterator[tuple[str, list[Claim]]]:
    """The documents that the paths stand for, each under a name of its own, with its claims.

    A path named twice is two documents, so that an article can be compared with itself and an old
    run with a new one.
    """
    taken: set[str] = set()
    for path in paths:
        for name, claims in _documents(path, read, report, output=output, jobs=jobs):
            free = name
            copy = 1
            while free in taken:
                copy += 1
                free = f"{name} ({copy})"
            taken.add(free)
            yield free, claims if free == name else [replace(claim, doc=free) for claim in claims]


def _documents(
    path: str, read: Callable[[str], list[Claim]], report: Report, *, output: Path | None, jobs: int | None
) -> Iterator[tuple[str, list[Claim]]]:
    from claimx.compare.saved import SUFFIXES, read_saved

    if Path(path).suffix.lower() in SUFFIXES and not Path(path).is_dir():
        try:
            saved = read_saved(Path(path))
        except InputError as error:
            report.failure(error)
            return
        by_document: dict[str, list[Claim]] = {}
        for claim in saved:
            by_document.setdefault(claim.doc, []).append(claim)
        yield from by_document.items()
        return
    yield from each(named([path], output=output), read, report, jobs=jobs)


def _verdicts(text: str | None) -> frozenset[str]:
    """Verdicts separated by commas; none means all."""
    from claimx.compare import Verdict

    known = get_args(Verdict)
    names = frozenset() if text is None else frozenset(name.strip().replace("-", "_") for name in text.split(","))
    unknown = sorted(names.difference(known))
    if unknown:
        raise typer.BadParameter(
            f"no verdict {unknown[0]!r}; the verdicts are {', '.join(known)}", param_hint="'--only'"
        )
    return names


def _is_shown(fact: Fact, verdicts: frozenset[str], *, not_comparable: bool) -> bool:
    if verdicts:
        return fact.verdict in verdicts
    return not_comparable or fact.verdict != "not_comparable"


def _format(asked: ComparisonFormat | None, output: Path | None) -> ComparisonFormat:
    """The format asked for, or the one that the destination suggests."""
    if asked is not None:
        return asked
    if output is None:
        return "table" if on_terminal() else "jsonl"
    suggested = COMPARISON_SUFFIXES.get(output.suffix.lower())
    if suggested is None:
        raise typer.BadParameter(
            f"cannot tell the format from {output.name!r}; add --format, or use one of {' '.join(COMPARISON_SUFFIXES)}",
            param_hint="'--output'",
        )
    return suggested
