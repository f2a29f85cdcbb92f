"""Facts joined by figures that echo their members."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare import compare

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.compare import Comparison
    from claimx.model import Claim

    Make = Callable[..., Claim]

_UNSAID = {"period": None, "period_start": None, "period_end": None}


def _told(make: Make, doc: str, value: str = "5.42E+6", **fields: Any) -> Claim:
    """A figure of many digits, in a sentence that shares 酱香拿铁 with all others."""
    subject, metric = fields.setdefault("subject", "瑞幸"), fields.setdefault("metric", "销量")
    given = {"subject_id": subject, "metric_id": metric, "unit": "杯", "precision": Decimal(10000), "inferred": ()}
    sentence = fields.pop("sentence", "酱香拿铁卖出它。")
    where = {"sentence": sentence, "sentence_start": 0, "start": sentence.index("它"), "text": "它", "spans": {}}
    return make(doc=doc, id=fields.pop("id", doc), value=Decimal(value), **where, **given | fields)


def _shared(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Verdict, certainty and members of the facts of several documents."""
    return [
        (fact.verdict, fact.certainty, "+".join(claim.id for claim in fact.members))
        for fact in comparison.facts
        if fact.verdict not in {"only", "not_comparable"}
    ]


@pytest.mark.parametrize(("fields", "certainty"), [({}, "sure"), (_UNSAID, "possible")])
def test_an_echo_that_is_a_fact_by_itself_is_as_sure_as_its_periods(
    claim: Make, fields: dict[str, Any], certainty: str
) -> None:
    claims = [_told(claim, "a"), _told(claim, "b", subject="茅台", metric="单品", **fields)]
    assert _shared(compare(claims)) == [("same", certainty, "a+b")]


@pytest.mark.parametrize(("subject", "found"), [("某家居品牌", []), ("年轻人", [("same", "sure", "a+b")]), (None, [])])
def test_a_figure_of_nobody_echoes_none_but_one_of_people_at_large_does(
    claim: Make, subject: str | None, found: list[tuple[str, str, str]]
) -> None:
    claims = [_told(claim, "a"), _told(claim, "b", subject=subject, metric="单品")]
    assert _shared(compare(claims)) == found


def test_words_without_a_number_do_not_echo(claim: Make) -> None:
    words = [_told(claim, doc, value="1", id=doc, metric=metric) for doc, metric in (("a", "销量"), ("b", "单品"))]
    silent = [claim(**_fields(word) | {"value": None, "ratio": "3:7"}) for word in words]
    assert _shared(compare(silent)) == []


def _fields(told: Claim) -> dict[str, Any]:
    names = ("doc", "id", "metric", "metric_id", "subject", "subject_id", "sentence", "sentence_start", "start", "text")
    return {name: getattr(told, name) for name in names}


def test_an_echo_extends_the_fact_of_its_members(claim: Make) -> None:
    claims = [
        _told(claim, "a"),
        _told(claim, "b", value="5.4E+6", precision=Decimal(100000)),
        _told(claim, "c", metric="单品"),
    ]
    assert _shared(compare(claims)) == [("consistent", "sure", "a+b+c")]


def test_an_undated_echo_makes_a_possible_fact_beside_the_sure_one(claim: Make) -> None:
    claims = [_told(claim, "a"), _told(claim, "b"), _told(claim, "c", metric="单品", **_UNSAID)]
    assert _shared(compare(claims)) == [("same", "sure", "a+b"), ("same", "possible", "a+b+c")]


def test_an_echo_by_a_document_that_would_contradict_itself_is_not_heard(claim: Make) -> None:
    members = [_told(claim, "a", value="5.3E+6"), _told(claim, "b")]
    echo = _told(claim, "a", id="other", metric="单品")
    assert _shared(compare([*members, echo])) == [("conflict", "sure", "a+b"), ("same", "sure", "other+b")]


def test_an_echo_of_another_time_is_not_heard(claim: Make) -> None:
    """An echo without a period agrees with those of two years, which are no fact together."""
    earlier = {"period": "2023", "period_start": "2023-01-01", "period_end": "2023-12-31"}
    claims = [
        _told(claim, "a"),
        _told(claim, "b"),
        _told(claim, "c", metric="单品", **_UNSAID),
        _told(claim, "d", metric="杯数", **earlier),
    ]
    assert _shared(compare(claims)) == [
        ("same", "sure", "a+b"),
        ("same", "possible", "a+b+c"),
        ("same", "possible", "c+d"),
    ]


def test_repeated_lists_join_what_echoes_already(claim: Make) -> None:
    """Each list differs in one figure, which another article echoes: one fact of all, told once."""
    figures = {"瑞幸": "7.81E+6", "茅台": "4.71E+6", "库迪": "2.89E+6"}
    sentence = "它、甲、乙、丙。"
    lists = [
        _told(claim, doc, value, id=f"{doc}{name}", subject=name, sentence=sentence, metric=metric)
        for doc, metric, last in (("a", "销量", "1.23E+6"), ("b", "单品", "1.93E+6"))
        for name, value in (figures | {"星巴克": last}).items()
    ]
    echo = [_told(claim, "c", "1.23E+6", id="c", subject="星巴克", metric="杯数", sentence="星巴克卖出它。")]
    assert _shared(compare([*lists, *echo])) == [
        ("conflict", "sure", "a星巴克+b星巴克+c"),
        ("same", "sure", "a库迪+b库迪"),
        ("same", "sure", "a瑞幸+b瑞幸"),
        ("same", "sure", "a茅台+b茅台"),
    ]


def test_an_undated_member_brings_no_echo_of_another_time_along(claim: Make) -> None:
    undated, dated = _told(claim, "a", **_UNSAID), _told(claim, "b")
    earlier = {"period": "2023", "period_start": "2023-01-01", "period_end": "2023-12-31"}
    claims = [undated, dated, _told(claim, "c", metric="杯数", **earlier)]
    assert _shared(compare(claims)) == [("same", "possible", "a+c"), ("same", "possible", "a+b")]


def test_undated_figures_hear_a_dated_echo(claim: Make) -> None:
    claims = [_told(claim, "a", **_UNSAID), _told(claim, "b", **_UNSAID), _told(claim, "c", metric="杯数")]
    assert _shared(compare(claims)) == [("same", "possible", "a+b+c")]
