"""Either segmenter cuts a text into words without a gap, and finds the same figures."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from claimx.pipeline import extract_document
from claimx.source import read_text
from claimx.text.words import SEGMENTERS, cut, segmenter

_PUBLISHED = date(2025, 3, 20)
_PARAGRAPHS = [
    "去年，这家连锁面馆的营业收入达到4.6亿元，同比增长27%，净利率为8.5%。直营店从62家增至118家，单店日均客流约350人次。"
    "创始人表示，今年计划再开40家店，其中六成位于县城。",
    "据平台数据，2024年上半年宠物零食的销售额为12亿元，占整个宠物食品类目的18%，比2023年同期高3.4个百分点。"
    "冻干产品的客单价在80-120元之间，复购率是膨化粮的1.7倍；退货率则不到2%。",
    "新仓库占地2.3万平方米，每小时可分拣1.8万件包裹，人力成本降低三成。投产之后，次日达的比例由71%提升至93%，"
    "客诉量环比下降了45%（约600单），在全国12个区域仓里排名第一。",
]


@pytest.mark.parametrize("name", SEGMENTERS)
@settings(max_examples=60, deadline=None, derandomize=True)
@given(text=st.one_of(st.text(max_size=40), st.text("用户数据营收客单价同比GMVk 1.\n，", max_size=20)))
def test_words_cover_the_text_without_a_gap(name: str, text: str) -> None:
    words = cut(text, segmenter(name))
    assert "".join(word for word, _ in words) == text
    assert all(word and tag for word, tag in words)


@pytest.mark.parametrize("name", SEGMENTERS)
def test_words_of_the_lexicon_stay_whole(name: str) -> None:
    text = "客单价同比增长，GMV和用户数据环比下降"
    words = [word for word, _ in cut(text, segmenter(name))]
    assert {"客单价", "同比", "GMV", "数据", "环比"} <= set(words)


@pytest.mark.parametrize("name", SEGMENTERS)
@pytest.mark.parametrize(
    ("text", "word"), [("蕉内营收增长", "蕉内"), ("集中金属采购", "集中"), ("我国新能源重卡", "我国")]
)
def test_short_names_cut_no_words_apart(name: str, text: str, word: str) -> None:
    assert word in [form for form, _ in cut(text, segmenter(name))]


@pytest.mark.parametrize("paragraph", _PARAGRAPHS)
def test_both_segmenters_find_the_same_figures(paragraph: str) -> None:
    found = [
        [
            (claim.text, claim.start, claim.value, claim.min, claim.max, claim.unit, claim.bound)
            for claim in extract_document(read_text(paragraph), published=_PUBLISHED, segmenter=name)
        ]
        for name in SEGMENTERS
    ]
    assert found[0] == found[1]
    assert len(found[0]) >= 6


def test_an_unknown_segmenter_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown segmenter 'thulac'; choose from rjieba, jieba"):
        segmenter("thulac")
