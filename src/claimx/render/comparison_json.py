"""A comparison as JSON: one object, or a fact a line. Members are full records, as ``extract`` writes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.render.fields import FIELDS
from claimx.render.jsontext import encode, record

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.compare import Comparison, Fact

# In the order in which they are written; ``members`` follow.
_FIELDS = ("verdict", "subtype", "reason", "certainty", "rel_diff", "subject", "metric", "period", "kind", "unit")


def json_object(comparison: Comparison) -> Iterator[str]:
    """``{"facts": […], "documents": […]}``, each fact on a line of its own."""
    yield '{"facts": ['
    separator = "\n"
    for fact in comparison.facts:
        yield separator + _fact(fact)
        separator = ",\n"
    yield ("\n" if comparison.facts else "") + f'], "documents": {encode(comparison.documents)}}}\n'


def json_lines(comparison: Comparison) -> Iterator[str]:
    """One fact a line."""
    return (_fact(fact) + "\n" for fact in comparison.facts)


def _fact(fact: Fact) -> str:
    fields = ", ".join(f'"{name}": {encode(getattr(fact, name))}' for name in _FIELDS)
    members = ", ".join(record(claim, FIELDS) for claim in fact.members)
    return f'{{{fields}, "members": [{members}]}}'
