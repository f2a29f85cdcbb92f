"""Split a text into its non-blank lines without moving an offset."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

# What str.strip() removes, and the characters that show nothing at all (zero-width, byte-order mark).
BLANK = (
    " \t\n\r\x0b\x0c\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000\u200b\u200c\u200d\u2060\ufeff"
)


def iter_lines(text: str) -> Iterator[tuple[int, int, int]]:
    r"""Line number and offsets of every line that shows something, blanks at both its ends left out.

    Lines end at ``\n``, ``\r\n`` or ``\r``; numbers count from 1.
    """
    if "\r" in text:
        # Same length, one kind of line end: offsets hold for the original.
        text = text.replace("\r\n", " \n").replace("\r", "\n")
    start = 0
    for number, raw in enumerate(text.split("\n"), 1):
        left = raw.lstrip(BLANK)
        if left:
            first = start + len(raw) - len(left)
            yield number, first, first + len(left.rstrip(BLANK))
        start += len(raw) + 1
