"""Whether the data goes to a person's terminal, and whether it may be coloured there."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from pathlib import Path

ColourChoice = Literal["auto", "always", "never"]
Colour = Annotated[
    ColourChoice,
    typer.Option("--color", help="Whether to colour the table; auto does on a terminal unless NO_COLOR is set."),
]


def on_terminal() -> bool:
    """Whether standard output is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def coloured(asked: ColourChoice, output: Path | None) -> bool:
    """Whether to colour what goes to ``output``, standard output for None."""
    if asked != "auto":
        return asked == "always"
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return output is None and on_terminal() and not plain
