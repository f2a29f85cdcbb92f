"""Every dependency at run time has an upper bound and a reason."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

_ROOT = Path(__file__).parents[2]
_PROJECT = tomllib.loads((_ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
_EXTRAS = _PROJECT["optional-dependencies"]
_NEEDED: list[str] = [
    line for line in (*_PROJECT["dependencies"], *_EXTRAS["parquet"], *_EXTRAS["daft"]) if "[" not in line
]


def test_every_dependency_has_both_bounds() -> None:
    assert [line for line in _NEEDED if not re.fullmatch(r"[a-z0-9-]+>=[\d.]+,<[\d.]+", line)] == []


def test_every_dependency_is_argued() -> None:
    table = (_ROOT / "docs" / "adr" / "0014-dependencies.md").read_text(encoding="utf-8")
    argued = re.findall(r"^\| ([a-z][a-z0-9-]+) \|", table, re.M)
    assert sorted(set(argued) - {"package"}) == sorted(re.split("[><]", line)[0] for line in _NEEDED)


def test_bounds_leave_out_versions_with_known_holes() -> None:
    audit = (_ROOT / "docs" / "adr" / "0014-dependencies.md").read_text(encoding="utf-8")
    mended = re.findall(r"^\| ([a-z0-9-]+) \|.*\| ([\d.]+) \| bound", audit, re.M)
    lowest = {name: _version(bound) for name, bound in (re.split("[>=,<]+", line)[:2] for line in _NEEDED)}
    assert {"jinja2", "pyarrow"} <= {name for name, _ in mended}
    assert [name for name, version in mended if lowest[name] < _version(version)] == []


def _version(written: str) -> tuple[int, ...]:
    return tuple(map(int, written.split(".")))
