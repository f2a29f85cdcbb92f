"""The report as one HTML file that loads nothing: styles and script are in it, and its policy allows no others.

The text of the articles is not trusted. The template escapes everything; control characters are shown;
the Content Security Policy names the one style sheet and the one script by their hashes, so that
even markup that slipped through could neither run nor load anything. This is the only module that imports
jinja2.
"""

from __future__ import annotations

import base64
import hashlib
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple, get_args

from jinja2 import Environment, PackageLoader, StrictUndefined

from claimx.data import read_data
from claimx.model import Kind, Modality
from claimx.render.comparison_cell import labels
from claimx.render.html.article import Stretch, stretches
from claimx.render.html.chart import WIDTH, chart
from claimx.render.html.facts import shared
from claimx.render.html.records import CARD, cards, rows, summary
from claimx.render.html.series import series
from claimx.render.language import counted, language, said
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from claimx.compare import Comparison
    from claimx.document import Document, Labelled
    from claimx.model import Claim

#: More charts than these nobody looks at; the report says how many it left out.
_MOST_CHARTS = 24
#: The texts of more articles than these are laid out only when they come into view.
_FEW = 20


class Source(NamedTuple):
    """A document with the labels of its lines and its claims in text order."""

    document: Document
    labelled: tuple[Labelled, ...]
    claims: tuple[Claim, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One document as the report shows it."""

    number: int
    title: str
    #: Path, author, site and date, as far as the page gives them.
    byline: tuple[str, ...]
    published: str
    claims: int
    kinds: Mapping[str, int]
    #: How many facts it tells that other articles contradict.
    conflicts: int
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """All that the report shows; ``comparison`` is of the claims of ``sources``."""

    sources: Sequence[Source]
    comparison: Comparison
    title: str | None = None

    def html(self) -> Iterator[str]:
        """The page, piece by piece; the same input gives the same bytes."""
        numbered = list(enumerate((claim for source in self.sources for claim in source.claims), start=1))
        numbers = {(claim.doc, claim.id): number for number, claim in numbered}
        names = labels(self.comparison)
        facts = shared(self.comparison, numbers)
        drawn = series(numbered)
        style, script = _resource("report.css"), _resource("report.js")
        yield from (
            _environment()
            .get_template("report.html.j2")
            .generate(
                language=language(),
                title=self.title or said("claimx report"),
                policy=_policy(style, script),
                style=style,
                script=script,
                articles=list(self._articles(numbers)),
                many=len(self.sources) > _FEW,
                rows=rows(numbered, names),
                facts=[view for view in facts if view.fact.verdict != "not_comparable"],
                apart=[view for view in facts if view.fact.verdict == "not_comparable"],
                conflicts=sum(view.fact.verdict == "conflict" for view in facts),
                charts=[chart(item) for item in drawn[:_MOST_CHARTS]],
                charts_left_out=max(0, len(drawn) - _MOST_CHARTS),
                chart_width=WIDTH,
                kinds=get_args(Kind),
                modalities=get_args(Modality),
                cards=cards(numbered),
                card_headings=[said(heading) for heading in CARD],
            )
        )

    def _articles(self, numbers: Mapping[tuple[str, str], int]) -> Iterator[Article]:
        clashing = Counter(
            doc
            for fact in self.comparison.facts
            if fact.verdict == "conflict"
            for doc in {claim.doc for claim in fact.members}
        )
        for number, (document, labelled, claims) in enumerate(self.sources, start=1):
            metadata = document.metadata
            path = visible_line(document.path)
            published = metadata.published.isoformat() if metadata.published else ""
            byline = (path if metadata.title else None, metadata.author, metadata.site, published)
            yield Article(
                number,
                title=visible_line(metadata.title) if metadata.title else path,
                byline=tuple(visible_line(word) for word in byline if word),
                published=published,
                claims=len(claims),
                kinds=Counter(claim.kind for claim in claims),
                conflicts=clashing[document.path],
                stretches=tuple(stretches(labelled, [(numbers[claim.doc, claim.id], claim) for claim in claims])),
            )


def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("claimx.render.html"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters.update(said=said, shown=visible_line)
    environment.globals.update(summary=summary, counted=counted)
    return environment


def _resource(name: str) -> str:
    text = read_data("claimx.render.html", f"templates/{name}")
    # Nothing of ours may end its own element; the hash below is of exactly this text.
    assert "</" not in text or name.endswith(".j2")
    return text


def _policy(style: str, script: str) -> str:
    """Nothing may load, run, be framed or be sent but the one style sheet and the one script."""
    return (
        f"default-src 'none'; style-src {_hashed(style)}; script-src {_hashed(script)}; "
        "base-uri 'none'; form-action 'none'"
    )


def _hashed(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"
