"""Whether a claim that was read is the claim a careful reader found.

Gold records hold the fields of CLAIMS.md; ``FIELD_alt`` lists readings that are equally right, and
``level`` is ``core`` or ``optional``.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeAlias

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.model import Claim

# Units that must be met exactly; two classifiers count as one ("单" and "件" of orders).
_CODES = re.compile(
    r"%|pp|x|ratio|折|rank|second|minute|hour|day|week|month|quarter|year|[A-Z]{3}(?:/.+)?|[A-Za-z℃°].*"
)
NOISE = re.compile(r"[\s，。、：:；;“”\"'‘’《》（）()\[\]【】·\-—*#>|]")
_DEFAULTS = {"bound": "eq", "kind": "level"}

Gold: TypeAlias = dict[str, Any]


@dataclass
class Score:
    """How many were right, of how many read and how many wanted."""

    right: float = 0
    read: float = 0
    wanted: float = 0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.read + self.wanted
        return 2 * self.right / total if total else 0.0


def score_claims(claims: Sequence[Claim], gold: Sequence[Gold], scores: dict[str, Score]) -> Iterator[str]:
    """Count what is right and yield a line for each miss; optional gold is neither wanted nor punished."""
    for claim, wanted in paired(claims, gold):
        if wanted is not None and wanted.get("level") == "optional":
            continue
        quantity = claim is not None and wanted is not None and not wrong_quantity(claim, wanted)
        links = wrong_links(claim, wanted) if claim is not None and wanted is not None else []
        for name, right in (("found", claim and wanted), ("quantity", quantity), ("claim", quantity and not links)):
            scores[name].read += claim is not None
            scores[name].wanted += wanted is not None
            scores[name].right += bool(right)
        if claim is None and wanted is not None:
            yield f"line {wanted['line']} missed {wanted['text']}"
        elif claim is not None and wanted is None:
            yield f"line {claim.line} extra {claim.text}"
        elif claim is not None and wanted is not None and (not quantity or links):
            yield f"line {claim.line} wrong {claim.text}: {', '.join(wrong_quantity(claim, wanted) + links)}"


def paired(claims: Sequence[Claim], gold: Sequence[Gold]) -> Iterator[tuple[Claim | None, Gold | None]]:
    """One to one by the largest overlap; what is left stands alone, but for claims on optional gold."""

    def overlap(claim: Claim, wanted: Gold) -> int:
        return int(min(claim.end, wanted["end"]) - max(claim.start, wanted["start"]))

    def distance(claim: Claim, wanted: Gold) -> int:
        return int(abs(claim.start - wanted["start"]) + abs(claim.end - wanted["end"]))

    # (overlap, nearness, claim, gold), the best last
    pairs = sorted(
        (overlap(claim, wanted), -distance(claim, wanted), c, g)
        for c, claim in enumerate(claims)
        for g, wanted in enumerate(gold)
        if overlap(claim, wanted) > 0
    )
    used_claims, used_gold = set(), set()
    for _, _, c, g in reversed(pairs):
        if c not in used_claims and g not in used_gold:
            used_claims.add(c)
            used_gold.add(g)
            yield claims[c], gold[g]
    on_optional = {c for _, _, c, g in pairs if gold[g].get("level") == "optional"}
    yield from ((claim, None) for c, claim in enumerate(claims) if c not in used_claims | on_optional)
    yield from ((None, wanted) for g, wanted in enumerate(gold) if g not in used_gold)


def wrong_quantity(claim: Claim, gold: Gold) -> list[str]:
    """The fields of the quantity that differ from the gold."""
    wrong = []
    if not gold.get("vague"):
        wrong += [name for name in ("value", "min", "max") if not same_number(getattr(claim, name), gold.get(name))]
        wrong += ["ratio"] if (claim.ratio or None) != (gold.get("ratio") or None) else []
    if not same_unit(claim.unit, accepted(gold, "unit")):
        wrong.append("unit")
    if claim.bound not in accepted(gold, "bound"):
        wrong.append("bound")
    return wrong


def wrong_links(claim: Claim, gold: Gold) -> list[str]:
    """The fields that say whose, what and when and that differ from the gold."""
    wrong = [name for name in ("kind", "direction", "period") if getattr(claim, name) not in accepted(gold, name)]
    for name in ("metric", "subject"):
        read, right = getattr(claim, name), accepted(gold, name)
        if not (read is None and None in right and name == "subject") and not same_text(read, right):
            wrong.append(name)
    return wrong


def accepted(gold: Gold, name: str) -> list[Any]:
    """Every reading of a field that the gold calls right."""
    return [gold.get(name, _DEFAULTS.get(name)), *gold.get(f"{name}_alt", [])]


def same_number(read: Any, wanted: Any) -> bool:
    """Equal to a tenth of a percent, both missing, or neither."""
    if read is None or wanted is None:
        return read is wanted
    return abs(float(read) - float(wanted)) <= 0.001 * max(abs(float(read)), abs(float(wanted)))


def same_unit(read: str | None, right: list[Any]) -> bool:
    """The same code, or classifiers both."""

    def is_count(unit: str | None) -> bool:
        return unit is not None and _CODES.fullmatch(unit) is None

    return read in right or (is_count(read) and any(map(is_count, right)))


def same_text(read: str | None, right: list[Any]) -> bool:
    """Equal, one inside the other without dwarfing it, or largely the same characters."""
    return any(alike(NOISE.sub("", read or "").lower(), NOISE.sub("", text or "").lower()) for text in right)


def alike(one: str, other: str) -> bool:
    """Whether two texts without noise would pass as the same name."""
    if not one or not other:
        return False
    short, long = sorted((one, other), key=len)
    if short in long and len(short) * 3 >= len(long):
        return True
    grams = [Counter(text[i : i + 2] for i in range(len(text) - 1)) or Counter([text]) for text in (one, other)]
    return 2 * (grams[0] & grams[1]).total() >= 0.6 * (grams[0].total() + grams[1].total())
