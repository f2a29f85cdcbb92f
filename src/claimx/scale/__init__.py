"""Many inputs: over the cores of one machine (``in_order``), or over a cluster (``daft``)."""

from __future__ import annotations

from claimx.scale.order import in_order

__all__ = ["in_order"]
