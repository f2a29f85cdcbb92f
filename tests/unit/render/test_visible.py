from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from claimx.render.visible import visible, visible_line


def test_escapes_and_direction_marks_are_shown() -> None:
    assert visible("a\x1b]0;title\x07b\x7f\x9bm\u202e\u2066") == "a␛]0;title␇b␡<U+009B>m<U+202E><U+2066>"


def test_lines_and_tabs_stay_lines_and_tabs() -> None:
    assert visible("a\n\tb") == "a\n\tb"
    assert visible_line("a\n\tb\rc") == "a␊ b␍c"


def test_article_text_is_untouched() -> None:
    text = "抖音电商 GMV 达 3.5 万亿元，👨‍👩‍👧 é ≈ ↑"
    assert visible_line(text) == text


@given(st.text(max_size=200))
def test_nothing_that_a_terminal_obeys_is_left(text: str) -> None:
    assert not [char for char in visible_line(text) if unicodedata.category(char) in {"Cc", "Zl", "Zp"}]
    assert not [
        c
        for c in visible_line(text)
        if unicodedata.bidirectional(c) in {"LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI"}
    ]
