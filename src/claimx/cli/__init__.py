"""The ``claimx`` command: one file a command, everything heavy imported inside the command that needs it."""

from __future__ import annotations

import sys
from typing import NoReturn

from claimx.cli import collector
from claimx.cli.patterns import keep_compiled
from claimx.cli.signals import exit_code, install


def main() -> NoReturn:
    """Run the command line and exit with its code (see ``exits.py``)."""
    install()
    collector.rest()
    keep_compiled()
    try:
        from claimx.cli.app import app
    except KeyboardInterrupt as error:
        sys.exit(exit_code(error))
    app(prog_name="claimx")
    raise AssertionError("typer exits by itself")
