"""The same fact in different articles: what agrees, what clashes, and what only one source gives.

The package can be called like its function, because ``claimx.compare`` is both: importing any module
of the package binds the package to that name (docs/adr/0006-compare.md).
"""

from __future__ import annotations

import sys
from types import ModuleType
from typing import TYPE_CHECKING, Any

from claimx.compare.align import compare
from claimx.compare.facts import Certainty, Comparison, Fact, Reason, Subtype, Verdict

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimx.model import Claim

__all__ = ["Certainty", "Comparison", "Fact", "Reason", "Subtype", "Verdict", "compare"]


class _CallablePackage(ModuleType):
    def __call__(self, claims: Iterable[Claim], **options: Any) -> Comparison:
        return compare(claims, **options)


sys.modules[__name__].__class__ = _CallablePackage
