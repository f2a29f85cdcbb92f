"""One entry of a user's lexicon: its fields, what may stand in them, and the row that it becomes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple, TypeAlias

from claimx.lexicon.load import data_rows
from claimx.text_normal import normalise
