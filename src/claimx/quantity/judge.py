"""Does a finished reading stand as a quantity, or is it a label, a list number, a code or a lone numeral?"""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.lexicon.load import words
from claimx.quantity.calendar import is_bare_year, is_calendar_unit
from claimx.quantity.glue import is_name

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

# 95后, 500强, 80年代, 2号线, 2022版: what makes a bare number part of a label
_LABEL_BEHIND = re.compile(
    r"""
    \ ?
    (?: 后(?!续|台|面|端|来(?!说|讲)|期|因|又|再|的?\d)
      | [、/和与]\ ?\d[05]\ ?(?:[、/和与]\ ?\d[05]\ ?){0,3}后
      | 强(?!调|大|制|劲|化|烈|势|度)
      | 代(?!表|理|码|替|言|工|币|步|购)
      | 号(?!称|召|令|码)
      | 版(?!块|图|面|权)
      | 世纪 | 分制 | 周年 | 时代 | 届 | (?:天|日)?无理由
    )
    """,
    re.VERBOSE,
)
# 2.0时代, 3.0版本: a whole number with .0 and one of these is a version
_VERSION_BEHIND = lazy(r" ?(?:时代|版|战略|模式|阶段|计划|系统|产品|系列|工程|体系|升级|概念|Pro|Plus|Max)")
_CODE_BEFORE = re.compile(
    r"""
    (?: 编号 | 代码 | 号码 | 电话 | 手机号? | 热线 | 微信号? | QQ群? | 群号 | 邮编 | 证号 | 许可证 | 备案号? | 订单号
      | 版本号? | 型号 | ISBN | ICP备? | S[HZ]
    ) [\ ：:号.]{0,2} $
    """,
    re.IGNORECASE | re.VERBOSE,
)
_MEMORY = lazy(r"内存|显存|流量|空间|容量|存储|硬盘|文件|数据包|缓存|每月|套餐")
# 1. 一、 （3）: what follows the number of a list
_LIST_NUMBER = re.compile(r"\*{0,4}(?:\\?[、．.](?!\d)|[)）])")
_RECENT_YEAR = re.compile(r"199\d|20(?:0[1-9]|[12]\d|3[0-5])")
_AFTER_ENUMERATOR = frozenset("、，,.．：:)）")
# 2.3 before the words of a heading
_HEADING_NUMBER = re.compile(r"\d{1,2}\.\d{1,2}")
_HEADING_START = re.compile(r"(?:^|\n)[#>*\s]*$")
_LINE_START = re.compile(r"(?:^|[\n。！？；：:!?;]|(?:^|\n)[#>*•·\-\s]+) ?[(（\[【]?$")
# What may stand before a bare whole number that states something; after any other character it is a model or a
# label (含光800, 玄铁910).
_STATING = frozenset(
    "为是达到至有超近约过破仅共计于等比值率数量额价分得减加剩余占乘除和与或从由在每满即按以了出下上升降跌涨增逾不低高多少足距差跑获排只拿充送赚花费薪收"
)
# A lone Chinese digit is a number only where nothing clings to it: “一”, 是四不是五.
_LONE_AFTER = frozenset("不那这而却和或与")
_LONE_BEFORE = frozenset("是为到至共计有达")
# 0到1, 1到100: what a range names that is none, and what shows that it is one
_FROM_NOTHING = (Decimal(0), Decimal(1))
_WAYS = {(Decimal(low), Decimal(high)) for low, high in ((1, 10), (1, 100), (10, 100), (1, 1000))}
_RANGE_BEFORE = frozenset("在值于为取是")
_BETWEEN = lazy(r" ?之?间|打分|评分|的?区间|的?范围")
_GENERATIONS = frozenset({"1", "2", "2.5", "3", "4", "5", "5.5", "6"})
# 万人助万企, 每千人口: so many heads are a rate's base, not a count
_POPULATION = frozenset({"人", "人口", "家", "户", "店", "城", "村", "校", "县", "企业", "年", "亩"})
_LARGE = frozenset("百千万亿兆")
_OPENING, _CLOSING = frozenset("(（[【"), frozenset(")）]】")
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset("“「『《"), frozenset("”」』》")
_WHOLE = Decimal(100)
#: How far a rule looks back; the most digits of a number and of a label without a unit; one more than those of a step.
_REACH = 12
_LONGEST_NUMBER = 15
_LONGEST_LABEL = 4
_LONGEST_STEP = 3


