"""What holds for every text that goes through the whole pipeline."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from claimx import extract, find_quantities
from claimx.compare.saved import read_saved
from claimx.pipeline import extract_document
from claimx.render import writer
from claimx.source import read_text
from claimx.text.normalise import normalise
from pieces import PIECES
from soundness import check_claims

_CORPUS = Path(__file__).parents[1] / "corpus" / "claim"
_PUBLISHED = date(2025, 3, 20)
_STATEMENTS: list[str] = [
    case["text"]
    for case in tomllib.loads((_CORPUS / "statements.toml").read_text(encoding="utf-8"))["case"]
    if "\n" not in case["text"]
]
_PIECES = st.sampled_from(PIECES)
_CLAUSES = st.sampled_from(
    ["某品牌营收达3亿元", "同比增长12%", "門店數為４５家", "从40%降至10%", "占比三成（约2万单）", "排名第3"]
)
_TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(_PIECES, max_size=40).map("".join),
    st.lists(st.one_of(_CLAUSES, _PIECES), max_size=24).map("".join),
)
_many = settings(max_examples=60, deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@_many
@given(text=_TEXTS)
@example(text="3")
@example(text="# **营收**达[3亿](http://a.cn)元，\n\n| 品牌 | 营收 |\n|---|---|\n| 某品牌 | 4亿元 |")
@example(text="<html><body><h1>营收</h1><p>某品牌&nbsp;营收达<b>3</b>亿元。</p></body></html>")
def test_any_text_gives_sound_records(text: str) -> None:
    document = read_text(text)
    check_claims(document, extract_document(document, published=_PUBLISHED, include_boilerplate=True))


def test_half_a_surrogate_pair_is_a_character_like_any_other() -> None:
    assert [claim.text for claim in extract("某品牌营收达3亿元\ud83d。")] == ["3亿元"]


@_many
@given(statements=st.lists(st.sampled_from(_STATEMENTS), min_size=1, max_size=6))
def test_spans_quote_the_fields(statements: list[str]) -> None:
    text = "\n\n".join(statements)
    claims = extract(text, published=_PUBLISHED)
    assert claims
    check_claims(read_text(text), claims)
    for claim in claims:
        written = {name: text[slice(*span)] for name, span in claim.spans.items()}
        for name in ("metric", "subject", "source", "compare_to"):
            if name in written:
                assert written[name] == getattr(claim, name)
        if "period" in written:
            assert written["period"] == claim.period_text
            assert claim.period is not None


@_many
@given(text=_TEXTS, published=st.one_of(st.none(), st.dates(date(1990, 1, 1), date(2099, 12, 31))))
def test_two_runs_give_the_same(text: str, published: date | None) -> None:
    assert extract(text, published=published) == extract(text, published=published)


@_many
@given(before=st.sampled_from(_STATEMENTS), after=_TEXTS)
def test_quantities_do_not_depend_on_what_stands_behind_a_blank_line(before: str, after: str) -> None:
    joint = f"{before}\n\n"
    alone = [(len(joint) + found.start, len(joint) + found.end, found.value) for found in find_quantities(after)]
    together = [(found.start, found.end, found.value) for found in find_quantities(joint + after)]
    assert together == [(found.start, found.end, found.value) for found in find_quantities(before)] + alone


@_many
@given(statements=st.lists(st.sampled_from(_STATEMENTS), min_size=2, max_size=6, unique=True), cut=st.integers(1, 5))
def test_articles_one_after_the_other_hold_the_claims_of_both(statements: list[str], cut: int) -> None:
    first, second = "\n\n".join(statements[:cut]), "\n\n".join(statements[cut:])
    shift = len(first) + 2
    expected = [(claim.start, claim.end) for claim in extract(first, published=_PUBLISHED)]
    expected += [(shift + claim.start, shift + claim.end) for claim in extract(second, published=_PUBLISHED)]
    joined = extract(f"{first}\n\n{second}", published=_PUBLISHED)
    assert [(claim.start, claim.end) for claim in joined] == expected


# The same sentence in Simplified and in Traditional characters.
_SCRIPTS = [
    ("2024年，该公司的营收达{}亿元，同比增长{}%。", "2024年，該公司的營收達{}億元，同比增長{}%。"),
    ("该店的客单价约{}元，复购率不足{}%。", "該店的客單價約{}元，複購率不足{}%。"),
    ("这家工厂的产能为{}万吨，是同行的{}倍。", "這家工廠的產能為{}萬噸，是同行的{}倍。"),
    ("会员人数从{}万人增至{}万人。", "會員人數從{}萬人增至{}萬人。"),
    ("平台有超过{}万名主播，占全国的{}成。", "平台有超過{}萬名主播，佔全國的{}成。"),
    ("门店坪效为每平方米{}元，租金至少{}美元。", "門店坪效為每平方米{}元，租金至少{}美元。"),
]
_NUMBERS = st.tuples(st.integers(2, 9999).map(str), st.decimals(2, 9, places=1).map(str))
_FULL_WIDTH = str.maketrans("0123456789.%", "０１２３４５６７８９．％")


def _figures(text: str) -> list[tuple[object, ...]]:
    return [
        (claim.value, claim.min, claim.max, claim.unit and normalise(claim.unit), claim.bound, claim.kind)
        for claim in extract(text, published=_PUBLISHED)
    ]


@pytest.mark.parametrize(("simplified", "traditional"), _SCRIPTS)
@settings(_many, max_examples=10)
@given(numbers=_NUMBERS)
def test_script_and_width_change_no_figure(simplified: str, traditional: str, numbers: tuple[str, str]) -> None:
    text = simplified.format(*numbers)
    figures = _figures(text)
    assert len(figures) == 2
    assert _figures(traditional.format(*numbers)) == figures
    assert _figures(text.translate(_FULL_WIDTH)) == figures


@settings(_many, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    statements=st.lists(st.sampled_from(_STATEMENTS), max_size=4),
    noise=_TEXTS,
    style=st.sampled_from(["jsonl", "json"]),
)
def test_records_come_back_from_json(tmp_path: Path, statements: list[str], noise: str, style: str) -> None:
    document = read_text("\n\n".join([*statements, noise]))
    claims = extract_document(document, published=_PUBLISHED, include_boilerplate=True)
    out = writer("jsonl" if style == "jsonl" else "json")
    path = tmp_path / f"claims.{style}"
    pieces = (out.begin(), out.join(out.document(document, claims)), out.end())
    path.write_text("".join(map(str, pieces)), encoding="utf-8")
    assert read_saved(path) == claims
