"""Which tests run which statements: a test that never runs a changed statement need not be played."""

from __future__ import annotations

import ast
import sys
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path
    from types import CodeType, FrameType


class Reach:
    """The statements of one folder's modules that each of several calls runs."""

    def __init__(self, folder: Path) -> None:
        self._folder = f"{folder}/"
        #: By file and line the calls that run it, a bit each: as sets they would fill the memory of every fork.
        self._calls: dict[tuple[str, int], int] = defaultdict(int)
        #: What runs once for all and is remembered, and what it calls: no single call is known to need it.
        self._once = {_code(value) for name, module in list(sys.modules.items()) for value in _cached(name, module)}

    def record(self, number: int, call: Callable[[], object]) -> None:
        """Make the call and note what it runs under this number."""
        lines: set[tuple[str, int]] = set()

        def on_line(frame: FrameType, event: str, _: Any) -> Any:
            if event == "line":
                lines.add((frame.f_code.co_filename, frame.f_lineno))
            return on_line

        def on_call(frame: FrameType, _event: str, _: Any) -> Any:
            code = frame.f_code
            if not code.co_filename.startswith(self._folder):
                return None
            if frame.f_back is not None and frame.f_back.f_code in self._once:
                self._once.add(code)
            return on_line

        sys.settrace(on_call)
        try:
            call()
        finally:
            sys.settrace(None)
        for line in lines:
            self._calls[line] |= 1 << number

    def of(self, path: Path, line: int) -> int | None:
        """The calls that run the statement at ``line``, a bit each; None where that cannot be told."""
        tree = ast.parse(path.read_text(encoding="utf-8"))
        around = [node for node in ast.walk(tree) if isinstance(node, ast.stmt) and _holds(node, line)]
        functions = [node for node in around if isinstance(node, ast.FunctionDef)]
        once = {(code.co_filename, code.co_firstlineno) for code in self._once}
        starts = (start for node in functions for start in _starts(node))
        if not functions or any((str(path), start) in once for start in starts):
            return None
        innermost = max(around, key=lambda node: node.lineno)
        if isinstance(innermost, ast.FunctionDef):
            return None  # a default
        reached = 0
        for one in range(innermost.lineno, _end(innermost) + 1):
            reached |= self._calls.get((str(path), one), 0)
        return reached


def _holds(node: ast.stmt, line: int) -> bool:
    return node.lineno <= line <= (node.end_lineno or node.lineno)


def _starts(node: ast.FunctionDef) -> Iterable[int]:
    """The lines that may count as a function's first."""
    return (node.lineno, *(decorator.lineno for decorator in node.decorator_list))


def _end(node: ast.stmt) -> int:
    """The last line of a statement, of what stands before its block if it has one."""
    body = getattr(node, "body", None)
    return max(node.lineno, body[0].lineno - 1) if body else node.end_lineno or node.lineno


def _cached(name: str, module: Any) -> Iterable[Any]:
    if not name.startswith("claimx"):
        return ()
    return [value for value in list(vars(module).values()) if hasattr(value, "cache_clear")]


def _code(function: Any) -> CodeType:
    code: CodeType = function.__wrapped__.__code__
    return code