@cache
def _shy_units() -> frozenset[str]:
    return frozenset(words("shy_unit"))


@cache
def _counted_nouns() -> frozenset[str]:
    return frozenset(words("counted_noun"))


@cache
def _bare_names() -> frozenset[str]:
    return frozenset(words("bare_name"))


def stands(text: str, draft: Draft) -> bool:
    """Whether the reading is a quantity."""
    if draft.form in {"ratio", "rank", "fraction"}:
        return "rank.top" in draft.rules or not is_name(text, draft)
    if draft.unit is not None:
        return not is_calendar_unit(text, draft) and not is_name(text, draft) and _unit_stands(text, draft)
    if draft.bare:
        return bool(draft.chain) and (draft.bound is not None or draft.vague or _is_magnitude(draft))
    if draft.ascii or draft.low is not None:
        return _ascii_stands(text, draft)
    return _chinese_stands(text, draft)


def _unit_stands(text: str, draft: Draft) -> bool:
    """Whether number and unit make a quantity: 5G时代, 四平, 三方, 一层层 and 千里 do not."""
    unit, written = text[draft.unit_start : draft.unit_end], text[draft.number_start : draft.number_end]
    if _is_zero_led(draft) or _is_version(draft):
        return False
    if unit == "成" and draft.ascii and draft.value is not None and draft.value > _WHOLE:
        return False  # 2025成都
    if unit in _counted_nouns() and _is_year_of(text, draft):
        return False
    if draft.unit_start > draft.number_end and not draft.chain and unit in _counted_nouns():
        # 4.4 客户关系管理, 1 用户
        if _HEADING_NUMBER.fullmatch(draft.ascii):
            return not _at_line_start(text, draft.start)
        return len(draft.ascii) > 1 or not _HEADING_START.search(text, max(0, draft.start - _REACH), draft.start)
    if unit == "G" and draft.ascii in _GENERATIONS:
        return _MEMORY.search(text, max(0, draft.start - _REACH), draft.end + _REACH) is not None
    if draft.bare and len(draft.chain) == 1 and draft.bound is None:
        return draft.form in {"money", "multiple"} or (draft.form == "count" and unit not in _POPULATION)
    if len(written) == 1 and not draft.ascii and not draft.bare:
        repeated = written == "一" and text[draft.end : draft.end + 1] == unit
        shy = unit in _shy_units() and "sign" not in draft.rules and "degree" not in draft.rules
        return not shy and not repeated and written != unit
    return True


def _is_year_of(text: str, draft: Draft) -> bool:
    """2024品牌大会: a year before a noun that could be counted, unless a word of measure leads to it (达2024家)."""
    if draft.bound is not None or _RECENT_YEAR.fullmatch(draft.ascii) is None:
        return False
    return text[draft.start - 1 : draft.start] not in _STATING


def _is_magnitude(draft: Draft) -> bool:
    """百万 and 千亿 alone name a figure; 万 alone and 万万 do not."""
    return draft.chain[0] != draft.chain[-1]


def _chinese_stands(text: str, draft: Draft) -> bool:
    """Whether a Chinese numeral without a unit is a figure."""
    before, after = text[draft.start - 1 : draft.start], text[draft.end : draft.end + 1]
    large = draft.chain[:1] in {"万", "亿"}
    if not large and _LABEL_BEHIND.match(text, draft.end):
        return False
    free_after = not _is_ideograph(after) or after in _LONE_AFTER
    length = draft.number_end - draft.number_start
    if _LIST_NUMBER.match(text, draft.end) and _HEADING_START.search(text, max(0, draft.start - _REACH), draft.start):
        return False  # 十二、结论
    if length > 1 and "number.digits" not in draft.rules:
        # Two characters before a noun are often a name (十里), more of them are not.
        return length > 2 or free_after or draft.bound is not None or draft.chain[:1] in _LARGE
    if draft.bound is not None and (free_after or draft.rules[-1] == "bound.after"):
        return True
    if after and after in _AFTER_ENUMERATOR and _at_line_start(text, draft.start):
        return False
    return free_after and (not _is_ideograph(before) or before in _LONE_BEFORE)


