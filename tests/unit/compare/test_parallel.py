"""A list that two documents repeat but for a figure."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare import compare
from claimx.compare.echo_evidence import Voice
from claimx.compare.groups import Groups
from claimx.compare.interval import figure
from claimx.compare.parallel import parallels
from claimx.compare.signature import read

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]

_FIGURES = {"淘天": "7.8E+12", "拼多多": "4.7E+12", "京东": "2.89E+12"}
_UNSAID = {"period": None, "period_start": None, "period_end": None, "inferred": ("metric", "subject", "period")}


def told(make: Make, doc: str, figures: dict[str, str], **fields: Any) -> list[Claim]:
    """A list of names with a figure each, in one sentence."""
    return [
        make(doc=doc, id=f"{doc}{place}", start=place, text=text, value=Decimal(text), spans={}, **named, **fields)
        for place, (name, text) in enumerate(figures.items())
        for named in ({"subject": name, "subject_id": name, "sentence": "名单。", "sentence_start": 0},)
    ]


@pytest.mark.parametrize(
    ("left", "right", "verdict"),
    [("1.2E+12", "1.9E+12", "conflict"), ("1.2E+12", "1.2E+8", "conflict"), ("1.2E+12", "1.2E+12", "same")],
)
def test_the_figure_that_differs_is_one_fact(claim: Make, left: str, right: str, verdict: str) -> None:
    one = told(claim, "a", _FIGURES | {"快手": left})
    # The other text gives neither metric nor period, so that nothing but the list joins the figures.
    other = told(claim, "b", _FIGURES | {"快手": right}, metric="规模", metric_id="规模", **_UNSAID)
    facts = compare([*one, *other]).facts
    assert verdict in {fact.verdict for fact in facts if fact.subject == "快手"}


def test_two_equal_figures_make_no_list(claim: Make) -> None:
    one = told(claim, "a", _FIGURES | {"快手": "1.2E+12"})
    other = told(
        claim, "b", _FIGURES | {"京东": "3.1E+12", "快手": "1.9E+12"}, metric="规模", metric_id="规模", **_UNSAID
    )
    assert not any(fact.verdict == "conflict" for fact in compare([*one, *other]).facts)


def _voices(claims: list[Claim]) -> list[Voice]:
    return [
        Voice(claim, read(claim).signature, number, read(claim).wide)
        for claim in claims
        if (number := figure(claim)) is not None
    ]


def test_pairs_are_of_two_documents_and_come_once(claim: Make) -> None:
    one, other = _FIGURES | {"快手": "1.2E+12"}, _FIGURES | {"快手": "1.9E+12"}
    copies = told(claim, "a", one), told(claim, "b", other)
    pairs = parallels(_voices([*copies[0], *copies[1]]))
    assert [(left.claim.id, right.claim.id) for left, right in pairs] == [("a3", "b3")]
    again = [replace(stated, doc="a", sentence_start=90, id=f"again{stated.id}") for stated in copies[1]]
    assert [*parallels(_voices([*copies[0], *again]))] == []


def test_groups() -> None:
    groups = Groups(5)
    groups.join(0, 3)
    groups.join(3, 4)
    assert groups.members() == [[0, 3, 4], [1], [2]]
    assert groups.joined(4, 0)
    assert not groups.joined(1, 2)
