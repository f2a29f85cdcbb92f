"""The words of a comparison that all formats for people share."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.render.figure import change, figure
from claimx.render.number import exact
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from claimx.compare import Comparison, Fact
    from claimx.model import Claim

#: The part of a fact that its row shows in front of the documents.
HEADINGS = ("verdict", "subject", "metric", "period")


def verdict(fact: Fact, *, say: Callable[[str], str] = str) -> str:
    """The verdict with what goes with it: ``conflict (1.98%)``, ``conflict (magnitude)``, ``possible same``.

    ``say`` puts our words into the reader's language.
    """
    note: str = say(fact.reason or ("magnitude" if fact.subtype == "magnitude" else ""))
    if not note and fact.rel_diff is not None:
        note = f"{exact(round(fact.rel_diff.scaleb(2), 2))}%"
    word = say(fact.verdict.replace("_", " ")) + (f" ({note})" if note else "")
    return say("possible {}").format(word) if fact.certainty == "possible" else word


def heading(fact: Fact, *, say: Callable[[str], str] = str) -> tuple[str, str, str, str]:
    """The cells under ``HEADINGS``."""
    return (
        verdict(fact, say=say),
        visible_line(fact.subject or ""),
        visible_line(fact.metric or ""),
        visible_line(fact.period or ""),
    )


def statement(claim: Claim, fact: Fact, *, sentence: bool, say: Callable[[str], str] = str) -> str:
    """One document's figure: value, change, the period if it is not the fact's, line and, if asked, the sentence."""
    period = "" if claim.period == fact.period else visible_line(claim.period or "")
    parts = (figure(claim), change(claim, say=say), period, f"L{claim.line}")
    text = " · ".join(filter(None, parts))
    return f"{text} “{visible_line(claim.sentence.strip())}”" if sentence else text


def by_document(
    comparison: Comparison, fact: Fact, *, sentences: bool, say: Callable[[str], str] = str
) -> Iterator[list[str]]:
    """For each document of the comparison, in order, what it says of the fact; mostly nothing."""
    stated: dict[str, list[str]] = {}
    for claim in fact.members:
        stated.setdefault(claim.doc, []).append(statement(claim, fact, sentence=sentences, say=say))
    return (stated.get(name, []) for name in comparison.documents)


def labels(comparison: Comparison) -> dict[str, str]:
    """A short name for each document: its path without the folders that all of them share."""
    names = comparison.documents
    folder = names[0] if names else ""
    while folder:
        folder = folder[: folder.rfind("/", 0, len(folder) - 1) + 1]
        if all(name.startswith(folder) for name in names):
            break
    return {name: visible_line(name.removeprefix(folder)) for name in names}
