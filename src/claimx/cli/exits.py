"""The quiet ends: Ctrl-C, a closed pipe, an output that cannot be written."""

from __future__ import annotations

import os
import sys
from typing import Any

import typer
from typer.core import TyperGroup

from claimx.cli.report import ALL_FAILED, DONE, INTERRUPTED, say
from claimx.errors import ClaimxError


class QuietGroup(TyperGroup):
    """The group of commands; no command ends in a traceback for a reason outside the program."""

    def invoke(self, ctx: Any) -> Any:
        """Run the chosen command and turn interruptions into exit codes."""
        try:
            return super().invoke(ctx)
        except KeyboardInterrupt:
            raise typer.Exit(INTERRUPTED) from None
        except BrokenPipeError:
            # The reader has what it wanted. Python flushes stdout once more at exit: give it a place to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(DONE) from None
        except ClaimxError as error:
            say(f"error: {error}")
            raise typer.Exit(ALL_FAILED) from None
