"""One input, tried: what the work makes of it, or why it failed as a value that any process can send."""

from __future__ import annotations

import traceback
from typing import TYPE_CHECKING, Generic, TypeAlias, TypeVar

from claimx.errors import CrashError, InputError

if TYPE_CHECKING:
    from collections.abc import Callable

Result = TypeVar("Result")
Outcome: TypeAlias = Result | InputError | CrashError


class Attempt(Generic[Result]):
    """Calls the work; even a bug in one rule must not lose the other inputs."""

    def __init__(self, work: Callable[[str], Result]) -> None:
        self._work = work

    def __call__(self, name: str) -> Outcome[Result]:
        """The result, or the error in its place. Ctrl-C and the like pass."""
        try:
            return self._work(name)
        except InputError as error:
            return error
        except Exception as error:
            # As text: an exception of another library may not survive the way between processes.
            trace = "".join(traceback.format_exception(error))
            return CrashError(name, f"{type(error).__name__}: {error}", trace)
