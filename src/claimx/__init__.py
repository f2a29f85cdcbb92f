"""claimx: typed numeric claims from Chinese business articles.

>>> from claimx import extract
>>> for claim in extract("2024年抖音电商GMV达3.5万亿元，同比增长30%。"):
...     print(claim.subject, claim.metric, claim.kind, claim.value, claim.unit, claim.period)
抖音电商 GMV level 3500000000000 CNY 2024
抖音电商 GMV change 30 % 2024
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimx.api import extract, extract_path, use_lexicon
    from claimx.compare import Comparison, compare
    from claimx.errors import ClaimxError, InputError
    from claimx.model import Claim, Period, Quantity
    from claimx.period import find_periods
    from claimx.quantity import find_quantities
    from claimx.render.notebook import Claims

__version__ = "0.1.0"

__all__ = [
    "Claim",
    "Claims",
    "ClaimxError",
    "Comparison",
    "InputError",
    "Period",
    "Quantity",
    "__version__",
    "compare",
    "extract",
    "extract_path",
    "find_periods",
    "find_quantities",
    "use_lexicon",
]

# Imported on first use, so that ``claimx --help`` and a caller of one grammar pay for no more.
_HOMES = {
    "Claim": "model",
    "Claims": "render.notebook",
    "ClaimxError": "errors",
    "Comparison": "compare",
    "InputError": "errors",
    "Period": "model",
    "Quantity": "model",
    "compare": "compare",
    "extract": "api",
    "extract_path": "api",
    "find_periods": "period",
    "find_quantities": "quantity",
    "use_lexicon": "api",
}


def __getattr__(name: str) -> object:
    home = _HOMES.get(name)
    if home is None:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{home}"), name)


def __dir__() -> list[str]:
    return sorted(__all__)
