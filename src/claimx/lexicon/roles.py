"""What a verb-like word says of the figure beside it."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Literal, NamedTuple

from claimx.lexicon.load import table, words

if TYPE_CHECKING:
    from claimx.model import Direction

RoleKind = Literal[
    "move",  # 增长 下降: the figure is the amount of change
    "reach",  # 增至 降至: the figure is the level reached
    "rate",  # 增速 降幅: a noun that names a change
    "new",  # 新增 净增
    "attain",  # 达 突破
    "copula",  # 为 是
    "have",  # 有 拥有
    "share",  # 占
    "rank",  # 位居 排名
    "transact",  # 投入 售出: money or goods moved
]


class Role(NamedTuple):
    """The part a word plays between a measure and its figure."""

    kind: RoleKind
    direction: Direction | None = None
    #: For ``transact``: the plain metric word a reader would use (卖出 → 销量).
    metric: str | None = None
    dimension: str | None = None


@cache
def roles() -> dict[str, Role]:
    """Every word with a role; a word in several tables has the first of: change, attain, transact."""
    found: dict[str, Role] = {}
    for word, direction, kind in table("change_verb"):
        found.setdefault(word, Role(_kind(kind), "down" if direction == "down" else "up"))
    for word, kind in table("attain_verb"):
        found.setdefault(word, Role(_kind(kind)))
    for word, dimension, metric in table("transact_verb"):
        found.setdefault(word, Role("transact", None, metric, dimension))
    return found


@cache
def adverbs() -> frozenset[str]:
    """Words that are part of no noun phrase: adverbs before a figure, and words that join clauses."""
    return frozenset(words("adverb")) | {row[0] for row in table("discourse") if row[0] != "某"}


_KINDS: dict[str, RoleKind] = {
    kind: kind for kind in ("move", "reach", "rate", "new", "attain", "copula", "have", "share", "rank", "transact")
}


def _kind(name: str) -> RoleKind:
    return _KINDS[name]
