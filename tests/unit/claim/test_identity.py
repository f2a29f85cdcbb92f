"""Canonical names, and ids that outlive reruns and moves of the file."""

from __future__ import annotations

import pytest

from claimx import extract
from claimx.claim.identity import canonical_metric, canonical_subject, claim_id, document_digest

_TEXT = "2024年，美团的研发投入为211亿元，同比下降0.4%。"


@pytest.mark.parametrize(
    ("written", "alike"), [("gmv", "GMV"), ("**GMV**", "GMV"), ("營業額", "营业额"), ("“客单价”", "客单价")]
)
def test_one_metric_has_one_name(written: str, alike: str) -> None:
    assert canonical_metric(written) == canonical_metric(alike)


@pytest.mark.parametrize(
    ("written", "alike"),
    [("螞蟻電商", "蚂蚁电商"), ("《小红书》", "小红书"), ("某 茶饮品牌", "某茶饮品牌"), ("ＭｅｔａＡＩ", "MetaAI")],
)
def test_one_subject_has_one_name(written: str, alike: str) -> None:
    assert canonical_subject(written) == canonical_subject(alike)


@pytest.mark.parametrize(("written", "alike"), [("小紅書", "小红书"), ("愛奇藝", "爱奇艺"), ("復購率", "复购率")])
def test_a_traditional_name_standing_alone_has_the_same_name(written: str, alike: str) -> None:
    assert canonical_subject(written) == canonical_subject(alike)


def test_different_things_keep_different_names() -> None:
    assert canonical_metric("毛利率") != canonical_metric("净利率")
    assert canonical_subject("某茶饮品牌") != canonical_subject("某咖啡品牌")


def test_no_name_is_no_name() -> None:
    assert canonical_metric(None) is None
    assert canonical_subject(None) is None


def test_ids_depend_on_text_place_and_kind_alone() -> None:
    digest = document_digest(_TEXT)
    ids = [
        claim_id(digest, 0, 5, "level"),
        claim_id(digest, 0, 5, "change"),
        claim_id(digest, 0, 6, "level"),
        claim_id(digest, 1, 5, "level"),
        claim_id(document_digest(_TEXT + " "), 0, 5, "level"),
    ]
    assert len(set(ids)) == len(ids)
    assert claim_id(document_digest(_TEXT), 0, 5, "level") == ids[0]


def test_a_moved_file_keeps_its_ids() -> None:
    here, there = extract(_TEXT, doc="a/report.md"), extract(_TEXT, doc="b/copy.md", published="2025-03-20")
    assert [claim.id for claim in here] == [claim.id for claim in there]
    assert len({claim.id for claim in here}) == len(here) == 2


def test_any_text_has_a_digest() -> None:
    assert document_digest("\ud83d") != document_digest("")
