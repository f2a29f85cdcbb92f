"""From what a user names to documents: discovery, decoding, the readers of text, Markdown and HTML."""

from claimx.source.decoding import DecodeError, decode
from claimx.source.discovery import SUFFIXES, Found, discover
from claimx.source.read import read_content, read_document, read_text

__all__ = [
    "SUFFIXES",
    "DecodeError",
    "Found",
    "decode",
    "discover",
    "read_content",
    "read_document",
    "read_text",
]
