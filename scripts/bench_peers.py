"""Other extractors of figures and times, each run in a virtual environment of its own.

Their releases want libraries of other times than ours, and some change the process they are imported in.
"""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path


@dataclass(frozen=True)
class Peer:
    """Another extractor: what to install, and a program that defines ``read(text)``."""

    name: str
    requirements: tuple[str, ...]
    program: str
    #: How many bytes of text are enough.
    share: int


PEERS = (
    Peer(
        "JioNLP, money and time",
        ("jionlp",),
        """
import jionlp
def read(text):
    jionlp.ner.extract_money(text, with_parsing=True)
    jionlp.ner.extract_time(text, time_base={"year": 2025, "month": 6, "day": 30}, with_parsing=True)
""",
        300_000,
    ),
    Peer(
        "Recognizers-Text, five models",
        # Of 2019: it needs the pkg_resources and the emoji tables of its day.
        ("recognizers-text-suite", "setuptools<66", "emoji<1"),
        """
from recognizers_date_time import recognize_datetime
from recognizers_number import recognize_number, recognize_percentage
from recognizers_number_with_unit import recognize_currency, recognize_dimension
models = (recognize_number, recognize_percentage, recognize_currency, recognize_dimension, recognize_datetime)
def read(text):
    for model in models:
        model(text, "zh-cn")
""",
        20_000,
    ),
)

# Lines are what all of them are made for; what one cannot read is its own affair.
_DRIVER = """
import json, sys, time
def attempt(text):
    try:
        read(text)
    except Exception:
        pass
texts = [line for text in json.load(sys.stdin) for line in text.splitlines() if line.strip()]
attempt(texts[0])
start = time.process_time()
for text in texts:
    attempt(text)
print(time.process_time() - start, file=sys.stderr)
"""


def environment(peer: Peer, folder: Path) -> Path | None:
    """The interpreter of the peer's environment, made if it is not there; None when it cannot be installed."""
    home = folder / peer.requirements[0]
    python = home / "bin" / "python"
    if python.exists():
        return python
    try:
        subprocess.run([sys.executable, "-m", "venv", home], check=True)
        install: list[str | Path] = [python, "-m", "pip", "install", "--quiet", *peer.requirements]
        subprocess.run(install, check=True, capture_output=True, text=True)
    except subprocess.CalledProcessError as error:
        print((error.stderr or "").strip(), file=sys.stderr)
        return None
    return python


def seconds(peer: Peer, python: Path, texts: Sequence[str]) -> float:
    """Processor seconds that the peer takes for the texts, a line at a time, after the first."""
    done = subprocess.run(
        [python, "-c", peer.program + _DRIVER], input=json.dumps(texts), capture_output=True, text=True, check=True
    )
    return float(done.stderr.split()[-1])
