"""What a run says on standard error (failures, warnings, progress, a closing line) and how it exits."""

from __future__ import annotations

import sys
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Self

import typer

from claimx.errors import ClaimxError, CrashError, InputError
from claimx.render.language import counted, said, translated
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

#: The exit codes; usage errors exit with 2, as typer does by itself, and signals with those of ``signals.py``.
DONE, CONFLICT, SOME_FAILED, ALL_FAILED = 0, 1, 3, 4

# Progress appears only when the work takes long enough to make a person wonder.
_PROGRESS_AFTER = 1.0
_PROGRESS_EVERY = 0.1
_ERASE_LINE = "\r\x1b[K"


def say(message: str, *, lead: str = "", end: str = "\n") -> None:
    """Write one line to standard error, if there is one; ``lead`` may hold terminal controls."""
    if sys.stderr is not None:
        sys.stderr.write(lead + visible_line(message) + end)
        sys.stderr.flush()


def say_error(error: ClaimxError) -> None:
    """Write the line for an error that was foreseen, in the language of this run."""
    if isinstance(error, InputError):
        say(f"{said('error')}: {error.path}: {translated(error.reason)}")
    else:
        say(f"{said('error')}: {translated(str(error))}")


@dataclass(slots=True)
class Report:
    """Counts what was done and says what has to be said; a context manager around the run.

    ``quiet`` leaves only errors; ``verbose`` adds a line per input. Progress and the closing line
    are for a person: they need a terminal on standard error, and progress also needs ``live``, that
    nothing else writes to that terminal.
    """

    quiet: bool = False
    verbose: bool = False
    live: bool = False
    #: Inputs done by the interrupted run that this one continues.
    before: int = 0
    done: int = 0
    failed: int = 0
    claims: int = 0
    _started: float = 0.0
    _shown: float = 0.0

    def failure(self, error: InputError | CrashError) -> None:
        """One input failed; the run goes on."""
        self.failed += 1
        self.clear()
        if isinstance(error, InputError):
            say_error(error)
            return
        # Not foreseen, so a bug; still no reason to lose the other inputs.
        say(f"{said('error')}: {error.path}: {said('internal error')}: {translated(error.reason)}")
        if self.verbose:
            for line in error.trace.splitlines():
                say(line)

    def warning(self, message: str) -> None:
        """Something the user should know that does not make an input fail."""
        if not self.quiet:
            self.clear()
            say(f"{said('warning')}: {message}")

    def resumed(self, output: Path, inputs: int) -> None:
        """The run goes on from an output that holds so many inputs already."""
        self.before = inputs
        if self.verbose:
            say(f"{output}: {said('goes on after')} {_files(inputs)}")

    def success(self, path: str, claims: int) -> None:
        """One input is done and written."""
        self.done += 1
        self.claims += claims
        if self.verbose:
            say(f"{path}: {_claims(claims)}")
        elif self.live and not self.quiet and _terminal():
            self._progress()

    def require_any(self) -> None:
        """Leave when every input failed; an exception, so that the output file of an earlier run stays as it was."""
        if self.failed and not (self.done or self.before):
            raise typer.Exit(ALL_FAILED)

    def require_all(self) -> None:
        """Leave with a code that says so when an input failed; for after the output is written."""
        if self.failed:
            raise typer.Exit(SOME_FAILED)

    def __enter__(self) -> Self:
        self._started = time.monotonic()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """The closing line, unless the run was cut short."""
        self.clear()
        if kind is not None or self.quiet or not _terminal():
            return
        failed = f", {said('{} failed').format(self.failed)}" if self.failed else ""
        seconds = time.monotonic() - self._started
        say(f"{_files(self.done)}, {_claims(self.claims)}{failed}, {seconds:.1f} s")

    def _progress(self) -> None:
        now = time.monotonic()
        if now - self._started >= _PROGRESS_AFTER and now - self._shown >= _PROGRESS_EVERY:
            self._shown = now
            say(f"{_files(self.done)}, {_claims(self.claims)} …", lead=_ERASE_LINE, end="")

    def clear(self) -> None:
        """Take the progress off the terminal: before anything else is written there."""
        if self._shown:
            self._shown = 0.0
            say("", lead=_ERASE_LINE, end="")


def _terminal() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()


def _files(number: int) -> str:
    return counted(number, "1 file", "{} files")


def _claims(number: int) -> str:
    return counted(number, "1 claim", "{} claims")
