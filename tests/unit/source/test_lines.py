from __future__ import annotations

import pytest

from claimx.source.lines import iter_lines


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲\n乙", [(1, "甲"), (2, "乙")]),
        ("甲\r\n\r\n乙\r\n", [(1, "甲"), (3, "乙")]),
        ("甲\r乙", [(1, "甲"), (2, "乙")]),
        ("\u3000\u3000甲 \n \t\n\u200b\n乙", [(1, "甲"), (4, "乙")]),
        ("甲\u2028乙\x0c丙", [(1, "甲\u2028乙\x0c丙")]),
        ("", []),
    ],
)
def test_lines_are_counted_and_stripped_in_place(text: str, expected: list[tuple[int, str]]) -> None:
    assert [(number, text[start:end]) for number, start, end in iter_lines(text)] == expected
