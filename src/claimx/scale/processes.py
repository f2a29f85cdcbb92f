"""Work spread over processes of one machine: a bounded window of inputs, results in order.

Where the system can fork safely the processes share what this one has loaded: patterns, lexicon, segmenter.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from claimx.errors import CrashError, InputError
from claimx.lexicon.load import add, added
from claimx.scale.attempt import Attempt
from claimx.scale.ending import ENDING
from claimx.source.discovery import STDIN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from claimx.scale.attempt import Outcome

Result = TypeVar("Result")

# Inputs taken for each process ahead of what was yielded: enough to keep all busy behind one slow article.
_AHEAD = 16

# In a worker: what to do with each name.
_attempt: Callable[[str], Any]


def across(
    work: Callable[[str], Result], inputs: Iterable[str | InputError], jobs: int, *, method: str | None = None
) -> Iterator[tuple[str, Outcome[Result]]]:
    """Each input's name with its outcome, in order, worked on by ``jobs`` processes.

    When the generator is closed or an exception passes, work not yet begun is dropped and the processes
    end with the article at hand. They also end when this process is killed. ``method`` is how they are
    started, by default as is fast and safe here.
    """
    method = method or start_method()
    attempt = Attempt(work)
    waiting: deque[tuple[str, Outcome[Result] | Future[Outcome[Result]]]] = deque()
    # Forked processes share what this one has loaded for its first input.
    loaded = method != "fork"
    with contextlib.closing(_Pool(attempt, jobs, method)) as pool:
        for item in inputs:
            if isinstance(item, InputError):
                waiting.append((item.path, item))
            elif item == STDIN or not loaded:  # workers have no standard input
                waiting.append((item, attempt(item)))
                loaded = True
            else:
                waiting.append((item, pool.submit(item)))
            while waiting and (len(waiting) >= _AHEAD * jobs or _is_done(waiting[0][1])):
                yield pool.settled(*waiting.popleft())
        while waiting:
            yield pool.settled(*waiting.popleft())


def start_method() -> str:
    """``fork`` where that is safe: the libraries of other systems, and any thread but one, do not survive it."""
    return "fork" if sys.platform == "linux" and threading.active_count() == 1 else "spawn"


def _is_done(outcome: object) -> bool:
    return not isinstance(outcome, Future) or outcome.done()


class _Pool(Generic[Result]):
    """Processes that do the work, replaced when one of them dies."""

    def __init__(self, attempt: Attempt[Result], jobs: int, method: str) -> None:
        self._attempt = attempt
        self._jobs = jobs
        self._method = method
        self._executor = self._started(jobs)

    def submit(self, name: str) -> Future[Outcome[Result]]:
        with _interrupts_held_back():  # a process begins with them held back, until it can end quietly
            try:
                return self._executor.submit(_work, name)
            except BrokenProcessPool:
                self._executor.shutdown()
                self._executor = self._started(self._jobs)
                return self._executor.submit(_work, name)

    def settled(self, name: str, outcome: Outcome[Result] | Future[Outcome[Result]]) -> tuple[str, Outcome[Result]]:
        """The outcome, waited for. Which input killed a process shows only when each is tried alone."""
        if not isinstance(outcome, Future):
            return name, outcome
        try:
            return name, outcome.result()
        except BrokenProcessPool:
            return name, self._alone(name)

    def close(self) -> None:
        """Drop what is not begun and wait for the processes to end."""
        self._executor.shutdown(cancel_futures=True)

    def _alone(self, name: str) -> Outcome[Result]:
        self._executor.shutdown()  # its threads must be gone before another process is forked
        with self._started(1) as executor:
            try:
                with _interrupts_held_back():
                    future: Future[Outcome[Result]] = executor.submit(_work, name)
                return future.result()
            except BrokenProcessPool:
                return CrashError(name, "the process that read it was killed", "")

    def _started(self, jobs: int) -> ProcessPoolExecutor:
        inherited = self._method == "fork"
        return ProcessPoolExecutor(
            jobs,
            mp_context=multiprocessing.get_context(self._method),
            initializer=_begin,
            initargs=(self._attempt, {} if inherited else added()),
        )


def _begin(attempt: Callable[[str], Any], words: Mapping[str, tuple[tuple[str, ...], ...]]) -> None:
    """Prepare a worker: what to do, the user's words, and a quiet end."""
    global _attempt  # noqa: PLW0603 - sent once a process instead of once an input
    _attempt = attempt
    add(words)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    for number in ENDING:
        if signal.getsignal(number) != signal.SIG_IGN:
            signal.signal(number, signal.SIG_DFL)
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, ENDING)


def _work(name: str) -> Any:
    return _attempt(name)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    assert parent is not None
    wait([parent.sentinel])
    os._exit(1)


@contextlib.contextmanager
def _interrupts_held_back() -> Iterator[None]:
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, ENDING)
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
