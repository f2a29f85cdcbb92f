"""The word lists keep their own rules: legal columns, one meaning a spelling, nothing a reader cannot see."""

from __future__ import annotations

from collections import Counter
from importlib import resources

import pytest

from claimx.lexicon.load import table
from claimx.lexicon.terms import segmenter_terms
from claimx.text.normalise import normalise

_DIMENSIONS = "money price count people share index multiple duration physical rank area other"
DIMENSIONS = frozenset(_DIMENSIONS.split())
_ENTITY_TYPES = "company platform brand product institution research media place person industry group"
ENTITY_TYPES = frozenset(_ENTITY_TYPES.split())
_GROUP_TYPES = "people organisation platform brand product category industry place account event asset"
GROUP_TYPES = frozenset(_GROUP_TYPES.split())

# File → what each column may hold: None for free text, a set for a closed choice. The first column is never empty.
COLUMNS: dict[str, tuple[frozenset[str] | None, ...]] = {
    "metric": (None, DIMENSIONS, None, None),
    "metric_head": (None, DIMENSIONS),
    "entity": (None, ENTITY_TYPES, None, None, frozenset({"", "context"})),
    "change_verb": (None, frozenset({"up", "down"}), frozenset({"move", "reach", "rate", "new"})),
    "attain_verb": (None, frozenset({"copula", "attain", "have", "share", "rank"})),
    "transact_verb": (None, frozenset({"money", "count", "people", "any"}), None),
    "report_verb": (None, frozenset({"data", "speech", "estimate", "publish", "prep"})),
    "source_noun": (None, frozenset({"document", "data", "body", "person"})),
    "source_stop": (None,),
    "modality": (
        None,
        frozenset({"estimate", "forecast", "target", "hypothetical"}),
        frozenset({"before", "after", "verb", "clause"}),
    ),
    "compare_cue": (
        None,
        frozenset({"yoy", "sequential", "versus"}),
        frozenset({"alone", "prefix", "multiple"}),
    ),
    "group_suffix": (None, GROUP_TYPES),
    "role_noun": (None,),
    "discourse": (None, frozenset({"link", "frame", "time", "adverb", "focus"})),
}
# Columns at the end of a row that may be left out.
OPTIONAL = {"metric": 2, "entity": 3}
# Columns that hold several spellings of the first.
ALIASES = {"metric": (2, 3), "entity": (2,)}
# The size below which a list no longer covers its field.
LEAST = {"metric": 600, "metric_head": 250, "entity": 15000, "change_verb": 180, "transact_verb": 150}

# Words of grammar, and measures too general to be told apart from them: never the name of a thing or a measure.
_FUNCTION_WORDS = """
的 了 是 在 有 和 与 及 也 都 就 而 但 为 对 从 到 由 被 把 比 较 约 近 超 达 其中 其他 此外 同时 目前
我们 他们 自己 这个 那个 一个 什么 怎么 可以 可能 已经 因为 所以 如果 虽然 但是 以及 或者 通过 根据
平均 人均 同比 环比 新增 方面 情况 时候 问题
"""
FUNCTION_WORDS = frozenset(_FUNCTION_WORDS.split())

NAMED = sorted(COLUMNS)


def names(name: str) -> list[tuple[str, str]]:
    """Every spelling of a file with the id of its row."""
    found = []
    for row in table(name):
        cells = [
            row[0],
            *(word for column in ALIASES.get(name, ()) for word in "".join(row[column : column + 1]).split()),
        ]
        found += [(cell, row[0]) for cell in cells]
    return found


@pytest.mark.parametrize("name", NAMED)
def test_every_row_has_legal_columns(name: str) -> None:
    columns = COLUMNS[name]
    wrong = []
    for row in table(name):
        enough = len(columns) - OPTIONAL.get(name, 0) <= len(row) <= len(columns)
        legal = all(choice is None or cell in choice for cell, choice in zip(row, columns, strict=False))
        if not (enough and legal and row[0]):
            wrong.append(row)
    assert wrong == []


@pytest.mark.parametrize("name", NAMED)
def test_a_spelling_stands_once(name: str) -> None:
    counts = Counter(spelling.casefold() for spelling, _ in names(name))
    assert [spelling for spelling, count in counts.items() if count > 1] == []


@pytest.mark.parametrize("name", NAMED)
def test_spellings_are_in_normal_form(name: str) -> None:
    """Matching is done on normalised text, where a Traditional or full-width spelling would never be found."""
    assert [spelling for spelling, _ in names(name) if normalise(spelling) != spelling] == []


@pytest.mark.parametrize("name", NAMED)
def test_no_stray_whitespace(name: str) -> None:
    text = resources.files("claimx.lexicon").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    lines = text.split("\n")
    assert text.endswith("\n")
    assert "\r" not in text
    assert [line for line in lines if line != line.rstrip()] == []
    cells = [cell for row in table(name) for cell in row]
    assert [cell for cell in cells if cell != " ".join(cell.split())] == []


@pytest.mark.parametrize("name", NAMED)
def test_the_header_names_the_columns(name: str) -> None:
    text = resources.files("claimx.lexicon").joinpath(f"data/{name}.tsv").read_text(encoding="utf-8")
    header = text.partition("\n\n")[0]
    assert header.startswith("# ")
    assert ("# Columns: " in header) if len(COLUMNS[name]) > 1 else ("One entry a line" in header)


@pytest.mark.parametrize("name", sorted(LEAST))
def test_lists_cover_the_field(name: str) -> None:
    assert len(table(name)) >= LEAST[name]


@pytest.mark.parametrize("name", ["metric", "entity", "metric_head"])
def test_names_are_no_function_words(name: str) -> None:
    assert [spelling for spelling, _ in names(name) if spelling in FUNCTION_WORDS] == []


@pytest.mark.parametrize("name", ["metric", "entity"])
def test_names_are_words_not_characters_or_numbers(name: str) -> None:
    assert [spelling for spelling, _ in names(name) if len(spelling) < 2 or spelling.isdigit()] == []


def test_no_name_is_both_a_measure_and_an_unguarded_entity() -> None:
    """A counted noun may be a class of people besides; a measure in the strict sense is never a thing."""
    guarded = {alias for row in table("entity") if row[-1] == "context" for alias in row[2].split()}
    measures = {word for row in table("metric") for word in (row[0], *"".join(row[2:3]).split())}
    assert sorted({spelling for spelling, _ in names("entity")} & measures - guarded) == []


def test_short_names_are_known_to_segmenters_at_a_low_frequency() -> None:
    """At a high one they would cut the words on either side: 中金 in 集中金属."""
    terms = {word: frequency for word, frequency, _ in segmenter_terms()}
    assert terms["中金"] < terms["京东物流"]
    assert "gmv" not in terms
