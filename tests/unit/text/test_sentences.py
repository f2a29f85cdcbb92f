"""Sentences leave nothing out but white space."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.text.sentences import sentence_spans


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("营收达3亿元。利润呢？没有！", ["营收达3亿元。", "利润呢？", "没有！"]),
        ("他说：“涨了20%。”然后走了。", ["他说：“涨了20%。”", "然后走了。"]),
        ("真的吗？！……是的", ["真的吗？！……", "是的"]),
        ("ROI为3.5，见www.a.cn的v2.1版", ["ROI为3.5，见www.a.cn的v2.1版"]),
        ("It grew. 增长20%", ["It grew.", "增长20%"]),
        ("1. 选品 2. 定价", ["1. 选品 2. 定价"]),
        ("收入3亿元；成本2亿元", ["收入3亿元；成本2亿元"]),
        ("　 甲。 乙。 ", ["甲。", "乙。"]),
        (" \n ", []),
        ("", []),
    ],
)
def test_where_sentences_end(text: str, sentences: list[str]) -> None:
    assert [text[start:end] for start, end in sentence_spans(text)] == sentences


@settings(max_examples=200, deadline=None, derandomize=True)
@given(st.one_of(st.text(), st.text("甲3a。！？…!?.”）\n 　，")))
def test_spans_stand_in_order_and_leave_out_only_white_space(text: str) -> None:
    end = 0
    for start, stop in sentence_spans(text):
        assert start < stop
        assert not text[end:start].strip()
        assert not text[start].isspace()
        end = stop
    assert not text[end:].strip()


@pytest.mark.parametrize(("piece", "end"), [("营收3亿元，", "，"), ("| 1,200 ", " "), ("九万", "")])
def test_a_sentence_that_never_ends_is_cut_between_words(piece: str, end: str) -> None:
    text = piece * 2000
    spans = sentence_spans(text)
    assert len(spans) >= len(text) / 1000
    assert all(stop - start <= 1000 for start, stop in spans)
    if end.strip():
        assert all(text[:stop].endswith(end) for _, stop in spans)
    assert "".join(text[start:stop] for start, stop in spans).replace(" ", "") == text.replace(" ", "")
