from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from claimx.document import Document, Metadata

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimx.model import Claim
    from claimx.render import Writer


@pytest.fixture
def written() -> Callable[..., str]:
    """``written(writer, claims, …)``: what the writer makes of one document for each list of claims."""

    def write(writer: Writer, *documents: Sequence[Claim], title: str | None = "标题", path: str = "a.md") -> str:
        document = Document(path, "", (), Metadata(title=title, published=date(2025, 3, 27)))
        pieces = (writer.join(writer.document(document, claims)) for claims in documents)
        return "".join((writer.begin(), *pieces, writer.end()))

    return write
