"""Text from an article made safe for a terminal: control characters are shown, never obeyed.

An article can hold escape sequences that recolour, retitle or rewrite a terminal, and direction
marks that reorder a line. Data formats keep them (JSON escapes them); a terminal never sees them raw.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.lazy import lazy

if TYPE_CHECKING:
    import re

# C0 without tab and line feed, DEL, C1, the direction marks and overrides, and the exotic line breaks.
_CONTROLS = lazy("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]")
_CONTROL_PICTURES = 0x2400


def _picture(match: re.Match[str]) -> str:
    code = ord(match[0])
    if code < 0x20:
        return chr(_CONTROL_PICTURES + code)
    return "␡" if code == 0x7F else f"<U+{code:04X}>"


def visible(text: str) -> str:
    r"""The text with every control character but the tab and the line feed made printable.

    >>> visible("a\x1b[31mb\u202ec")
    'a␛[31mb<U+202E>c'
    """
    return _CONTROLS.sub(_picture, text)


def visible_line(text: str) -> str:
    r"""Like :func:`visible`, on one line: line feeds are shown too, tabs become a space.

    >>> visible_line("a\n\tb")
    'a␊ b'
    """
    return visible(text.replace("\t", " ")).replace("\n", "␊")
