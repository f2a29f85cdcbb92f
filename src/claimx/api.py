"""What Python programs call: the pipeline, with claims that show themselves in a notebook."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx import pipeline
from claimx.document import MAX_BYTES
from claimx.lexicon.overlay import use_overlay
from claimx.render.notebook import Claims
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from datetime import date
    from os import PathLike
    from pathlib import Path


def extract(text: str, *, published: date | str | None = None, doc: str = "") -> Claims:
    """The claims of a text in text order; offsets count code points of ``text``.

    Args:
        text: an article as pasted text, Markdown or HTML.
        published: the day relative times are reckoned from (a date or ``YYYY-MM-DD``); by default
            what the text itself says.
        doc: what to call the document in the records.

    >>> claims = extract("2024年抖音电商GMV达3.5万亿元，同比增长30%。")
    >>> [(row["metric"], row["value"]) for row in claims.to_dicts()]
    [('GMV', Decimal('3500000000000')), ('GMV', Decimal('30'))]

    """
    return Claims(pipeline.extract(text, published=published, doc=doc))


def extract_path(
    path: str | PathLike[str],
    *,
    published: date | str | None = None,
    encoding: str | None = None,
    include_boilerplate: bool = False,
    max_bytes: int = MAX_BYTES,
) -> Claims:
    """The claims of one file of at most ``max_bytes`` in text order.

    Raises:
        InputError: the file cannot be read, decoded or recognised; the message says why.

    """
    found = pipeline.extract_path(
        path,
        published=published,
        encoding=encoding,
        include_boilerplate=include_boilerplate,
        max_bytes=max_bytes,
    )
    return Claims(found)


def use_lexicon(path: Path) -> None:
    """Let this process know the metrics, entities, units and boilerplate cues of a TOML file; see docs/lexicon.md.

    Raises:
        LexiconError: the file cannot be read, holds a mistake (the message names the line), or comes
            after the first text was read.

    """
    use_overlay(path, normalise)
