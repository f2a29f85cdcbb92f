"""Numbers that begin with a Chinese numeral: 一万五千亿 - 三点五亿 - 三四万 - 十几万 - 一千多."""

from __future__ import annotations

import re
from decimal import Decimal

from claimx.lazy import lazy
from claimx.quantity.draft import Draft
from claimx.quantity.number_ascii import trim_scale
from claimx.quantity.numerals import DIGITS, EXACT, SCALES, digit_string, read_run
from claimx.quantity.units import find_unit, unit_words

_NUMERAL = "零一二两三四五六七八九十百千万亿兆廿卅卌壹贰叁参肆伍陆柒捌玖拾佰仟幺"
_DIGIT = "零一二两三四五六七八九壹贰叁参肆伍陆柒捌玖幺"
_RUN = re.compile(rf"[{_NUMERAL}]{{1,40}}")
# 一百 五 十 二: pages that put blanks between the characters. Only a numeral with a scale is read so.
_SPACED = lazy(rf"[{_NUMERAL}](?: {{0,3}}[{_NUMERAL}]){{1,40}}")
_HAS_SCALE = lazy(r"[十百千万亿兆拾佰仟]")
_ONLY_SCALES = re.compile(r"[百千万亿兆佰仟]{1,8}")
# 三点五亿: decimals; in 八点五十 and 三点二十分 the 点 is of the clock.
_POINT = re.compile(
    rf"""
    \ ? 点 \ ? (?P<decimals> [{_DIGIT}\d]{{1,40}} )
    (?P<clock> [十廿卅] | (?<=[零一二三四五][一二三四五六七八九])分(?!之|钟) | 刻 )?
    """,
    re.VERBOSE,
)
_SCALE = lazy(r" ?(?P<words>[百千万亿]{1,6})")
# Two neighbours name a range: 三四万, 七八百亿, 十七八, 三五个.
_PAIR = re.compile(r"一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九")
_PAIR_TAIL = re.compile(r"[十百千万亿]{0,6}")
# 十几万, 十数年, 一百多万, 一千来, 百把: the vague word behind the numeral, with the scale it comes before.
_INFIX = re.compile(
    r" ?(?P<word>几|(?<=十)数(?=[年万亿家人个位名种次天款场岁倍])|多|余(?!额|款|温|波|地|下|味|热|粮|姚|杭)|来|把)"
    r" ?(?P<scale>[百千万亿]{1,6})?"
)
_LONE = {char: Decimal(value) for char, value in DIGITS.items()}
# 零点几, 一点几亿: decimals that are left open; 八点几分 is of the clock
_OPEN_POINT = re.compile(r" ?点几(?!分(?!之)|刻|点)")
# What may follow a lone digit besides a unit: a fraction, ratio, range, decimal or a word that sets it apart.
_COUNTS_OFF = frozenset("第前")
_GOES_ON = frozenset("半大小开折位分又比至到与和跟点不那这而却或以左上之几多余来")
_BEFORE_POINT = frozenset(" 点")
_LIKE_CLASSIFIER = frozenset("个家名位人年天次种款件元块岁斤米号条项度亩吨字页里公分平万亿")


def is_stray(text: str, start: int) -> bool:
    """Whether a lone digit stands before a word that can make no figure of it (四川, 三思)."""
    if text[start] not in DIGITS or text[start - 1 : start] in _COUNTS_OFF:
        return False
    follower = text[start + 1 : start + 2]
    return (
        "\u4e00" <= follower <= "\u9fff"
        and follower not in _GOES_ON
        and follower not in _NUMERAL
        and not unit_words().begins(follower)
    )


def read_chinese(text: str, start: int) -> Draft | None:
    """The number at ``start``, a Chinese numeral."""
    match = _RUN.match(text, start)
    if match is None:
        return None
    run = _whole_run(text, match)
    if (digit := _LONE.get(run)) is not None:
        return _read_lone(text, start, digit)
    # 两 counts only in front of a scale or a unit: behind a numeral it is the ounce (三十两, 二两).
    if not (run.endswith("一两") and find_unit(text, start + len(run)) is not None):
        run = run.rstrip("两 ") or run[0]
    if run.endswith("零") and text.startswith("几", start + len(run)):
        return _read_gap(text, start, run)
    if (pair := _read_pair(text, start, run)) is not None:
        return pair
    draft = _read_plain(text, start, run)
    if draft is None:
        return None
    _read_point(text, draft)
    _read_infix(text, draft)
    draft.number_start, draft.number_end = draft.start, draft.end
    return draft


def _read_lone(text: str, start: int, digit: Decimal) -> Draft:
    """A single digit, with its decimals."""
    draft = Draft(start, start + 1, digit, step=Decimal(1), number_start=start, number_end=start + 1)
    draft.rules.append("number.chinese")
    if text[start + 1 : start + 2] in _BEFORE_POINT:
        _read_point(text, draft)
        draft.number_end = draft.end
    return draft


