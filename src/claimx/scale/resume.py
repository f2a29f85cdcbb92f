"""Where an interrupted run of JSON Lines stopped, told from its own output (docs/adr/0012-resume.md).

One process writes the records in the order of the inputs, so an output cut short is always the beginning
of the whole one: what stands before the last document with records is done, whether it gave claims or
none. The last one may lack records and is read again.
"""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import IO, TYPE_CHECKING, NamedTuple

from claimx.errors import InputError, OutputError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


class Rest(NamedTuple):
    """What is left of an interrupted run."""

    #: How many bytes of the output stay; behind them is what was half done.
    size: int
    #: How many inputs are done.
    done: int
    #: The inputs to go on with, behind those errors that stood among the inputs done.
    inputs: Iterator[str | InputError]


def rest(output: Path, written: IO[bytes], fields: Sequence[str], inputs: Iterator[str | InputError]) -> Rest:
    """What is left to do of the run over ``inputs`` that wrote records with these fields.

    Args:
        output: the name of the output, and its time of change.
        written: what it holds, read from the beginning.
        fields: the fields of a record, in their order, ``doc`` among them.
        inputs: all inputs of the run, in order.

    Raises:
        OutputError: it is not the beginning of what this run would write: it holds something else or
            other fields, names a document that is not among the inputs, or one of those was changed since.

    """
    changed = output.stat().st_mtime_ns
    errors: list[InputError] = []
    last: list[str] = []
    size = done = 0
    for start, document in _documents(output, written, list(fields)):
        for item in chain(last, inputs):
            if isinstance(item, InputError):
                errors.append(item)
            elif item == document:
                break
            else:
                _require_unchanged(output, item, changed)
                done += 1
        else:
            raise _refused(output, f"{document} is not among the inputs, or not in this order")
        last, size = [document], start
    return Rest(size, done, chain(errors, last, inputs))


def _documents(output: Path, written: IO[bytes], fields: list[str]) -> Iterator[tuple[int, str]]:
    """The documents in the order of their records, each with the offset of its first record."""
    start = 0
    last = None
    for number, line in enumerate(written, start=1):
        if not line.endswith(b"\n"):
            if not _is_half(line, fields[0]):
                raise _refused(output, f"line {number} is not a record")
            return
        try:
            record = json.loads(line)
        except ValueError:
            record = None
        if not isinstance(record, dict):
            raise _refused(output, f"line {number} is not a record")
        if list(record) != fields:
            raise _refused(output, f"line {number} has other fields")
        if record["doc"] != last:
            last = record["doc"]
            yield start, last
        start += len(line)


def _is_half(line: bytes, first: str) -> bool:
    """Whether a line without an end is the beginning of a record, or what a file system leaves of one: zeros."""
    begins = f'{{"{first}": '.encode()
    return line.startswith(begins) or begins.startswith(line) or not line.strip(b"\0")


def _require_unchanged(output: Path, name: str, since: int) -> None:
    """A new or changed input that is counted as done would be missing without a word."""
    status = Path(name).stat()
    if max(status.st_mtime_ns, status.st_ctime_ns) > since:
        raise _refused(output, f"{name} was changed after it")


def _refused(output: Path, reason: str) -> OutputError:
    return OutputError(f"{output}: cannot be resumed: {reason}")
