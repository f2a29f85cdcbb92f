"""What stands between a figure and the phrase it measures: verbs, adverbs, a comparison."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.lexicon.roles import Role, adverbs, roles

if TYPE_CHECKING:
    from claimx.claim.frame import Frame

# Words that put what follows them against the figure: 比传统广告高40%, 较上年增长5%.
COMPARE = frozenset(("比", "较", "相比", "相较", "比起", "相对", "对比", "同比较", "相较于", "相比于", "较之", "高于", "低于", "多于", "少于", "超过", "超", "超出", "高出", "领先", "大于", "小于"))
_PREFIX_COMPARE = frozenset(("比", "较", "相比", "相较", "比起", "相较于", "相比于", "较之", "对比"))
# Adjectives that say which side of a comparison the figure is on.
_DEGREE = frozenset(("高", "低", "多", "少", "贵", "便宜", "大", "小", "快", "慢", "长", "短", "强", "弱", "高出", "低出", "多出", "少出", "高于", "低于", "高了", "低了", "多了", "少了", "重", "轻", "厚", "薄"))
_MOST_STEPS = 24


@dataclass(slots=True)
class Predicate:
    """The words between a figure and the noun phrase on its left, nearest first."""

    #: Token index and role of each word with a role, nearest to the figure first.
    roles: list[tuple[int, Role]] = field(default_factory=list)
    #: Place in the clause where the noun phrase on the left may end (exclusive).
    edge: int = 0
    #: Token indices of the phrase the figure is compared with, and of the word that says so.
    compared: list[int] = field(default_factory=list)
    comparer: int | None = None
    #: 高 低 多 少 … in a comparison.
    degree: str | None = None
    #: A plain verb right of the noun phrase that has no role of its own.
    verb: int | None = None
    #: Forms seen on the way: 同比, 环比, 分别, 了 …
    words: set[str] = field(default_factory=set)

    @property
    def nearest(self) -> Role | None:
        """The role closest to the figure."""
        return self.roles[0][1] if self.roles else None

    def has(self, *kinds: str) -> bool:
        """Whether any word between has one of these roles."""
        return any(role.kind in kinds for _, role in self.roles)


def read_predicate(frame: Frame, figure: int) -> Predicate:
    """Walk left from a figure over everything that is not part of a noun phrase."""
    known, light = roles(), adverbs()
    clause = frame.clauses[frame.clause_of[figure]].tokens
    place = frame.place_of[figure]
    found = Predicate(edge=place)
    floor = max(0, place - _MOST_STEPS)
    comparer = _comparer(frame, clause, place, floor)
    p = place - 1
    while p >= floor:
        token = frame.tokens[clause[p]]
        if comparer is not None and p > comparer:
            role = known.get(token.text)
            if token.text in _DEGREE and not found.degree:
                found.degree = token.text
            elif role is not None and not found.compared and role.kind not in ("have",):
                found.roles.append((clause[p], role))
            elif token.cls in (Class.NOMINAL, Class.PERIOD, Class.QUOTE, Class.OF, Class.AND, Class.PRONOUN, Class.VERB):
                found.compared.insert(0, clause[p])
            else:
                found.words.add(token.text)
        elif p == comparer:
            found.comparer = clause[p]
        elif token.cls == Class.PERIOD:
            pass
        elif (role := known.get(token.text)) is not None and not _inside_phrase(frame, clause, p):
            found.roles.append((clause[p], role))
        elif token.text in light or token.cls == Class.ADVERB:
            found.words.add(token.text)
        elif token.cls == Class.VERB and found.verb is None and not found.roles:
            found.verb = clause[p]
        else:
            break
        p -= 1
    found.edge = p + 1
    return found


def _comparer(frame: Frame, clause: list[int], place: int, floor: int) -> int | None:
    """The place of a comparison word whose object ends before the figure, if there is one."""
    for p in range(place - 2, floor - 1, -1):
        token = frame.tokens[clause[p]]
        if token.cls == Class.QUANTITY:
            return None
        if token.text in _PREFIX_COMPARE:
            return p
    return None


def _inside_phrase(frame: Frame, clause: list[int], place: int) -> bool:
    """Whether a word with a role is the tail or the modifier of a noun phrase (销售 in 销售 额, 占 in 占比)."""
    following = clause[place + 1] if place + 1 < len(clause) else None
    return following is not None and frame.tokens[following].cls == Class.OF and frame.tokens[clause[place]].tag[:1] != "v"
