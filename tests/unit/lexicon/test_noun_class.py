"""What kind of thing a phrase means, and of what kind of thing a measure is."""

from __future__ import annotations

from collections import Counter

import pytest

from claimx.lexicon.load import table
from claimx.lexicon.measure_owner import owner_fit
from claimx.lexicon.noun_class import is_common_word, noun_class, opening_class
from claimx.lexicon.terms import measure_head

_CLASSES = "act aspect event func info measure org person place product quality spot thing time trade unit"
CLASSES = frozenset(_CLASSES.split())
_OWNERS = "org platform product content person place trade event any"
OWNERS = frozenset(_OWNERS.split())


@pytest.mark.parametrize("name", ["word_class", "word_class_ending"])
def test_classes_are_legal_and_no_word_has_two(name: str) -> None:
    assert {row[0] for row in table(name)} <= CLASSES
    counts = Counter(word for row in table(name) for word in row[1].split())
    assert [word for word, count in counts.items() if count > 1] == []


def test_owners_are_legal_and_belong_to_measures() -> None:
    assert {kind for row in table("measure_owner") for kind in row[0].split()} <= OWNERS
    counts = Counter(word for row in table("measure_owner") for word in row[1].split())
    assert [word for word, count in counts.items() if count > 1] == []
    known = {row[0] for name in ("metric", "metric_head", "transact_verb") for row in table(name)}
    assert counts.keys() - known == set()


@pytest.mark.parametrize(
    ("phrase", "named"),
    [
        ("用户", "person"),
        ("上海门店", "org"),
        ("谷子店", "org"),
        ("宁溪市", "place"),
        ("抖音", "platform"),
        ("《繁花》", "work"),
        ("店", "org"),
        ("Zorvex", "latin"),
        ("璐", "name"),
    ],
)
def test_the_class_of_a_phrase_is_that_of_its_last_word(phrase: str, named: str) -> None:
    assert noun_class(phrase) == named


@pytest.mark.parametrize(
    ("phrase", "named"), [("京东门店", "entity"), ("用户群", "person"), ("Zorvex", "latin"), ("GMV", "latin")]
)
def test_the_class_of_the_first_word(phrase: str, named: str) -> None:
    assert opening_class(phrase) == named


def test_a_compound_is_no_common_word() -> None:
    assert is_common_word("公司")
    assert not is_common_word("上海公司")


@pytest.mark.parametrize(
    ("measure", "owner", "fit"),
    [
        ("营业收入", "company", "0"),
        ("营业收入", "place", "out"),
        ("营业收入", "aspect", "none"),
        ("营业收入", None, "nobody"),
        ("营业收入", "latin", "name"),
        ("数量", "org", "any:org"),
        (None, "act", "any:none"),
    ],
)
def test_whose_a_measure_may_be(measure: str | None, owner: str | None, fit: str) -> None:
    assert owner_fit(measure, owner) == fit


@pytest.mark.parametrize(
    ("phrase", "head"), [("全年营收", "年收入"), ("复购转化率", "转化率"), ("拉新", None), ("", None)]
)
def test_the_head_of_a_measure(phrase: str, head: str | None) -> None:
    assert measure_head(phrase) == head
