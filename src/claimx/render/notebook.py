"""Claims as a list that shows itself in a notebook and turns into data frames."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Any

from claimx.model import Claim
from claimx.render.fields import FIELDS
from claimx.render.figure import change, figure
from claimx.render.language import counted, said
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    import pandas
    import polars

#: A notebook shows the first so many; the list has all.
_SHOWN = 60


class Claims(list[Claim]):
    """A list of claims, nothing less; slices and sums of such lists are plain lists again."""

    def to_dicts(self) -> list[dict[str, Any]]:
        """The records as dictionaries with the fields in their order; numbers stay ``Decimal``."""
        return [{name: getattr(claim, name) for name in FIELDS} for claim in self]

    def to_polars(self) -> polars.DataFrame:
        """A polars frame with typed columns: exact decimals, dates, lists.

        Raises:
            OutputError: pyarrow is not installed (``pip install 'claimx[parquet]'``).
            ModuleNotFoundError: polars is not installed.

        """
        import polars  # noqa: PLC0415 - wanted only here

        from claimx.render.parquet import table  # noqa: PLC0415

        frame = polars.from_arrow(table(self, FIELDS))
        assert isinstance(frame, polars.DataFrame)
        return frame

    def to_pandas(self) -> pandas.DataFrame:
        """A pandas frame; numbers are ``Decimal`` objects, so that none is rounded.

        Raises:
            ModuleNotFoundError: pandas is not installed.

        """
        import pandas  # noqa: PLC0415 - wanted only here

        return pandas.DataFrame(self.to_dicts(), columns=list(FIELDS))

    def _repr_html_(self) -> str:
        """The table that a notebook shows; the sentence of each claim is its row's hint."""
        headings = ("line", "subject", "metric", "value", "change", "period", "source")
        head = "".join(f"<th>{escape(said(name))}</th>" for name in headings)
        body = "".join(map(_row, self[:_SHOWN]))
        more = f"<p>… {len(self) - _SHOWN}</p>" if len(self) > _SHOWN else ""
        count = counted(len(self), "1 claim", "{} claims")
        return f"<p>{count}</p><table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>{more}"


def _row(claim: Claim) -> str:
    moved = change(claim, say=said)
    cells = (str(claim.line), claim.subject, claim.metric, figure(claim), moved, claim.period, claim.source)
    shown = "".join(f"<td>{escape(visible_line(cell or ''))}</td>" for cell in cells)
    return f'<tr title="{escape(visible_line(claim.sentence))}">{shown}</tr>'
