"""What stands between a figure and the phrase it measures: verbs, adverbs, a comparison."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING

from claimx.claim.cues import prepositions
from claimx.claim.tokens import Class
from claimx.lexicon.roles import Role, roles

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.tokens import Token
    from claimx.model import Span

# Adjectives that say how one thing stands to another: 比传统广告高40%, 比同行多出3倍.
_ADJECTIVE = "高低多少贵大小快慢长短强弱重轻厚薄好差深浅宽窄早晚"
_DEGREE = re.compile(rf"(?:[{_ADJECTIVE}]|便宜|年轻|年长|昂贵|提前|推迟|领先|落后)[出了于]?")
# The segmenter joins 比 and 较 to the character in front: 能比, 这比, 额较.
_FUSED_COMPARER = re.compile("[能这要却都则会还也就均总将额量价值][比较]")
# The segmenter's dictionary holds 同比增加 as one word.
_GLUED = frozenset(("同比", "环比"))
#: 与去年同期相比: what stands in front of the thing compared with when the comparison word stands behind it.
ACCOMPANYING = frozenset(("与", "和", "跟", "同"))
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
    #: How many characters of the last token compared belong to ``degree`` (比手机端高, cut 端高).
    fused: int = 0

    @property
    def nearest(self) -> Role | None:
        """The role closest to the figure."""
        return self.roles[0][1] if self.roles else None

    def has(self, *kinds: str) -> bool:
        """Whether any word between has one of these roles."""
        return any(role.kind in kinds for _, role in self.roles)

    def compared_span(self, frame: Frame) -> Span | None:
        """Offsets of the phrase compared with, in the block's normalised text."""
        # 较2021年同期的9.3元: the figure of the thing compared is no part of its name.
        named = [index for index in self.compared if frame.tokens[index].cls is not Class.QUANTITY]
        if not named:
            return None
        return frame.tokens[named[0]].start, frame.tokens[named[-1]].end - self.fused


def read_predicate(frame: Frame, figure: int) -> Predicate:
    """Walk left from a figure over everything that is not part of a noun phrase."""
    clause = frame.clauses[frame.clause_of[figure]].tokens
    place = frame.place_of[figure]
    found = Predicate(edge=place)
    floor = max(0, place - _MOST_STEPS)
    p = place - 1
    comparer = _comparer(frame, clause, place, floor)
    if comparer is not None:
        p = _read_comparison(frame, clause, found, p, comparer)
    while p >= floor:
        token = frame.tokens[clause[p]]
        if token.cls is Class.PERIOD:
            pass
        elif token.cls is Class.OF and not found.roles and p > floor and _is_time(frame.tokens[clause[p - 1]]):
            p -= 1  # 上升至2023年的36.6%
        elif (role := _role(token, found)) is not None and not _inside_phrase(frame, clause, p):
            found.roles.append((clause[p], role))
        elif token.word.is_light or token.cls is Class.ADVERB:
            found.words.add(token.text)
        elif token.cls is Class.VERB and found.verb is None and not found.roles:
            found.verb = clause[p]
        else:
            break
        p -= 1
    found.edge = p + 1
    return found


def _read_comparison(frame: Frame, clause: list[int], found: Predicate, p: int, comparer: int) -> int:
    """Read 比X高 from the figure's side; the place left of it is where the reading goes on."""
    while p > comparer:
        token = frame.tokens[clause[p]]
        role = token.word.role
        fresh = not found.compared
        if fresh and found.degree is None and _DEGREE.fullmatch(token.text):
            found.degree = token.text
        elif fresh and role is not None and role.kind != "have":
            found.roles.append((clause[p], role))
        elif fresh and token.cls is not Class.PRONOUN and (token.word.is_light or token.cls is Class.ADVERB):
            found.words.add(token.text)
        elif fresh and token.cls is Class.VERB and found.verb is None and not found.roles and found.degree is None:
            found.verb = clause[p]
        else:
            if fresh and found.degree is None and not found.roles and token.tag == "a" and token.text[-1] in _ADJECTIVE:
                found.degree = token.text[-1]
                found.fused = 1
            found.compared.append(clause[p])
        p -= 1
    found.comparer = clause[comparer]
    p -= 1
    if not found.compared:
        # 与去年同期相比增长5%: what is compared stands in front.
        start = next(
            (q for q in range(p, max(-1, p - _MOST_STEPS), -1) if frame.tokens[clause[q]].text in ACCOMPANYING), None
        )
        if start is not None:
            found.compared = clause[start + 1 : p + 1]
            return start - 1
    found.compared.reverse()
    return p


def _comparer(frame: Frame, clause: list[int], place: int, floor: int) -> int | None:
    """The place of a comparison word whose object ends before the figure, if there is one."""
    crossed = False
    for p in range(place - 1, floor - 1, -1):
        token = frame.tokens[clause[p]]
        if token.cls is Class.QUANTITY:
            # 较2021年同期的9.3元缩水10.8%: the level compared with is a figure too.
            if crossed or p == place - 1 or p == 0 or frame.tokens[clause[p - 1]].cls not in (Class.OF, Class.PERIOD):
                return None
            crossed = True
        elif _compares(token.text):
            return p if p < place - 1 else None
    return None


def _role(token: Token, found: Predicate) -> Role | None:
    """The role of a word, less the 同比 or 环比 that the segmenter has glued to it, which is noted."""
    if token.text[:2] in _GLUED and len(token.text) > 2:
        found.words.add(token.text[:2])
        return roles().get(token.text[2:])
    return token.word.role


@lru_cache(maxsize=4096)
def _compares(text: str) -> bool:
    """Whether a word opens what a figure is compared with."""
    return text in prepositions() or _FUSED_COMPARER.fullmatch(text) is not None


def _is_time(token: Token) -> bool:
    return token.cls is Class.PERIOD or token.tag == "t"


def _inside_phrase(frame: Frame, clause: list[int], place: int) -> bool:
    """Whether a word with a role is the tail or the modifier of a noun phrase (销售 in 销售 额, 占 in 占比)."""
    following = clause[place + 1] if place + 1 < len(clause) else None
    return (
        following is not None and frame.tokens[following].cls is Class.OF and frame.tokens[clause[place]].tag[:1] != "v"
    )
