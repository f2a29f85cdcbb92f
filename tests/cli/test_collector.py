"""A short run searches for no cyclic garbage, neither while it loads nor when it ends."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_COUNTING = """
import atexit, gc, sys
searched = []
gc.callbacks.append(lambda phase, info: searched.append(phase))
atexit.register(lambda: print(len(searched), gc.isenabled(), gc.get_freeze_count() > 0, file=sys.stderr))
from claimx.cli import main
searched.clear()
main()
"""


def test_a_short_run_searches_for_no_garbage(article: Path) -> None:
    child = subprocess.run(
        [sys.executable, "-c", _COUNTING, "extract", str(article)], capture_output=True, text=True, check=True
    )
    assert child.stdout.startswith("{")
    assert child.stderr.splitlines()[-1] == "0 True True"