def _read_gap(text: str, start: int, run: str) -> Draft | None:
    """一百零几万: 几 in the place of the units."""
    read = read_run(run, 0, len(run))
    if read is None or read.end < len(run) - 1:
        return None
    draft = Draft(start, start + len(run) + 1, low=read.value, high=read.value + 10, vague=True, rules=["number.infix"])
    scale = _SCALE.match(text, draft.end)
    if scale is not None:
        _multiply(text, draft, scale)
    draft.number_start, draft.number_end = draft.start, draft.end
    return draft


def _whole_run(text: str, match: re.Match[str]) -> str:
    """The numeral characters at the match, with blanks between them where they belong together."""
    if text[match.end() : match.end() + 1] == " " and (spaced := _SPACED.match(text, match.start())) is not None:
        run = spaced.group()
        if _HAS_SCALE.search(run):
            return run
    return match.group()


def _read_plain(text: str, start: int, run: str) -> Draft | None:
    if len(run) > 1 and "两" not in run and " " not in run and (digits := digit_string(run)) is not None:
        draft = Draft(start, start + len(run), Decimal(digits), step=Decimal(1))
        draft.rules.append("number.digits")
        return draft
    end = trim_scale(text, start + len(run))
    read = read_run(text, start, end)
    if read is None:
        return None
    draft = Draft(start, read.end, read.value, step=read.step)
    written = text[start : read.end].rstrip()
    draft.chain = written[len(written.rstrip("十拾百佰千仟万亿兆 ")) :].replace(" ", "")
    draft.bare = _ONLY_SCALES.fullmatch(written) is not None
    draft.rules.append("number.scale" if draft.bare else "number.chinese")
    return draft


def _read_pair(text: str, start: int, run: str) -> Draft | None:
    """三四万, 十七八, 三百四五十, 一百零三四; None when the characters are no such pair."""
    if len(run) < 2 or (pair := _PAIR.search(run)) is None or _POINT.match(text, start + len(run)):
        return None
    head, tail = run[: pair.start()], run[pair.end() :]
    if not _PAIR_TAIL.fullmatch(tail):
        return None
    end = trim_scale(text, start + len(run))
    tail = text[start + pair.end() : end]
    ends = [head + digit + tail for digit in pair.group()]
    low, high = (read_run(one, 0, len(one)) for one in ends)
    if low is None or high is None or low.end < len(ends[0]) or high.end < len(ends[1]):
        return None
    draft = Draft(start, end, low=low.value, high=high.value, step=low.step, chain=tail)
    # 三四 alone is no figure: only a unit makes it one.
    draft.bare = not head and not tail
    draft.number_start, draft.number_end = start, end
    draft.rules.append("number.pair")
    return draft


def _read_point(text: str, draft: Draft) -> None:
    point = _POINT.match(text, draft.end)
    if text[draft.start - 1 : draft.start] == "第":
        return  # 第一点一样
    if draft.bare or draft.value is None:
        return
    if (open_point := _OPEN_POINT.match(text, draft.end)) is not None:
        draft.low, draft.high, draft.value, draft.vague = draft.value, draft.value + 1, None, True
        draft.end, draft.chain = open_point.end(), ""
        draft.rules.append("number.point")
        if (scale := _SCALE.match(text, draft.end)) is not None:
            _multiply(text, draft, scale)
        return
    if point is None or point["clock"]:
        return
    decimals = digit_string(point["decimals"])
    assert decimals is not None
    draft.value = EXACT.add(draft.value, Decimal(decimals).scaleb(-len(decimals), EXACT))
    draft.step, draft.end, draft.chain = Decimal(1).scaleb(-len(decimals)), point.end("decimals"), ""
    draft.rules.append("number.point")
    scale = _SCALE.match(text, draft.end)
    if scale is not None:
        _multiply(text, draft, scale)


def _multiply(text: str, draft: Draft, scale: re.Match[str], group: str = "words") -> None:
    end = trim_scale(text, scale.end(group))
    for char in text[scale.start(group) : end]:
        draft.scale(Decimal(SCALES[char]))
    if end > scale.start(group):
        draft.chain += text[scale.start(group) : end]
        draft.end = end


def _read_infix(text: str, draft: Draft) -> None:
    infix = _INFIX.match(text, draft.end)
    if infix is None or draft.value is None:
        return
    word, follower = infix["word"], text[infix.end() : infix.end() + 1]
    if not draft.chain:
        return
    if word in "几数":
        room = SCALES[draft.chain[-1]]
        draft.low, draft.high, draft.value, draft.vague = draft.value, draft.value + room, None, True
    elif word in "来把":
        if not infix["scale"] and follower not in _LIKE_CLASSIFIER:
            return
        draft.bound = "approx"
    else:
        draft.bound = "gt"
    draft.end = infix.end("word")
    # 千余 and 百把 have a number of their own by now
    draft.bare = False
    if infix["scale"]:
        _multiply(text, draft, infix, "scale")
    draft.rules.append("number.infix")
