"""Smaller share and degree forms: 八八折, 千万级, 双位数, 摄氏37度."""

from __future__ import annotations

import re
from decimal import Decimal

from claimx.lazy import lazy
from claimx.quantity.draft import Draft
from claimx.quantity.numerals import DIGITS

# 八八折 is 8.8; so is 88折, which reads as a plain number first
_SPLIT_DISCOUNT = re.compile(r"(?P<whole>[一二三四五六七八九]) ?(?P<tenth>[一二三四五六七八九]) ?折(?!叠|线|射)")
_DEGREE_BEFORE = re.compile(r"(?P<scale>摄氏|华氏)(?P<latin>)(?:温度)?(?:为|达|约)? ?$")
_DEGREE_CODES = {"摄氏": "℃", "C": "℃", "华氏": "°F", "F": "°F"}
_DEGREE_UNITS = frozenset({"度", "°", "℃", "°F", None})
_DEGREE_SIGN = re.compile(r" ?(?:(?P<scale>摄氏|华氏)(?:度|°)|° ?(?P<latin>[CF])(?![A-Za-z]))")


# 两位数增长: how many digits a percentage has; elsewhere any number
_DIGIT_COUNT = re.compile(r"(?:两|双|二|[三四五六七八九]|个|单|\d{1,2})位数(?!字|据|的?(?:数字|密码|号码))")
_DIGIT_COUNTS = {"个": 1, "单": 1, "双": 2}
# what 个点 are per cent of
_TALK_OF_SHARE = lazy(r"[涨跌升降增减提抽返佣率利税扣占息]|比例|占比|[高低]了|高出|手续费|[多少]\d|[多少]了")
_SHARE_REACH = 14
_LARGE_COUNT = 4
_TALK_OF_GROWTH = lazy(r"[增涨跌降升速率幅比%减]")
_REACH = 10


def read_digit_count(text: str, start: int) -> Draft | None:
    """双位数, 两位数 (10 to 100), 8位数: vague, and of per cent where growth is spoken of."""
    match = _DIGIT_COUNT.match(text, start)
    if match is None:
        return None
    written = match.group().removesuffix("位数")
    count = int(written) if written.isdecimal() else _DIGIT_COUNTS.get(written) or DIGITS[written]
    draft = Draft(start, match.end(), low=Decimal(10) ** (count - 1), high=Decimal(10) ** count, vague=True)
    draft.number_start, draft.number_end = start, match.end()
    if count < _LARGE_COUNT and _TALK_OF_GROWTH.search(text, max(0, start - _REACH), match.end() + _REACH):
        draft.unit, draft.form = "%", "percent"
    draft.rules.append("vague.digits")
    return draft


def read_split_discount(text: str, start: int) -> Draft | None:
    """八八折: two digits before 折 are the whole and the tenth."""
    match = _SPLIT_DISCOUNT.match(text, start)
    if match is None:
        return None
    value = DIGITS[match["whole"]] + Decimal(DIGITS[match["tenth"]]) / 10
    draft = Draft(start, match.end(), value, unit="折", form="discount", step=Decimal("0.1"), number_start=start)
    draft.number_end, draft.unit_start, draft.unit_end = match.end() - 1, match.end() - 1, match.end()
    draft.rules.append("discount.digits")
    return draft


def read_level(text: str, draft: Draft) -> None:
    """千万级, 万亿级: the magnitude itself; 两个点 of a talk; and 88折, whose two digits are 8.8."""
    if draft.chain and draft.form == "score" and text[draft.unit_start : draft.unit_end] == "级":
        draft.unit, draft.form, draft.unit_start, draft.unit_end = None, "number", 0, 0
        if draft.bound is None:
            draft.rules.append("level")
        draft.bare = False
    if text[draft.unit_start : draft.unit_end] == "个点" and _is_point_of_talk(text, draft):
        draft.unit, draft.form, draft.unit_end, draft.end = "个", "count", draft.unit_end - 1, draft.end - 1
    if (
        draft.unit == "折"
        and draft.ascii.isdecimal()
        and len(draft.ascii) == 2
        and draft.value is not None
        and draft.value > 10
    ):
        draft.scale(Decimal("0.1"))
    if draft.unit == "折" and draft.low is not None and draft.high is not None and draft.low > 10:
        draft.scale(Decimal("0.1"))


def _is_point_of_talk(text: str, draft: Draft) -> bool:
    """Whether 个点 counts points someone makes (问了两个点) and not per cent (毛利高出两个点)."""
    joined = text[draft.start - 1 : draft.start].isalpha()
    talk = _TALK_OF_SHARE.search(text, max(0, draft.start - _SHARE_REACH), draft.end + _REACH)
    return joined and talk is None


def prefix_degree(text: str, draft: Draft, floor: int) -> None:
    """摄氏37度, 华氏温度100度, 37摄氏°: the temperature scale named beside the number."""
    if draft.unit not in _DEGREE_UNITS:
        return
    behind = _DEGREE_SIGN.match(text, draft.number_end)
    match = behind or _DEGREE_BEFORE.search(text, max(floor, draft.start - 7), draft.start)
    if match is None:
        return
    name = match["scale"] or match["latin"]
    draft.unit, draft.form = _DEGREE_CODES[name], "measure"
    if behind is not None:
        draft.unit_start, draft.unit_end = behind.start() + (text[behind.start()] == " "), behind.end()
        draft.end = max(draft.end, behind.end())
    else:
        draft.start = match.start()
    draft.rules.append("degree")
