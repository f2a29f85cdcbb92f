"""Folding is character by character, so that offsets never move."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.text.normalise import is_traditional, normalise


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("ＧＭＶ達３．５萬億元", "GMV达3.5万亿元"),
        ("￥１２％", "¥12%"),
        ("5–8人，5‑8人", "5-8人，5-8人"),
        ("10～20件", "10~20件"),
        ("二〇二四年", "二零二四年"),
        ("3\u00a0亿\u3000元\t整", "3 亿 元 整"),
        ("兩千兩百", "两千两百"),
        ("tab\there", "tab here"),
        # Chinese punctuation, and the dash of a sentence, keep their form.
        ("增长，“达标”（约）——是", "增长，“达标”（约）——是"),
        ("纯简体的句子。", "纯简体的句子。"),
    ],
)
def test_folding(text: str, folded: str) -> None:
    assert normalise(text) == folded


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.text(), st.text("0９%％萬亿 \u3000\t國發〇a，。—\u2212\ud800\U00020000")))
def test_the_length_stays_and_a_second_folding_changes_nothing(text: str) -> None:
    folded = normalise(text)
    assert len(folded) == len(text)
    assert normalise(folded) == folded


@pytest.mark.parametrize(
    ("text", "traditional"),
    [("營業額達三億元", True), ("营业额达三亿元", False), ("GMV 3.5%", False), ("昇腾与哪吒", False), ("後天", True)],
)
def test_traditional_text_is_told_apart(text: str, traditional: bool) -> None:
    assert is_traditional(text) is traditional
