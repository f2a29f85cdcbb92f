"""``claimx clean``: the article without the page around it, or why each line is or is not part of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

import typer

from claimx.cli.options import Encoding, Lexicon, MaxBytes, Output
from claimx.cli.sink import sink
from claimx.document import MAX_BYTES
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.document import Document, Labelled


def clean(
    path: Annotated[
        str, typer.Argument(metavar="FILE", show_default=False, help="The article, or - for standard input.")
    ],
    labels: Annotated[
        bool, typer.Option("--labels", help="Print every line with its number, its label and the reason.")
    ] = False,
    style: Annotated[
        Literal["text", "json"],
        typer.Option("-f", "--format", help="json has the metadata, the main text and every line's label."),
    ] = "text",
    output: Output = None,
    encoding: Encoding = None,
    max_bytes: MaxBytes = MAX_BYTES,
    lexicon: Lexicon = None,
) -> None:
    """Print an article's main text, without the page around it.

    \b
    Examples:
      claimx clean page.html
      claimx clean page.html --labels | grep drop
      claimx clean page.html --format json | jq -r .title
    """
    from claimx.clean import label, main_text
    from claimx.source import read_document

    document = read_document(path, encoding=encoding, max_bytes=max_bytes)
    labelled = label(document)
    with sink(output) as target:
        if style == "json":
            target.write(_as_json(document, labelled, main_text(labelled)))
        elif labels:
            target.write("".join(map(_as_line, labelled)))
        else:
            text = main_text(labelled)
            target.write(text if text.endswith("\n") or not text else text + "\n")


def _as_line(labelled: Labelled) -> str:
    block = labelled.block
    verdict = "main" if labelled.main else "drop"
    return f"{block.line}\t{verdict}\t{labelled.reason}\t{visible_line(block.plain)}\n"


def _as_json(document: Document, labelled: Sequence[Labelled], text: str) -> str:
    """One object: what the page says of itself, the main text, every line with its label."""
    import json

    metadata = document.metadata
    return (
        json.dumps(
            {
                "doc": document.path,
                "title": metadata.title,
                "author": metadata.author,
                "published": metadata.published.isoformat() if metadata.published else None,
                "site": metadata.site,
                "url": metadata.url,
                "text": text,
                "lines": [
                    {
                        "line": item.block.line,
                        "start": item.block.start,
                        "end": item.block.end,
                        "kind": item.block.kind,
                        "main": item.main,
                        "reason": item.reason,
                        "text": item.block.plain,
                    }
                    for item in labelled
                ],
            },
            ensure_ascii=False,
            indent=2,
        )
        + "\n"
    )
