"""Change one operator or number of a rule at a time and see whether a test notices (mutation testing by sample).

    python scripts/mutate_code.py [--package quantity] [--sample 40] [--seed 1]

Every mutant is one process that runs the package's own tests on the changed module, whose file stays as it is.
Prints the mutants that no test noticed, each with its line before and after, and the share that was noticed. A
survivor is a missing test, or a change that means nothing (docs/adr/0015-hard-to-break.md says which is which).
"""

from __future__ import annotations

import argparse
import ast
import copy
import importlib.util
import random
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
#: The tests of each package; those of the grammar's cost take longer than they would tell here.
TESTS = {"quantity": ["test_corpus.py", "test_fields.py", "test_numerals.py"], "compare": ["."]}
_SECONDS = 300
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


def mutant(path: Path, number: int) -> tuple[ast.Module, _Swap]:
    """The module with its nth change; annotations are no code that runs and are left alone."""
    swap = _Swap(number)
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, (ast.FunctionDef, ast.AnnAssign, ast.arg)):
            setattr(node, "returns" if isinstance(node, ast.FunctionDef) else "annotation", _name(node))
    return ast.fix_missing_locations(swap.visit(tree)), swap


def _name(node: ast.AST) -> ast.expr | None:
    held = getattr(node, "returns" if isinstance(node, ast.FunctionDef) else "annotation")
    return ast.Constant(ast.unparse(held)) if held is not None else None


def _count(path: Path) -> int:
    _, swap = mutant(path, -1)
    return -1 - swap.left


def _all(package: str) -> Iterator[tuple[Path, int]]:
    for path in sorted((ROOT / "src" / "claimx" / package).rglob("*.py")):
        for number in range(_count(path)):
            yield path, number


def play(path: Path, number: int, package: str) -> int:
    """Run the tests of a package with one module changed, in this process; 0 when none of them noticed."""
    import pytest  # noqa: PLC0415 - only the child needs it

    tree, _ = mutant(path, number)
    code = compile(tree, str(path), "exec")
    name = ".".join(path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")

    class Loader:
        def find_spec(self, fullname: str, *_: object) -> object:
            return importlib.util.spec_from_loader(name, self) if fullname == name else None  # type: ignore[arg-type]

        def create_module(self, _: object) -> None:
            return None

        def exec_module(self, module: object) -> None:
            exec(code, module.__dict__)

    sys.meta_path.insert(0, Loader())  # type: ignore[arg-type]
    tests = [str(ROOT / "tests" / "unit" / package / test) for test in TESTS[package]]
    return int(pytest.main(["-x", "-q", "--no-header", "-p", "no:cacheprovider", *tests]))


def _survives(path: Path, number: int, package: str) -> bool:
    child = [sys.executable, __file__, "--package", package, "--play", str(path), str(number)]
    try:
        return subprocess.run(child, cwd=ROOT, capture_output=True, check=False, timeout=_SECONDS).returncode == 0
    except subprocess.TimeoutExpired:
        return False


def main() -> None:
    parser = argparse.ArgumentParser(description="Mutation testing by sample.")
    parser.add_argument("--package", choices=TESTS, default="quantity")
    parser.add_argument("--sample", type=int, default=40)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--play", nargs=2, metavar=("FILE", "N"), help="run one mutant in this process")
    given = parser.parse_args()
    if given.play:
        sys.exit(play(Path(given.play[0]), int(given.play[1]), given.package))
    everything = list(_all(given.package))
    chosen = random.Random(given.seed).sample(everything, min(given.sample, len(everything)))
    survivors = 0
    for path, number in chosen:
        if _survives(path, number, given.package):
            survivors += 1
            swap = mutant(path, number)[1]
            assert swap.before is not None
            assert swap.after is not None
            place = f"{path.relative_to(ROOT)}:{getattr(swap.before, 'lineno', 0)}"
            print(f"survives: {place}: {ast.unparse(swap.before)}  ->  {ast.unparse(swap.after)}", flush=True)
    print(f"{given.package}: {len(chosen)} of {len(everything)} mutants, {len(chosen) - survivors} noticed")


if __name__ == "__main__":
    main()
