"""Change one operator or number of a rule at a time and see whether a test notices (mutation testing).

    python scripts/mutate_code.py [--package quantity] [--sample N] [--state FILE]

Tests are collected once; every mutant is a fork of this process that puts the changed module in the place of the
real one and plays those of the package's own tests that run the changed statement (scripts/reach.py) until one
fails. The test that noticed last is asked first. With
``--state`` what is known is kept in a file and a later run goes on from there, as long as neither the module nor the
tests have changed. Prints the mutants that no test noticed, each with its line before and after, and the share
that was noticed. A survivor is a missing test, or a change that means nothing (docs/adr/0015-hard-to-break.md).
"""

from __future__ import annotations

import argparse
import hashlib
import inspect
import json
import os
import random
import resource
import sys
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from _pytest.runner import runtestprotocol

from mutants import Mutant, count, mutant
from reach import Reach
from swap_module import swap_module

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parents[1]
#: The tests of each package; those of the grammar's cost, and all that play examples by the hundred, take longer than
#: they would tell here.
TESTS = {"quantity": ["test_corpus.py", "test_fields.py", "test_numerals.py"], "compare": ["."]}
#: Processor seconds and bytes after which a mutant counts as noticed: it runs away.
_SECONDS, _BYTES = 8, 4 << 30
_NOTHING = 0xFFFFFFFF


class Plays:
    """A pytest plugin: instead of running the tests it runs every mutant against them."""

    def __init__(self, package: str, sample: int | None, seed: int, state: Path | None) -> None:
        self.package = package
        self.sample = sample
        self.seed = seed
        self.state = state

    def pytest_runtestloop(self, session: pytest.Session) -> bool:
        """The loop over the mutants, in place of that over the tests."""
        everything = [(path, number) for path in _modules(self.package) for number in range(count(path))]
        chosen = everything
        if self.sample is not None:
            chosen = random.Random(self.seed).sample(everything, min(self.sample, len(everything)))
        known = _Known(self.state, [ROOT / "tests" / "unit" / self.package, ROOT / "tests" / "corpus"])
        items = [item for item in session.items if not hasattr(getattr(item, "obj", None), "hypothesis")]
        numbers = {id(item): number for number, item in enumerate(items)}
        reach = Reach(ROOT / "src" / "claimx" / self.package)
        for item in items:
            reach.record(numbers[id(item)], partial(_fails, item))
        survivors = 0
        for path, number in chosen:
            noticed = known.get(path, number)
            if noticed is None:
                changed = mutant(path, number)
                needed = reach.of(path, changed.line)
                asked = [item for item in items if needed is None or needed >> numbers[id(item)] & 1]
                noticed = _played(changed, self.package, asked, items)
                known.put(path, number, noticed)
            if not noticed:
                survivors += 1
                print(f"survives: {mutant(path, number)}", flush=True)
        print(f"{self.package}: {len(chosen)} of {len(everything)} mutants, {len(chosen) - survivors} noticed")
        return True


class _Known:
    """What earlier runs found, by module, change and tests."""

    def __init__(self, state: Path | None, tests: list[Path]) -> None:
        self._state = state
        digest = hashlib.sha256()
        for path in sorted(path for folder in tests for path in folder.rglob("*") if path.suffix in {".py", ".tsv"}):
            digest.update(path.read_bytes())
        self._tests = digest.hexdigest()[:12]
        lines = state.read_text(encoding="utf-8").splitlines() if state is not None and state.exists() else []
        # What was noticed stays so when tests are added; what was not is asked again.
        told = (json.loads(line) for line in lines)
        self._noticed = {key: noticed for key, tests, noticed in told if noticed or tests == self._tests}

    def get(self, path: Path, number: int) -> bool | None:
        return self._noticed.get(self._key(path, number))

    def put(self, path: Path, number: int, noticed: bool) -> None:
        if self._state is not None:
            with self._state.open("a", encoding="utf-8") as file:
                file.write(json.dumps([self._key(path, number), self._tests, noticed]) + "\n")

    def _key(self, path: Path, number: int) -> str:
        return f"{path.name}#{number}@{hashlib.sha256(path.read_bytes()).hexdigest()[:12]}"


def _modules(package: str) -> Iterator[Path]:
    yield from sorted((ROOT / "src" / "claimx" / package).rglob("*.py"))


def _played(changed: Mutant, package: str, asked: list[pytest.Item], items: list[pytest.Item]) -> bool:
    """Whether one of the tests asked notices; that test comes to the front of all."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        _play(changed, package, asked, send)
    os.close(send)
    with os.fdopen(receive, "rb") as told:
        answer = told.read(4)
    os.waitpid(child, 0)
    if len(answer) < 4:
        return True  # it ran away or broke the process
    place = int.from_bytes(answer, "big")
    if place < len(asked):
        items.remove(asked[place])
        items.insert(0, asked[place])
    return place != _NOTHING


def _play(changed: Mutant, package: str, items: list[pytest.Item], send: int) -> None:
    """In the child: change the module, play the tests, say which one failed."""
    quiet = os.open(os.devnull, os.O_WRONLY)
    os.dup2(quiet, 1)
    os.dup2(quiet, 2)
    resource.setrlimit(resource.RLIMIT_CPU, (_SECONDS, _SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (_BYTES, _BYTES))
    place = 0
    try:
        name = ".".join(changed.path.relative_to(ROOT / "src").with_suffix("").parts).removesuffix(".__init__")
        swap_module(name, changed.code, f"claimx.{package}")
        place = next((number for number, item in enumerate(items) if _fails(item)), _NOTHING)
    finally:
        os.write(send, place.to_bytes(4, "big"))
        os._exit(0)


def _fails(item: pytest.Item) -> bool:
    if isinstance(item, pytest.Function) and hasattr(item, "callspec"):
        parameters = item.callspec.params
        if set(inspect.signature(item.obj).parameters) == set(parameters):
            try:  # nothing to set up: called as it is, which is a hundred times as fast
                item.obj(**parameters)
            except BaseException:  # whatever it is, it was noticed
                return True
            return False
    return any(report.failed for report in runtestprotocol(item, log=False))


def main() -> None:
    parser = argparse.ArgumentParser(description="Mutation testing.")
    parser.add_argument("--package", choices=TESTS, default="quantity")
    parser.add_argument("--sample", type=int, help="so many mutants at random instead of all")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--state", type=Path, metavar="FILE", help="keep what is known there and go on from it")
    given = parser.parse_args()
    tests = [str(ROOT / "tests" / "unit" / given.package / test) for test in TESTS[given.package]]
    plays = Plays(given.package, given.sample, given.seed, given.state)
    sys.exit(pytest.main(["-q", "-s", "--no-header", "-p", "no:cacheprovider", *tests], plugins=[plays]))


if __name__ == "__main__":
    main()
