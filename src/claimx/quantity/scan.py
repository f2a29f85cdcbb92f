"""The scan: one guarded pass finds where numbers may begin; the grammar runs only there."""

from __future__ import annotations

import re
import sys
from decimal import localcontext
from itertools import islice
from typing import TYPE_CHECKING

from claimx.lazy import lazy
from claimx.quantity.bounds import bound, unit_behind_plus
from claimx.quantity.calendar import date_end
from claimx.quantity.compound import compound
from claimx.quantity.fraction import read_fraction, read_percent_range, read_short, read_slash
from claimx.quantity.glue import code_end, token_end
from claimx.quantity.growth import read_growth
from claimx.quantity.half import read_half
from claimx.quantity.judge import stands
from claimx.quantity.money import attach_coin, attach_currency, find_currency
from claimx.quantity.names import name_end
from claimx.quantity.number_ascii import read_ascii, read_ge, read_point_five
from claimx.quantity.number_chinese import is_stray, read_chinese
from claimx.quantity.numerals import EXACT
from claimx.quantity.percent import prefix_degree, read_digit_count, read_level, read_split_discount
from claimx.quantity.ranges import read_list_range, read_range, read_vague_range
from claimx.quantity.rank import read_rank, read_word
from claimx.quantity.rates import rate
from claimx.quantity.ratio import read_colon, read_split, read_than
from claimx.quantity.sign import negate, sign
from claimx.quantity.units import attach, find_unit
from claimx.quantity.vague import make_open, read_vague

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.model import Quantity
    from claimx.quantity.draft import Draft

# Every quantity is met at one of these characters. The look-aheads keep the commonest words that hold one
# (一个劲儿 aside) from ever reaching the grammar; the rest of them is lexicon/data/not_a_number.tsv. Each branch
# begins with a character and not with a class: then a search passes over all others at once (ADR 0019).
_WORTH = r"(?=[\ 拾佰仟百千万亿十点角分圆元成折零]|$)"
_TENS = r"(?=[\ 百千万亿点角分圆元成折零一二三四五六七八九壹贰叁肆伍陆柒捌玖仟几]|[^\u4e00-\u9fff]|$)"
_START = re.compile(
    rf"""
    {"|".join("0123456789二两三四五六七八九十百千万亿兆壹贰叁肆柒捌玖仟廿卅卌")}
    | 零(?!下)
    | 一(?![些直起样般定切旦律贯概共致再同齐味向旁心瞬跃])
    | 半(?!导|径|岛|球|夜|路|途|空|生|成|决|自|信)
    | 数(?=[十百千万亿以个家名位次款天年月周倍轮种条项人场小分件吨米斤公亩块元套辆台只支部座栋层盒瓶杯箱处所]
           | [笔单份道句段页口头匹张秒])
    | 几(?![乎何经率时点许度])
    | 陆{_WORTH} | 伍{_WORTH} | 参{_WORTH}
    | 拾{_TENS} | 佰{_TENS}
    | 翻(?=[了过番倍个一二两三四五六七八九十几数好近超\d])
    | 倍(?=增)
    | 首(?=位) | 榜(?=首)
    | 对(?=\ ?折) | 双(?=位数) | 单(?=位数) | 个(?=位数)
    | 大(?=半(?:[数用的企以年天]|个[月天小])) | 小(?=半(?:年|个[月小]))
    """,
    re.VERBOSE,
)
_DIGITS = re.compile(r"\d+")
# What codes, versions, telephone numbers and colon figures begin with
_CODE_HINT = re.compile(r"\d{1,60}(?:\.\d{1,60})?(?: ?[-./:：*×xX✕]|G/)|\d{10}")
_FIGURE_WORDS = frozenset("图表")
# What joins two numbers into a fraction or ratio; 、 may join them into a range
_SIGNS = frozenset("-负")
_JOINTS = frozenset("分又/比")
_NOWHERE = (sys.maxsize, sys.maxsize)
_POINT_FREE = re.compile(r"[\w.]")
_OPAQUE = lazy(r"(?:https?://|www\.)[!-~]+|[\w.+\-]{1,64}@[\w\-]{1,64}(?:\.[\w\-]{1,64})+", re.ASCII)


