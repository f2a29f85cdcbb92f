"""Whose a measure usually is: a company's revenue, an app's active users, a trade's size, a person's salary."""

from __future__ import annotations

from functools import cache

from claimx.lexicon.load import table

#: What the classes of nouns and the types of entities are as owners; a class not listed owns nothing.
_OWNERS = {
    **dict.fromkeys(("org", "company", "brand", "institution", "research"), "org"),
    **dict.fromkeys(("platform", "media"), "platform"),
    **dict.fromkeys(("person", "group"), "person"),
    **dict.fromkeys(("trade", "industry"), "trade"),
    **dict.fromkeys(("name", "latin"), "name"),
    "product": "product",
    "work": "content",
    "place": "place",
    "event": "event",
}


def owner_fit(measure: str | None, owner: str | None) -> str:
    """How well a class of nouns fits as the owner of a measure.

    The rank of the class among the usual owners, from ``0``; ``out`` for an owner of other things, ``name`` where the
    class is unknown, ``none`` for what owns nothing, ``nobody`` for no owner at all. Of a measure that
    tells nothing (增速, 数量) ``any`` with what the class is as an owner.
    """
    kind = "nobody" if owner is None else _OWNERS.get(owner, "none")
    usual = _usual_owners().get(measure or "", ())
    if not usual or usual == ("any",):
        return f"any:{kind}"
    if kind in usual:
        return str(usual.index(kind))
    return kind if kind in ("name", "none", "nobody") else "out"


@cache
def _usual_owners() -> dict[str, tuple[str, ...]]:
    return {word: tuple(row[0].split()) for row in table("measure_owner") for word in row[1].split()}
