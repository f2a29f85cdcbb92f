"""The records inside the page: whole, and unable to break out of it."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from claimx.render.html.facts import split_sentence
from claimx.render.html.records import CARD, cards, rows

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim


def test_a_card_has_every_field_as_text(claim: Callable[..., Claim]) -> None:
    (card,) = json.loads(cards([(1, claim(period="2024", period_text="去年"))]))
    shown = dict(zip(CARD, card, strict=True))
    assert shown["value"] == "3500000000000 CNY"
    assert shown["period"] == "2024 (去年)"
    assert shown["source"] == ""
    assert shown["rules"] == "money reached"


@pytest.mark.parametrize("attack", ["</script><script>", "<!--<script>", "]]>", "&lt;", "\u2028", '"\\'])
def test_no_article_breaks_out_of_the_json(attack: str, claim: Callable[..., Claim]) -> None:
    text = cards([(1, claim(subject=f"a{attack}b"))])
    assert not set("<>&\u2028") & set(text)
    assert json.loads(text)[0][CARD.index("subject")].startswith("a")


@pytest.mark.parametrize(
    ("changes", "size"),
    [
        ({}, "3500000000000"),
        ({"value": None, "min": Decimal(200), "max": Decimal(500)}, "350"),
        ({"value": None, "ratio": "1:8"}, ""),
    ],
)
def test_a_row_is_sorted_by_the_middle_of_its_figure(
    changes: dict[str, object], size: str, claim: Callable[..., Claim]
) -> None:
    (row,) = rows([(1, claim(**changes))], {"a.md": "a.md"})
    assert row.size == size


def test_a_sentence_is_cut_around_its_figure(claim: Callable[..., Claim]) -> None:
    assert split_sentence(claim(sentence="抖音电商GMV达3.5万亿元。", sentence_start=0, start=9)) == (
        "抖音电商GMV达",
        "3.5万亿元",
        "。",
    )


def test_a_sentence_without_its_markup_is_searched(claim: Callable[..., Claim]) -> None:
    found = split_sentence(claim(sentence="达3.5万亿元。", sentence_start=0, start=3))
    assert found == ("达", "3.5万亿元", "。")
    assert split_sentence(claim(sentence="另一句。", sentence_start=0)) == ("另一句。", "", "")
