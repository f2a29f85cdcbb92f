"""The errors claimx raises; every message names the input and the reason in one line."""

from __future__ import annotations


class ClaimxError(Exception):
    """Base of every error that claimx raises on purpose."""


class InputError(ClaimxError):
    """One input could not be read; the others still can.

    Attributes:
        path: the input as the user named it (``-`` for standard input).
        reason: why it could not be read, in a few words.

    """

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)  # what pickle needs to make it anew in another process
        self.path = path
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class CrashError(ClaimxError):
    """claimx itself failed on one input: a bug, and still no reason to lose the other inputs.

    Attributes:
        path: the input as the user named it.
        reason: the exception's type and message.
        trace: where it happened, as Python prints it.

    """

    def __init__(self, path: str, reason: str, trace: str) -> None:
        super().__init__(path, reason, trace)
        self.path = path
        self.reason = reason
        self.trace = trace

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class LexiconError(ClaimxError):
    """A lexicon file holds something that cannot be used."""


class OutputError(ClaimxError):
    """The output could not be written; whatever stood there before is untouched."""
