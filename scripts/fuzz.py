"""Fuzz one target by coverage with atheris (``pip install -e '.[fuzz]'``).

    python scripts/fuzz.py TARGET [--corpus FOLDER] [-OPTION=VALUE of libFuzzer …]
    python scripts/fuzz.py pipeline --corpus /tmp/pipeline -max_total_time=1200

The inputs kept in tests/fuzz/TARGET are where it starts; what it finds goes to FOLDER, or nowhere. An input
that fails is written to the working directory as ``crash-…`` or ``timeout-…``: mend the fault and keep
the input, cut down, in tests/fuzz/TARGET, where the tests play it for ever.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

import atheris

with atheris.instrument_imports(include=["claimx"]):
    from fuzz_targets import TARGETS
from pieces import PIECES

KEPT = Path(__file__).parents[1] / "tests" / "fuzz"
#: Seconds for one input, and megabytes: far above what 4 kB of text should take.
_LIMITS = ("-timeout=20", "-rss_limit_mb=3000", "-max_len=2048", "-print_final_stats=1")


def dictionary() -> str:
    """The pieces that articles are made of, in libFuzzer's format."""
    escaped = ("".join(f"\\x{byte:02x}" for byte in piece.encode()) for piece in PIECES)
    return "".join(f'"{word}"\n' for word in escaped)


def main() -> None:
    parser = argparse.ArgumentParser(description="Fuzz one target by coverage.")
    parser.add_argument("target", choices=TARGETS)
    parser.add_argument("--corpus", type=Path, help="where inputs that reach new code are written")
    given, options = parser.parse_known_args()  # the others are libFuzzer's
    folders = [str(KEPT / given.target)]
    if given.corpus is not None:
        given.corpus.mkdir(parents=True, exist_ok=True)
        folders.insert(0, str(given.corpus))  # libFuzzer writes to the first
    with tempfile.NamedTemporaryFile("w", suffix=".dict", encoding="ascii", delete=False) as words:
        words.write(dictionary())
    atheris.Setup([sys.argv[0], *_LIMITS, f"-dict={words.name}", *options, *folders], TARGETS[given.target])
    atheris.Fuzz()


if __name__ == "__main__":
    main()
