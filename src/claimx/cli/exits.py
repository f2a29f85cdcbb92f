"""The quiet ends: Ctrl-C and its like, a closed pipe, an output that cannot be written."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.exceptions import TyperException

from claimx.cli.help import Group
from claimx.cli.report import ALL_FAILED, DONE, say, say_error
from claimx.cli.signals import exit_code
from claimx.errors import ClaimxError
from claimx.render.language import said, translated


class QuietGroup(Group):
    """The group of commands; no command ends in a traceback for a reason outside the program."""

    def main(self, *arguments: Any, **options: Any) -> Any:
        """Run the command line; what typer would say of wrong usage is said in the language of this run."""
        alone = options.pop("standalone_mode", True)
        options["standalone_mode"] = False
        if not alone:
            return super().main(*arguments, **options)
        try:
            code = super().main(*arguments, **options)
        except TyperException as error:
            _say_wrong_usage(error)
            code = error.exit_code
        except typer.Abort as error:
            code = exit_code(error.__cause__)
        sys.exit(code or DONE)

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command and turn interruptions into exit codes."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt as error:
            raise typer.Exit(exit_code(error)) from None
        except BrokenPipeError:
            # The reader has what it wanted. Python flushes stdout once more at exit: give it a place to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(DONE) from None
        except ClaimxError as error:
            say_error(error)
            raise typer.Exit(ALL_FAILED) from None


def _say_wrong_usage(error: TyperException) -> None:
    """How the command is called and what was wrong with the call."""
    context = getattr(error, "ctx", None)
    if context is not None:
        for line in context.get_usage().splitlines():
            say(line)
        say(said("Try '{}' for help.").format(f"{context.command_path} {context.help_option_names[0]}"))
        say("")
    say(f"{said('Error')}: {translated(error.format_message())}")
