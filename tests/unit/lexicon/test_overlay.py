"""A user's own words: what they become, and where their mistakes are."""

from __future__ import annotations

import subprocess
import sys
from functools import cache
from typing import TYPE_CHECKING

import pytest

from claimx.errors import LexiconError
from claimx.lexicon import load
from claimx.lexicon.entry import DIMENSIONS, ENTITY_TYPES
from claimx.lexicon.overlay import read_overlay, use_overlay
from claimx.lexicon.settings import configured
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Written = Callable[..., Path]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """``written("[[metric]] …", name="my.toml")``: the file."""

    def write(text: str, name: str = "my.toml") -> Path:
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return write


@pytest.mark.parametrize(
    ("text", "table", "row"),
    [
        (
            '[[metric]]\nid = "坪效"\ndimension = "money"\naliases = ["平效", "每平销售额"]\ncounted = ["坪位"]',
            "metric",
            ("坪效", "money", "平效 每平销售额", "坪位"),
        ),
        ('[[entity]]\nid = "云杉咖啡"\ntype = "brand"', "entity", ("云杉咖啡", "brand", "", "", "")),
        (
            '[[entity]]\nid = "Model 3"\ntype = "product"\nparent = "特斯拉"\nguarded = true',
            "entity",
            ("Model 3", "product", "", "特斯拉", "context"),
        ),
        ('[[unit]]\nkind = "measure"\ncode = "mC"\nnames = ["毫库仑", "mC"]', "unit_measure", ("mC", "毫库仑 mC")),
        ('[[unit]]\nkind = "measure"\nnames = ["毫库仑"]', "unit_measure", ("毫库仑", "毫库仑")),
        ('[[unit]]\nkind = "currency"\ncode = "ISK"\nnames = ["冰岛克朗"]', "currency", ("ISK", "冰岛克朗", "-")),
        ('[[unit]]\nkind = "classifier"\nnames = ["畦"]', "classifier", ("畦",)),
        ('[[boilerplate]]\nkind = "promotion"\nwords = ["扫码领券"]', "boilerplate_promotion", ("扫码领券",)),
        ('[[boilerplate]]\nkind = "related"\nwords = ["往期好文"]', "boilerplate_related", ("related", "往期好文")),
    ],
)
def test_an_entry_becomes_a_row(text: str, table: str, row: tuple[str, ...], written: Written) -> None:
    overlay = read_overlay(written(text), normalise)
    assert overlay.mistakes == []
    assert overlay.rows == {table: [row]}


def test_words_are_brought_into_the_form_of_matching(written: Written) -> None:
    overlay = read_overlay(written('[[metric]]\nid = "萬元銷售額Ｘ"\ndimension = "money"'), normalise)
    assert overlay.rows["metric"][0][0] == "万元销售额X"


@pytest.mark.parametrize(
    ("text", "line", "reason"),
    [
        ('a = 1\n[[metric]\nid = "x"', 2, "expected"),
        ('[[metric]]\nid = "坪效\n', 2, "illegal character"),
        ('[[metric]]\nid = "坪效"\ndimension = "money"\n[[metrics]]\n', 4, "unknown table 'metrics'"),
        ('# words\n[[metric]]\nid = "坪效"\n', 2, "'dimension' is missing"),
        ('[[metric]]\nid = "坪效"\ndimension = "mony"', 3, "'dimension' is none of"),
        ('[[metric]]\nid = "坪效"\ndimension = "money"\nalias = []', 4, "unknown field 'alias'"),
        ('[[metric]]\nid = "坪效"\ndimension = "money"\naliases = "平效"', 4, "'aliases' is not a list"),
        ('[[metric]]\nid = "坪效"\ndimension = "money"\naliases = ["平 效"]', 4, "holds a blank: '平 效'"),
        ('[[metric]]\nid = "率"\ndimension = "share"', 2, "too short: '率'"),
        (
            '[[metric]]\nid = "甲率"\ndimension = "share"\n[[metric]]\nid = 7\ndimension = "share"',
            5,
            "'id' is not a word",
        ),
        ('[[entity]]\nid = "甲公司"\ntype = "company"\nguarded = "yes"', 4, "'guarded' is not true or false"),
        ('metric = "坪效"', 1, "write an entry as [[metric]]"),
        ("\nlexicon = 3", 2, "'lexicon' is not a list of file names"),
        ('\nlexicon = ["nowhere.toml"]', 2, "nowhere.toml: no such file"),
    ],
)
def test_a_mistake_is_named_with_its_line(text: str, line: int, reason: str, written: Written) -> None:
    path = written(text)
    (mistake,) = read_overlay(path, normalise).mistakes
    assert mistake.line == line
    assert reason in mistake.reason
    assert str(mistake).startswith(f"{path}:{line}: ")


