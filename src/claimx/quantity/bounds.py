"""Bound words around a number: 约 - 超过了 - 至少有 - 以上 - 左右 - +."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from claimx.quantity.bound_words import across_verb, after, before, in_place, meaning
from claimx.quantity.units import UnitHit, find_unit
from claimx.quantity.wordlist import Hit

if TYPE_CHECKING:
    from claimx.model import Bound
    from claimx.quantity.draft import Draft

# Verbs that may stand between a bound word and its number: 约为4000亿元, 至少有50套, 超过了5%.
_LIGHT_VERBS = (
    "达到",
    "需要",
    "只有",
    "仅有",
    "占到",
    "只占",
    "仅占",
    "才占",
    "为",
    "有",
    "在",
    "了",
    "是",
    "到",
    "达",
    "至",
    "需",
    "要",
    "占",
    "能",
    "每",
)
_VERB_ENDS = frozenset(verb[-1] for verb in _LIGHT_VERBS)
_SHORT_WITH_VERB = frozenset({"约", "超", "破"})
_PASSED = ("过", "了")
_NEVER_WITH_HAVE = frozenset({"不到", "不足", "未满"})
_REACH = 14
# 超过勘测总量的90%, 约占广告收入的15%: the bound word reaches its share across the whole it is a share of
_WHOLE = re.compile(
    r"(?P<word>不超过|未超过|不能超过|不得超过|不低于|不足|不到|超过|突破|约占|占到?约|接近)(?P<whole>[^，。；：！？、,;:!?\d%]{2,14})$"
)
_SHARES = frozenset({"percent", "fraction", "multiple"})
# 四分之一强, 两成弱: a little more or less than the share
_SHARE_WORDS = frozenset("强弱")
# 最高可获得50万, 最多就只能拉600份, 最多显示6个, 至少留出3天: an auxiliary or the verb itself in between
_AUXILIARY = re.compile(
    r"""
    (?P<word> 最[高多低少] | 至[多少] | 起码 | 顶多 )
    (?: (?:还?可|就|能|将|会|只|仅|也|不|可以) [^，。；：！？、,;:!?\d%的]{0,6}
      | (?: 显示 | 展示 | 支持 | 容纳 | 选择? | 添加 | 上传 | 输入 | 返还? | 减免? | 补贴? | 奖励?
          | 赚 | 拿 | 贷 | 借 | 优惠 | 抵扣? | 发放? | 购买 | 消费 | 创建 | 参加 | 享受? | 降低? | 提[升高] | 节省
          | 保[持留证] | 留出? | 覆盖 | 包含 | 使用 | 花费? | 投入 | 准备 | 完成 | 经[过历] | 持续 | 等待? | 提前 )
        [了到]? \ ?
    ) $
    """,
    re.VERBOSE,
)
_BEFORE_PLUS = frozenset(" +")
_WHOLE_REACH = 20
_AUXILIARY_REACH = 11
# 200 + 品牌, 10万+, 500+KOL; but no sum: 3 + 1, 1+N
_PLUS = re.compile(r" {0,2}\+(?! ?(?:[\d一二三四五六七八九]|[A-Za-z](?![A-Za-z])))")


def bound(text: str, draft: Draft, floor: int) -> None:
    """Read the bound words around a finished draft and widen it over them; no further back than ``floor``."""
    if (lead := find_before(text, draft, floor)) is not None:
        draft.bound = cast("Bound", lead.meaning)
        draft.start = lead.start
        draft.rules.append("bound.before")
    elif draft.bound is None and (distant := _distant(text, draft, floor)) is not None:
        draft.bound = cast("Bound", distant)
        draft.rules.append("bound.distant")
    trail = _trailing(text, draft)
    if trail is None:
        return
    draft.end = trail.end
    if lead is None or draft.bound is None:
        draft.bound = cast("Bound", trail.meaning)
    draft.rules.append("bound.after")


def unit_behind_plus(text: str, draft: Draft) -> UnitHit | None:
    """The unit behind a plus (200 + 品牌, 30+人日); the number before it is then only a lower bound."""
    if text[draft.end : draft.end + 1] not in _BEFORE_PLUS or (plus := _read_plus(text, draft)) is None:
        return None
    hit = find_unit(text, plus.end)
    if hit is not None:
        draft.bound = "gt"
        draft.rules.append("bound.after")
    return hit


def is_bounded(text: str, draft: Draft) -> bool:
    """Whether a bound word stands right before or behind a draft whose bound words have not been read."""
    return find_before(text, draft, max(0, draft.start - _REACH)) is not None or _trailing(text, draft) is not None


def find_before(text: str, draft: Draft, floor: int) -> Hit[str] | None:
    """The bound word that stands before the draft, touching it or across a light verb."""
    place = _back_over_blanks(text, draft.start, floor)
    hit = _word_before(text, place, floor)
    between = ""
    if hit is None and place > floor and text[place - 1] in _VERB_ENDS:
        for verb in _LIGHT_VERBS:
            if text.endswith(verb, floor, place):
                inner = _word_before(text, _back_over_blanks(text, place - len(verb), floor), floor)
                if inner is not None and _takes_verb(inner.word, verb):
                    hit, between = inner, verb
                break
    if hit is None or hit.meaning == "-" or not in_place(text, hit, draft, between):
        return None
    return hit._replace(meaning=across_verb(text, hit, floor))


def _takes_verb(word: str, verb: str) -> bool:
    if verb == "有" and word in _NEVER_WITH_HAVE:
        return False  # 感觉不到有一个系统
    return len(word) > 1 or word in _SHORT_WITH_VERB or (word, verb) == _PASSED


def _distant(text: str, draft: Draft, floor: int) -> str | None:
    """The bound that a word further off gives the draft without belonging to its text."""
    start = _back_over_blanks(text, draft.start, floor)
    if draft.form in _SHARES and (draft.form == "multiple" or text[start - 1 : start] == "的"):
        whole = _WHOLE.search(text, max(floor, start - _WHOLE_REACH), start)
        if whole is not None:
            return meaning(whole["word"])
    auxiliary = _AUXILIARY.search(text, max(floor, start - _AUXILIARY_REACH), start)
    return meaning(auxiliary["word"]) if auxiliary is not None else None


def _word_before(text: str, end: int, floor: int) -> Hit[str] | None:
    hit = before().before(text, end)
    if hit is None and text.find(" ", max(floor, end - _REACH), end) >= 0:
        hit = _across_blanks(text, end, floor)
    return hit if hit is not None and hit.start >= floor else None


def _across_blanks(text: str, end: int, floor: int) -> Hit[str] | None:
    """小于 或 等于, < =: the words of the list with blanks inside."""
    places = [place for place in range(max(floor, end - _REACH), end) if text[place] != " "]
    compact = "".join(text[place] for place in places)
    hit = before().before(compact, len(compact))
    return None if hit is None else hit._replace(start=places[hit.start], end=end)


def _back_over_blanks(text: str, place: int, floor: int) -> int:
    while place > floor and text[place - 1] == " ":
        place -= 1
    return place


def _read_plus(text: str, draft: Draft) -> Hit[str] | None:
    plus = _PLUS.match(text, draft.end)
    if plus is None or (draft.unit is not None and plus.group() != "+"):
        return None
    if len(draft.ascii) == 1 and draft.unit is None and not draft.chain:
        return None  # (1+利润率)
    return Hit("gt", "+", draft.end, plus.end())


def _trailing(text: str, draft: Draft) -> Hit[str] | None:
    if text[draft.end : draft.end + 1] in _BEFORE_PLUS and (plus := _read_plus(text, draft)) is not None:
        return plus
    place = draft.end
    if text[place : place + 1] == " ":
        place += 1
    hit = after().at(text, place)
    if hit is None:
        return None
    # 多 and 余 inside a bare number are read with the numeral; here they follow a unit: 一年多.
    if hit.word in {"多", "余", "许"} and draft.form in {"number", "count", "rank", "ratio", "fraction", "score"}:
        return None
    if hit.word in _SHARE_WORDS and draft.form not in _SHARES:
        return None
    if hit.word == "内" and draft.form not in {"duration", "number", "measure"}:
        return None
    return hit
