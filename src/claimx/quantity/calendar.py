"""Calendar dates and clock times, which are periods and never quantities: 2025年10月13日, 9月, 2024-05-06, 8点30分."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.lazy import lazy

if TYPE_CHECKING:
    from claimx.quantity.draft import Draft

_YEAR = r"(?:19|20)\d\d"
_TO = r"\ ?[-~—至到、]\ ?"
_TWO = rf"\d{{1,2}}(?:{_TO}\d{{1,2}})?"  # 5, 5-7
_CN_DIGIT = "零一二三四五六七八九"
_CN_TWO = rf"(?:[二三]?十[{_CN_DIGIT}]?|[{_CN_DIGIT}])"
# 24年 with one of these behind is 2024, not a length
_IN_SHORT_YEAR = r"\ ?年\ ?(?:\d{1,2}\ ?月|[上下]半年|Q[1-4]|[一二三四]季度|双|618|年?[初底末]|全年|至今|[春夏秋冬])"
# 月 in these is no month of the calendar: 12月均, 3月龄
_MONTH = r"\ ?月(?![活薪均龄租销费卡供收度饼亮球子])"
# 19、20年: neighbouring years of this century, said short
_SHORT_YEARS = "|".join(f"{year:02d}、{year + 1:02d}" for year in range(8, 39))
_YEARS_BEHIND = r"\ ?年(?![以之]?[内后前]|时间|的?[历经])"
# 97年出生, 19年毕业: what people do in a year, and its parts
_IN_YEAR_BEHIND = r"\ ?年\ ?(?:出生|生人|毕业|入[行职学]|出道|疫情|那[年会]|的时候|[春夏秋冬][天季]?[，。、])"
_DATE = re.compile(
    rf"""
      # 2024年, 2023-2025年, 2024年5月6日, 24年3月, 2024年1-5月
      (?: {_YEAR} | \d\d(?={_IN_SHORT_YEAR}|{_IN_YEAR_BEHIND}) | (?:{_SHORT_YEARS})(?={_YEARS_BEHIND}) )
        (?: (?:{_TO}|/)(?:{_YEAR}|\d\d) )? \ ?年(?!轻)
        (?: \ ?{_TWO}\ ?月 (?: \ ?{_TWO}\ ?[日号] )? )?
      # 9月, 1-11月, 9月26日, 6月18日至20日
    | \d{{1,2}}(?:\ ?月?{_TO}\d{{1,2}})?{_MONTH} (?: \ ?\d{{1,2}}(?:\ ?[日号]?{_TO}\d{{1,2}})?\ ?[日号](?!线) )?
      # 13-15日
    | \d{{1,2}}{_TO}\d{{1,2}}\ ?[日号](?![线内游龄均])
      # 2024-05-06, 2024/5/6, 2024.05.06, 2024-05
    | {_YEAR}[-/.](?:0?[1-9]|1[0-2])(?:[-/.](?:0?[1-9]|[12]\d|3[01]))?(?![\d%]|\ ?[万亿千百元]|\.\d)
      # 20240506
    | {_YEAR}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?![\d.]|\ ?[万亿元])
      # 2023至2025, 2020-2024
    | {_YEAR}(?:{_TO}|/)(?:{_YEAR}|\d\d)(?![\d.%]|\ ?[万亿千百元个家人台件款])
      # 二零二四年, 十二月, 五月三日
    | [一二][{_CN_DIGIT}]{{3}}年
    | (?:十[一二]?|[{_CN_DIGIT}]){_MONTH}(?:{_CN_TWO}[日号])?
      # 8点30分, 九点半, 20时许
    | (?:[01]?\d|2[0-4])\ ?[点时]\ ?(?:[0-5]\d\ ?分|整|半|一刻|三刻|许|钟)
    | (?:二?十[一二三四]?|[{_CN_DIGIT}])点(?:[二三四五]?十[{_CN_DIGIT}]?分?|整|半(?!径)|一刻|三刻|钟)
    """,
    re.VERBOSE,
)
#: The characters behind a number that make it worth trying the long pattern.
_HINTS = frozenset("年月日号点时-~—至到/.、季")
_BARE_YEAR = lazy(_YEAR)
_YEAR_AND_MONTH = lazy(rf"{_YEAR}\.(?:0?[1-9]|1[0-2])")
# 90年代, 2024财年, 2024 Q1, 2024双11: what follows a year that has no 年
_YEAR_BEHIND = lazy(r" ?(?:财年|财季|学年|年度|Q[1-4]|H[12]|FY|[A-Z]|[\u4e00-\u9fff《「“])")
# 1980一件: a price a piece
_PIECE_BEHIND = lazy("一[件个支只条双台套瓶盒张份斤平]")
_DAY_LENGTH_BEHIND = lazy(r"(?:内|均|游|留存|活跃|年化|移动|线|无理由|达|间|之|后|以|的?时间)")
_DAY_LENGTH_BEFORE = lazy(
    r"(?:近|连续|每|前|后|过去|未来|首|长达|短短|仅|仅用|历时|为期|达|超|超过|不到|约|持续|共|总计|耗时)$"
)
_QUARTERS_BEFORE = lazy(r"(?:连续|个|近|过去|未来)$")
_IN_YEAR = re.compile(r"(?:[在自从于]|截[至止])$")
_SPAN_BEHIND = lazy(r"[内间里中前后以之时左的]")
_MONTH_LENGTH = frozenset("两数几半")
# the points of an index or a score, which rise and fall
_POINTS_BEFORE = lazy(r"(?:[涨跌升降报扣落挫加减]|[涨跌升降]了|超|近|约)$")
_CENTURY_STARTS = frozenset("年世")
_AGE_OF_CENTURY = re.compile(r" ?年代| ?世纪")


def date_end(text: str, start: int, draft: Draft) -> int:
    """Where the date or clock time at ``start`` ends; ``start`` itself if none stands there."""
    place = draft.end
    if text[place : place + 1] == " ":
        place += 1
    if text[place : place + 1] in _HINTS or len(draft.ascii) == 8:
        match = _DATE.match(text, start)
        if match is not None and not _is_length(text, start, match):
            return match.end()
    if (
        text[place : place + 1] in _CENTURY_STARTS
        and _AGE_OF_CENTURY.match(text, draft.end)
        and not text.startswith("个", draft.end)
    ):
        return draft.end + 2
    return start


def is_bare_year(text: str, draft: Draft) -> bool:
    """Whether a plain number is a year, or a year with its month: 2024双11, 2025 GMV, 2023.5."""
    if len(draft.ascii) > 5 and not draft.chain and _YEAR_AND_MONTH.fullmatch(draft.ascii) is not None:
        return True
    return (
        len(draft.ascii) == 4
        and not draft.chain
        and _BARE_YEAR.fullmatch(draft.ascii) is not None
        and not (draft.ascii[0] == "1" and _PIECE_BEHIND.match(text, draft.end))
        and (
            _YEAR_BEHIND.match(text, draft.end) is not None
            or text[draft.end : draft.end + 1] in {")", "）", "〕", "】"}
            or text[draft.start - 1 : draft.start] in {"在", "从", "至", "到", "自", "年", "《", "(", "（"}
        )
    )


def is_calendar_unit(text: str, draft: Draft) -> bool:
    """Whether 月, 日, 点, 季 or 年 behind the number names a date rather than a length: 13日, 3月, 9点, 第2季."""
    word = text[draft.unit_start : draft.unit_end]
    before = text[max(0, draft.start - 4) : draft.start]
    number = draft.value
    if word == "月":
        return text[draft.number_end - 1] not in _MONTH_LENGTH and (number is None or number <= 12)
    if word == "日":
        if text[draft.number_start : draft.number_end] in {"一", "半", "数", "几"} or draft.low is not None:
            return False
        return not (_DAY_LENGTH_BEHIND.match(text, draft.unit_end) or _DAY_LENGTH_BEFORE.search(before)) and (
            number is None or number <= 31
        )
    if word == "点":
        hour = number if number is not None else draft.high
        return (
            hour is not None and hour <= 24 and hour == hour.to_integral_value() and not _POINTS_BEFORE.search(before)
        )
    if word in {"季", "季度"}:
        return number is not None and number <= 4 and not _QUARTERS_BEFORE.search(before)
    if word == "年" and len(draft.ascii) == 2 and draft.ascii[0] in "012" and _IN_YEAR.search(before):
        return not _SPAN_BEHIND.match(text, draft.unit_end)  # 在19年疫情之后
    if word == "年":
        return (len(draft.ascii) == 4 and _BARE_YEAR.fullmatch(draft.ascii) is not None) or draft.ascii.startswith("0")
    return False


def _is_length(text: str, start: int, match: re.Match[str]) -> bool:
    """三月 is March, but 5-10日 after 近 counts days."""
    return (
        match.group()[-1] in "日号"
        and "月" not in match.group()
        and bool(_DAY_LENGTH_BEFORE.search(text, max(0, start - 4), start))
    )