def test_all_mistakes_are_told_and_good_entries_counted(written: Written) -> None:
    text = '[[entity]]\nid = "甲公司"\ntype = "firm"\nname = "x"\n[[entity]]\nid = "乙公司"\ntype = "company"'
    overlay = read_overlay(written(text), normalise)
    assert [mistake.line for mistake in overlay.mistakes] == [3, 4]
    assert overlay.counts == {"entity": 1}


def test_a_file_can_name_others_and_a_circle_ends(written: Written) -> None:
    written('lexicon = "my.toml"\n[[entity]]\nid = "甲公司"\ntype = "company"', "other.toml")
    overlay = read_overlay(written('lexicon = ["other.toml"]\n[[entity]]\nid = "乙公司"\ntype = "company"'), normalise)
    assert [row[0] for row in overlay.rows["entity"]] == ["甲公司", "乙公司"]


def test_in_pyproject_only_our_table_counts(written: Written) -> None:
    text = '[project]\nname = "x"\n[[tool.other.metric]]\nid = 1\n[[tool.claimx.metric]]\nid = "坪效"\ndimension = "no"'
    (mistake,) = read_overlay(written(text, "pyproject.toml"), normalise).mistakes
    assert mistake.line == 7


def test_a_file_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(LexiconError, match="nowhere"):
        read_overlay(tmp_path / "nowhere.toml", normalise)
    (tmp_path / "latin.toml").write_bytes(b"\xff\xfe\xfd")
    with pytest.raises(LexiconError, match="not UTF-8"):
        read_overlay(tmp_path / "latin.toml", normalise)


def test_the_nearest_settings_count(tmp_path: Path, written: Written) -> None:
    below = tmp_path / "a" / "b"
    below.mkdir(parents=True)
    settings = written('[[tool.claimx.entity]]\nid = "甲公司"\ntype = "company"', "pyproject.toml")
    assert configured(below) == settings
    (tmp_path / "a" / "pyproject.toml").write_text('[project]\nname = "claimx-user"', encoding="utf-8")
    assert configured(below) == settings
    nearer = tmp_path / "a" / "claimx.toml"
    nearer.write_text("", encoding="utf-8")
    assert configured(below) == nearer


def test_the_choices_are_those_of_the_lists() -> None:
    assert {row[1] for row in load.data_rows("metric")} <= DIMENSIONS
    assert {row[1] for row in load.data_rows("entity")} <= ENTITY_TYPES


def test_words_come_before_the_first_text(written: Written) -> None:
    load.table("metric")
    with pytest.raises(LexiconError, match="before the first text"):
        load.add({"metric": [("坪效", "money")]})
    load.add({})


def test_python_programs_add_words_before_they_read(written: Written) -> None:
    path = written('[[metric]]\nid = "杯均值"\ndimension = "money"\naliases = ["杯均收入值"]')
    program = (
        "import sys, pathlib, claimx\n"
        "claimx.use_lexicon(pathlib.Path(sys.argv[1]))\n"
        "print([c.metric_id for c in claimx.extract('2024年，瑞幸咖啡杯均收入值达15.2元。')])"
    )
    done = subprocess.run([sys.executable, "-c", program, str(path)], capture_output=True, text=True, check=True)
    assert done.stdout == "['杯均值']\n"


def test_added_words_come_before_those_of_claimx(written: Written, monkeypatch: pytest.MonkeyPatch) -> None:
    """As in a process that has read no text yet."""
    monkeypatch.setattr(load, "_added", {})
    monkeypatch.setattr(load, "table", cache(load.table.__wrapped__))
    path = written('[[metric]]\nid = "杯均值"\ndimension = "money"\naliases = ["杯均收入值"]')
    use_overlay(path, normalise)
    load.add({"metric": [("坪效", "money")]})
    assert load.added().keys() == {"metric"}
    first, *_, last = load.added()["metric"]
    assert (first[0], last[0]) == ("杯均值", "坪效")
    assert load.table("metric") == (*load.added()["metric"], *load.data_rows("metric"))


def test_a_mistake_is_an_error_that_names_the_line(written: Written) -> None:
    with pytest.raises(LexiconError, match=r":3: |line 3|:3:"):
        use_overlay(written('[[metric]]\nid = "杯均值"\ndimension = "nonsense"\n'), normalise)
