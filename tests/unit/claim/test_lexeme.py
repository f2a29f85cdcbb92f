"""What is known of a word wherever it stands."""

from __future__ import annotations

import pytest

from claimx.claim.lexeme import lexeme
from claimx.claim.tokens import Class


@pytest.mark.parametrize(
    ("text", "tag", "cls", "in_phrase"),
    [
        ("门店", "n", Class.NOMINAL, True),
        ("增长", "v", Class.VERB, False),  # a verb of change stands between a measure and its figure
        ("投入", "v", Class.VERB, True),  # 研发投入
        ("约", "d", Class.ADVERB, False),
        ("的", "uj", Class.OF, True),
        ("，", "x", Class.MARK, False),
    ],
)
def test_class_and_place_in_a_phrase(text: str, tag: str, cls: Class, in_phrase: bool) -> None:
    word = lexeme(text, tag)
    assert (word.cls, word.in_phrase) == (cls, in_phrase)


def test_a_given_class_overrides_that_of_the_word() -> None:
    assert lexeme("翻倍", "v").cls == Class.VERB
    figure = lexeme("翻倍", "", Class.QUANTITY)
    assert (figure.cls, figure.in_phrase) == (Class.QUANTITY, False)


def test_the_lexicon_is_asked_for_role_entity_and_measure() -> None:
    assert lexeme("同比", "d").is_light
    role = lexeme("下降", "v").role
    assert role is not None
    assert (role.kind, role.direction) == ("move", "down")
    platform = lexeme("抖音", "nz")
    assert platform.entity is not None
    assert platform.is_name
    assert lexeme("复购率", "n").dimension == "share"


@pytest.mark.parametrize(
    ("text", "tag", "named"),
    [
        ("张建锋", "nr", True),
        ("城区", "ns", False),
        ("顾客", "nr", False),  # a person's name to the segmenter's dictionary
        ("深度", "ns", False),
        ("Shopify", "eng", True),
        ("SHOPLINE", "eng", True),
        ("App", "eng", False),
        ("GMV", "eng", False),
        ("ARPPU", "eng", False),
    ],
)
def test_a_word_outside_the_lexicon_is_a_name_by_its_part_of_speech(text: str, tag: str, named: bool) -> None:
    assert lexeme(text, tag).is_name is named


@pytest.mark.parametrize(
    ("text", "tag", "cls"),
    [
        ("较", "zg", Class.PREPOSITION),
        ("很", "zg", Class.ADVERB),
        ("且", "zg", Class.OTHER),
        ("周期", "t", Class.NOMINAL),
    ],
)
def test_words_whose_tag_misleads_are_classed_by_their_form(text: str, tag: str, cls: Class) -> None:
    assert lexeme(text, tag).cls is cls


@pytest.mark.parametrize(
    ("text", "tag", "cls", "named"),
    [
        ("付现金", "nr", Class.VERB, False),
        ("光荣", "nr", Class.NOMINAL, False),
        ("攻略", "v", Class.NOMINAL, False),
        ("一般来说", "l", Class.OTHER, False),
        ("经营", "vn", Class.NOMINAL, False),
        ("购买", "v", Class.VERB, False),
        ("星禾", "nz", Class.NOMINAL, True),
    ],
)
def test_a_common_word_is_what_its_class_says(text: str, tag: str, cls: Class, named: bool) -> None:
    word = lexeme(text, tag)
    assert word.cls is cls
    assert word.is_name is named


def test_a_common_word_taken_for_a_name_is_a_noun() -> None:
    assert lexeme("毛利", "nr").tag == "n"
    assert lexeme("张建锋", "nr").tag == "nr"
