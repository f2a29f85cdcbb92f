"""The words that claimx says to people: English, or Chinese under a Chinese locale.

Only what people read is translated: headings, labels, messages. Field names, values of fields and
everything a program reads are the same everywhere.
"""

from __future__ import annotations

import os
from functools import cache
from importlib import resources
from typing import Literal

Language = Literal["en", "zh"]

# The first that is set decides; CLAIMX_LANG comes before what the system says.
_VARIABLES = ("CLAIMX_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


def language() -> Language:
    """The language of this run: Chinese when ``CLAIMX_LANG`` or else the locale begins with ``zh``."""
    chosen = next((value for name in _VARIABLES if (value := os.environ.get(name))), "")
    return "zh" if chosen.lower().startswith("zh") else "en"


def said(english: str) -> str:
    """An English phrase of ours in the language of this run; one without a translation stays English."""
    return english if language() == "en" else catalogue().get(english, english)


def counted(number: int, one: str, many: str) -> str:
    """A number with its noun in the language of this run: ``counted(2, "1 file", "{} files")``."""
    return said(one) if number == 1 else said(many).format(number)


@cache
def catalogue() -> dict[str, str]:
    """English phrase to Chinese phrase, from ``data/zh.tsv``."""
    text = resources.files("claimx.render").joinpath("data/zh.tsv").read_text(encoding="utf-8")
    return dict(line.split("\t") for line in text.splitlines() if line and not line.startswith("#"))
