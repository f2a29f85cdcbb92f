"""Our words in Chinese: all of them, and nothing that programs read."""

from __future__ import annotations

import ast
import re
from importlib import resources
from typing import TYPE_CHECKING, get_args

import pytest

from claimx.compare import Reason, Verdict
from claimx.model import Basis, Endpoint, Kind, Modality
from claimx.render import language, writer
from claimx.render.html.records import CARD

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from claimx.model import Claim

# Phrases that reach said() as a value, not as a literal.
_VALUES = (
    *get_args(Kind),
    *get_args(Modality),
    *get_args(Endpoint),
    *(basis for basis in get_args(Basis) if basis != "versus"),
    *(verdict.replace("_", " ") for verdict in get_args(Verdict)),
    *get_args(Reason),
    *CARD,
)


def _literals(root: Path) -> Iterator[str]:
    """Every literal given to said() in Python, and to the filter of that name in the templates."""
    for path in root.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"said", "counted"}:
                yield from (word.value for word in node.args if isinstance(word, ast.Constant))
    for path in root.rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        for double, single in re.findall(r"""(?:"([^"]+)"|'([^']+)')\|said""", text):
            yield double or single
        for one, many in re.findall(r"""counted\([^"]+"([^"]+)", "([^"]+)"\)""", text):
            yield from (one, many)


def test_every_phrase_has_its_translation(request: pytest.FixtureRequest) -> None:
    phrases = {*_literals(request.config.rootpath / "src"), *_VALUES}
    assert len(phrases) > 40
    assert sorted(phrases - language.catalogue().keys()) == []


def test_each_phrase_stands_once_and_keeps_its_gaps() -> None:
    text = resources.files("claimx.render").joinpath("data/zh.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")]
    assert len({english for english, _ in rows}) == len(rows)
    assert [row for row in rows if row[0].count("{}") != row[1].count("{}")] == []


@pytest.mark.parametrize(
    ("environment", "expected"),
    [
        ({}, "en"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "en_GB.UTF-8", "CLAIMX_LANG": "zh"}, "zh"),
        ({"LANG": "zh_TW.UTF-8", "CLAIMX_LANG": "en"}, "en"),
        ({"LANG": "", "LC_MESSAGES": "zh_CN"}, "zh"),
    ],
)
def test_the_first_variable_that_is_set_decides(
    environment: dict[str, str], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("CLAIMX_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert language.language() == expected


def test_tables_change_and_data_does_not(
    claim: Callable[..., Claim], written: Callable[..., str], monkeypatch: pytest.MonkeyPatch
) -> None:
    moved = claim(kind="change", direction="up", basis="yoy", modality="forecast")
    english = {style: written(writer(style), [moved]) for style in ("table", "jsonl", "csv", "md")}
    monkeypatch.setenv("CLAIMX_LANG", "zh")
    chinese = {style: written(writer(style), [moved]) for style in english}
    assert "↑ yoy forecast" in english.pop("table")
    table = chinese.pop("table")
    assert "↑ 同比 预测" in table
    assert "指标" in table
    assert chinese == english
