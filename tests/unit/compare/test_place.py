"""Where a figure and what is said of it stand in the sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from claimx.compare.place import before, place, written

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]


@pytest.mark.parametrize(
    ("sentence", "start", "found"),
    [
        ("甲30%，乙30%。", 106, 6),  # the second of two alike
        ("甲30%，乙30%。", 101, 1),
        ("30%归甲。", 100, 0),
        # Markup that the sentence leaves out has moved it, or the sentence is another.
        ("甲30%，乙30%。", 120, 1),
        ("30%归甲。", 120, 0),
        ("乙，甲占30%", 97, 4),
        ("甲乙。", 101, None),
    ],
)
def test_the_place_of_a_figure(claim: Make, sentence: str, start: int, found: int | None) -> None:
    stated = claim(sentence=sentence, sentence_start=100, start=start, text="30%")
    assert place(stated) == found
    assert before(stated) == (None if found is None else sentence[:found])


@pytest.mark.parametrize(
    ("span", "found"),
    [
        ((102, 105), (2, 5)),
        ((100, 101), (0, 1)),
        ((105, 106), (5, 6)),
        ((105, 107), None),
        ((99, 101), None),
        ((90, 95), None),
        ((103, 103), None),
        (None, None),
    ],
)
def test_where_a_field_is_written(claim: Make, span: tuple[int, int] | None, found: tuple[int, int] | None) -> None:
    spans = {"subject": (100, 102)} | ({} if span is None else {"metric": span})
    assert written(claim(sentence="甲的GMV高", sentence_start=100, spans=spans), "metric") == found


def test_what_is_written_nowhere_is_not_at_the_beginning_of_the_document(claim: Make) -> None:
    assert written(claim(sentence="甲的GMV高", sentence_start=0, spans={}), "metric") is None
