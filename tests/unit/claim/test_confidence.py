"""The confidence of a record is the sum of its signs, whichever way it is reckoned."""

from __future__ import annotations

from pathlib import Path

from claimx.claim.confidence import confidence, signs, weighed
from claimx.claim.evidence import weights
from claimx.claim.layout import lay_out
from claimx.claim.linker import THRESHOLD, WeighedChooser, link
from claimx.clean import label
from claimx.source import read_document
from claimx.text.words import segmenter

_SEED = min((Path(__file__).parents[3] / "seeds").glob("*.txt"))


def test_the_sum_over_choices_is_the_sum_of_all_signs() -> None:
    document = read_document(str(_SEED))
    sentences = lay_out(document, label(document), document.metadata.published, segmenter("rjieba"))
    claims = [mention for mention, likely in link(sentences, WeighedChooser()) if likely >= THRESHOLD]
    assert claims
    for mention in claims:
        assert confidence(mention) == weighed(weights("confidence"), signs(mention))
