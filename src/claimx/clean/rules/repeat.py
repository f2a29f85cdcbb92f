"""Second copies: of the title, of the summary, of the whole article."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimx.clean.line import Line

_SIGNS = re.compile(r"[\W_]+")
#: An article may say a short thing twice (a question, a refrain); it does not print a paragraph twice.
_PARAGRAPH = 32
#: From so many repeated paragraphs on, it is a copy of the article, not of its summary.
_COPY = 3
#: A summary is printed twice, at times once more in full; what comes oftener is the author's refrain.
_REFRAIN = 3
#: In a copy nearly every line is repeated; where an interview repeats its questions the answers are new.
_COPY_SHARE = 0.7


def repeats(lines: Sequence[Line], main: Sequence[bool], first: int) -> Iterator[tuple[int, str]]:
    """``repeated-title``, ``repeated-summary`` and ``repeated-article`` for main lines said before.

    ``first`` is the index of the paragraph that begins the article's text: title and summary stand
    not below it. A paragraph of the text that the author repeats stays.
    """
    seen: dict[str, int] = {}
    title = ""
    again: list[tuple[int, bool]] = []
    for line in lines:
        said = line.text
        if not main[line.index]:
            continue
        if line.block.kind == "title":
            title = _SIGNS.sub("", said)
        elif title and (line.index <= first or line.block.kind == "heading") and _SIGNS.sub("", said) == title:
            yield line.index, "repeated-title"
        elif said in seen:
            again.append((line.index, len(said) >= _PARAGRAPH))
        seen.setdefault(said, line.index)
    paragraphs = [index for index, paragraph in again if paragraph]
    if not paragraphs:
        return
    first, last = paragraphs[0], paragraphs[-1]
    within = sum(main[first : last + 1])
    copied = [index for index, _ in again if first <= index]
    if len(paragraphs) >= _COPY and len([index for index in copied if index <= last]) >= _COPY_SHARE * within:
        for index in copied:
            yield index, "repeated-article"
    else:
        times = Counter(lines[index].text for index in paragraphs)
        for index in paragraphs:
            said = lines[index].text
            if seen[said] <= first and times[said] < _REFRAIN:
                yield index, "repeated-summary"
