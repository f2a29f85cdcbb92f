"""The command line as a whole: its commands and the options that come before them."""

from __future__ import annotations

from typing import Annotated

import typer

from claimx import __version__
from claimx.cli.clean import clean
from claimx.cli.diff import diff
from claimx.cli.exits import QuietGroup
from claimx.cli.explain import explain
from claimx.cli.extract import extract
from claimx.cli.help import Command
from claimx.cli.html_report import report
from claimx.cli.lexicon import app as lexicon
from claimx.cli.schema import schema

app = typer.Typer(
    cls=QuietGroup,
    # Plain help: rich would double the time that --help takes (docs/adr/0003-command-line.md).
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimx {__version__}")
        raise typer.Exit


@app.callback()
def root(
    version: Annotated[
        bool, typer.Option("--version", is_eager=True, callback=_print_version, help="Print the version and leave.")
    ] = False,
) -> None:
    """Typed numeric claims from Chinese business articles.

    Reads text, Markdown and saved web pages, keeps the article and drops the page around it, and
    turns every figure the article states into a record: whose metric, which metric, how much, in
    what unit, when, against what, according to whom, and exactly where.

    \b
    Examples:
      claimx extract articles/                   a table, on a terminal
      claimx extract articles/ | jq -r .metric   JSON Lines, in a pipe
      claimx extract a.md --excel -o claims.csv  for a spreadsheet
      claimx diff articles/ --only conflict      where articles clash
      claimx report articles/ -o report.html     all of it as a page to read
      claimx clean page.html                     the article without the page
      claimx explain a.md:12                     why each number is a claim or is not

    Exit codes: 0 done, even without claims; 1 a conflict, when asked for; 2 wrong usage; 3 some inputs
    failed; 4 all failed.
    """


for _command in (extract, diff, report, clean, explain, schema):
    # A line of standard input is called -:12, which must not be taken for an option.
    app.command(cls=Command, context_settings={"ignore_unknown_options": _command is explain})(_command)
app.add_typer(lexicon, name="lexicon")
