"""The search for cyclic garbage, held back in a process that ends as soon as its work is done."""

from __future__ import annotations

import atexit
import gc

#: To load everything makes some eighty thousand objects that stay, and a document read is dropped before the next.
_OBJECTS = 200_000


def rest() -> None:
    """Look for cycles only when far more objects have been kept than a run over articles keeps, and never at the end.

    As Python comes it searches sixty times while a short run loads, and walks through all that was loaded four times
    before the process ends: a tenth of the run, for nothing. What a long run leaves in cycles is still found.
    """
    gc.set_threshold(_OBJECTS, *gc.get_threshold()[1:])
    atexit.register(gc.freeze)
