"""A comparison in every format."""

from __future__ import annotations

import csv
import io
import json
from dataclasses import replace
from decimal import Decimal
from html.parser import HTMLParser
from typing import TYPE_CHECKING, get_args

import pytest

from claimx import extract
from claimx.compare import Comparison, compare
from claimx.render.comparison import ComparisonFormat, Look, render_comparison
from claimx.render.fields import FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


@pytest.fixture
def clash(claim: Make) -> Comparison:
    """One conflict of two documents in one folder, one of them with markup in its words."""
    other = claim(
        doc="in/b.md", value=Decimal("3.43E+12"), precision=Decimal("1E+10"), line=9, sentence="<b>|乙\x1b[31m|"
    )
    return compare([claim(doc="in/a.md"), other])


def text(comparison: Comparison, style: ComparisonFormat, **look: object) -> str:
    return "".join(render_comparison(comparison, style, Look(**look)))  # type: ignore[arg-type]


def test_json_has_facts_documents_and_full_records(clash: Comparison) -> None:
    found = json.loads(text(clash, "json"), parse_float=Decimal)
    assert found["documents"] == ["in/a.md", "in/b.md"]
    (fact,) = found["facts"]
    about = ["verdict", "subtype", "reason", "certainty", "rel_diff", "subject", "metric", "period", "kind", "unit"]
    assert list(fact) == [*about, "members"]
    assert (fact["verdict"], fact["subtype"], fact["reason"], fact["rel_diff"]) == (
        "conflict",
        "value",
        None,
        Decimal("0.02"),
    )
    assert [tuple(member) for member in fact["members"]] == [FIELDS, FIELDS]


def test_json_lines_has_a_fact_a_line(clash: Comparison) -> None:
    lines = text(clash, "jsonl").splitlines()
    assert [json.loads(line) for line in lines] == json.loads(text(clash, "json"))["facts"]


def test_csv_is_a_matrix(clash: Comparison) -> None:
    header, row = csv.reader(io.StringIO(text(clash, "csv")))
    assert header[-2:] == ["in/a.md", "in/b.md"]
    assert row[-2:] == ["3.5万亿 CNY · L7", "3.43万亿 CNY · L9"]
    assert row[0] == "conflict"


def test_markdown_keeps_markup_as_text(clash: Comparison) -> None:
    lines = text(clash, "md", sentences=True).splitlines()
    assert lines[0] == "| verdict | subject | metric | period | a.md | b.md |"
    assert lines[2].startswith("| conflict (2%) | 抖音电商 | GMV | 2024 | 3.5万亿 CNY")
    assert "\\<b>\\|乙" in lines[2]
    assert "\x1b" not in lines[2]


class _Cells(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.words: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.words.append(data.strip())


def test_html_is_a_page_that_loads_nothing_and_keeps_markup_as_text(clash: Comparison) -> None:
    page = text(clash, "html", sentences=True)
    cells = _Cells()
    cells.feed(page)
    assert {"script", "link", "img", "b"}.isdisjoint(cells.tags)
    assert "default-src 'none'" in page
    assert "<b>|乙␛[31m|" in cells.words
    assert [word for word in cells.words if word.startswith("conflict")] == ["conflict (2%)"]


def test_the_table_shows_two_documents_as_left_and_right(clash: Comparison) -> None:
    shown = text(clash, "table", width=120)
    assert "left: a.md" in shown
    assert "right: b.md" in shown
    assert "conflict (2%)" in shown
    assert "\x1b" not in shown
    assert "\x1b[" in text(clash, "table", width=120, colour=True)


def test_the_table_lists_what_does_not_fit_side_by_side(claim: Make) -> None:
    comparison = compare([claim(doc=f"{name}.md", id=name) for name in "abcdef"])
    assert "f.md: 3.5万亿 CNY" in text(comparison, "table", width=90)
    assert "f.md: 3.5万亿 CNY" not in text(comparison, "table", width=250)


def test_long_names_of_documents_stand_once_above_the_table(claim: Make) -> None:
    names = [f"the-long-name-of-article-{letter}.md" for letter in "abcdef"]
    shown = text(compare([claim(doc=name, id=name) for name in names[:5]], documents=names), "table", width=80)
    assert [line for line in shown.splitlines() if "long-name" in line] == [
        f"[{place}] {name}" for place, name in enumerate(names[:5], start=1)
    ]
    assert "[5] 3.5万亿 CNY" in shown


def test_a_figure_says_its_period_only_where_it_is_another(claim: Make) -> None:
    unsaid = claim(doc="b", period=None, period_start=None, period_end=None)
    shown = text(compare([claim(doc="a"), unsaid]), "csv")
    assert "3.5万亿 CNY · L" in shown
    assert "3.5万亿 CNY · 2024" not in shown
    ends = {"a": "截至2024年底，云杉咖啡门店数1520家。", "b": "2024年12月31日，云杉咖啡门店数1520家。"}
    dated = [replace(stated, doc=name) for name, words in ends.items() for stated in extract(words)]
    _, row = csv.reader(io.StringIO(text(compare(dated), "csv")))
    assert row[-2:] == ["1520 家 · L1", "1520 家 · 2024-12-31 · L1"]


def test_sentences_only_when_asked(clash: Comparison) -> None:
    for style in ("table", "md", "csv"):
        assert "抖音电商GMV达" not in text(clash, style, width=200)  # type: ignore[arg-type]
        assert "抖音电商GMV达" in text(clash, style, width=200, sentences=True)  # type: ignore[arg-type]


@pytest.mark.parametrize("style", get_args(ComparisonFormat))
def test_nothing_to_show(style: ComparisonFormat) -> None:
    shown = text(Comparison((), ()), style)
    if style == "json":
        assert json.loads(shown) == {"facts": [], "documents": []}
    elif style == "jsonl":
        assert shown == ""
    else:
        assert shown.endswith("\n")


def test_the_possible_and_the_incomparable_say_so(claim: Make) -> None:
    unsaid = claim(doc="b", period=None, period_start=None, period_end=None)
    assert "possible same" in text(compare([claim(doc="a"), unsaid]), "md")
    plan = claim(doc="b", modality="target", value=Decimal(9))
    assert "not comparable (modality)" in text(compare([claim(doc="a"), plan]), "md")
