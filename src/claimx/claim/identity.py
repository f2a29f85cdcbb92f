"""Canonical names and stable record ids."""

from __future__ import annotations

import hashlib
import re

from claimx.lexicon.terms import entities, metric_ids
from claimx.text.normalise import normalise

_NOISE = re.compile(r"[\s“”‘’\"'《》「」『』*_`]+")


def canonical_metric(metric: str | None) -> str | None:
    """The lexicon's id of a metric, else its normalised text."""
    if metric is None:
        return None
    text = _NOISE.sub("", normalise(metric))
    return metric_ids().get(text.lower(), text)


def canonical_subject(subject: str | None) -> str | None:
    """The lexicon's id of an entity, else its normalised text."""
    if subject is None:
        return None
    text = _NOISE.sub("", normalise(subject))
    known = entities().get(text.lower())
    return known.id if known is not None else text


def document_digest(text: str) -> bytes:
    """A digest of the document's text, the same wherever the file lies."""
    return hashlib.blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()


def claim_id(digest: bytes, start: int, end: int, kind: str) -> str:
    """A stable id: a hash of document text, span and kind."""
    key = b"%s:%d:%d:%s" % (digest, start, end, kind.encode())
    return hashlib.blake2b(key, digest_size=8).hexdigest()
