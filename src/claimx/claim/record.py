"""Turn a linked mention into the public record, quoting the original characters."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimx.claim.confidence import confidence
from claimx.claim.identity import canonical_metric, canonical_subject, claim_id
from claimx.claim.units import complete_unit
from claimx.model import Claim

if TYPE_CHECKING:
    from claimx.claim.mention import Candidate, Mention
    from claimx.document import Document
    from claimx.model import Span

_CONFIDENCE_DIGITS = 3


def make_claim(
    document: Document, digest: bytes, mention: Mention, published: str | None, boilerplate: str | None
) -> Claim:
    """The record of one mention; ``boilerplate`` is the reason its block was set aside, if it was."""
    quantity, block = mention.quantity, mention.scope.block
    start, end = block.source_span(quantity.start, quantity.end)
    sentence_start, sentence_end = block.source_span(mention.frame.start, mention.frame.end)
    spans: dict[str, Span] = {}
    inferred: list[str] = []
    fields: dict[str, str | None] = {}
    for name in ("metric", "subject", "source", "period"):
        candidate: Candidate | None = getattr(mention, name)
        if name != "period":
            fields[name] = _verbatim(mention, candidate)
        if candidate is None or candidate.text is None:
            continue
        span = _source_span(mention, candidate)
        if span is not None:
            spans[name] = span
        if not _in_own_clause(mention, candidate):
            inferred.append(name)
    period = mention.period.period if mention.period is not None and mention.period.text is not None else None
    compare_to = None
    if mention.compare_to is not None:
        spans["compare_to"] = block.source_span(*mention.compare_to)
        compare_to = block.plain[mention.compare_to[0] : mention.compare_to[1]]
    spans["number"] = block.source_span(*quantity.number_span)
    if quantity.unit_span is not None:
        spans["unit"] = block.source_span(*quantity.unit_span)
    return Claim(
        id=claim_id(digest, start, end, mention.kind),
        doc=document.path,
        title=document.metadata.title,
        published=published,
        line=block.line,
        start=start,
        end=end,
        text=document.text[start:end],
        value=quantity.value,
        min=quantity.min,
        max=quantity.max,
        ratio=quantity.ratio,
        vague=quantity.vague,
        unit=complete_unit(mention),
        bound=quantity.bound,
        kind=mention.kind,
        direction=mention.direction,
        endpoint=mention.endpoint,
        metric=fields["metric"],
        metric_id=canonical_metric(fields["metric"]),
        subject=fields["subject"],
        subject_id=canonical_subject(fields["subject"]),
        period=mention.period.text if mention.period is not None else None,
        period_text=period.text if period is not None else None,
        period_start=period.first.isoformat() if period is not None and period.first is not None else None,
        period_end=period.last.isoformat() if period is not None and period.last is not None else None,
        basis=mention.basis,
        compare_to=compare_to,
        modality=mention.modality,
        source=fields["source"],
        precision=quantity.precision,
        boilerplate=boilerplate,
        confidence=round(confidence(mention), _CONFIDENCE_DIGITS),
        inferred=tuple(inferred),
        sentence=_quoted(document.text, sentence_start, sentence_end),
        sentence_start=sentence_start,
        spans=spans,
        rules=(*quantity.rules, *mention.rules),
    )


@lru_cache(maxsize=1)
def _quoted(text: str, start: int, end: int) -> str:
    """The sentence as written: one string for all its figures, of which there may be hundreds."""
    return text[start:end]


def _in_own_clause(mention: Mention, candidate: Candidate) -> bool:
    """Whether a value is written in the figure's own clause."""
    frame = mention.frame
    return candidate.first is not None and frame.clause_of[candidate.first] == frame.clause_of[mention.figure]


def _source_span(mention: Mention, candidate: Candidate) -> Span | None:
    """Where a value is written in the mention's own sentence; None where it was inferred."""
    if candidate.first is None or candidate.last is None:
        return None
    tokens = mention.frame.tokens
    return mention.scope.block.source_span(tokens[candidate.first].start, tokens[candidate.last].end)


def _verbatim(mention: Mention, candidate: Candidate | None) -> str | None:
    """The value in the article's own characters."""
    if candidate is None or candidate.text is None:
        return None
    home, written = candidate.home or (mention, candidate)
    if written.first is None or written.last is None:
        return written.text
    tokens = home.frame.tokens
    return home.scope.block.plain[tokens[written.first].start : tokens[written.last].end]
