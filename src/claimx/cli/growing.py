"""An output that can be resumed: a file that grows as work goes on, held by one run at a time."""

from __future__ import annotations

from typing import IO, TYPE_CHECKING, Self

from claimx.cli.signals import whole_piece
from claimx.cli.sink import reason, write_all
from claimx.errors import OutputError

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType


class GrowingFile:
    """A file that keeps what is written whatever comes: each piece is added to it at once.

    Only one run at a time may hold it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def __enter__(self) -> Self:
        try:
            # Not buffered: what is written is in the file, in this order, when the process is killed.
            self._file = self.path.open("a+b", buffering=0)
        except OSError as error:
            raise self._failed(error) from error
        if not _locked(self._file):
            self._file.close()
            raise OutputError(f"{self.path}: another run is writing it")
        return self

    def written(self) -> IO[bytes]:
        """What the file holds, to read from its beginning."""
        return self.path.open("rb")

    def cut(self, size: int) -> None:
        """Keep only the first ``size`` bytes."""
        try:
            self._file.truncate(size)
        except OSError as error:
            raise self._failed(error) from error

    def write(self, piece: str | bytes, *, styled: bool = False) -> None:
        """Add a piece."""
        del styled
        try:
            with whole_piece():
                write_all(self._file, piece)
        except OSError as error:
            raise self._failed(error) from error

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the file as far as it is."""
        self._file.close()

    def _failed(self, error: OSError) -> OutputError:
        return OutputError(f"{self.path}: cannot write: {reason(error)}")


def _locked(file: IO[bytes]) -> bool:
    """Whether the file is now held by this process, until it is closed; systems without such locks just go on."""
    try:
        import fcntl
    except ImportError:
        return True
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True  # a file system without locks
    return True
