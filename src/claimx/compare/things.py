"""Known things that have figures of their own: companies, platforms, brands, products, and their families."""

from __future__ import annotations

from functools import cache, lru_cache

from claimx.lexicon.terms import entities, names_in

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
