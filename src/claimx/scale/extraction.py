"""The work of ``claimx extract`` on one input: from a path to a piece of output."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple

from claimx import pipeline
from claimx.document import MAX_BYTES
from claimx.source import read_document
from claimx.text.words import DEFAULT_SEGMENTER

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import date

    from claimx.model import Claim
    from claimx.render import Writer


class Extracted(NamedTuple):
    """What one input gave."""

    #: The piece of output, for the writer's ``join``.
    piece: Any
    #: How many claims it holds.
    claims: int


@dataclass(slots=True)
class Extraction:
    """Reads an input, keeps the claims wanted and encodes them, so that only text goes between processes."""

    #: Makes the writer; each process has one of its own.
    make_writer: Callable[[], Writer]
    keep: Callable[[Claim], bool]
    published: date | None = None
    encoding: str | None = None
    include_boilerplate: bool = False
    segmenter: str = DEFAULT_SEGMENTER
    max_bytes: int = MAX_BYTES
    _writer: Writer | None = field(default=None, init=False)

    def __call__(self, name: str) -> Extracted:
        """The piece of one input.

        Raises:
            InputError: the input cannot be read, decoded or recognised.

        """
        if self._writer is None:
            self._writer = self.make_writer()
        document = read_document(name, encoding=self.encoding, max_bytes=self.max_bytes)
        claims = pipeline.extract_document(
            document,
            published=self.published,
            include_boilerplate=self.include_boilerplate,
            segmenter=self.segmenter,
        )
        kept = [claim for claim in claims if self.keep(claim)]
        return Extracted(self._writer.document(document, kept), len(kept))
