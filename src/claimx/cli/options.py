"""Options that several commands share, and the readers of their values."""

from __future__ import annotations

import codecs
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Literal

import typer


class KindChoice(StrEnum):
    """The values of ``model.Kind``: typer reads repeated choices from enumerations only."""

    LEVEL = "level"
    CHANGE = "change"
    COMPARISON = "comparison"
    RANK = "rank"


class ModalityChoice(StrEnum):
    """The values of ``model.Modality``."""

    ACTUAL = "actual"
    ESTIMATE = "estimate"
    FORECAST = "forecast"
    TARGET = "target"
    HYPOTHETICAL = "hypothetical"


def parse_date(text: str) -> date:
    """A date given as YYYY-MM-DD."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise typer.BadParameter(f"{text!r} is not a date like 2025-03-27") from None


def parse_encoding(text: str) -> str:
    """The name of a text encoding that Python knows."""
    try:
        "".encode(text)
        return codecs.lookup(text).name
    except (LookupError, UnicodeError, ValueError):
        raise typer.BadParameter(f"{text!r} is not a known text encoding") from None


def use_lexicons(paths: list[Path] | None) -> list[Path] | None:
    """Make known the words of these files, or of the settings found from the working directory upward."""
    from claimx.lexicon.settings import configured

    found = paths or list(filter(None, [configured(Path.cwd())]))
    if not found:
        return paths
    from claimx.errors import LexiconError
    from claimx.lexicon.overlay import use_overlay
    from claimx.text.normalise import normalise

    try:
        for path in found:
            use_overlay(path, normalise)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="'--lexicon'") from None
    return paths


Lexicon = Annotated[
    list[Path] | None,
    typer.Option(
        "--lexicon",
        metavar="FILE",
        callback=use_lexicons,
        help="Also know the metrics, entities, units and boilerplate cues of FILE (TOML). May be repeated. "
        "Without it: claimx.toml, or [tool.claimx] in pyproject.toml, here or above.",
    ),
]
Encoding = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        parser=parse_encoding,
        help="Read the inputs in this encoding instead of finding it out, e.g. gb18030.",
    ),
]
Segmenter = Annotated[
    Literal["rjieba", "jieba"],
    typer.Option(help="What cuts Chinese into words: two programs of one dictionary. jieba starts and works slower."),
]
MaxBytes = Annotated[
    int,
    typer.Option("--max-bytes", metavar="N", min=1, help="Refuse inputs of more than N bytes."),
]
Published = Annotated[
    date | None,
    typer.Option(
        "--published",
        metavar="DATE",
        parser=parse_date,
        help="Publication date (YYYY-MM-DD) that 今年, 上半年, 9月 are reckoned from, instead of the article's own.",
    ),
]
Output = Annotated[
    Path | None,
    typer.Option(
        "-o",
        "--output",
        metavar="FILE",
        help="Write to FILE instead of standard output; it appears only when it is whole.",
    ),
]
Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATHS...",
        show_default=False,
        help="Files, directories (read in sorted order, with all below) or - for standard input.",
    ),
]
MinConfidence = Annotated[
    float,
    typer.Option(
        "--min-confidence",
        min=0,
        max=1,
        metavar="NUMBER",
        help="Only claims at least this sure, from 0 to 1.",
        show_default=False,
    ),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        "-j",
        "--jobs",
        min=1,
        metavar="N",
        show_default=False,
        help="Read with N processes. Without it: one, beyond 64 inputs one a core. The output is the same.",
    ),
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="Say nothing but errors.")]
Verbose = Annotated[bool, typer.Option("-v", "--verbose", help="Say what each input gave.")]
