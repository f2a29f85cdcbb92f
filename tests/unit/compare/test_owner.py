"""Whose figure it is by the words that touch it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from claimx.compare.owner import owned

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimx.model import Claim

    Make = Callable[..., Claim]

# Where the sentences begin: not at the document's first character.
_AT = 40


def said(make: Make, sentence: str, text: str, **fields: Any) -> Claim:
    """A claim in a sentence of its own, whose metric, if written in front of the figure, is found nearest to it."""
    start = sentence.index(text)
    metric = fields.setdefault("metric", "GMV")
    place = sentence.rfind(metric, 0, start)
    spans = {"metric": (_AT + place, _AT + place + len(metric))} if place >= 0 else {}
    fields.setdefault("metric_id", metric)
    given = {"sentence": sentence, "sentence_start": _AT, "start": _AT + start, "text": text, "spans": spans}
    return make(**given | fields)


@pytest.mark.parametrize(
    ("sentence", "subject"),
    [
        ("电商平台GMV：淘天（7.8万亿）、拼多多（3万亿）。", "拼多多"),
        ("抖音电商首次超过京东 (3万亿)。", "京东"),
        ("京东之外，拼多多GMV来到5.2万亿、抖音GMV则为3万亿。", "抖音"),
        ("京东之外，抖音的GMV为3万亿。", "抖音"),
        ("京东之外，抖音GMV3万亿。", "抖音"),
        ("京东之外，抖音2024年全年GMV为3万亿。", "抖音"),
        # No thing, the wrong place, or only the place where it happened.
        ("微信小店的GMV（3万亿）。", "微信小店"),
        ("抖音之外，GMV（3万亿）。", "微信小店"),
        ("抖音GMV领先，微信小店为3万亿。", "微信小店"),
        ("微信小店在抖音的GMV为3万亿。", "微信小店"),
        ("微信小店通过抖音GMV达3万亿。", "微信小店"),
    ],
)
def test_the_words_that_touch_a_figure(claim: Make, sentence: str, subject: str) -> None:
    carried = said(claim, sentence, "3万亿", subject="微信小店", subject_id="微信小店", inferred=("subject",))
    found = owned(carried)
    assert (found.subject, found.sure) == (subject, subject != "微信小店")


def test_a_subject_that_no_list_knows_is_left_when_the_text_states_it(claim: Make) -> None:
    sentence = "甲乙丙给瑞幸GMV带来3万亿。"
    assert owned(said(claim, sentence, "3万亿", subject="甲乙丙", subject_id="甲乙丙", inferred=())).subject == "甲乙丙"


@pytest.mark.parametrize(("between", "subject"), [("", "抖音"), ("京东次之，", "微信小店")])
def test_a_clause_that_goes_on_keeps_the_owner(claim: Make, between: str, subject: str) -> None:
    sentence = f"抖音GMV为3万亿，{between}同比增长30%。"
    carried = said(claim, sentence, "30%", subject="微信小店", subject_id="微信小店", inferred=("metric", "subject"))
    assert owned(carried).subject == subject


def test_a_stated_subject_gives_way_to_a_nearer_one(claim: Make) -> None:
    sentence = "京东GMV来到5.2万亿、抖音GMV则为3万亿。"
    made = said(claim, sentence, "3万亿", subject="京东", subject_id="京东", inferred=())
    assert owned(made).subject == "京东"  # the record does not say where its subject stands
    spans = {**made.spans, "subject": (_AT, _AT + 2)}
    assert owned(replace(made, spans=spans)).subject == "抖音"
    elsewhere = {**made.spans, "subject": (_AT + 1, _AT + 3)}  # where something else stands
    assert owned(replace(made, spans=elsewhere)).subject == "京东"


@pytest.mark.parametrize("fields", [{"source": "京东"}, {"compare_to": "京东"}, {"kind": "comparison"}])
def test_sources_and_what_is_compared_with_own_nothing(claim: Make, fields: dict[str, Any]) -> None:
    carried = said(claim, "比京东（3万亿）多。", "3万亿", inferred=("subject",), **fields)
    assert owned(carried).subject == "抖音电商"


@pytest.mark.parametrize(
    ("subject", "metric", "owner"),
    [
        ("抖音电商", "抖音电商GMV总额", ("抖音电商", "GMV总额")),
        ("抖音", "抖音本地生活的GMV", ("抖音本地生活", "GMV")),
        ("抖音本地生活", "抖音GMV", ("抖音本地生活", "GMV")),
        ("拼多多", "抖音GMV", ("抖音", "GMV")),
        ("某品牌", "抖音GMV", ("抖音", "GMV")),
        ("", "抖音GMV", ("抖音", "GMV")),
        ("抖音", "酱香拿铁销量", ("抖音", "酱香拿铁销量")),
    ],
)
def test_a_metric_gives_back_the_owner_it_took_in(
    claim: Make, subject: str, metric: str, owner: tuple[str, str]
) -> None:
    found = owned(claim(subject=subject, subject_id=subject, metric=metric, metric_id=metric, spans={}))
    assert (found.subject, found.metric) == owner
    assert found.sure is (metric != owner[1])


@pytest.mark.parametrize(
    ("sentence", "subject"), [("去年在抖音GMV达3万亿。", "韩束"), ("去年抖音GMV达3万亿。", "抖音")]
)
def test_a_metric_does_not_take_in_the_place_where_it_was_made(claim: Make, sentence: str, subject: str) -> None:
    named = {"subject": "韩束", "subject_id": "韩束", "metric": "抖音GMV"}
    assert owned(said(claim, sentence, "3万亿", **named)).subject == subject


@pytest.mark.parametrize("moved", [-1, 1, 9, 99])
def test_a_metric_that_stands_elsewhere_has_no_owner_in_front_of_it(claim: Make, moved: int) -> None:
    made = said(claim, "京东之外，抖音GMV为3万亿。", "3万亿", subject="微信小店", inferred=("subject",))
    start, end = made.spans["metric"]
    assert (
        owned(replace(made, subject_id="微信小店", spans={"metric": (start + moved, end + moved)})).subject
        == "微信小店"
    )


def test_a_long_name_is_read_whole(claim: Make) -> None:
    carried = said(
        claim, "超过 TikTok Shop（3万亿）。", "3万亿", subject="抖音", subject_id="抖音", inferred=("subject",)
    )
    assert owned(carried).subject == "TikTok Shop"
