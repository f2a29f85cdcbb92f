r"""Where the data goes: standard output, or a file that appears only when it is whole.

Always UTF-8, whatever the locale. What UTF-8 cannot hold (half a surrogate pair in a file name that
is not UTF-8) is written as ``\udcXX``, which inside JSON is the escape for exactly that character.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING, Protocol, Self

from claimx.cli.signals import whole_piece
from claimx.errors import OutputError
from claimx.render.visible import visible

if TYPE_CHECKING:
    from types import TracebackType


class Sink(Protocol):
    """Takes text or bytes; a context manager that finishes the output, or drops it when an exception passes."""

    def write(self, piece: str | bytes, *, styled: bool = False) -> None:
        """Write a piece; ``styled`` text holds terminal escapes of our own making."""
        ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None: ...


def sink(output: Path | None) -> Sink:
    """Standard output for None; nothing is opened before ``with`` is entered."""
    return StandardOutput() if output is None else OutputFile(output)


class StandardOutput:
    """Standard output, flushed after every piece so that a reader sees each document when it is done."""

    def __enter__(self) -> Self:
        if sys.stdout is None:
            raise OutputError("standard output is closed")
        self._terminal = sys.stdout.isatty()
        return self

    def write(self, piece: str | bytes, *, styled: bool = False) -> None:
        """Write a piece; on a terminal, control characters out of an article are shown instead of obeyed."""
        if self._terminal and not styled and isinstance(piece, str):
            piece = visible(piece.replace("\r\n", "\n"))
        try:
            with whole_piece():
                write_all(sys.stdout.buffer, piece)
                sys.stdout.buffer.flush()
        except BrokenPipeError:
            raise
        except OSError as error:
            raise OutputError(f"standard output: {reason(error)}") from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Nothing to finish: every piece is flushed."""


class OutputFile:
    """A file replaced in one step: written beside its place, synced, then renamed.

    Whatever stood there stays until then and keeps its permissions. A link keeps pointing where it
    points. A device or pipe, which cannot be replaced, is written directly.
    """

    def __init__(self, path: Path) -> None:
        self._name = str(path)
        self._target = path.resolve()
        self._temporary: Path | None = None
        self._file: IO[bytes] | None = None

    def __enter__(self) -> Self:
        try:
            if self._target.exists() and not self._target.is_file():
                self._file = self._target.open("wb")
            else:
                self._file = self._beside()
        except OSError as error:
            raise self._failed(error) from error
        return self

    def write(self, piece: str | bytes, *, styled: bool = False) -> None:
        """Write a piece as it is."""
        del styled
        assert self._file is not None
        try:
            write_all(self._file, piece)
        except OSError as error:
            raise self._failed(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Put the file in its place, or drop it when an exception passes."""
        assert self._file is not None
        try:
            if kind is None:
                self._finish()
        except OSError as failure:
            raise self._failed(failure) from failure
        finally:
            with suppress(OSError):  # what could not be flushed above fails once more
                self._file.close()
            if self._temporary is not None:
                self._temporary.unlink(missing_ok=True)

    def _beside(self) -> IO[bytes]:
        import tempfile

        handle, name = tempfile.mkstemp(dir=self._target.parent, prefix=".claimx-", suffix=".tmp")
        self._temporary = Path(name)
        self._temporary.chmod(_permissions(self._target))
        return os.fdopen(handle, "wb")

    def _finish(self) -> None:
        assert self._file is not None
        self._file.flush()
        if self._temporary is None:
            return
        os.fsync(self._file.fileno())
        self._file.close()
        self._temporary.replace(self._target)
        self._temporary = None
        _sync_directory(self._target.parent)

    def _failed(self, error: OSError) -> OutputError:
        return OutputError(f"{self._name}: cannot write: {reason(error)}")


def write_all(file: IO[bytes], piece: str | bytes) -> None:
    """Write a piece to its end: a file that is not buffered may take less than all."""
    left = memoryview(_encoded(piece))
    while left:
        left = left[file.write(left) :]


def _encoded(piece: str | bytes) -> bytes:
    """A piece as it is written."""
    return piece if isinstance(piece, bytes) else piece.encode("utf-8", errors="backslashreplace")


def reason(error: OSError) -> str:
    """Why the system refused, in a few words."""
    return error.strerror or str(error)


def _permissions(target: Path) -> int:
    """Those of the file that will be replaced, or those a new file would get."""
    if target.exists():
        return target.stat().st_mode & 0o7777
    mask = os.umask(0)
    os.umask(mask)
    return 0o666 & ~mask


def _sync_directory(folder: Path) -> None:
    """Make the rename itself durable; Windows cannot open a directory and needs no such thing."""
    if os.name == "posix":
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
