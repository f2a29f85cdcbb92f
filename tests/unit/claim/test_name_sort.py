"""What sort of thing a phrase names, by its form alone."""

from __future__ import annotations

import pytest

from claimx.claim.name_sort import sorts_of


@pytest.mark.parametrize(
    ("text", "sorts"),
    [
        ("融资情况", ("aspect",)),
        ("消费能力提升", ("aspect",)),
        ("同比", ("qualifier",)),
        ("每公斤", ("each",)),
        ("《海边的书店》", ("work",)),
        ("行业", ("benchmark",)),
        ("星禾科技", ()),
        ("情况说明会", ()),
    ],
)
def test_sorts(text: str, sorts: tuple[str, ...]) -> None:
    assert sorts_of(text) == sorts
