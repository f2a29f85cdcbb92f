"""Regular expressions kept compiled from one run to the next: to compile them is a fifth of a short run.

``re`` compiles in two steps: code in Python makes a list of numbers of the pattern, which takes all the time, and C
makes the compiled pattern of the list. The lists are kept in the user's private cache (``text/cache.py``), by pattern
and flags. None of this is a public interface: where this Python's ``re`` is made otherwise, or a list is not what its C
code takes, patterns are compiled as ever.
"""

from __future__ import annotations

import atexit
import marshal
import re
import sys
from array import array
from importlib import import_module
from typing import Any, TypeAlias

from claimx.text.cache import digest, keep, kept

#: A pattern's text and flags, and all that C needs to make it: flags, code, number of groups, groups by name and names
#: by group.
_Key: TypeAlias = tuple[str, int]
_Parts: TypeAlias = tuple[int, bytes, int, dict[str, int], tuple[str | None, ...]]

#: More patterns than claimx has: beyond it there are some of other versions or lexicons, and it begins anew.
_MOST = 1500


def keep_compiled() -> None:
    """Let this process take its patterns from those kept, and keep those that it had to compile."""
    try:
        compiler = import_module("re._compiler")
        patterns = _Patterns(compiler, import_module("re._parser"), import_module("_sre"))
    except (ImportError, AttributeError):
        return
    compiler.compile = patterns.compile  # type: ignore[attr-defined]
    atexit.register(patterns.store)


class _Patterns:
    """The patterns kept, and those of this run."""

    def __init__(self, compiler: Any, parser: Any, sre: Any) -> None:
        self._compile, self._code, self._parse, self._make = compiler.compile, compiler._code, parser.parse, sre.compile
        made_by = f"{sys.version} {sre.MAGIC} {sre.CODESIZE} {marshal.version} {sys.byteorder}"
        self._name = f"patterns-{digest(made_by.encode()).hex()}"
        data = kept(self._name)
        self._kept: dict[_Key, _Parts] = {} if data is None else marshal.loads(data)
        self._own: dict[_Key, _Parts] = {}
        self._new = False

    def compile(self, pattern: Any, flags: int = 0) -> Any:
        """In place of the compiler of ``re``."""
        flags = int(flags)
        if type(pattern) is not str or flags & re.DEBUG:
            return self._compile(pattern, flags)
        key = pattern, flags
        parts = self._kept.get(key)
        try:
            if parts is None:
                parts = self._taken_apart(pattern, flags)
                self._new = True
            made, code, groups, index, names = parts
            compiled = self._make(pattern, made, array("I", code).tolist(), groups, index, names)
        except re.error:
            raise
        except (AttributeError, TypeError, ValueError, OverflowError, RuntimeError):
            return self._compile(pattern, flags)
        self._own[key] = parts
        return compiled

    def store(self) -> None:
        """Keep what this run had to compile, beside what was kept before."""
        if self._new:
            whole = self._kept | self._own
            keep(self._name, marshal.dumps(whole if len(whole) <= _MOST else self._own))

    def _taken_apart(self, pattern: str, flags: int) -> _Parts:
        """What the compiler of ``re`` hands to C."""
        parsed = self._parse(pattern, flags)
        code = array("I", map(int, self._code(parsed, flags)))
        state = parsed.state
        names: list[str | None] = [None] * state.groups
        for name, group in state.groupdict.items():
            names[group] = name
        return int(flags | state.flags), code.tobytes(), state.groups - 1, dict(state.groupdict), tuple(names)
