"""The claims as rows of the report's table, and in full for the card that a figure shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimx.render.cell import cell
from claimx.render.figure import change, figure
from claimx.render.jsontext import encode
from claimx.render.language import said
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from claimx.model import Claim
    from claimx.render.html.article import Numbered

#: What the card shows of a claim, by heading; "" for what it leaves unsaid.
CARD = (
    "as written", "value", "subject", "metric", "kind", "change", "period", "source", "modality", "confidence",
    "inferred", "rules", "id",
)  # fmt: skip


class Row(NamedTuple):
    """A row of the table of all claims."""

    number: int
    claim: Claim
    #: Number and short name of its article.
    article: int
    document: str
    figure: str
    change: str
    #: What to sort its figure by: the value, or the middle of a range, in the base unit; empty without one.
    size: str


def rows(claims: Iterable[Numbered], names: Mapping[str, str]) -> list[Row]:
    """The rows in the order of the articles; ``names`` has the short name of each document, in the same order."""
    articles = {doc: number for number, doc in enumerate(names, start=1)}
    return [
        Row(number, claim, articles[claim.doc], names[claim.doc], figure(claim), change(claim, say=said), _size(claim))
        for number, claim in claims
    ]


def summary(claim: Claim) -> str:
    """A claim in one line, for readers without script."""
    parts = (claim.subject, claim.metric, figure(claim), change(claim, say=said), claim.period, claim.source)
    return visible_line(" · ".join(filter(None, parts)))


def cards(claims: Iterable[Numbered]) -> str:
    """A JSON list with a list of the ``CARD`` fields for each claim, safe within a script element.

    Within strings every character that could end the element or begin a comment is escaped, so no
    article can break out of it.
    """
    text = "[" + ",\n".join(encode(_card(claim)) for _, claim in claims) + "]"
    for char in "<>&":
        text = text.replace(char, f"\\u{ord(char):04x}")
    return text


def _card(claim: Claim) -> list[str]:
    period = claim.period or ""
    if claim.period_text and claim.period_text != period:
        period = f"{period} ({claim.period_text})" if period else claim.period_text
    values = (
        claim.text, figure(claim, raw_numbers=True), claim.subject, claim.metric, said(claim.kind),
        change(claim, say=said), period, claim.source, said(claim.modality), cell(claim.confidence),
        " ".join(map(said, claim.inferred)), cell(claim.rules), claim.id,
    )  # fmt: skip
    return [visible_line(value or "") for value in values]


def _size(claim: Claim) -> str:
    if claim.value is not None:
        return cell(claim.value)
    if claim.min is not None and claim.max is not None:
        return cell((claim.min + claim.max) / 2)
    return cell(claim.min if claim.min is not None else claim.max)
