"""Lay a document out for linking: scopes of blocks, frames of sentences, the topic."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimx.claim.announcement import Announcements
from claimx.claim.frame import Frame, build_frame
from claimx.claim.introduction import Headings, Lead, names_of
from claimx.claim.openings import Openings
from claimx.claim.prominence import Prominence
from claimx.claim.scope import Scope
from claimx.claim.table import apply_units, caption_span, read_rows
from claimx.claim.tokens import Class
from claimx.errors import InputError
from claimx.lexicon.terms import entities
from claimx.period import scan as scan_periods
from claimx.quantity import scan as scan_quantities
from claimx.text.normalise import normalise
from claimx.text.sentences import sentence_spans

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from claimx.document import Document, Labelled
    from claimx.model import Period, Quantity, Span
    from claimx.text.words import Segmenter


@dataclass(slots=True)
class Sentence:
    """A sentence with at least one quantity or period; ``frame`` only where a quantity stands."""

    scope: Scope
    span: Span
    periods: list[Period]
    frame: Frame | None


# Any character with which a quantity or a period can begin or end; blocks without one are not scanned.
_NUMBER_HINT = re.compile(
    "[0-9零一二两三四五六七八九十百千万亿半几数壹贰叁肆伍陆柒捌玖拾佰仟翻首榜今去昨前本上下当同年月日季目现如]"
)
# Accounts of a month, quarter or half year come out within so many days.
_JUST_OVER = 120
_TOPICS = 4
_TITLE_BONUS = 3
_NAMED_AGAIN = 3


def lay_out(
    document: Document, labelled: Sequence[Labelled], published: date | None, using: Segmenter
) -> list[Sentence]:
    """The sentences of the given blocks that hold a quantity or a period, in text order.

    Raises:
        InputError: the blocks hold too many quantities for ``document``.

    """
    title = normalise(document.metadata.title or "")
    title_periods = tuple(scan_periods(title, title, published)) if title else ()
    title_names = _title_names(title, document.text, using) if title else ()
    found: list[Sentence] = []
    left = document.too_many_figures
    headings = Headings(using)
    lead = Lead()
    texts = [normalise(item.block.plain) for item in labelled]
    rows, headers = read_rows(document.text, labelled, texts, published)
    prominence = Prominence(texts)
    openings = Openings(texts, using)
    announcements = Announcements(using)
    names: dict[tuple[str, str, str], tuple[str, ...]] = {}
    for index, (item, text) in enumerate(zip(labelled, texts, strict=True)):
        block = item.block
        announced = announcements.to(text, block.kind)
        lead.pass_by(index, text, block.kind)
        hinted = _NUMBER_HINT.search(text) is not None
        periods = scan_periods(text, block.plain, published) if hinted else []
        above = tuple(headings.above)
        if block.kind == "heading" and item.main:
            headings.enter(block, text, periods)
        if not hinted:
            continue
        read = scan_quantities(text, block.plain, most=left)
        left -= len(read)
        if left <= 0:
            raise InputError(document.path, f"{document.too_many_figures} or more figures; allow more --max-bytes")
        quantities, periods = arbitrate(read, periods)
        row = rows.get(index)
        if row is not None:
            quantities = apply_units(quantities, row)
        elif index in headers:
            quantities = []
        elif (caption := caption_span(text)) is not None:
            quantities = [q for q in quantities if q.end <= caption[0] or q.start >= caption[1]]
        if not quantities and not periods:
            continue
        label, mark = _label(text)
        scope = Scope(
            block=block,
            index=index,
            above=above,
            title=title,
            prominence=prominence,
            openings=openings,
            heading_periods=next((heading.periods for heading in reversed(above) if heading.periods), ()),
            title_periods=title_periods,
            published=published,
            topics=(),
            title_names=title_names,
            label=label,
            label_mark=mark,
            announced=announced,
            introduced=lead.index if block.kind in ("list", "table") else None,
            lead_line=lead.line if block.kind == "list" else "",
            row=row,
            figures=len(quantities),
            names=names,
        )
        found.extend(_sentences(scope, text, quantities, periods, using))
    topics = _topics(document, title, found)
    genre = "report" if _STATISTICAL.search(title) or _accounts_for(title, title_periods, published) else "article"
    for sentence in found:
        sentence.scope.topics = tuple(topics)
        sentence.scope.genre = genre
    return found


# Titles of documents that account for a period, figure by figure.
_STATISTICAL = re.compile("工作报告|公报|统计|年报|年度报告|财报|季报|业绩|白皮书|运行情况|经济运行|发展报告")
_ACCOUNTED = frozenset(("month", "quarter", "half", "span"))


def _accounts_for(title: str, title_periods: Sequence[Period], published: date | None) -> bool:
    """Whether the title opens with a stretch within a year that is just over: 10月新能源重卡卖了8千多辆."""
    if not title_periods or published is None:
        return False
    period = title_periods[0]
    opens = not period.start or title[period.start - 1] in "：:|｜ "
    if not opens or period.form not in _ACCOUNTED or period.last is None:
        return False
    return 0 <= (published - period.last.replace(day=1)).days <= _JUST_OVER


def arbitrate(quantities: Sequence[Quantity], periods: Sequence[Period]) -> tuple[list[Quantity], list[Period]]:
    """Settle where the number and the time grammar read the same characters.

    The longer reading wins and time wins a tie, so that the length of a time window (近三年) is
    part of the window and no figure of its own.
    """
    kept_quantities: list[Quantity] = []
    lost: set[int] = set()
    first = 0
    for quantity in quantities:
        beaten = False
        while first < len(periods) and periods[first].end <= quantity.start:
            first += 1
        for index in range(first, len(periods)):
            period = periods[index]
            if period.start >= quantity.end:
                break
            if quantity.end - quantity.start > period.end - period.start:
                lost.add(index)
            else:
                beaten = True
        if not beaten:
            kept_quantities.append(quantity)
    return kept_quantities, [period for index, period in enumerate(periods) if index not in lost]


def _sentences(
    scope: Scope, text: str, quantities: list[Quantity], periods: list[Period], using: Segmenter
) -> Iterator[Sentence]:
    q = p = 0
    for start, end in sentence_spans(text):
        held: list[Quantity] = []
        while q < len(quantities) and quantities[q].start < end:
            if quantities[q].end <= end:
                held.append(quantities[q])
            q += 1
        times: list[Period] = []
        while p < len(periods) and periods[p].start < end:
            if periods[p].end <= end:
                times.append(periods[p])
            p += 1
        if held or times:
            frame = build_frame(text, start, end, held, times, using) if held else None
            yield Sentence(scope, (start, end), times, frame)


# A name of at most twelve characters that opens a block, before its first colon or comma.
_LABEL = re.compile(
    r"\s*(?:[-*•·>]\s*)*(?:[0-9]{1,2}[.、]\s*)?(?!据|根据|按|来自)([^，,：:。；;（）()\s\d][^，,：:。；;（）()]{0,11})(?<!显示)(?<!表示)([：:，,])"
)
# Titles of documents whose topic is the place they name.
_REPORT = re.compile("报告|公报|统计|经济|生产总值|GDP|财政|投资|运行|指标")


def _label(text: str) -> tuple[str, str]:
    match = _LABEL.match(text)
    return (match[1].strip(), match[2]) if match is not None else ("", "")


def _title_names(title: str, text: str, using: Segmenter) -> tuple[str, ...]:
    """Quoted names in the title first, then entities of the lexicon, then other words tagged as names.

    Only names that the text comes back to: a title also quotes slogans and names its medium.
    """
    names = names_of(title, using)
    about_place = _REPORT.search(title) is not None
    return tuple(
        name
        for name in names
        if text.count(name) >= _NAMED_AGAIN or (about_place and _is_place(name))
        if about_place or not _is_place(name)
    )


def _is_place(name: str) -> bool:
    entity = entities().get(name.lower())
    return entity is not None and entity.type == "place"


def _topics(document: Document, title: str, sentences: Sequence[Sentence]) -> list[tuple[str, float]]:
    """The entities the document speaks of most, with their share of mentions."""
    nominal = Class.NOMINAL
    frames = (sentence.frame for sentence in sentences if sentence.frame is not None)
    counts = Counter(
        token.text for frame in frames for token in frame.tokens if token.cls is nominal and token.word.is_name
    )
    for name in list(counts):
        if name in title:
            counts[name] += _TITLE_BONUS
    total = sum(counts.values()) or 1
    return [(name, count / total) for name, count in counts.most_common(_TOPICS) if count > 1]
