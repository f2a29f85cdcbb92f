"""``claimx lexicon``: check a file of your own words, list what is known."""

from __future__ import annotations

from pathlib import Path  # noqa: TC003 - typer reads annotations at run time
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimx.cli.help import Command, Group
from claimx.cli.options import Lexicon, Output
from claimx.cli.report import ALL_FAILED, SOME_FAILED, say, say_error
from claimx.cli.sink import sink
from claimx.errors import LexiconError
from claimx.render.language import said, translated

if TYPE_CHECKING:
    from collections.abc import Iterator

#: The tables a user can add to, by the name to ask for.
TABLES = {
    "metric": ("metric",),
    "entity": ("entity",),
    "unit": ("unit_measure", "currency", "classifier", "counted_noun"),
    "boilerplate": (
        "boilerplate_navigation",
        "boilerplate_promotion",
        "boilerplate_tools",
        "boilerplate_related",
    ),
}

app = typer.Typer(
    cls=Group,
    rich_markup_mode=None,
    help="Check a file of your own words, or list the words that are known.\n\n"
    "\b\nExamples:\n  claimx lexicon check my.toml\n  claimx lexicon list metric --lexicon my.toml",
)


@app.command(cls=Command)
def check(
    files: Annotated[list[Path], typer.Argument(metavar="FILES...", show_default=False, help="Lexicons in TOML.")],
) -> None:
    """Say what a lexicon adds, or in which lines its mistakes are.

    \b
    Examples:
      claimx lexicon check my.toml
      claimx lexicon check pyproject.toml
    """
    from claimx.lexicon.overlay import read_overlay
    from claimx.text.normalise import normalise

    bad = 0
    with sink(None) as target:
        for path in files:
            try:
                overlay = read_overlay(path, normalise)
            except LexiconError as error:
                say_error(error)
                bad += 1
                continue
            for mistake in sorted(overlay.mistakes, key=lambda mistake: (mistake.path, mistake.line)):
                say(f"{said('error')}: {mistake.path}:{mistake.line}: {translated(mistake.reason)}")
            bad += bool(overlay.mistakes)
            counts = ", ".join(f"{kind} {count}" for kind, count in overlay.counts.items()) or "nothing"
            target.write(f"{path}: {counts}\n")
    if bad:
        raise typer.Exit(ALL_FAILED if bad == len(files) else SOME_FAILED)


@app.command("list", cls=Command)
def show(
    what: Annotated[
        Literal["metric", "entity", "unit", "boilerplate"] | None,
        typer.Argument(metavar="[metric|entity|unit|boilerplate]", help="The words to list; without it, how many."),
    ] = None,
    lexicon: Lexicon = None,
    output: Output = None,
) -> None:
    """List the words that are known, your own first: a line an entry, its columns parted by tabs.

    \b
    Examples:
      claimx lexicon list
      claimx lexicon list metric | grep 利润
      claimx lexicon list entity --lexicon my.toml | head
    """
    with sink(output) as target:
        target.write("".join(_sizes() if what is None else _entries(what)))


def _sizes() -> Iterator[str]:
    from claimx.lexicon.load import table

    for name, parts in TABLES.items():
        yield f"{name}\t{sum(len(table(part)) for part in parts)}\n"


def _entries(what: str) -> Iterator[str]:
    from claimx.lexicon.load import table

    several = len(TABLES[what]) > 1
    for part in TABLES[what]:
        for row in table(part):
            yield "\t".join((part, *row) if several else row) + "\n"
