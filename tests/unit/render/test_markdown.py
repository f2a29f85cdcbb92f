from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.render import writer
from claimx.render.fields import FIELDS
from claimx.render.markdown import DEFAULT_FIELDS

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim


def test_a_table_with_numbers_to_the_right(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    assert written(writer("md", ("metric", "value")), [claim()], [claim(metric=None)]).splitlines() == [
        "| metric | value |",
        "| --- | ---: |",
        "| GMV | 3500000000000 |",
        "|  | 3500000000000 |",
    ]


def test_text_cannot_break_out_of_its_cell(claim: Callable[..., Claim], written: Callable[..., str]) -> None:
    text = written(writer("md", ("sentence",)), [claim(sentence="a|b\n\\|<b>*c*[d](e)\x1b")])
    assert text.splitlines()[2] == r"| a\|b␊\\\|\<b>\*c\*\[d\](e)␛ |"


def test_the_fields_shown_by_default_exist() -> None:
    assert set(DEFAULT_FIELDS) <= set(FIELDS)
