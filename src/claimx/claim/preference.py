"""Selectional preference: what measures, units and verbs are said of.

A price is a product's, a salary a person's, a market size a trade's; 人 counts people, what falls is a measure.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.lexicon.measure_owner import owner_fit
from claimx.lexicon.noun_class import is_common_word, noun_class, opening_class
from claimx.lexicon.terms import head_dimension, measure_head

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimx.claim.mention import Candidate, Mention
    from claimx.claim.tokens import Token


def prefer_owners(mention: Mention, candidates: Iterable[Candidate]) -> None:
    """Add to candidates for the subject how the kind of thing they name goes with measure, unit and verb."""
    measure = mention.metric.text if mention.metric is not None and mention.metric.text else ""
    head = measure_head(measure)
    verb = _verb(mention)
    sold = verb is not None and mention.metric is not None and mention.metric.pattern == "verb"
    owned = verb.text if verb is not None and sold else head
    said_of = (
        f"whose:{head or noun_class(measure)}",
        f"whose:{head_dimension(measure)}:{mention.group}",
        f"whose:unit:{mention.quantity.unit}",
        f"whose:verb:{_part(verb)}",
    )
    pattern = mention.metric.pattern if mention.metric is not None else "none"
    kinds: dict[str | None, tuple[str, list[str]]] = {}  # most candidates name things of a few kinds
    for candidate in candidates:
        named = noun_class(candidate.text) if candidate.text else None
        if named not in kinds:
            fits = f"fits:{owner_fit(owned, named)}"
            kinds[named] = fits, [fits, *(f"{what}:{named or 'nobody'}" for what in said_of)]
        fits, shared = kinds[named]
        candidate.evidence += shared
        if candidate.text:
            form = "bare" if is_common_word(candidate.text) else "named"
            candidate.evidence += [f"{form}:{fits}", f"{form}:m-{pattern}:{named}"]
            candidate.evidence.append(f"begins:{opening_class(candidate.text)}:{candidate.pattern}")


def prefer_measures(mention: Mention, candidates: Iterable[Candidate]) -> None:
    """Add to candidates for the metric how what they name goes with unit and verb."""
    verb = _verb(mention)
    said_with = [f"in:{mention.quantity.unit}", f"given:{mention.group}"]
    if verb is not None:
        said_with += [f"after:{verb.text}", f"after:{_part(verb)}"]
    for candidate in candidates:
        if not candidate.text:
            continue
        named, side = noun_class(candidate.text), candidate.pattern
        head = measure_head(candidate.text)
        candidate.evidence += [f"{what}:{name}" for name in (named, head) if name is not None for what in said_with]
        begins = opening_class(candidate.text)
        if begins != "name":  # what an unknown word is cannot be said of all of them
            candidate.evidence.append(f"begins:{begins}:{named}:{side}")
        if is_common_word(candidate.text):
            candidate.evidence += [f"word:{candidate.text}", f"word:{candidate.text}:{side}"]


def _verb(mention: Mention) -> Token | None:
    """The nearest verb in front of the figure in its clause, not past another figure."""
    frame = mention.frame
    tokens = frame.clauses[frame.clause_of[mention.figure]].tokens
    for place in range(frame.place_of[mention.figure] - 1, -1, -1):
        token = frame.tokens[tokens[place]]
        if token.cls is Class.QUANTITY:
            return None
        if token.cls is Class.VERB or token.word.role is not None:
            return token
    return None


def _part(verb: Token | None) -> str:
    """The part that a verb plays between a measure and its figure."""
    if verb is None:
        return "absent"
    return verb.word.role.kind if verb.word.role is not None else "plain"
