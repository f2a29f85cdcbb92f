"""Reading a document leaves nothing to the garbage collector, which therefore rests meanwhile."""

from __future__ import annotations

import gc
from pathlib import Path

import pytest

from claimx.pipeline import extract_document
from claimx.source import read_document

_SEEDS = sorted((Path(__file__).parents[2] / "seeds").glob("*.txt"))


def test_a_document_leaves_no_cycles() -> None:
    documents = [read_document(str(seed)) for seed in _SEEDS]
    for document in documents:  # what is loaded and compiled at the first call may well leave some
        extract_document(document)
    gc.collect()
    for document in documents:
        assert extract_document(document)
        assert gc.collect() == 0


@pytest.mark.parametrize("enabled", [True, False])
def test_the_collector_is_left_as_it_was(enabled: bool) -> None:
    document = read_document(str(_SEEDS[0]))
    try:
        if not enabled:
            gc.disable()
        extract_document(document)
        assert gc.isenabled() is enabled
        with pytest.raises(ValueError, match="segmenter"):
            extract_document(document, segmenter="none")
        assert gc.isenabled() is enabled
    finally:
        gc.enable()
