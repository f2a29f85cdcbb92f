"""What the words around a figure name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.compare.around import names_around

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


def named(make: Make, sentence: str, text: str = "35%") -> frozenset[str]:
    """The names around the figure in a sentence that begins at the start of the document, of nobody's metric."""
    fields = {"sentence": sentence, "sentence_start": 0, "start": sentence.index(text), "text": text}
    return names_around(make(subject=None, subject_id=None, **fields))


def test_known_things_are_named_by_their_family(claim: Make) -> None:
    assert named(claim, "抖音增长35%。") == {"抖音"}
    assert "抖音" in named(claim, "抖音电商增长35%。")
    assert named(claim, "增长35%的是快手。") == {"快手"}


def test_the_subject_of_the_record_is_named_too(claim: Make) -> None:
    assert names_around(claim(sentence="增长35%。", sentence_start=0, start=2, text="35%", subject_id="快手")) == {
        "快手"
    }


def test_only_the_words_near_the_figure_count(claim: Make) -> None:
    assert named(claim, "快手" + "，" * 46 + "35%") == {"快手"}
    assert named(claim, "快手" + "，" * 47 + "35%") == frozenset()
    assert named(claim, "35%" + "，" * 8 + "快手") == {"快手"}
    assert named(claim, "35%" + "，" * 9 + "快手") == frozenset()


def test_the_figure_itself_names_nothing(claim: Make) -> None:
    assert named(claim, "增长gmv35百分，", "gmv35百分") == frozenset()


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("螭吻阁楼", {"螭吻阁楼"}),
        ("螭吻阁楼台", {"螭吻阁楼", "吻阁楼台"}),
        ("螭吻阁", set()),
        ("kubi", {"kubi"}),
        ("增长", set()),
        # Words that any two articles share, among others, and what is left between them.
        ("实现增长", set()),
        ("同比增长", set()),
        ("螭吻约阁楼", set()),
        ("增长螭吻阁楼", {"螭吻阁楼"}),
        ("螭吻增长阁楼", set()),
        ("集中度集中度", set()),
        ("宣布螭吻阁", set()),
        ("猛增激增", set()),
        ("北京上海", set()),
    ],
)
def test_stretches_that_no_word_list_knows_are_names(words: str, names: set[str], claim: Make) -> None:
    assert named(claim, f"{words}，35%。") == names
