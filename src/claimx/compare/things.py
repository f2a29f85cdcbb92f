"""Known things that have figures of their own: companies, platforms, brands, products, and their families."""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING

from claimx.lexicon.terms import entities, entity_at, names_in

if TYPE_CHECKING:
    from claimx.lexicon.terms import Entity

# A place, a medium or a source beside a figure is no rival of its subject, and everybody names them.
_THINGS = frozenset({"company", "platform", "brand", "product"})


@cache  # asked again for each pair of figures; a comparison holds all its texts anyway
def things_in(text: str) -> tuple[str, ...]:
    """The known things that a short normalised text names, as written.

    >>> things_in("抖音在上海的GMV超过京东")
    ('抖音', '京东')
    """
    known = entities()
    return tuple(name for name in names_in(text) if known[name.lower()].type in _THINGS)


def thing_at_end(text: str) -> str | None:
    """The longest known thing that ends a normalised text, as written.

    >>> thing_at_end("首次超过京东"), thing_at_end("首次超过")
    ('京东', None)
    """
    lengths = range(min(len(text), longest_entity()), 1, -1)
    return next((text[-length:] for length in lengths if _is_thing(text, len(text) - length, len(text))), None)


def thing_at_start(text: str) -> str | None:
    """The longest known thing that begins a normalised text, as written.

    >>> thing_at_start("抖音电商GMV")
    '抖音电商'
    """
    lengths = range(min(len(text), longest_entity()), 1, -1)
    return next((text[:length] for length in lengths if _is_thing(text, 0, length)), None)


def _is_thing(text: str, start: int, end: int) -> bool:
    entity = entity_at(text, start, end)
    return entity is not None and is_thing(entity)


def is_thing(entity: Entity) -> bool:
    """Whether an alias of an entity names a known thing wherever it stands."""
    return entity.type in _THINGS and not entity.guarded


@cache
def longest_entity() -> int:
    """How many characters the longest name of an entity has."""
    return max(map(len, entities()))


@lru_cache(maxsize=4096)
def family(name: str) -> str | None:
    """The outermost owner of a known thing, in any case; None for what is no thing.

    >>> family("抖音电商"), family("上海")
    ('抖音', None)
    """
    known = entities()
    entity = known.get(name.lower())
    if entity is None or entity.type not in _THINGS:
        return None
    seen = {entity.id}
    while entity.parent and entity.parent not in seen and entity.parent.lower() in known:
        entity = known[entity.parent.lower()]
        seen.add(entity.id)
    return entity.id
