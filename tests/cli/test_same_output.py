"""Same in, same out: neither the hash seed, the locale, the time zone nor the order of files changes a byte."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

_SEEDS = Path(__file__).parents[2] / "seeds"
_SURROUNDINGS = (
    {"PYTHONHASHSEED": "0", "TZ": "UTC", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"},
    {"PYTHONHASHSEED": "4242", "TZ": "America/Anchorage", "LC_ALL": "tr_TR.UTF-8", "PYTHONUTF8": "0"},
)


def _printed(*arguments: object, **environment: str) -> bytes:
    return subprocess.run(
        [sys.executable, "-m", "claimx", *map(str, arguments)],
        env={**os.environ, **environment},
        capture_output=True,
        check=True,
    ).stdout


@pytest.mark.parametrize("command", [("extract", "-f", "jsonl"), ("diff", "-f", "json"), ("report",)], ids=" ".join)
def test_surroundings_change_nothing(command: tuple[str, ...]) -> None:
    first, *others = (_printed(*command, _SEEDS, **surroundings) for surroundings in _SURROUNDINGS)
    assert first
    assert all(other == first for other in others)


def test_the_order_of_the_files_changes_the_order_of_the_records_only() -> None:
    paths = sorted(_SEEDS.glob("*.txt"))
    forward, backward = (_printed("extract", "-f", "jsonl", *order) for order in (paths, paths[::-1]))
    assert forward != backward
    assert sorted(forward.splitlines()) == sorted(backward.splitlines())
    facts = [json.loads(_printed("diff", "-f", "json", *order))["facts"] for order in (paths, paths[::-1])]
    told = [sorted((fact["verdict"], fact["metric"], fact["subject"] or "") for fact in found) for found in facts]
    assert told[0] == told[1]
