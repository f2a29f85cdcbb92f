"""Annotated documents (``NAME.txt|.md|.html`` beside ``NAME.gold.jsonl``) as the scripts here use them."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from judge import Gold, accepted, same_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from claimx.document import Document

_CONTEXT = 16


@dataclass(frozen=True)
class GoldDocument:
    """One document with what a careful reader finds in it."""

    name: str
    path: Path
    claims: list[Gold]
    #: For HTML the visible text that the offsets of the claims refer to.
    visible: str | None


def load(folder: Path) -> Iterator[GoldDocument]:
    """The gold documents of a folder by name."""
    for gold in sorted(folder.glob("*.gold.jsonl")):
        name = gold.name.removesuffix(".gold.jsonl")
        path = next(p for suffix in (".txt", ".md", ".html") if (p := folder / (name + suffix)).exists())
        claims = [json.loads(line) for line in gold.read_text(encoding="utf-8").splitlines() if line.strip()]
        read = folder / (name + ".read")
        yield GoldDocument(name, path, claims, read.read_text(encoding="utf-8") if read.exists() else None)


def placed(gold: GoldDocument, document: Document) -> list[Gold]:
    """The gold claims with ``start`` and ``end`` in the document's own text.

    For HTML two renderings differ in white space only, so a claim is found again by the characters
    around it; one that is not found is left out.
    """
    if gold.visible is None:
        return gold.claims
    theirs, places = _squeeze(gold.visible)
    ours, back = _squeeze(document.text)
    index = {place: i for i, place in enumerate(places)}
    found = []
    for claim in gold.claims:
        start = index.get(claim["start"])
        if start is None:
            continue
        length = len(_squeeze(claim["text"])[0])
        for margin in (_CONTEXT, _CONTEXT // 2, 4):
            lead = min(margin, start)
            at = ours.find(theirs[start - lead : start + length + margin])
            if at >= 0:
                found.append({**claim, "start": back[at + lead], "end": back[at + lead + length - 1] + 1})
                break
    return found


def _squeeze(text: str) -> tuple[str, list[int]]:
    keep = [i for i, char in enumerate(text) if not char.isspace()]
    return "".join(text[i] for i in keep), keep


def field_right(claim: Gold, field: str, value: str | None) -> bool:
    """Whether a metric, subject, source or period is one of the accepted readings."""
    readings = accepted(claim, field)
    if field == "period":
        return value in readings
    if value is None:
        return None in readings and field != "metric"
    return same_text(value, readings)
