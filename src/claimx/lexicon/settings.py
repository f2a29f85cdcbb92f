"""Where a user's own words stand when no file is named: the settings of the project worked in."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

#: Where settings are looked for, from the working directory upward.
_NAMES = ("claimx.toml", "pyproject.toml")


def configured(folder: Path) -> Path | None:
    """The nearest ``claimx.toml``, or ``pyproject.toml`` with a ``[tool.claimx]``, in a folder or above it."""
    for place in (folder, *folder.parents):
        for name in _NAMES:
            path = place / name
            if path.is_file() and (name == "claimx.toml" or _has_settings(path)):
                return path
    return None


def _has_settings(path: Path) -> bool:
    try:
        text = path.read_bytes()
        # Most projects have none: they are passed over without being parsed, and the parser is not imported.
        if b"claimx" not in text:
            return False
        import tomllib  # noqa: PLC0415 - only where there are settings

        return "claimx" in tomllib.loads(text.decode("utf-8")).get("tool", {})
    except (OSError, ValueError):
        return False  # another tool's file, and that tool's business
