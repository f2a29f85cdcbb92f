"""Label every block main or boilerplate, with the name of the rule that said so. Nothing is deleted."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimx.clean.layout import body_lines
from claimx.clean.line import Line, lines_of
from claimx.clean.region import after_article, banners, end_of_article, end_of_head, first_paragraph, head_lines
from claimx.clean.rules.byline import byline
from claimx.clean.rules.credit import WORDS as CREDIT_WORDS
from claimx.clean.rules.credit import credit
from claimx.clean.rules.ending import ending
from claimx.clean.rules.markup import hint_blocks, silent
from claimx.clean.rules.notice import WORDS as NOTICE_WORDS
from claimx.clean.rules.notice import notice
from claimx.clean.rules.promotion import WORDS as PROMOTION_WORDS
from claimx.clean.rules.promotion import promotion
from claimx.clean.rules.repeat import repeats
from claimx.clean.rules.section import sections
from claimx.clean.rules.tools import tools
from claimx.document import Labelled

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from claimx.document import Document

# The patterns of these rules are long; one search tells that none of them can hold, as for most lines.
_WORDS = re.compile(f"{NOTICE_WORDS}|{PROMOTION_WORDS}|{CREDIT_WORDS}")
#: A line with nothing but a link says nothing of its own.
_LINKED = 0.9
_LINKABLE = frozenset({"paragraph", "caption", "list"})
#: No line rule holds for lines longer than this.
_RULES_LIMIT = 400
#: A longer line is a paragraph, unless it declares itself a notice or runs a page's head together.
_LINE_LIMIT = 120
#: So is a shorter one that ends as a sentence does.
_SENTENCE = 50


def label(document: Document) -> tuple[Labelled, ...]:
    """The blocks of a document in order, each main or boilerplate with a reason.

    Reasons of main blocks: ``title``, ``summary``, ``heading``, ``body``. Those of boilerplate name
    the rule, such as ``copyright-notice`` or ``repeated-article``.
    """
    lines = lines_of(document)
    reasons: list[str | None] = [None] * len(lines)
    _take(reasons, hint_blocks(lines))
    _take(reasons, ((line.index, reason) for line in lines if (reason := silent(line))))
    first = first_paragraph(lines, reasons)
    _rules(lines, reasons, first)
    first = end_of_head(lines, reasons, first_paragraph(lines, reasons))
    _rules(lines[:first], reasons, first)
    _take(reasons, sections(lines))
    if document.boxes:
        _page(document, lines, reasons, first)
    else:
        _take(reasons, head_lines(lines, reasons, first))
    _links(lines, reasons)
    end = end_of_article(lines, reasons)
    _take(reasons, list(banners(lines, reasons, end)))
    after_article(lines, reasons, end)
    _take(reasons, list(repeats(lines, [reason is None for reason in reasons], first)))
    return tuple(_verdict(line, reasons[line.index], first) for line in lines)


def main_text(labelled: Iterable[Labelled]) -> str:
    """The main blocks without markup, one a line, each line ended; empty when there is no main text."""
    return "".join(f"{one.block.plain}\n" for one in labelled if one.main)


def _take(reasons: list[str | None], found: Iterable[tuple[int, str]]) -> None:
    for index, reason in found:
        if reasons[index] is None:
            reasons[index] = reason


def _rules(lines: Sequence[Line], reasons: list[str | None], first: int) -> None:
    """Try the line rules on the lines without a label; those above ``first`` are the page's head."""
    # Without a paragraph the text may be a list of figures: 阅读 100万 is no counter there.
    paragraphs = _has_paragraph(lines, reasons) or first > 0
    for line in lines:
        if reasons[line.index] is None and len(line.text) <= _RULES_LIMIT:
            head = line.index < first
            reasons[line.index] = _line_rules(line, head=head) or (tools(line, head=head) if paragraphs else None)


def _has_paragraph(lines: Sequence[Line], reasons: Sequence[str | None]) -> bool:
    return any(line.prose and reasons[line.index] is None for line in lines)


def _line_rules(line: Line, *, head: bool) -> str | None:
    """The first rule that takes the line by itself."""
    size = len(line.text)
    if not line.linked and (size > _LINE_LIMIT or (size > _SENTENCE and line.text[-1] == "。")):
        return notice(line) or (byline(line, head=head) if "公众号" in line.text else None)
    if found := ending(line):
        return found
    if (line.linked or _WORDS.search(line.text)) and (found := notice(line) or promotion(line) or credit(line)):
        return found
    return byline(line, head=head)


def _page(document: Document, lines: Sequence[Line], reasons: list[str | None], first: int) -> None:
    """Label what lies outside the article's element of an HTML page."""
    body = body_lines(lines, reasons, document.boxes)
    if body is None:
        return
    start = min(body)
    title = next((line.index for line in lines if line.block.kind == "title"), -1)
    paragraphs = [line.index for line in lines if line.index in body and line.prose]
    if sum(index > title for index in paragraphs) * 2 < len(paragraphs):
        title = -1  # what the page repeats below its article, as 本文标题, does not begin it
    for line in lines:
        index = line.index
        if reasons[index] is not None or index == title:
            continue
        inside = index in body and index > title
        # A summary stands in an element of its own between headline and body.
        if inside or (title >= 0 and title < index < start and line.prose and line.linked < 0.3):
            continue
        reasons[index] = "navigation" if line.linked > 0.5 or not line.prose else "outside-body"


def _links(lines: Sequence[Line], reasons: list[str | None]) -> None:
    """``link-only`` for the lines of a text with paragraphs that are one link or a row of links."""
    if not _has_paragraph(lines, reasons):
        return
    for line in lines:
        if reasons[line.index] is None and line.linked > _LINKED and line.block.kind in _LINKABLE:
            reasons[line.index] = "link-only"


def _verdict(line: Line, reason: str | None, first: int) -> Labelled:
    if reason is not None:
        return Labelled(line.block, main=False, reason=reason)
    kind = line.block.kind
    if kind in {"title", "heading"}:
        return Labelled(line.block, main=True, reason=kind)
    return Labelled(line.block, main=True, reason="summary" if kind == "quote" and line.index <= first else "body")
