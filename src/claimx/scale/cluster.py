"""Articles as a Daft table in, claims as a typed Daft table out: on the cores of this machine or on a Ray cluster.

Daft plans, schedules, reads and writes; here is only what is done to one batch of articles. The table is
lazy: nothing is read before it is written, shown or collected. See docs/scale.md.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, Any

from claimx import pipeline
from claimx.errors import CrashError, InputError, OutputError
from claimx.lexicon.load import add, added
from claimx.render.fields import FIELDS
from claimx.render.parquet import plain_record, record_type
from claimx.scale.attempt import Attempt
from claimx.source import read_content
from claimx.text.words import DEFAULT_SEGMENTER

os.environ.setdefault("DAFT_ANALYTICS_ENABLED", "0")  # claimx tells nobody that it runs
try:
    import daft
    import pyarrow as pa
except ModuleNotFoundError as error:
    raise OutputError("a cluster needs Daft: pip install 'claimx[daft]'") from error

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from claimx.model import Claim

_BATCH = 32
_READ = pa.struct([("claims", pa.list_(record_type(FIELDS))), ("error", pa.string())])


def articles(*patterns: str, io_config: Any = None) -> daft.DataFrame:
    """The files that the patterns name, as ``doc`` (their address) and ``content`` (their bytes, null if unreadable).

    A pattern is a path or an address with ``*`` and ``**``, on any storage that Daft reads (``s3://…``).
    """
    path = daft.col("path")
    found = daft.from_glob_path(list(patterns), io_config=io_config)
    return found.select(path.alias("doc"), path.download(on_error="null", io_config=io_config).alias("content"))


def extract(
    table: daft.DataFrame,
    *,
    processes: int,
    encoding: str | None = None,
    include_boilerplate: bool = False,
    segmenter: str = DEFAULT_SEGMENTER,
) -> daft.DataFrame:
    """A row for each article: ``doc``, its ``claims``, or the ``error`` why it could not be read.

    Args:
        table: articles with the columns ``doc`` and ``content`` (bytes, or text), and perhaps ``published``
            (dates), which relative times are reckoned from where it is not null. Rows come in no set order.
        processes: how many work at a time, over all machines.
        encoding: of contents that are bytes; found out by default.
        include_boilerplate: also read what is not the article.
        segmenter: what cuts Chinese into words.

    """
    if "published" not in table.column_names:
        table = table.with_column("published", daft.lit(None).cast(daft.DataType.date()))
    reader = daft.cls(_Reader, use_process=True, max_concurrency=processes)(
        added(), encoding=encoding, include_boilerplate=include_boilerplate, segmenter=segmenter
    )
    read = reader.read(daft.col("doc"), daft.col("content"), daft.col("published"))
    return table.select(daft.col("doc"), read.alias("read")).select("doc", daft.col("read").unnest())


def claims(extracted: daft.DataFrame) -> daft.DataFrame:
    """A row for each claim, in the columns of ``claimx extract -o claims.parquet``.

    Numbers are decimals of twelve places; one of more than 26 digits before the point or finer than that
    is null, and stands in ``text`` as written.
    """
    each = extracted.select("claims").explode("claims").where(daft.col("claims").not_null())
    return each.select(daft.col("claims").unnest())


def failures(extracted: daft.DataFrame) -> daft.DataFrame:
    """A row for each article that could not be read, with the reason."""
    return extracted.where(daft.col("error").not_null()).select("doc", "error")


class _Reader:
    """What one worker process does to batches of articles."""

    def __init__(
        self, words: Mapping[str, tuple[tuple[str, ...], ...]], *, encoding: str | None, **options: Any
    ) -> None:
        if added() != words:
            add(words)
        self._encoding = encoding
        self._options = options

    @daft.method.batch(return_dtype=daft.DataType.from_arrow_type(_READ), batch_size=_BATCH)
    def read(self, doc: Any, content: Any, published: Any) -> pa.Array:
        """The column of results for columns of names, contents and dates."""
        rows = zip(doc.to_pylist(), content.to_pylist(), published.to_pylist(), strict=True)
        return pa.array([self._row(*row) for row in rows], type=_READ)

    def _row(self, doc: str, content: bytes | str | None, published: date | None) -> dict[str, Any]:
        def work(name: str) -> list[Claim]:
            if content is None:
                raise InputError(name, "cannot be read")
            document = read_content(content, path=name, encoding=self._encoding)
            return pipeline.extract_document(document, published=published, **self._options)

        outcome = Attempt(work)(doc)
        if isinstance(outcome, InputError | CrashError):
            return {"claims": [], "error": outcome.reason}
        return {"claims": [plain_record(claim, FIELDS) for claim in outcome], "error": None}
