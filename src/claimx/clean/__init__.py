"""Main text or boilerplate: every block of a document with the name of the rule that said so."""

from claimx.clean.labelling import label, main_text

__all__ = ["label", "main_text"]
