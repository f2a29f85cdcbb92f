"""From aligned statements to facts in the order in which a reader wants them."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Literal

from claimx.compare.facts import Fact
from claimx.compare.owner import Owned, owned

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from claimx.compare.facts import Certainty, Reason, Verdict
    from claimx.compare.verdict import Judgement
    from claimx.model import Claim

_VERDICTS: tuple[Verdict, ...] = ("conflict", "compatible", "consistent", "same", "derived", "not_comparable", "only")
# Behind everything sure and everything possible.
_LAST: frozenset[Verdict] = frozenset({"derived", "not_comparable", "only"})


def fact(
    members: Iterable[Claim],
    judgement: Judgement,
    *,
    certainty: Certainty = "sure",
    reason: Reason | None = None,
) -> Fact:
    """A fact with its members in order and the words that most of them use."""
    ordered = tuple(sorted(members, key=_place))
    periods = {claim.period for claim in ordered if claim.period is not None}
    first = ordered[0]
    owners = [owned(claim) for claim in ordered]
    return Fact(
        verdict=judgement.verdict,
        subtype=judgement.subtype,
        reason=reason,
        certainty=certainty,
        rel_diff=judgement.rel_diff,
        subject=_named(ordered, "subject", owners),
        metric=_named(ordered, "metric", owners),
        period=_commonest(claim.period for claim in ordered) if reason != "period" or len(periods) == 1 else None,
        kind=first.kind,
        unit=_commonest(claim.unit for claim in ordered),
        members=ordered,
    )


def reading_order(documents: tuple[str, ...]) -> Callable[[Fact], tuple[object, ...]]:
    """A sort key: the sure facts first, conflicts before agreements; what more documents tell before the rest."""
    columns = {name: place for place, name in enumerate(documents)}

    def key(item: Fact) -> tuple[object, ...]:
        first = item.members[0]
        return (
            item.verdict in _LAST,
            item.certainty == "possible",
            _VERDICTS.index(item.verdict),
            -len({claim.doc for claim in item.members}),
            item.subtype != "magnitude",
            -(item.rel_diff or 0),
            item.reason or "",
            # What one document alone says stands as it does there.
            (columns[first.doc], first.start) if item.verdict == "only" else (),
            item.subject or "",
            item.metric or "",
            item.period or "",
            tuple(_place(claim) for claim in item.members),
        )

    return key


def _place(claim: Claim) -> tuple[str, int, int, str]:
    return claim.doc, claim.start, claim.end, claim.id


def _named(members: Sequence[Claim], field: Literal["subject", "metric"], owners: Sequence[Owned]) -> str | None:
    """The canonical name that most members state with the figure, or else carry over."""
    names = [
        (getattr(owner, field) or None, field in claim.inferred and not (owner.sure and field == "subject"))
        for claim, owner in zip(members, owners, strict=True)
    ]
    return _commonest(name for name, inferred in names if not inferred) or _commonest(name for name, _ in names)


def _commonest(words: Iterable[str | None]) -> str | None:
    """The most frequent word, the shortest of several; None when there is none."""
    counts = Counter(word for word in words if word is not None)
    return min(counts, key=lambda word: (-counts[word], len(word), word), default=None)
