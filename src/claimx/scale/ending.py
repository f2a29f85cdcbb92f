"""The signals that end a run, wherever it works."""

from __future__ import annotations

import signal

#: Ctrl-C, a polite kill, and a closed terminal, which Windows does not know.
ENDING = tuple(getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name))
