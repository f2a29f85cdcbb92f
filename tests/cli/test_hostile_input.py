"""Inputs that are no articles, by the kind: each is read or refused in one line, and every record is sound."""

from __future__ import annotations

import codecs
from typing import TYPE_CHECKING

import pytest

from claimx.clean import label
from claimx.errors import InputError
from claimx.pipeline import extract_document
from claimx.source import read_content
from soundness import check_claims, check_document

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from claimx.model import Claim

    Run = Callable[..., tuple[int, str, str]]

_SENTENCE = "某品牌营收达3亿元，同比增长12%。"


def _claims(content: bytes, name: str = "a.txt") -> list[Claim]:
    document = read_content(content, path=name)
    check_document(document, label(document))
    claims = extract_document(document, include_boilerplate=True)
    check_claims(document, claims)
    return claims


def _figures(text: str, name: str = "a.txt") -> list[str]:
    return [claim.text for claim in _claims(text.encode("utf-8", "surrogatepass"), name)]


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty file"),
        (" \t\r\n\u3000\u200b\ufeff".encode(), "empty file"),
        (codecs.BOM_UTF8, "empty file"),
        (bytes(1000), "binary data"),
        (b"MZ\x90\x00\x03\x00\x00\x00\x04\x00\x00\x00\xff\xff" * 40, "binary data"),
        (_SENTENCE.encode()[:-1], "invalid UTF-8"),
        ((_SENTENCE * 3).encode("gb18030")[:-1], "not gb18030: byte 0x"),
        (_SENTENCE.encode() + _SENTENCE.encode("gb18030"), "unknown text encoding"),
    ],
    ids=["empty", "blank", "a mark alone", "NULs", "a program", "cut UTF-8", "cut GB18030", "two encodings"],
)
def test_what_is_no_text_is_refused_with_the_reason(data: bytes, reason: str) -> None:
    with pytest.raises(InputError, match=reason):
        _claims(data)


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        (_SENTENCE.replace("，", "，\x00"), ["3亿元", "12%"]),
        (f"\ufeff{_SENTENCE}", ["3亿元", "12%"]),
        (f"\u202e{_SENTENCE}\u2066", ["3亿元", "12%"]),
        ("某品牌营收达3亿元🎉，同比增长12%😀。", ["3亿元", "12%"]),
        ("某品牌营收达3️⃣亿元，同比增长12%。", None),
        ("某品牌营收达٣亿元，同比增长१२%，占比12%。", None),
        ("某品牌营收达\u200b3亿元，同比增长1\u200d2%。", None),
        (_SENTENCE.replace("。", "\r") * 3, ["3亿元", "12%"] * 3),
        (f"<div><p>{_SENTENCE}<span", ["3亿元", "12%"]),
        ("| 品牌 | 营收 |\n|---|---|\n| 甲 | 3亿元 | 4亿元 |\n| 乙 |\n|||||\n| 丙 | 5亿元", None),
    ],
    ids=["NUL", "mark", "direction", "emoji", "keycap", "digits", "zero width", "CR", "unclosed", "ragged"],
)
def test_odd_characters_and_markup(text: str, figures: list[str] | None) -> None:
    found = _figures(text, "a.html" if text.startswith("<") else "a.md")
    assert figures is None or found == figures


def test_digits_of_other_scripts_are_not_read_as_something_else() -> None:
    assert "12%" in _figures("增长率为١٢٣，占比12%。")


def test_half_a_surrogate_pair_is_refused_as_bytes() -> None:
    with pytest.raises(InputError, match="unknown text encoding"):
        _figures("某品牌营收达3亿元\ud83d。")


@pytest.mark.parametrize(
    ("piece", "times", "name"),
    [
        ("1234567890", 100_000, "digits.txt"),
        ("九", 200_000, "digits.txt"),
        ("甲乙丙丁戊己庚辛，", 200_000, "line.txt"),
        ("短\n", 30_000, "lines.txt"),
        ("<div>", 100_000, "nested.html"),
        ("<p>甲<b>", 50_000, "unclosed.html"),
        ("> ", 100_000, "quotes.md"),
        ("[", 100_000, "brackets.md"),
        ("（", 100_000, "brackets.txt"),
    ],
)
def test_very_much_of_one_thing_gives_nothing_and_ends(piece: str, times: int, name: str) -> None:
    assert _figures(piece * times + "甲", name) == []


def test_a_line_of_a_hundred_megabytes_is_refused(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "line.txt"
    with path.open("wb") as file:
        file.truncate(100_000_000)  # a hole: what is read stops at the bound
    assert run("extract", path) == (4, "", f"error: {path}: larger than 16777216 bytes\n")
