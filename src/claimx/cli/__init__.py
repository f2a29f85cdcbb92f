"""The ``claimx`` command: one file a command, everything heavy imported inside the command that needs it."""

from __future__ import annotations

import sys
from typing import NoReturn


def main() -> NoReturn:
    """Run the command line and exit with its code (see ``exits.py``)."""
    try:
        from claimx.cli.app import app
    except KeyboardInterrupt:
        sys.exit(130)
    app(prog_name="claimx")
    raise AssertionError("typer exits by itself")
