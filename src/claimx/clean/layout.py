"""Which element of an HTML page holds the article: the one with the most paragraph text and the least else.

Every line has a gain: a paragraph its length, a line of links or of page furniture a loss. The
body is the element whose lines sum highest, so a wider element wins only when what it adds is
more article than page. One pass up the boxes, whose parents always stand before them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimx.clean.line import Line
    from claimx.document import Box

_FURNITURE_LOSS = 10.0
#: Headings of related articles and comments: whatever holds them is wider than the article.
_ENDING_LOSS = 60.0
_ENDINGS = frozenset({"related-heading", "comment-area"})
#: In an element named like a sidebar or comment area a paragraph counts less.
_FURNITURE_SHARE = 0.3
#: More of the body than this is no comment area or side bar, whatever its name.
_FURNITURE_PART = 0.3
_TEASER_SHARE = 0.5
_TEASER_TITLE = 8
#: A line that is no paragraph may be a list item, a heading, a table row.
_SHORT_SHARE = 0.2
_SHORT = 6


def body_lines(lines: Sequence[Line], reasons: Sequence[str | None], boxes: Sequence[Box]) -> set[int] | None:
    """The indexes of the lines in the element that holds the article; None if nothing does."""
    if not any(line.prose and reasons[line.index] is None for line in lines):
        return None
    roles = _roles(boxes)
    sums = [0.0] * len(boxes)
    linked_before = False
    for line in lines:
        gain = _gain(line, reasons[line.index], roles[line.block.box])
        # A paragraph under a line that is all link is that link's teaser.
        sums[line.block.box] += -_TEASER_SHARE * gain if linked_before and gain > 0 else gain
        linked_before = line.linked > 0.9 and len(line.text) >= _TEASER_TITLE
    for index in range(len(boxes) - 1, 0, -1):
        sums[boxes[index].parent] += sums[index]
    best = max(range(len(boxes)), key=lambda index: (sums[index], index))
    inside = [False] * len(boxes)
    inside[best] = True
    for index in range(best + 1, len(boxes)):
        inside[index] = inside[boxes[index].parent]
    return _without_furniture([line for line in lines if inside[line.block.box]], roles) or None


def _without_furniture(body: Sequence[Line], roles: Sequence[str]) -> set[int]:
    """The body without the parts whose names say comments, shares and the like, unless they are much of it."""
    furniture = {line.index for line in body if roles[line.block.box] == "furniture"}
    size = sum(len(line.text) for line in body if line.index in furniture and line.prose)
    total = sum(len(line.text) for line in body if line.prose)
    kept = {line.index for line in body}
    return kept - furniture if size <= _FURNITURE_PART * total else kept


def _roles(boxes: Sequence[Box]) -> list[str]:
    """The role of each box, its own or that of the nearest box around it that has one."""
    roles: list[str] = []
    for box in boxes:
        roles.append(box.role or (roles[box.parent] if box.parent >= 0 else ""))
    return roles


def _gain(line: Line, reason: str | None, role: str) -> float:
    if reason in _ENDINGS:
        return -_ENDING_LOSS
    if reason is not None:
        return -_FURNITURE_LOSS
    size = len(line.text)
    if line.linked > 0.5:
        return -_FURNITURE_LOSS - size
    share = _FURNITURE_SHARE if role == "furniture" else 1.0
    if line.prose:
        return size * share * (1.0 - line.linked)
    return size * share * _SHORT_SHARE if size >= _SHORT else -1.0
