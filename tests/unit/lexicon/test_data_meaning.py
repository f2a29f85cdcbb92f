"""What the word lists say: which spellings are one measure or one thing, and which must never be."""

from __future__ import annotations

import pytest

from claimx.lexicon.load import table


def _ids(name: str, *columns: int) -> dict[str, str]:
    return {
        spelling: row[0]
        for row in table(name)
        for spelling in (row[0], *(word for column in columns for word in "".join(row[column : column + 1]).split()))
    }


@pytest.fixture(scope="module")
def metric_ids() -> dict[str, str]:
    return _ids("metric", 2, 3)


@pytest.fixture(scope="module")
def entity_ids() -> dict[str, str]:
    return _ids("entity", 2)


@pytest.mark.parametrize(
    "spellings",
    [
        ("营业收入", "营收", "总营收", "营业总收入"),
        ("月活跃用户数", "月活", "MAU", "月活用户", "月活跃用户"),
        ("日活跃用户数", "日活", "DAU"),
        ("GMV", "商品交易总额", "交易额"),
        ("净利润", "纯利润"),
        ("地区生产总值", "生产总值"),
        ("社会消费品零售总额", "社零总额"),
        ("门店数", "门店数量", "门店"),
        ("ROI", "投产比", "投入产出比"),
    ],
)
def test_spellings_of_one_measure(metric_ids: dict[str, str], spellings: tuple[str, ...]) -> None:
    assert len({metric_ids[spelling] for spelling in spellings}) == 1


@pytest.mark.parametrize(
    "spellings",
    [
        ("净利润", "利润", "毛利润", "营业利润", "利润总额", "归母净利润", "调整后净利润"),
        ("GMV", "营业收入", "销售额", "销量"),
        ("毛利率", "毛利润", "净利率"),
        ("月活跃用户数", "日活跃用户数", "注册用户数", "付费用户数", "用户数"),
        ("带货GMV", "GMV"),
        ("次日留存率", "7日留存率", "30日留存率", "留存率"),
        ("国内生产总值", "地区生产总值", "人均GDP"),
        ("企业数量", "经营主体数量", "个体工商户"),
        ("贷款利率", "存款利率"),
        ("直营店数", "加盟店数", "门店数"),
    ],
)
def test_measures_that_differ(metric_ids: dict[str, str], spellings: tuple[str, ...]) -> None:
    assert len({metric_ids[spelling] for spelling in spellings}) == len(spellings)


def test_counted_nouns_are_no_plain_aliases() -> None:
    """门店 names 门店数 only where it is counted: 门店营收 is no count of shops."""
    counted = {word for row in table("metric") for word in "".join(row[3:4]).split()}
    assert {"门店", "企业", "骑手", "主播"} <= counted
    assert counted.isdisjoint(word for row in table("metric") for word in "".join(row[2:3]).split())


@pytest.mark.parametrize(
    ("spelling", "identity"),
    [
        ("京东集团", "京东"),
        ("江苏省", "江苏"),
        ("我国", "中国"),
        ("艾瑞", "艾瑞咨询"),
        ("B站", "哔哩哔哩"),
        ("快手电商", "快手电商"),
        ("Model3", "Model 3"),
    ],
)
def test_spellings_of_one_thing(entity_ids: dict[str, str], spelling: str, identity: str) -> None:
    assert entity_ids[spelling] == identity


@pytest.fixture(scope="module")
def parents() -> dict[str, str]:
    return {row[0]: row[3] for row in table("entity") if len(row) > 3 and row[3]}


def test_parts_know_what_they_are_part_of(parents: dict[str, str]) -> None:
    assert parents["抖音电商"] == "抖音"
    assert parents["快手电商"] == "快手"
    assert parents["微信小店"] == "微信"
    assert parents["无锡"] == "江苏"


def test_parents_are_ids_and_form_no_circle(parents: dict[str, str]) -> None:
    ids = {row[0] for row in table("entity")}
    assert sorted(set(parents.values()) - ids) == []
    for part in parents:
        seen = [part]
        while seen[-1] in parents:
            seen.append(parents[seen[-1]])
            assert len(seen) == len(set(seen)), f"circle: {seen}"


@pytest.mark.parametrize("word", ["苹果", "理想", "得到", "联想", "荣耀", "现代", "大众", "平安", "长城", "红旗"])
def test_ordinary_words_are_guarded_or_left_out(word: str) -> None:
    rows = [row for row in table("entity") if word in (row[0], *"".join(row[2:3]).split())]
    assert all(row[4:] == ("context",) and row[0] != word for row in rows)


def test_a_verb_of_reaching_says_so() -> None:
    """Every ``reach`` verb holds the level itself; a ``move`` verb never ends in its particle."""
    moves = {row[0] for row in table("change_verb") if row[2] == "move"}
    assert sorted(word for word in moves if word.endswith(("至", "到", "为"))) == []
    reach = {row[0]: row[1] for row in table("change_verb") if row[2] == "reach"}
    for word, direction in reach.items():
        stem = word.rstrip("至到为")
        change = {row[0]: row[1] for row in table("change_verb") if row[2] == "move"}
        assert change.get(stem, direction) == direction, word


def test_modality_leaves_true_examples_alone() -> None:
    cues = {row[0] for row in table("modality")}
    assert cues.isdisjoint({"例如", "比如", "譬如", "如", "约", "大约"})
    assert {row[1] for row in table("modality") if row[0] in ("预计", "有望", "据估算", "力争", "假设")} == {
        "forecast",
        "estimate",
        "target",
        "hypothetical",
    }