def _ascii_stands(text: str, draft: Draft) -> bool:
    """Whether a number in digits, or a range, is a figure without a unit."""
    if is_name(text, draft):
        return False
    if draft.low is not None and not draft.vague and _is_way(text, draft):
        return False
    if draft.chain or draft.low is not None or draft.bound is not None:
        return not _is_zero_led(draft)
    digits = draft.ascii
    before, after = text[draft.start - 1 : draft.start], text[draft.end : draft.end + 1]
    if digits.isdecimal() and _is_label(text, draft.start, digits, before, after):
        return False
    if (digits in _bare_names() and text.strip() != digits) or is_bare_year(text, draft):
        return False
    if _LABEL_BEHIND.match(text, draft.end):
        return False
    if len(digits) == 3 and digits.endswith(".0") and (_is_ideograph(before) or _VERSION_BEHIND.match(text, draft.end)):
        return False  # 工业4.0, 2.0时代
    if _at_line_start(text, draft.start):
        if _HEADING_NUMBER.fullmatch(digits) and after and after not in "，。、；,;→":
            return False
        if len(digits) < 3 and _LIST_NUMBER.match(text, draft.end):
            return False
    return _CODE_BEFORE.search(text, max(0, draft.start - _REACH), draft.start) is None


def _is_way(text: str, draft: Draft) -> bool:
    """从 0 到 1, 从1到100: how a business grows, no range; 0~1之间 is one."""
    before = text[max(0, draft.start - 2) : draft.start].rstrip(" ")[-1:]
    ends = (draft.low, draft.high)
    if ends == _FROM_NOTHING:
        return before not in _RANGE_BEFORE and not _BETWEEN.match(text, draft.end)
    return before == "从" and ends in _WAYS and not _BETWEEN.match(text, draft.end)


def _is_label(text: str, start: int, digits: str, before: str, after: str) -> bool:
    """Whether a bare whole number stands as a label: （600519）, “1650”, 1+2+4, 含光800, 双 11."""
    if len(digits) > _LONGEST_NUMBER or (digits[0] == "0" and len(digits) > 1):
        return True
    if before in _OPENING and after in _CLOSING:
        return len(digits) < 3 or len(digits) in {5, 6}
    if before in _OPENING_QUOTES and after in _CLOSING_QUOTES:
        return True
    if "+" in {before, after} and len(digits) < _LONGEST_LABEL:
        return True
    if after == "：" and len(digits) < _LONGEST_STEP and _is_ideograph(before):
        return True  # 价值2：可持续
    if before in {"#", "·"} or after == "·" or text[max(0, start - 3) : start].rstrip(" ").endswith("双"):
        return True
    return len(digits) <= _LONGEST_LABEL and _is_ideograph(before) and before not in _STATING


def _at_line_start(text: str, start: int) -> bool:
    return _LINE_START.search(text, max(0, start - _REACH), start) is not None


def _is_version(draft: Draft) -> bool:
    """2.0大会: no one writes the .0 of a count."""
    if draft.form != "count" or draft.chain or draft.bound is not None:
        return False  # 2.0万人
    return len(draft.ascii) == 3 and draft.ascii.endswith(".0")


def _is_ideograph(char: str) -> bool:
    return "\u4e00" <= char <= "\u9fff"


def _is_zero_led(draft: Draft) -> bool:
    """03, 007: identifiers and headings, never amounts."""
    return len(draft.ascii) > 1 and draft.ascii[0] == "0" and draft.ascii[1] != "."
