"""Compare the claims of several documents: group them by fact, judge each group."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from typing import TYPE_CHECKING

from claimx.compare.agreement import Agreement, Statement, agreements
from claimx.compare.derived import derived
from claimx.compare.facts import Comparison, Fact
from claimx.compare.interval import figure
from claimx.compare.joining import with_echoes
from claimx.compare.near import near_misses
from claimx.compare.order import fact, reading_order
from claimx.compare.signature import Reading, Signature, read
from claimx.compare.similar import labels
from claimx.compare.verdict import Judgement

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from claimx.model import Claim


def compare(claims: Iterable[Claim], *, documents: Sequence[str] = (), tolerance: Decimal | None = None) -> Comparison:
    """What the documents of these claims agree on, where they clash, and what one alone says.

    The result does not depend on the order of the claims, and time and memory grow with their number.

    Args:
        claims: the claims of any number of documents, told apart by ``doc``.
        documents: the documents in the order to show them in; those of the claims that are missing
            here follow in the order of their names.
        tolerance: conflicts of values no farther apart than this part of the larger (``0.01``: one
            per cent) count as ``consistent``; they keep their ``rel_diff``.

    >>> from claimx import extract
    >>> left = extract("2024年，快手电商GMV约1.4万亿元。", doc="left")
    >>> right = extract("2024年，快手电商GMV达1.39万亿元。", doc="right")
    >>> [(fact.verdict, fact.subject, fact.metric, fact.period) for fact in compare([*left, *right]).facts]
    [('consistent', '快手电商', 'GMV', '2024')]

    """
    unique = {(claim.doc, claim.id): claim for claim in claims}
    read_claims = [(claim, read(claim)) for claim in unique.values()]
    columns = tuple(dict.fromkeys((*documents, *sorted({claim.doc for claim in unique.values()}))))
    facts = [_tolerant(item, tolerance) for item in _facts(read_claims)]
    return Comparison(tuple(sorted(facts, key=reading_order(columns))), columns)


def _facts(read_claims: Sequence[tuple[Claim, Reading]]) -> Iterator[Fact]:
    statements = [(reading.signature, _statement(claim, reading)) for claim, reading in read_claims]
    agreed = [*_by_signature(statements)]
    shared: set[tuple[str, str]] = set()
    for found in with_echoes(agreed, statements):
        shared.update((item.claim.doc, item.claim.id) for item in found.members)
        yield fact((item.claim for item in found.members), found.judgement(), certainty=found.certainty)
    for implied in derived(statements):
        yield fact((item.claim for item in implied), Judgement("derived"))
    for miss in near_misses([(claim, reading.signature) for claim, reading in read_claims]):
        yield fact(miss.members, Judgement("not_comparable"), reason=miss.reason)
    alone: dict[tuple[str, Signature, str], list[Claim]] = defaultdict(list)
    for claim, reading in read_claims:
        if (claim.doc, claim.id) not in shared:
            alone[claim.doc, reading.signature, reading.signature.subject or claim.id].append(claim)
    for members_alone in alone.values():
        yield fact(members_alone, Judgement("only"))


def _statement(claim: Claim, reading: Reading) -> Statement:
    return Statement(claim, figure(claim), reading.signature.period, reading.wide, reading.doubtful)


def _by_signature(statements: Sequence[tuple[Signature, Statement]]) -> Iterator[Agreement]:
    """The facts among statements of equal signature, names that are one name under one label."""
    subjects = labels(signature.subject for signature, _ in statements)
    metrics = labels(signature.metric for signature, _ in statements)
    groups: dict[Signature, list[Statement]] = defaultdict(list)
    for signature, statement in statements:
        # An anonymous subject's figure equals only itself, in another copy of the same text.
        for subject in subjects[signature.subject] if signature.subject else (f"\0{statement.claim.id}",):
            for metric in metrics[signature.metric]:
                groups[signature._replace(subject=subject, metric=metric, period=None)].append(statement)
    for group in groups.values():
        yield from agreements(group)


def _tolerant(item: Fact, tolerance: Decimal | None) -> Fact:
    if tolerance is None or item.rel_diff is None or item.rel_diff > tolerance:
        return item
    return replace(item, verdict="consistent", subtype=None)
