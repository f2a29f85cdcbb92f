"""The name inside a phrase that attributes: trimmed of what merely surrounds it, or nobody's."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.load import table, words
from claimx.lexicon.terms import entities, entity_at

if TYPE_CHECKING:
    from claimx.model import Span

#: Names that stand for the one named before.
PRONOUNS = frozenset(("他", "她", "其", "该人士", "该负责人", "上述人士", "上述负责人", "前述人士"))
#: Sorts of name that can speak.
SPEAKERS = frozenset(("person", "body", "institution", "research", "media"))
_SURVEYS = ("调查结果", "调研结果", "研究结果", "问卷调查", "调研", "调查", "问卷", "研究")
_LONGEST_ENTITY = 8


@cache
def verb_words(*kinds: str) -> tuple[str, ...]:
    """The verbs of reporting of some kinds, longest first."""
    return tuple(sorted((row[0] for row in table("report_verb") if row[1] in kinds), key=len, reverse=True))


def verbs(*kinds: str) -> str:
    """An alternation of these verbs."""
    return "|".join(map(re.escape, verb_words(*kinds)))


@cache
def _nouns(*kinds: str) -> tuple[str, ...]:
    """The nouns for sources of some kinds, longest first."""
    return tuple(sorted((row[0] for row in table("source_noun") if row[1] in kinds), key=len, reverse=True))


def nouns(*kinds: str) -> str:
    """An alternation of these nouns."""
    return "|".join(map(re.escape, _nouns(*kinds)))


# What may stand in front of a name: joining words, reckonings of time, articles.
_LEADING = re.compile(
    r"""^(?:
        [“"\s的] | 而|但|其中|此外|同时|另外|不过|随后|最终|对此|例如|比如|正如|就连|另据|又据 | 据(?=[其他她])
      | 尽管|虽然|即使|由于|因为|并且|而且|同样 | 曾经有|曾有|还有|也有|更有
      | 近日|日前|此前|目前|近期|最近|之前|今年|去年|前不久|不久前|早前|早在|截至目前|最新|有关|相关
      | 有(?=媒体|网友|商家|业内|分析|专家|用户|消费者|机构|从业|调研|调查|研究|数据|报道)
      | 经(?=[^，]{0,8}(?:调查|调研|统计|测算)) | 来自 | 一[份项]|这[份项位名]|那[位名]
      | (?:\d{4}|\d{2})\s*年(?:\s*\d{1,2}月)?(?:\s*\d{1,2}日)?
        (?:\s*(?:Q[1-4]|[一二三四上下前][\d一二三四]?(?:季度|半年)))?\s*
      | \d{1,2}月(?:\d{1,2}日)?
    )+""",
    re.VERBOSE,
)
# What may stand behind it: how and when something was said, to whom, and what kind of thing it is.
_TRAILING = re.compile(
    r"""(?: 的|最新|近日|日前|此前|最近|刚刚|今日|昨日|曾|还|也|在|所|和|与|及|就
      | 不完全|初步|自己|多次|亲口|无奈|直接|对外|联合|共同
      | 发布|公布|统计|显示|披露|提供|出具|编制|推出|给出|整理|进行|报道|消息|数据|方面
      | 曾?[\u4e00-\u9fff]{2}地            # 笃定地表示
      | [对向][「“]?[^，的]{2,10}[」”]?      # 对「定焦」说
      | 曾?在[^，的]{1,12}[上中里]           # 在社交媒体上吐槽
      | (?:对于|针对|关于)[^，]{2,30}        # 艾媒咨询对于移动社交用户的调研
      | (?:\d{4}年)?\d{1,2}月(?:\d{1,2}日)?
    )+$""",
    re.VERBOSE,
)
# A statement or a pointer, not a name: what has one of these inside is no source.
_STATEMENT = re.compile(
    r"""
      [0-9]{2,} | 我们|你 | [是让将把被]
    | 如果|因为|所以|不难|可以|可能|能够|也能|需要|通过|为了|已经|确实|非常|必要|用了
    | [会就]$
    | ^[不必虽应若没最以其在从对这那] | 底气|参考|所谓 | ^(?:比如|例如|打个比方|一般|简单|换句话|总的|具体|严格|至于)
    | ^[上下]?[图表]                                             # 上图显示
    | ^(?:近|超|逾|约|多数|大多|大部分|不少|许多|很多|众多|越来越多)    # 近八成大学生表示: those counted
    | [一二三四五六七八九两]成.{0,6}$
    """,
    re.VERBOSE,
)


@cache
def _owner() -> re.Pattern[str]:
    """``聚美优品在今年4月发布的财务报告``: who brought the document out, and the document."""
    when = "在.{2,12}?|不久前|最新|近日|日前|此前|近期|去年|今年|联合|共同"
    bring_out = f"{verbs('publish')}|披露|撰写|编制|更新|提交|递交"
    return re.compile(rf"(?P<who>.{{1,30}}?)(?:{when}){{0,2}}(?:{bring_out})[的了](?P<what>.+)")


@cache
def _report_end() -> re.Pattern[str]:
    return re.compile(rf"的?(?:最新)?(?:{nouns('document', 'data')}){{1,4}}[中里上]?$")


def find_name(text: str, start: int, end: int, *, whole: bool = False) -> Span | None:
    """The offsets of the name inside a captured phrase; None when it names nobody.

    A ``whole`` phrase is nothing but the name, as behind 来源：, and is not trimmed.
    """
    if whole:
        return (start, end) if _names_somebody(text[start:end]) else None
    if text[start:end] in PRONOUNS:
        return start, end
    if not _begins_with_entity(text[start : start + _LONGEST_ENTITY]):
        lead = _LEADING.match(text[start:end])
        if lead is not None:
            start += lead.end()
    owner = _owner().fullmatch(text, start, end)
    if owner is not None:
        if owner["who"] in PRONOUNS:
            return owner.span("what")
        start, end = owner.span("who")
    else:
        noun = _report_end().search(text, start, end)
        if noun is not None and noun.start() == start:
            return _document(text, start, end)
        if noun is not None and "《" not in text[start : noun.start()]:
            end = noun.start()
    tail = _TRAILING.search(text, start, end)
    if tail is not None:
        end = tail.start()
    while start < end and text[start] in ' “”"的':
        start += 1
    while end > start and text[end - 1] in ' “”"，':
        end -= 1
    return (start, end) if _names_somebody(text[start:end]) else None


def _names_somebody(name: str) -> bool:
    if name in PRONOUNS:
        return True
    if name.lower() in entities():
        return True
    if len(name) < 2 or name.isdigit() or name in words("source_stop"):
        return False
    return _STATEMENT.search(re.sub("《[^》]*》", "", name)) is None


def _begins_with_entity(text: str) -> bool:
    """Whether a stretch begins with a known name: 有赞, whose first character is no verb there."""
    return any(entity_at(text, 0, length) is not None for length in range(2, len(text) + 1))


def _document(text: str, start: int, end: int) -> Span | None:
    """A bare noun that is source enough: 财报 in 财报数据, 调研, but not 数据."""
    bare = (*_nouns("document"), *_SURVEYS)
    found = next((noun for noun in bare if text.startswith(noun, start, end)), None)
    return (start, start + len(found)) if found is not None and text[start:end] not in words("source_stop") else None


def _ends(text: str, kind: str) -> bool:
    """Whether a text ends in a noun for sources of a kind."""
    return text.endswith(_nouns(kind))


@cache
def _titled_person() -> re.Pattern[str]:
    """An office, and the name of the one who holds it: 高级市场总监刘颖."""
    offices = "|".join(map(re.escape, sorted((row[0] for row in table("role_noun")), key=len, reverse=True)))
    return re.compile(rf"(?:{offices}|{nouns('person')})(?:[\u4e00-\u9fff·]{{2,4}}|[A-Za-z .·]{{2,24}})?$")


def sort_of(name: str, captured: str) -> str:
    """What a name ends in, which tells people, bodies and documents from statements.

    ``captured`` is the phrase it was trimmed from. One of pronoun, survey, document, person, body,
    institution, research, media, entity, data, latin, other.
    """
    if name in PRONOUNS:
        return "pronoun"
    if name in _SURVEYS:
        return "survey"
    if name.startswith("《") or _ends(name, "document"):
        return "document"
    if _titled_person().search(name):
        return "person"
    if _ends(name, "body"):
        return "body"
    entity = entities().get(name.lower())
    if entity is not None:
        return entity.type if entity.type in SPEAKERS else "entity"
    if "《" in captured or _ends(captured, "document"):
        return "document"
    if _ends(captured, "data"):
        return "data"
    return "latin" if re.search("[A-Za-z]{3,}$", name) else "other"
