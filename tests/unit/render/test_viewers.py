"""Output for other programs' viewers: the spans have to fit the text they are given."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimx.document import Document, Metadata
from claimx.render import writer
from claimx.render.jsontext import encode

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimx.model import Claim
    from claimx.render import Format

_TEXT = "抖音电商GMV达3.5万亿元，同比增长30%。"


def _written(style: Format, claims: Sequence[Claim]) -> str:
    made = writer(style)
    document = Document("a.md", _TEXT, (), Metadata(title="标题"))
    joined = (made.join(made.document(document, given)) for given in (claims, []))
    pieces = (made.begin(), *joined, made.end())
    return "".join(piece for piece in pieces if isinstance(piece, str))


def test_displacy_has_sorted_entities_that_quote_the_text(claim: Callable[..., Claim]) -> None:
    money = claim(start=8, end=14, text="3.5万亿元")
    growth = claim(start=19, end=22, text="30%", kind="change")
    inside = claim(start=8, end=12, text="3.5万")
    first, second = json.loads(_written("displacy", [growth, money, inside]))
    assert [first["text"][entity["start"] : entity["end"]] for entity in first["ents"]] == ["3.5万", "30%"]
    assert [entity["label"] for entity in first["ents"]] == ["LEVEL", "CHANGE"]
    assert first["ents"][0]["kb_id"] == "抖音电商 GMV 2024"
    assert (first["title"], second["ents"]) == ("标题", [])


def test_displacy_without_documents_is_an_empty_list() -> None:
    made = writer("displacy")
    assert encode([]) + "\n" == f"{made.begin()!s}{made.end()!s}"


def test_langextract_has_a_document_a_line_with_text_attributes(claim: Callable[..., Claim]) -> None:
    lines = _written("langextract", [claim(start=8, end=14)]).splitlines()
    first, second = map(json.loads, lines)
    (extraction,) = first["extractions"]
    interval = extraction["char_interval"]
    assert first["text"][interval["start_pos"] : interval["end_pos"]] == extraction["extraction_text"] == "3.5万亿元"
    assert extraction["extraction_class"] == "level"
    assert extraction["attributes"]["value"] == "3500000000000"
    assert "source" not in extraction["attributes"]
    assert all(isinstance(value, str) for value in extraction["attributes"].values())
    assert (second["document_id"], second["extractions"]) == ("a.md", [])
