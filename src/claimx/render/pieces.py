"""How pieces of output, made a document each and perhaps in different processes, become one output."""

from __future__ import annotations


class Lines:
    """Pieces stand one after the other as they are."""

    def begin(self) -> str:
        """Nothing stands before the first piece."""
        return ""

    def join(self, piece: str) -> str:
        """The piece itself."""
        return piece

    def end(self) -> str:
        """Nothing stands after the last piece."""
        return ""


class Array:
    """Pieces are items of one JSON array; each item stands on a line of its own, and a piece may be empty."""

    def __init__(self) -> None:
        self._separator = "\n"

    def begin(self) -> str:
        """Open the array."""
        return "["

    def join(self, piece: str) -> str:
        """The piece behind those before it."""
        if not piece:
            return ""
        separated = self._separator + piece
        self._separator = ",\n"
        return separated

    def end(self) -> str:
        """Close the array."""
        return "]\n" if self._separator == "\n" else "\n]\n"
