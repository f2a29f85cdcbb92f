"""Mutants of a module: one operator or number changed in its syntax tree.

Numbered in the order of the tree, so that a mutant keeps its number as long as the module stays as it is.
"""

from __future__ import annotations

import ast
import copy
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path
    from types import CodeType

_COMPARE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.LtE,
    ast.LtE: ast.Lt,
    ast.Gt: ast.GtE,
    ast.GtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
}
_REACH: dict[type[ast.operator], type[ast.operator]] = {ast.Add: ast.Sub, ast.Sub: ast.Add, ast.Mult: ast.Add}


@dataclass(frozen=True, slots=True)
class Mutant:
    """A module with one change."""

    path: Path
    number: int
    line: int
    before: str
    after: str
    code: CodeType

    def __str__(self) -> str:
        return f"{self.path.name}:{self.line}: {self.before}  ->  {self.after}"


def count(path: Path) -> int:
    """How many mutants a module has."""
    _, swap = _changed_tree(path, -1)
    return -1 - swap.left


def mutant(path: Path, number: int) -> Mutant:
    """The mutant with this number, from 0."""
    tree, swap = _changed_tree(path, number)
    assert swap.before is not None
    assert swap.after is not None
    line: int = getattr(swap.before, "lineno", 0)
    code = compile(tree, str(path), "exec")
    return Mutant(path, number, line, ast.unparse(swap.before), ast.unparse(swap.after), code)


def _changed_tree(path: Path, number: int) -> tuple[ast.Module, _Swap]:
    swap = _Swap(number)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):  # annotations are no code that runs and are left alone
        if isinstance(node, (ast.FunctionDef, ast.AnnAssign, ast.arg)):
            setattr(node, "returns" if isinstance(node, ast.FunctionDef) else "annotation", _quoted(node))
    return ast.fix_missing_locations(swap.visit(tree)), swap


def _quoted(node: ast.FunctionDef | ast.AnnAssign | ast.arg) -> ast.expr | None:
    held = node.returns if isinstance(node, ast.FunctionDef) else node.annotation
    return ast.Constant(ast.unparse(held)) if held is not None else None


class _Swap(ast.NodeTransformer):
    """Replaces the nth node that can be changed."""

    def __init__(self, number: int) -> None:
        self.left = number
        self.before: ast.AST | None = None
        self.after: ast.AST | None = None

    def generic_visit(self, node: ast.AST) -> ast.AST:
        other = _changed(node)
        if other is not None:
            if self.left == 0:
                self.before, self.after = node, other
            self.left -= 1
        changed = super().generic_visit(node)
        return self.after if node is self.before and self.after is not None else changed


def _changed(node: ast.AST) -> ast.AST | None:
    """The node with one thing changed, None where there is nothing to change."""
    other = copy.deepcopy(node)
    if isinstance(other, ast.Compare) and type(other.ops[0]) in _COMPARE:
        other.ops[0] = _COMPARE[type(other.ops[0])]()
    elif isinstance(other, ast.BoolOp):
        other.op = ast.Or() if isinstance(other.op, ast.And) else ast.And()
    elif isinstance(other, ast.UnaryOp) and isinstance(other.op, ast.Not):
        return other.operand
    elif isinstance(other, ast.BinOp) and type(other.op) in _REACH:
        other.op = _REACH[type(other.op)]()
    elif isinstance(other, ast.Constant) and isinstance(other.value, bool):
        other.value = not other.value
    elif isinstance(other, ast.Constant) and isinstance(other.value, int):
        other.value += 1
    else:
        return None
    return other
