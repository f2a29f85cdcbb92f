"""Words of a sentence that make one name are one token."""

from __future__ import annotations

import pytest

from claimx.claim.tokenise import tokenise
from claimx.text.words import segmenter


def _tokens(text: str) -> list[str]:
    return [token.text for token in tokenise(text, 0, len(text), [], [], segmenter())]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("星禾科技营收增长", "星禾科技"),
        ("云杉咖啡的门店", "云杉咖啡"),
        ("BOSS直聘的用户", "BOSS直聘"),
        ("《赘婿无双》票房", "《赘婿无双》"),
        ("蜂花的销量", "蜂花"),
    ],
)
def test_a_name_is_one_token(text: str, name: str) -> None:
    assert _tokens(text)[0] == name


@pytest.mark.parametrize("text", ["高端科技", "用户数据", "增长汽车", "上海汽车零部件", "由曼图资本领投"])
def test_common_words_before_a_trade_are_no_name(text: str) -> None:
    assert _tokens(text)[0] not in (text, "由曼图资本")


def test_a_merged_name_is_a_name() -> None:
    name = tokenise("星禾科技", 0, 4, [], [], segmenter())[0]
    assert name.word.is_name
    assert name.word.ends_group
    assert (name.start, name.end) == (0, 4)
