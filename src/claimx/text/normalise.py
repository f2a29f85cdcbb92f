"""Length-preserving normalisation: every character maps to exactly one, so offsets never move.

Full-width ASCII becomes ASCII, Traditional characters become Simplified, and the exotic spaces,
dashes and digits found in pasted text become their plain relatives. Rules match on the normalised
text; records quote the original.
"""

from __future__ import annotations

import re
from functools import cache

from claimx.data import read_data

# Characters that mean the same as a plain one. Chinese punctuation (，。、；：（）) keeps its own
# form: sentence and clause rules depend on it. Only what can stand inside a number or a unit folds.
_FOLDED = {
    "\u00a0": " ", "\u2002": " ", "\u2003": " ", "\u2009": " ", "\u202f": " ", "\u3000": " ", "\t": " ",
    "\u2010": "-", "\u2011": "-", "\u2012": "-", "\u2013": "-", "\u2014": "—", "\u2212": "-", "\ufe63": "-", "－": "-",
    "～": "~", "〜": "~", "∼": "~", "˜": "~",
    "〇": "零", "Ｏ": "O", "￥": "¥", "﹪": "%", "٪": "%",
    "＋": "+", "／": "/", "．": ".", "％": "%", "＜": "<", "＞": ">", "＝": "=", "＄": "$", "＃": "#", "＆": "&",
    "＠": "@",
    "﹤": "<", "﹥": ">", "≦": "≤", "≧": "≥", "⩽": "≤", "⩾": "≥", "∶": "：",
    # Chinese scale words in their rarer spellings
    "兩": "两", "両": "两", "弍": "贰", "弐": "贰", "貮": "贰", "貳": "贰", "叄": "叁", "參": "参", "柒": "柒",
}  # fmt: skip
_FULL_WIDTH = {
    chr(0xFF00 + code - 0x20): chr(code) for code in (*range(0x30, 0x3A), *range(0x41, 0x5B), *range(0x61, 0x7B))
}


@cache
def _traditional() -> dict[str, str]:
    table = read_data("claimx.text", "data/t2s.tsv")
    return dict(line.split("\t") for line in table.splitlines() if not line.startswith("#"))


@cache
def _traditional_table() -> dict[int, str]:
    return {ord(a): b for a, b in _traditional().items()}


# No character folds to one that folds again.
_FOLDS = {a: b for a, b in {**_FULL_WIDTH, **_FOLDED}.items() if a != b}
_FOLDING = re.compile("[" + "".join(map(re.escape, _FOLDS)) + "]")


# Characters of the table that Simplified text uses in their own right (乾坤, 哪吒, 昇腾): those of GB 2312, less
# 後, which it holds without a use, and what 通用规范汉字表 (2013) took back for names. They tell no script apart.
_SIMPLIFIED_TOO = frozenset("乾吒夥徵拚捱摺於榘菸薹袷醣麴麽昇")


@cache
def _traditional_characters() -> re.Pattern[str]:
    return re.compile("[" + "".join(a for a in _traditional() if a not in _SIMPLIFIED_TOO) + "]")


def is_traditional(text: str) -> bool:
    """Whether the text holds a character that Simplified Chinese does not use."""
    return _traditional_characters().search(text) is not None


def normalise(text: str) -> str:
    """Fold a text character by character; ``len(normalise(text)) == len(text)`` always.

    >>> normalise("ＧＭＶ達３．５萬億元")
    'GMV达3.5万亿元'
    """
    if text.isascii():
        return text.replace("\t", " ")
    for char in set(_FOLDING.findall(text)):
        text = text.replace(char, _FOLDS[char])
    if is_traditional(text):
        text = text.translate(_traditional_table())
    return text
