"""A comparison as one self-contained HTML page: a row a fact, a column a document, no script, nothing loaded."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from claimx.render.comparison_cell import HEADINGS, heading, labels, statement
from claimx.render.language import counted, language, said
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.compare import Comparison, Fact
    from claimx.model import Claim
    from claimx.render.comparison import Look

_HEAD = """<!doctype html>
<html lang="LANGUAGE">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>claimx diff</title>
<style>
:root { color-scheme: light dark; font: 15px/1.5 system-ui, sans-serif; }
body { margin: 1.5rem; }
div { overflow-x: auto; }
table { border-collapse: collapse; }
th, td { padding: .35rem .6rem; border: 1px solid #8886; text-align: left; vertical-align: top; }
thead th { position: sticky; top: 0; background: Canvas; }
td p { margin: 0; }
td q { display: block; max-width: 28rem; opacity: .75; font-size: .9em; }
tr.conflict > th { box-shadow: inset 4px 0 #d33; }
tr.compatible > th { box-shadow: inset 4px 0 #d90; }
tr.consistent > th, tr.same > th { box-shadow: inset 4px 0 #393; }
tr.possible { opacity: .8; font-style: italic; }
</style>
</head>
<body>
"""


def html(comparison: Comparison, look: Look) -> Iterator[str]:
    """The page; a figure's sentence shows when the pointer rests on it, or always if asked."""
    names = labels(comparison)
    count = (
        f"{counted(len(comparison.documents), '1 article', '{} articles')} · "
        f"{counted(len(comparison.facts), '1 fact', '{} facts')}"
    )
    yield _HEAD.replace("LANGUAGE", language())
    yield f'<h1>claimx diff</h1>\n<p>{count}</p>\n<div tabindex="0"><table>\n<thead><tr>'
    yield "".join(f'<th scope="col">{said(word)}</th>' for word in HEADINGS)
    for name in comparison.documents:
        yield f'<th scope="col" title="{escape(visible_line(name))}">{escape(names[name])}</th>'
    yield "</tr></thead>\n<tbody>\n"
    for fact in comparison.facts:
        yield _row(comparison, fact, look)
    yield "</tbody>\n</table></div>\n</body>\n</html>\n"


def _row(comparison: Comparison, fact: Fact, look: Look) -> str:
    told: dict[str, list[str]] = {}
    for claim in fact.members:
        told.setdefault(claim.doc, []).append(_figure(claim, fact, look))
    verdict, *words = heading(fact, say=said)
    cells = [f'<th scope="row">{escape(verdict)}</th>']
    cells += (f"<td>{escape(word)}</td>" for word in words)
    cells += (f"<td>{''.join(told.get(name, ()))}</td>" for name in comparison.documents)
    return f'<tr class="{fact.verdict} {fact.certainty}">{"".join(cells)}</tr>\n'


def _figure(claim: Claim, fact: Fact, look: Look) -> str:
    sentence = escape(visible_line(claim.sentence.strip()))
    shown = f"<q>{sentence}</q>" if look.sentences else ""
    return f'<p title="{sentence}">{escape(statement(claim, fact, sentence=False, say=said))}{shown}</p>'
