"""Every input that the fuzzer was ever begun from or failed on, played once more."""

from __future__ import annotations

from pathlib import Path

import pytest

from fuzz_targets import TARGETS

_HERE = Path(__file__).parent


@pytest.mark.parametrize("target", TARGETS)
def test_kept_inputs_are_sound(target: str) -> None:
    inputs = sorted((_HERE / target).iterdir())
    assert len(inputs) > 5
    for path in inputs:
        try:
            TARGETS[target](path.read_bytes())
        except Exception as error:
            error.add_note(f"input: {path.name}")
            raise
