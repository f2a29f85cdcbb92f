"""How long many articles take on one core and on two, and words by either segmenter."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimx.pipeline import extract_path
from claimx.scale import in_order
from claimx.text.words import SEGMENTERS, segmenter

if TYPE_CHECKING:
    from pytest_benchmark.fixture import BenchmarkFixture

_SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


@pytest.mark.parametrize("jobs", [1, 2])
def test_many_articles(benchmark: BenchmarkFixture, jobs: int, tmp_path: Path) -> None:
    names: list[str] = []
    for copy in range(8):
        for seed in _SEEDS:
            path = tmp_path / f"{copy}-{seed.name}"
            path.write_bytes(seed.read_bytes())
            names.append(str(path))
    read = partial(extract_path, published="2025-06-30")
    outcomes = benchmark(lambda: list(in_order(read, names, jobs=jobs)))
    assert [name for name, _ in outcomes] == names
    assert all(isinstance(outcome, list) and outcome for _, outcome in outcomes)


@pytest.mark.parametrize("name", SEGMENTERS)
def test_words(benchmark: BenchmarkFixture, name: str) -> None:
    lines = [line for seed in _SEEDS for line in seed.read_text(encoding="utf-8").splitlines() if line]
    tag = segmenter(name).tag
    assert all(benchmark(lambda: [tag(line) for line in lines]))
