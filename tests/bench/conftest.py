"""Benchmarks are no part of the default run: ``pytest tests/bench --benchmark-only``."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave the folder out unless benchmarks are asked for."""
    del collection_path
    return None if config.getoption("benchmark_only") else True
