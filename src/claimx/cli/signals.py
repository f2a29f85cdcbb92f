"""Ctrl-C, a polite kill and a closed terminal: each ends the run between two pieces of output, never inside one."""

from __future__ import annotations

import signal
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimx.scale.ending import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterator


class Ended(KeyboardInterrupt):
    """A signal asked the run to end; passes through whatever goes on after errors, as Ctrl-C does."""

    def __init__(self, number: int) -> None:
        super().__init__(number)
        self.number = number


class _Held:
    """Whether a piece is being written, and the signal that waits for its end."""

    writing = False
    waiting: int | None = None


def install() -> None:
    """Turn the signals that end a program into ``Ended``; one that is ignored (nohup) stays so."""
    for number in ENDING:
        if signal.getsignal(number) in {signal.SIG_DFL, signal.default_int_handler}:
            signal.signal(number, _end)


def exit_code(error: BaseException | None) -> int:
    """The code by which shells know the signal: 143 for SIGTERM, and 130, that of Ctrl-C, where none is known."""
    return 128 + (error.number if isinstance(error, Ended) else signal.SIGINT)


@contextmanager
def whole_piece() -> Iterator[None]:
    """Finish what is written inside before a signal ends the run; a second signal ends it at once."""
    _Held.writing = True
    try:
        yield
    finally:
        _Held.writing = False
        number, _Held.waiting = _Held.waiting, None
    if number is not None:
        raise Ended(number)


def _end(number: int, _: object) -> None:
    if _Held.writing and _Held.waiting is None:
        _Held.waiting = number
        return
    raise Ended(number)
