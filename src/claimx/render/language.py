"""The words that claimx says to people: English, or Chinese under a Chinese locale.

Only what people read is translated: headings, labels, help, messages. Field names, values of fields and
everything a program reads are the same everywhere. The Chinese stands in one catalogue, the files
``data/zh*.tsv``; what it does not hold is said in English (docs/adr/0017-language.md).
"""

from __future__ import annotations

import os
import re
from functools import cache
from typing import Literal

from claimx.data import read_data

Language = Literal["en", "zh"]

_MESSAGES = "zh_messages.tsv"

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


def translated(message: str) -> str:
    """A whole message, made in English by a stage that knows no language or by typer, in the language of this run.

    It is recognised by the template in ``data/zh_messages.tsv`` that it was made from; what stands in
    the gaps is translated in turn. Without a template the message stays as it is.
    """
    if language() == "en":
        return message
    known = catalogue().get(message)
    if known is not None:
        return known
    for template, chinese in _templates():
        match = template.fullmatch(message)
        if match is not None:
            return chinese.format(*map(translated, match.groups()))
    return message


@cache
def catalogue() -> dict[str, str]:
    """English phrase to Chinese phrase."""
    return dict(entry for name in ("zh.tsv", "zh_help.tsv", _MESSAGES) for entry in entries(name))


def entries(name: str) -> list[tuple[str, str]]:
    """The English and the Chinese of each line of a file of the catalogue."""
    text = read_data("claimx.render", f"data/{name}")
    rows = (line.partition("\t") for line in text.splitlines() if line and not line.startswith("#"))
    return [(english, chinese) for english, _, chinese in rows]


@cache
def _templates() -> list[tuple[re.Pattern[str], str]]:
    """The messages with gaps, in the order in which they are tried."""
    return [
        (re.compile("(.*?)".join(map(re.escape, english.split("{}"))), re.DOTALL), chinese)
        for english, chinese in entries(_MESSAGES)
        if "{}" in english
    ]
