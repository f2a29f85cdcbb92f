"""Where the article begins and ends among the lines of a text, by its paragraphs and the page's marks."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from claimx.lexicon.load import words
from claimx.source.headline import is_navigation

if TYPE_CHECKING:
    from collections.abc import Iterator, MutableSequence, Sequence

    from claimx.clean.line import Line

#: What stands only below an article, once enough of the article stands above it.
_END_MARKS = frozenset(
    {"copyright-notice", "editor-line", "related-heading", "comment-area", "author-biography", "reference-list"}
)
_INLINE = frozenset({"related-heading", "comment-area"})
#: Enough: so many characters of paragraphs, or so large a share of all paragraphs.
_ENOUGH, _ENOUGH_SHARE = 300, 0.3
#: So much more text below, against that above, makes a single mark doubtful.
_REST_SHARE = 0.25
_BUNDLE = 6
#: Titles in a box of links between two paragraphs of the article.
_BOX_TITLES = 5
_NAME = 14
_HEAD_MARKS = frozenset({"date-line", "view-counts"})
_BARE_LABEL = re.compile(
    r"(?:信息|文章|稿件|新闻|内容|发布)?(?:来源|作者|编辑|机构|单位|部门|时间|日期|记者|地点)\s?[:：]$"
)
#: So many lines of slogans may stand there; more are a list of the article's.
_BANNERS = 6
#: How the last paragraph of an article ends, quotes and brackets closed.
_FULL = frozenset("。….”」』）)")
_BREADCRUMB = frozenset({">", ">>", "»", "›", "|", "/", "-", "·", "→"})


def first_paragraph(lines: Sequence[Line], reasons: Sequence[str | None], after: int = -1) -> int:
    """The index of the first paragraph after ``after`` that no rule took; 0 if there is none: then no head."""
    for line in lines[after + 1 :]:
        if line.prose and reasons[line.index] is None:
            return line.index
    return 0


def end_of_head(lines: Sequence[Line], reasons: Sequence[str | None], first: int) -> int:
    """The index of the paragraph that begins the article's text, ``first`` or one of the next two.

    A summary or a teaser of the page's own may stand above the date line and the counters.
    """
    for _ in range(2):
        following = first_paragraph(lines, reasons, first)
        if not following or not _HEAD_MARKS & set(reasons[first:following]):
            break
        first = following
    return first


def head_lines(lines: Sequence[Line], reasons: Sequence[str | None], first: int) -> Iterator[tuple[int, str]]:
    """``navigation``, ``breadcrumb`` and ``author-line`` among the lines above the first paragraph."""
    title = next((line.index for line in lines[:first] if line.block.kind == "title"), -1)
    for line in lines[:first]:
        index = line.index
        if reasons[index] is not None or index == title:
            continue
        beside = {lines[near].text for near in (index - 1, index + 1) if 0 <= near < len(lines)}
        if beside & _BREADCRUMB:
            yield index, "breadcrumb"
        elif index and len(line.text) <= 2 * _NAME and _BARE_LABEL.match(lines[index - 1].text):
            yield index, "source-line"
        elif is_navigation(line.text) or (index < title and title >= 3 and not line.prose):
            yield index, "navigation"
        elif title < index and len(line.text) <= _NAME and _before_dateline(lines, reasons, index):
            yield index, "author-line"


def _before_dateline(lines: Sequence[Line], reasons: Sequence[str | None], index: int) -> bool:
    """Whether a short line stands between the headline and the date line: the author or the site."""
    if lines[index].text[-1] in "。！？!?：:" or (
        lines[index].block.kind == "heading" and lines[index].block.level < 3
    ):
        return False
    return "date-line" in reasons[index + 1 : index + 4]


def end_of_article(lines: Sequence[Line], reasons: Sequence[str | None]) -> int:
    """The index of the line that ends the article, ``len(lines)`` if nothing does."""
    before = 0
    total = sum(len(line.text) for line in lines if line.prose and reasons[line.index] is None)
    for line in lines:
        reason = reasons[line.index]
        if reason is None:
            before += len(line.text) if line.prose else 0
        elif reason in _END_MARKS and before and (before >= _ENOUGH or before >= _ENOUGH_SHARE * total):
            if total - before > before * _REST_SHARE:
                # Much text follows: a box of links in the article, or a note in passing, ends nothing.
                if reason in _INLINE and _is_box(lines, line.index):
                    continue
                if reason not in _INLINE and not _is_bundle(reasons, line.index):
                    continue
            return line.index
    return len(lines)


def _is_bundle(reasons: Sequence[str | None], index: int) -> bool:
    """Whether other end marks stand close below: pages print notice, editor and lists in a bundle."""
    return sum(reason in _END_MARKS for reason in reasons[index : index + _BUNDLE]) >= 2


def _is_box(lines: Sequence[Line], index: int) -> bool:
    """Whether a heading of related articles has a few titles below it and then a paragraph: a box in the text."""
    for titles, line in enumerate(lines[index + 1 : index + 2 + _BOX_TITLES]):
        if line.prose:
            return titles > 0
    return False


@cache
def _promotion() -> re.Pattern[str]:
    return re.compile("|".join(map(re.escape, words("boilerplate_promotion"))), re.I)


def banners(lines: Sequence[Line], reasons: Sequence[str | None], end: int) -> Iterator[tuple[int, str]]:
    """``advertisement`` for the slogans between the article's last full paragraph and the line that ends it."""
    if end == len(lines):
        return
    start = max((line.index for line in lines[:end] if line.prose and line.text[-1] in _FULL), default=end)
    between = [line for line in lines[start + 1 : end] if reasons[line.index] is None]
    slogans = [set(_promotion().findall(line.text)) for line in between]
    if len(between) > _BANNERS or len(set().union(*slogans)) < 2 or any(len(line.text) > 60 for line in between):
        return
    first = next(index for index, said in enumerate(slogans) if said)
    for line in between[first:]:
        yield line.index, "advertisement"


def after_article(lines: Sequence[Line], reasons: MutableSequence[str | None], end: int) -> None:
    """Label what stands below the article's end and has no label yet: ``teaser`` or ``after-article``."""
    for line in lines[end:]:
        if reasons[line.index] is None:
            reasons[line.index] = "teaser" if line.prose else "after-article"