def scan(normalised: str, original: str, *, most: int = sys.maxsize) -> list[Quantity]:
    """Every quantity of a text in order, none overlapping another, and no more than ``most``.

    ``normalised`` is ``claimx.text.normalise.normalise(original)``; offsets hold in both, and the
    records quote ``original``.
    """
    reader = _Scanner(normalised)
    # A number may have more digits than decimals usually keep: nothing that a rule reckons is ever rounded.
    with localcontext(EXACT):
        return [draft.quantity(original) for draft in islice(reader.drafts(), most)]


class _Scanner:
    """One pass over one text."""

    def __init__(self, text: str) -> None:
        self.text = text
        #: Where the last quantity ended: nothing reaches back before it.
        self.floor = 0

    def drafts(self) -> Iterator[Draft]:
        """The quantities in text order."""
        text, place = self.text, 0
        opaque = iter(_opaque_spans(text))
        closed, opened = next(opaque, _NOWHERE)
        while (match := _START.search(text, place)) is not None:
            at = match.start()
            while opened <= at:
                closed, opened = next(opaque, _NOWHERE)
            if closed <= at:
                place = opened
                continue
            if (end := name_end(text, at)) > at:
                place = end
                continue
            draft, place = self._read(at)
            if draft is not None:
                self.floor = place = max(draft.end, place)
                yield draft

    def _read(self, at: int) -> tuple[Draft | None, int]:
        """The quantity met at ``at`` if there is one, and where to go on."""
        char = self.text[at]
        if char in "翻倍首榜半对大小双单个":
            return self._word(at, char)
        if char in "数几":
            return self._finish(read_vague(self.text, at, self.floor), at)
        if char.isdecimal():
            return self._ascii(at)
        return self._chinese(at)

    def _word(self, at: int, char: str) -> tuple[Draft | None, int]:
        if char in "翻倍":
            draft = read_growth(self.text, at)
        elif char in "首榜":
            draft = read_word(self.text, at)
        elif char in "双单个":
            draft = read_digit_count(self.text, at)
        else:
            draft = read_half(self.text, at)
            if draft is not None and draft.form == "number" and draft.unit is None:
                return self._finish(draft, at)
        if draft is None:
            return None, at + 1
        if draft.form not in {"growth", "rank"}:
            rate(self.text, draft)
        bound(self.text, draft, self.floor)
        return draft, draft.end

    def _ascii(self, at: int) -> tuple[Draft | None, int]:
        text = self.text
        if _CODE_HINT.match(text, at) or text[at - 1 : at] in _FIGURE_WORDS:
            if (end := code_end(text, at)) > at:
                return None, end
            ratio, end = read_colon(text, at)
            if end > at:
                if ratio is not None:
                    bound(text, ratio, self.floor)
                return (ratio, ratio.end) if ratio is not None and stands(text, ratio) else (None, end)
        if text.startswith("位数", at + 1) and (count := read_digit_count(text, at)) is not None:
            bound(text, count, self.floor)
            return count, count.end
        if text[at - 1 : at] == "." and not (at > 1 and _POINT_FREE.match(text, at - 2)):
            draft = read_point_five(text, at)
        else:
            draft = read_ascii(text, at, plain_commas=find_currency(text, at, self.floor) is None)
        if draft is None:
            digits = _DIGITS.match(text, at)
            return None, token_end(text, digits.end() if digits else at + 1)
        return self._number(draft, at)

    def _chinese(self, at: int) -> tuple[Draft | None, int]:
        text = self.text
        if is_stray(text, at):
            return None, at + 1
        half = read_half(text, at) if text[at] == "一" and text[at + 1 : at + 3].find("半") >= 0 else None
        if half is not None:
            bound(text, half, self.floor)
            return half, half.end
        split = read_split(text, at) or read_split_discount(text, at) or read_digit_count(text, at)
        if split is not None:
            bound(text, split, self.floor)
            return split, split.end
        if text[at - 1 : at] == "成" and at > self.floor and (vague := read_vague(text, at - 1)) is not None:
            return self._finish(vague, at)
        draft = read_vague(text, at) if text[at] in "百千" else None
        if draft is not None:
            return self._finish(draft, at)
        draft = read_chinese(text, at)
        if draft is None:
            return None, at + 1
        if draft.bare and draft.value is not None:
            make_open(draft, text)
        return self._number(draft, at)

    def _number(self, draft: Draft, at: int) -> tuple[Draft | None, int]:
        """Constructs that begin with a plain number."""
        text = self.text
        end = date_end(text, at, draft)
        if end > at:
            return None, end
        ordinal, going_on = read_rank(text, draft)
        if draft.form == "rank":
            if draft.bound is None:
                bound(text, draft, self.floor)
            return (draft, draft.end) if stands(text, draft) else (None, going_on)
        if ordinal:
            return None, max(going_on, draft.end)
        follower = text[draft.end : draft.end + 3].lstrip(" ")[:1]
        if follower in _JOINTS and (joined := self._joined(draft)) is not None:
            return joined
        if follower == "、":
            read_list_range(text, draft, self._other)
        else:
            read_range(text, draft, self._other)
        return self._finish(draft, at)

    def _joined(self, draft: Draft) -> tuple[Draft | None, int] | None:
        """Fractions and ratios, whose first number has been read; None when there is none."""
        text = self.text
        if read_short(text, draft) or read_slash(text, draft):
            bound(text, draft, self.floor)
            return (draft, draft.end) if stands(text, draft) else (None, draft.end)
        fraction = read_fraction(text, draft, self._other)
        if fraction is not None:
            if fraction.value is None and fraction.low is None:
                return None, fraction.end
            read_percent_range(text, fraction, self._other)
            sign(text, fraction, self.floor)
            bound(text, fraction, self.floor)
            return fraction, fraction.end
        ratio = read_than(text, draft, self._other)
        if ratio is None:
            return None
        bound(text, ratio, self.floor)
        return ratio, ratio.end

    def _other(self, text: str, at: int) -> Draft | None:
        """A number at ``at`` as a second part of something: the end of a range, a numerator."""
        char = text[at : at + 1]
        if char.isdecimal():
            return read_ascii(text, at)
        if char and char in "-负":
            draft = self._other(text, at + 1) if text[at + 1 : at + 2] not in _SIGNS else None
            if draft is not None:
                negate(draft)
                draft.start = draft.number_start = at
            return draft
        if char and char in "数几":
            return read_vague(text, at)
        return read_chinese(text, at) if char else None

    def _finish(self, draft: Draft | None, at: int) -> tuple[Draft | None, int]:
        """Unit, rate, second unit, currency, sign and bound words; then the verdict."""
        text = self.text
        if draft is None:
            return None, at + 1
        if draft.vague:
            read_vague_range(text, draft, self._other)
        if not draft.ascii and draft.form == "number" and read_ge(text, draft):
            draft.bare, draft.number_end = False, draft.end
        if draft.unit is None and (hit := find_unit(text, draft.end) or unit_behind_plus(text, draft)) is not None:
            attach(draft, hit)
        read_level(text, draft)
        if draft.unit is not None:
            attach_coin(text, draft)
            compound(text, draft)
            rate(text, draft)
        sign(text, draft, self.floor)
        currency = find_currency(text, draft.start, self.floor)
        if currency is not None and attach_currency(text, draft, currency):
            rate(text, draft)
        prefix_degree(text, draft, self.floor)
        bound(text, draft, self.floor)
        if stands(text, draft):
            return draft, draft.end
        end = token_end(text, draft.number_end) if text[at].isdecimal() else draft.number_end
        return None, max(end, at + 1)


def _opaque_spans(text: str) -> list[tuple[int, int]]:
    """URLs and e-mail addresses, which hold no quantities."""
    if "://" not in text and "www." not in text and "@" not in text:
        return []
    return [match.span() for match in _OPAQUE.finditer(text)]
