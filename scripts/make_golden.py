"""Write the golden outputs of ``tests/golden/cases.toml`` anew: ``python scripts/make_golden.py``."""

from __future__ import annotations

import os
import subprocess
import sys
import tomllib
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
GOLDEN = ROOT / "tests" / "golden"


def main() -> None:
    for name, arguments in tomllib.loads((GOLDEN / "cases.toml").read_text(encoding="utf-8")).items():
        done = subprocess.run(
            [sys.executable, "-m", "claimx", *arguments],
            cwd=ROOT,
            env={**os.environ, "COLUMNS": "80"},
            stdout=subprocess.PIPE,
            check=True,
        )
        (GOLDEN / name).write_bytes(done.stdout)


if __name__ == "__main__":
    main()
