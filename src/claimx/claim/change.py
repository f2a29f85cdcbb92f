"""Kind, direction, endpoint and basis: is the figure a level, a change, a comparison or a rank?"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimx.claim.predicate import COMPARE
from claimx.claim.tokens import Class
from claimx.lexicon.roles import Role, roles

if TYPE_CHECKING:
    from claimx.claim.frame import Frame
    from claimx.claim.predicate import Predicate
    from claimx.model import Basis, Direction, Endpoint, Kind, Quantity, Span


class Change(NamedTuple):
    """The reading of one figure."""

    kind: Kind
    direction: Direction | None
    endpoint: Endpoint | None
    basis: Basis | None
    #: Offsets of the phrase compared with, in the block's normalised text.
    compare_to: Span | None
    rule: str


_YEAR_BEFORE = ("上年", "去年", "上年同期", "去年同期", "同期", "上一年", "前一年", "一年前")
_PERIOD_BEFORE = ("上月", "上个月", "上季度", "上一季度", "上季", "上周", "前一日", "上半年", "上期", "上个季度", "上一交易日")
_AMOUNTS = frozenset(("share", "multiple", "points"))
_HIGHER = frozenset("高多贵大快长强超重厚") | {"高出", "多出", "高于", "多于", "超过", "超出", "领先", "大于", "高了", "多了", "优于"}
_TO_WORDS = frozenset(("至", "到", "为", "成", "达", "达到", "至约", "到了"))
_REACH_TAILS = ("至", "到", "为", "成")


def read_change(frame: Frame, figure: int, quantity: Quantity, predicate: Predicate, group: str) -> Change:
    """Decide kind, direction, endpoint and basis of the figure at a token."""
    endpoint = _endpoint(frame, figure)
    basis, compared = _basis(frame, figure, predicate)
    if group == "rank":
        direction = next((role.direction for _, role in predicate.roles if role.kind in ("move", "reach")), None)
        return Change("rank", direction, endpoint, None, None, "rank")
    if quantity.form == "growth":
        falling = any(role.direction == "down" for _, role in predicate.roles if role.kind == "move")
        return Change("change", "down" if falling else "up", endpoint, basis, compared, "growth-word")
    comparison = _comparison(frame, figure, predicate, group)
    if comparison is not None:
        return comparison._replace(endpoint=endpoint)
    moved = _moved(frame, figure, quantity, predicate, group)
    if moved is not None:
        kind, direction, rule = moved
        if kind == "level":
            return Change("level", direction if endpoint != "from" else None, endpoint, None, None, rule)
        return Change("change", direction, endpoint, basis, compared, rule)
    return Change("level", None, endpoint, None, None, "level")


def _moved(
    frame: Frame, figure: int, quantity: Quantity, predicate: Predicate, group: str
) -> tuple[Kind, Direction | None, str] | None:
    """A verb or noun of change beside the figure."""
    for order, (index, role) in enumerate(predicate.roles):
        if role.kind == "reach":
            return "level", role.direction, "reach-verb"
        if role.kind == "move":
            if _reaches(frame, index, figure):
                return "level", role.direction, "move-verb-to"
            if _attains(predicate.roles[:order]) and group not in _AMOUNTS:
                return "level", role.direction, "move-then-attain"
            direction = role.direction
            if quantity.value is not None and quantity.value < 0:
                direction = "down"
            return "change", direction, "move-verb"
        if role.kind == "rate" and group in _AMOUNTS:
            return "change", _signed(quantity, role), "rate-noun"
        if role.kind == "new":
            return _new(frame, figure, index, role, group)
    behind = _behind(frame, figure)
    if behind is not None and group in _AMOUNTS:
        return "change", behind.direction, "change-noun-behind"
    object_verb = _object_verb(frame, figure, predicate)
    if object_verb is not None:
        return "change", object_verb.direction, "verb-object-amount"
    rate = _rate_subject(frame, figure, predicate)
    if rate is not None and group in _AMOUNTS:
        return "change", _signed(quantity, rate), "rate-subject"
    return None


def _new(frame: Frame, figure: int, index: int, role: Role, group: str) -> tuple[Kind, Direction | None, str] | None:
    """``新增30家企业`` is a level; ``贷款新增1.9万亿元`` a change."""
    if index + 1 != figure and frame.tokens[figure - 1].cls == Class.NOMINAL:
        return None
    place = frame.place_of[index]
    clause = frame.clauses[frame.clause_of[index]].tokens
    noun_before = place > 0 and frame.tokens[clause[place - 1]].cls == Class.NOMINAL
    if noun_before and group in ("money", "measure", "bare") or (noun_before and not _noun_after(frame, figure)):
        return "change", role.direction, "measure-newly-added"
    return None


def _noun_after(frame: Frame, figure: int) -> bool:
    after = frame.after(figure)
    return bool(after) and frame.tokens[after[0]].cls in (Class.NOMINAL, Class.QUOTE)


def _signed(quantity: Quantity, role: Role) -> Direction | None:
    if quantity.value is not None and quantity.value < 0:
        return "down"
    return role.direction


def _attains(between: list[tuple[int, Role]]) -> bool:
    return any(role.kind in ("attain", "copula") for _, role in between)


def _reaches(frame: Frame, verb: int, figure: int) -> bool:
    """Whether 至/到/为 stands between a verb of change and the figure."""
    if frame.tokens[verb].text.endswith(_REACH_TAILS):
        return True
    return any(token.text in _TO_WORDS and token.text not in ("达", "达到") for token in frame.tokens[verb + 1 : figure])


def _behind(frame: Frame, figure: int) -> Role | None:
    """``100%以上的月环比增长``, ``15%的降幅``, ``2%的速度增长``."""
    steps = 0
    for index in frame.after(figure):
        token = frame.tokens[index]
        role = roles().get(token.text)
        if role is not None and role.kind in ("move", "rate"):
            following = frame.after(index)
            ends = not following or frame.tokens[following[0]].cls not in (Class.NOMINAL, Class.QUANTITY, Class.OF)
            return role if ends and steps > 0 else None
        if token.cls == Class.QUANTITY or (role is not None and role.kind in ("attain", "copula", "have")):
            return None
        if steps == 0 and token.cls != Class.OF:
            return None
        steps += 1
        if steps > 4:
            return None
    return None


def _object_verb(frame: Frame, figure: int, predicate: Predicate) -> Role | None:
    """``降低中小商家直播成本60%`` and ``节省30%购物时间``: verb, object, amount."""
    if predicate.roles or predicate.compared:
        return None
    clause = frame.clauses[frame.clause_of[figure]].tokens
    place = predicate.edge - 1
    steps = 0
    while place >= 0 and steps < 8:
        token = frame.tokens[clause[place]]
        role = roles().get(token.text)
        if role is not None:
            return role if role.kind == "move" and token.tag[:1] == "v" and steps > 0 else None
        if token.cls not in (Class.NOMINAL, Class.OF, Class.AND, Class.QUOTE):
            return None
        place -= 1
        steps += 1
    return None


def _rate_subject(frame: Frame, figure: int, predicate: Predicate) -> Role | None:
    """``GMV增速达25%``: the noun phrase left of the predicate ends in a word for a rate of change."""
    clause = frame.clauses[frame.clause_of[figure]].tokens
    if predicate.edge == 0:
        return None
    token = frame.tokens[clause[predicate.edge - 1]]
    role = roles().get(token.text)
    if role is not None and role.kind == "rate":
        return role
    for word, known in _rate_words():
        if token.text.endswith(word):
            return known
    return None


def _rate_words() -> tuple[tuple[str, Role], ...]:
    return tuple((word, role) for word, role in roles().items() if role.kind == "rate")


def _comparison(frame: Frame, figure: int, predicate: Predicate, group: str) -> Change | None:
    """``比X高Q``, ``是X的Q倍``, ``高出XQ``, ``相差Q``."""
    compared = predicate.compared
    if predicate.comparer is not None and compared and predicate.degree and not _is_time(frame, compared):
        up = predicate.degree in _HIGHER or predicate.degree[0] in _HIGHER
        return Change("comparison", "up" if up else "down", None, "versus", _span(frame, compared), "prefix-comparison")
    if group in ("multiple", "share"):
        times = _times_of(frame, figure, group)
        if times is not None:
            return times
    before = frame.before(figure)
    for steps, index in enumerate(before[:8]):
        token = frame.tokens[index]
        if token.text in COMPARE and token.text not in ("比", "较") and 0 < steps:
            phrase = before[:steps][::-1]
            if group in ("multiple", "share", "points") and all(_nominal(frame, i) for i in phrase):
                up = token.text[0] in _HIGHER or token.text in _HIGHER
                return Change("comparison", "up" if up else "down", None, "versus", _span(frame, phrase), "verb-comparison")
            return None
        if token.cls in (Class.QUANTITY, Class.MARK):
            break
    if before and frame.tokens[before[0]].text in ("相差", "差距", "差"):
        return Change("comparison", None, None, "versus", None, "difference")
    return None


def _times_of(frame: Frame, figure: int, group: str) -> Change | None:
    """``是去年同期的3倍``, ``相当于饿了么日活的十分之一``."""
    before = frame.before(figure)
    if not before or frame.tokens[before[0]].cls != Class.OF:
        return None
    phrase: list[int] = []
    for index in before[1:12]:
        token = frame.tokens[index]
        role = roles().get(token.text)
        if role is not None and role.kind in ("copula", "attain") or token.text in ("相当于", "不足", "不到"):
            if group == "share" and token.text not in ("相当于", "仅为", "只有", "达到", "仅相当于", "只相当于", "是", "为"):
                return None
            if not phrase:
                return None
            span = _span(frame, phrase)
            words = frame.text[span[0] : span[1]]
            if _is_time(frame, phrase) or words.endswith(_YEAR_BEFORE):
                return Change("change", "up", None, "yoy", span, "times-of-year-before")
            if group == "share":
                return Change("comparison", None, None, "versus", span, "share-of-other")
            return Change("comparison", "up", None, "versus", span, "times-of-other")
        if not _nominal(frame, index):
            return None
        phrase.insert(0, index)
    return None


def _nominal(frame: Frame, index: int) -> bool:
    return frame.tokens[index].cls in (Class.NOMINAL, Class.QUOTE, Class.OF, Class.AND, Class.PERIOD, Class.PRONOUN)


def _is_time(frame: Frame, indices: list[int]) -> bool:
    """Whether a phrase is nothing but a time expression."""
    if all(frame.tokens[i].cls in (Class.PERIOD, Class.OF) for i in indices):
        return True
    span = _span(frame, indices)
    return frame.text[span[0] : span[1]].strip() in (*_YEAR_BEFORE, *_PERIOD_BEFORE)


def _span(frame: Frame, indices: list[int]) -> Span:
    return frame.tokens[indices[0]].start, frame.tokens[indices[-1]].end


def _basis(frame: Frame, figure: int, predicate: Predicate) -> tuple[Basis | None, Span | None]:
    """What a change is reckoned from."""
    if predicate.comparer is not None and predicate.compared:
        span = _span(frame, predicate.compared)
        phrase = frame.text[span[0] : span[1]].strip()
        if phrase.endswith(_YEAR_BEFORE):
            return "yoy", span
        if phrase.endswith(_PERIOD_BEFORE):
            return "sequential", span
        return "versus", span
    around = [frame.tokens[i].text for i in (*_window_before(frame, figure), *_window_after(frame, figure))]
    for text in around:
        if "同比" in text:
            return "yoy", None
        if "环比" in text:
            return "sequential", None
    return None, None


def _window_before(frame: Frame, figure: int) -> list[int]:
    """Tokens of the clause back to the figure before, or past it where the two are joined by 和 or 、."""
    window = []
    for index in frame.before(figure):
        if frame.tokens[index].cls == Class.QUANTITY:
            between = frame.tokens[index + 1 : figure]
            if not all(token.cls in (Class.AND, Class.MARK) for token in between):
                break
        window.append(index)
    return window


def _window_after(frame: Frame, figure: int) -> list[int]:
    window = []
    for index in frame.after(figure)[:6]:
        if frame.tokens[index].cls == Class.QUANTITY:
            break
        window.append(index)
    return window


def _endpoint(frame: Frame, figure: int) -> Endpoint | None:
    """``从A…降至B``: both ends must be figures of the sentence."""
    position = frame.figures.index(figure)
    if position + 1 < len(frame.figures) and _starts_from(frame, figure) and _leads_to(frame, figure, frame.figures[position + 1]):
        return "from"
    if position and _starts_from(frame, frame.figures[position - 1]) and _leads_to(frame, frame.figures[position - 1], figure):
        return "to"
    return None


def _starts_from(frame: Frame, figure: int) -> bool:
    """Whether 从 or 由 stands in front of a figure with only a time, a bound or a noun phrase between."""
    for steps, index in enumerate(frame.before(figure)[:10]):
        token = frame.tokens[index]
        if token.text in ("从", "由", "自"):
            return True
        if token.cls == Class.QUANTITY or (steps > 0 and token.cls == Class.VERB and token.text in roles()):
            return False
    return False


def _leads_to(frame: Frame, first: int, second: int) -> bool:
    """Whether a verb of reaching or 到/至 stands right in front of the second figure."""
    between = frame.tokens[first + 1 : second]
    if len(between) > 12 or any(token.text in "。！？；" for token in between):
        return False
    for index in range(second - 1, first, -1):
        token = frame.tokens[index]
        role = roles().get(token.text)
        if role is not None and role.kind == "reach":
            return True
        if token.text in ("至", "到", "为", "成", "上", "向", "到了"):
            return True
        if token.text.endswith(("至", "到")) and token.cls == Class.VERB:
            return True
        if token.cls == Class.QUANTITY:
            return False
    return False
