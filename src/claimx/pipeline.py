"""The one module that knows the order of the stages: read, clean, find the claims."""

from __future__ import annotations

import gc
from contextlib import contextmanager
from datetime import date
from typing import TYPE_CHECKING

from claimx.claim import find_claims
from claimx.clean import label
from claimx.document import MAX_BYTES
from claimx.source import read_document, read_text
from claimx.text.words import DEFAULT_SEGMENTER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from os import PathLike

    from claimx.claim.explain import LineExplanation
    from claimx.document import Document
    from claimx.model import Claim


def extract_document(
    document: Document,
    *,
    published: date | None = None,
    include_boilerplate: bool = False,
    segmenter: str = DEFAULT_SEGMENTER,
) -> list[Claim]:
    """The claims of a document in text order.

    Relative times are resolved against ``published``, or else against the date the page gives;
    never against today. Claims from boilerplate are left out unless asked for, and then carry the
    reason in ``boilerplate``.
    """
    with _uncollected():
        labelled = label(document)
        blocks = labelled if include_boilerplate else tuple(item for item in labelled if item.main)
        return find_claims(document, blocks, published or document.metadata.published, segmenter_name=segmenter)


@contextmanager
def _uncollected() -> Iterator[None]:
    """No search for cyclic garbage meanwhile.

    A document makes a hundred thousand objects and not one cycle (tests/unit/test_pipeline.py), so each of the
    hundreds of searches walks through them and finds nothing. What is dropped is freed as ever, at once.
    """
    if not gc.isenabled():
        yield
        return
    gc.disable()
    try:
        yield
    finally:
        gc.enable()


def extract(text: str, *, published: date | str | None = None, doc: str = "") -> list[Claim]:
    """The claims of a text in text order; offsets count code points of ``text``.

    Args:
        text: an article as pasted text, Markdown or HTML.
        published: the day relative times are reckoned from (a date or ``YYYY-MM-DD``); by default
            what the text itself says.
        doc: what to call the document in the records.

    >>> [claim.text for claim in extract("2024年抖音电商GMV达3.5万亿元，同比增长30%。")]
    ['3.5万亿元', '30%']

    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return extract_document(read_text(text, path=doc), published=day)


def extract_path(
    path: str | PathLike[str],
    *,
    published: date | str | None = None,
    encoding: str | None = None,
    include_boilerplate: bool = False,
    segmenter: str = DEFAULT_SEGMENTER,
    max_bytes: int = MAX_BYTES,
) -> list[Claim]:
    """The claims of one file of at most ``max_bytes`` in text order.

    Raises:
        InputError: the file cannot be read, decoded or recognised; the message says why.

    """
    day = date.fromisoformat(published) if isinstance(published, str) else published
    document = read_document(str(path), encoding=encoding, max_bytes=max_bytes)
    return extract_document(document, published=day, include_boilerplate=include_boilerplate, segmenter=segmenter)


def explain_line(
    document: Document, line: int, *, published: date | None = None, segmenter: str = DEFAULT_SEGMENTER
) -> LineExplanation:
    """Why each number of a 1-based line of the document is a claim or is not."""
    from claimx.claim.explain import explain_line as explain_numbers  # noqa: PLC0415 - only this command needs it

    return explain_numbers(
        document, label(document), line, published or document.metadata.published, segmenter_name=segmenter
    )
