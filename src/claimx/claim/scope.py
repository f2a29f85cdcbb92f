"""What surrounds a sentence: its block, the headings above it, the document's topic."""

from __future__ import annotations

from dataclasses import InitVar, dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from claimx.claim.introduction import Heading
    from claimx.claim.openings import Openings
    from claimx.claim.prominence import Prominence
    from claimx.claim.table import Row
    from claimx.document import Block
    from claimx.model import Period


@dataclass(slots=True, eq=False)
class Scope:
    """The surroundings of one block; equal only to itself."""

    block: Block
    #: Running number among the document's labelled blocks.
    index: int
    #: Headings above the block, outermost first; the title is not among them.
    above: tuple[Heading, ...]
    #: Normalised title of the document, or the empty string.
    title: str
    prominence: Prominence
    openings: Openings
    #: Periods of the innermost heading that names any.
    heading_periods: tuple[Period, ...]
    title_periods: tuple[Period, ...]
    published: date | None
    #: The document's topic entities with their share of mentions, most frequent first.
    topics: tuple[tuple[str, float], ...]
    #: Entities and other names in the title.
    title_names: tuple[str, ...] = ()
    #: A short name in front of the block's first colon or comma, and that mark.
    label: str = ""
    label_mark: str = ""
    #: Measures that the line before announced (各平台GMV如下：), the last first.
    announced: tuple[str, ...] = ()
    #: For an item of a list or a row of a table the running number of the block that introduces it.
    introduced: int | None = None
    #: The block that introduces a list as a whole, where it is a short line in front of a colon.
    lead_line: str = ""
    #: The block as a row of a table below its header.
    row: Row | None = None
    #: Number of quantities in the block.
    figures: InitVar[int] = 0
    #: Evidence of names in this document by name, what it is a candidate for, and density; shared by its blocks.
    names: dict[tuple[str, str, str], tuple[str, ...]] = field(default_factory=dict)
    #: ``report`` for a document that accounts for a period figure by figure, else ``article``.
    genre: str = "article"

    #: The texts of the headings above.
    headings: tuple[str, ...] = field(init=False)
    #: How dense with figures the block is, as named in evidence: dense paragraphs keep to one time and topic.
    density: str = field(init=False)

    @property
    def lead(self) -> int | None:
        """For an item of a list the running number of the block that introduces the list."""
        return self.introduced if self.block.kind == "list" else None

    def __post_init__(self, figures: int) -> None:
        """What every candidate asks for is told once."""
        self.headings = tuple(heading.text for heading in self.above)
        self.density = "few" if figures <= 2 else "some" if figures <= 6 else "dense"
