"""Articles as pieces: every character once, every claim marked, whatever overlaps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimx.document import Block, Labelled
from claimx.render.html.article import stretches

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimx.model import Claim
    from claimx.render.html.article import Line

_TEXT = "2024年抖音电商GMV达3.5万亿元，同比增长30%。"
_START = 100


def _line(claims: Sequence[Claim], block: Block | None = None) -> Line:
    block = block or Block(_START, _START + len(_TEXT), 7, "paragraph", _TEXT)
    (stretch,) = stretches([Labelled(block, main=True, reason="body")], list(enumerate(claims, start=1)))
    return stretch.lines[0]


def test_the_figure_is_a_piece_of_its_own(claim: Callable[..., Claim]) -> None:
    start = _START + _TEXT.index("3.5")
    pieces = _line([claim(start=start, end=start + 6)]).pieces
    assert [(piece.text, piece.begins) for piece in pieces] == [
        ("2024年抖音电商GMV达", ()),
        ("3.5万亿元", (1,)),
        ("，同比增长30%。", ()),
    ]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(spans=st.lists(st.tuples(st.integers(0, len(_TEXT) - 1), st.integers(1, 8)), max_size=6))
def test_overlapping_spans_repeat_nothing(claim: Callable[..., Claim], spans: list[tuple[int, int]]) -> None:
    ends = [(start, min(start + size, len(_TEXT))) for start, size in spans]
    claims = [claim(start=_START + start, end=_START + end) for start, end in ends]
    pieces = _line(claims).pieces
    assert "".join(piece.text for piece in pieces) == _TEXT
    assert sorted(number for piece in pieces for number in piece.begins) == list(range(1, len(spans) + 1))
    for number, (start, end) in enumerate(ends, start=1):
        covered = "".join(piece.text for piece in pieces if number in [mark for mark, _ in piece.claims])
        assert covered == _TEXT[start:end]


def test_of_figures_over_each_other_the_innermost_comes_first(claim: Callable[..., Claim]) -> None:
    pieces = _line([claim(start=_START, end=_START + 8), claim(start=_START + 2, end=_START + 5)]).pieces
    assert [[number for number, _ in piece.claims] for piece in pieces] == [[1], [2, 1], [1], []]


def test_markup_between_the_characters_moves_nothing(claim: Callable[..., Claim]) -> None:
    # "达**3.5万**元": the figure's offsets in the text include the marks that the reader does not see.
    source, plain = "达**3.5万**元", "达3.5万元"
    offsets = (0, 3, 4, 5, 6, 9, 10)
    block = Block(0, len(source), 7, "paragraph", plain, offsets=offsets)
    pieces = _line([claim(start=3, end=10)], block).pieces
    assert [(piece.text, piece.begins) for piece in pieces] == [("达", ()), ("3.5万元", (1,))]


def test_boilerplate_is_apart_with_its_reasons(claim: Callable[..., Claim]) -> None:
    labelled = [
        Labelled(Block(0, 2, 1, "paragraph", "首页"), main=False, reason="navigation"),
        Labelled(Block(3, 5, 2, "paragraph", "登录"), main=False, reason="navigation"),
        Labelled(Block(6, 9, 3, "paragraph", "30%"), main=True, reason="body"),
    ]
    around, article = stretches(labelled, [(1, claim(line=3, start=6, end=9))])
    assert (around.main, around.reasons, around.claims) == (False, (("navigation", 2),), False)
    assert (article.main, article.reasons, article.claims) == (True, (), True)


def test_control_characters_are_shown(claim: Callable[..., Claim]) -> None:
    block = Block(0, 4, 7, "paragraph", "a\x1b\u202eb")
    assert "".join(piece.text for piece in _line([claim(start=1, end=2)], block).pieces) == "a␛<U+202E>b"
