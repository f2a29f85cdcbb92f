"""Text of nothing but figures is refused before it fills the memory."""

from __future__ import annotations

import gc
from dataclasses import replace

import pytest

from claimx.claim.frame import Frame
from claimx.claim.layout import lay_out
from claimx.claim.linker import THRESHOLD, WeighedChooser, link
from claimx.claim.phrases import SENTENCE_FACTS
from claimx.claim.subject_inherited import FARTHEST
from claimx.clean import label
from claimx.document import MAX_BYTES, too_many_figures
from claimx.errors import InputError
from claimx.pipeline import explain_line, extract_document
from claimx.source import read_content, read_text
from claimx.text.words import segmenter

_LINE = "2024年，营收3亿元，同比增长30%。"


_TABLE = "| 营收 | 增速 |\n|---|---|\n" + "| 3亿元 | 30% |\n" * 5


@pytest.mark.parametrize("text", [_LINE * 5, f"{_LINE}\n" * 5, _TABLE], ids=["a line", "lines", "a table"])
def test_as_many_figures_as_are_too_many_are_refused(text: str) -> None:
    document = replace(read_text(text, path="figures.txt"), too_many_figures=11)
    assert len(extract_document(document)) == 10
    for work in (extract_document, lambda document: explain_line(document, 1)):
        with pytest.raises(InputError) as caught:
            work(replace(document, too_many_figures=10))
        assert str(caught.value) == "figures.txt: 10 or more figures; allow more --max-bytes"


def test_the_bound_grows_with_that_of_the_bytes() -> None:
    for max_bytes in (1000, MAX_BYTES, 2 * MAX_BYTES):
        document = read_content(_LINE.encode(), path="a.txt", max_bytes=max_bytes)
        assert document.too_many_figures == too_many_figures(max_bytes) == 131072 * (1 + (max_bytes > MAX_BYTES))
        assert len(extract_document(document)) == 2


def test_text_that_is_in_memory_already_is_not_bounded() -> None:
    assert read_text(_LINE).too_many_figures > 10**9


def _frames() -> int:
    gc.collect()
    return sum(isinstance(held, Frame) for held in gc.get_objects())


def test_a_sentence_is_released_when_no_figure_looks_back_to_it() -> None:
    many = 3 * SENTENCE_FACTS
    document = read_text("其中，某品牌占比30%。\n" * many)
    sentences = lay_out(document, label(document), None, segmenter())[::-1]
    before = _frames()
    linked = link((sentences.pop() for _ in range(many)), WeighedChooser())
    assert sum(likely >= THRESHOLD for _, likely in linked) == many
    assert _frames() <= before - many + SENTENCE_FACTS + FARTHEST
