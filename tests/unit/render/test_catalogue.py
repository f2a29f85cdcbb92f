"""The catalogue of Chinese holds every phrase that claimx says to people, gathered here from where it is said."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING, Any, get_args

import pytest
from typer.main import get_command

from claimx.cli import help as help_texts
from claimx.cli.app import app
from claimx.compare import Reason, Verdict
from claimx.lexicon.entry import entry_rows
from claimx.model import Basis, Endpoint, Kind, Modality
from claimx.render import language
from claimx.render.html.records import CARD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

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


_FILES = ("zh.tsv", "zh_help.tsv", "zh_messages.tsv")
#: What makes a message that is translated where it is said: the class or function, and which argument holds the words.
_MAKERS = {
    "CrashError": 1, "_refused": 1,
    "InputError": 1, "DecodeError": 0, "LexiconError": 0, "OutputError": 0, "Mistake": 2, "BadParameter": 0,
}  # fmt: skip

# What the user types stands as it is: examples, and the names of arguments in the usage line.
_TYPED = ("claimx ", "curl ")
_NAMES = re.compile(r"[A-Z:.]+|\[[a-z|]+\]|\d.*|x[<>]=?.*")


def _literals(root: Path) -> Iterator[str]:
    """Every literal given to said() or counted() in Python, and to their namesakes in the templates."""
    for node in _nodes(root):
        if isinstance(node, ast.Call) and getattr(node.func, "id", "") in {"said", "counted"}:
            yield from (word.value for word in node.args if isinstance(word, ast.Constant))
    for path in root.rglob("*.j2"):
        text = path.read_text(encoding="utf-8")
        for double, single in re.findall(r"""(?:"([^"]+)"|'([^']+)')\|said""", text):
            yield double or single
        for one, many in re.findall(r"""counted\([^"]+"([^"]+)", "([^"]+)"\)""", text):
            yield from (one, many)


def _messages(root: Path) -> Iterator[str]:
    """The template of every message of an error: its words, with ``{}`` for what is put in."""
    for node in _nodes(root):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "id", getattr(node.func, "attr", ""))
            place = _MAKERS.get(name)
            if place is not None and len(node.args) > place:
                yield from _templates(node.args[place])


def _help_phrases() -> set[str]:
    """Every paragraph, option text and remark of the help of every command that is not what the user types."""
    with pytest.MonkeyPatch.context() as patch:
        gathered = _help_of(get_command(app), patch)
    return {phrase for phrase in gathered if not phrase.startswith(_TYPED) and not _NAMES.fullmatch(phrase)}


def _nodes(root: Path) -> Iterator[ast.AST]:
    for path in root.rglob("*.py"):
        yield from ast.walk(ast.parse(path.read_text(encoding="utf-8")))


def _templates(node: ast.expr) -> Iterator[str]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "{}" for part in node.values]
        text = "".join(map(str, parts))
        if re.search("[a-z]", text.replace("{}", "")):  # else it only puts others together
            yield text


def _help_of(command: Any, say: pytest.MonkeyPatch) -> set[str]:
    gathered: set[str] = set()
    say.setattr(help_texts, "said", lambda phrase: gathered.add(phrase) or phrase)
    command.get_help(command.make_context("claimx", ["--help"], resilient_parsing=True))
    return gathered.union(*(_help_of(sub, say) for sub in getattr(command, "commands", {}).values()))


def test_every_phrase_has_its_translation(request: pytest.FixtureRequest) -> None:
    found = {*_literals(request.config.rootpath / "src"), *_VALUES}
    assert len(found) > 40
    assert sorted(found - language.catalogue().keys()) == []


def test_every_paragraph_of_the_help_has_its_translation() -> None:
    found = _help_phrases()
    assert "Print the numeric claims that articles make." in found
    assert len(found) > 60
    assert sorted(found - language.catalogue().keys()) == []


def test_every_error_has_its_translation(request: pytest.FixtureRequest) -> None:
    found = set(_messages(request.config.rootpath / "src"))
    assert "no such file or directory" in found
    assert len(found) > 30
    assert sorted(found - language.catalogue().keys()) == []


def test_each_phrase_stands_once_and_keeps_its_gaps() -> None:
    rows = [row for name in _FILES for row in language.entries(name)]
    assert len({english for english, _ in rows}) == len(rows)
    assert [row for row in rows if not all(row)] == []
    assert [row for row in rows if row[0].count("{}") != len(re.findall(r"\{\d?\}", row[1]))] == []


@pytest.mark.parametrize(
    ("kind", "entry"),
    [
        ("metric", {"id": "坪效", "dimension": "none"}),
        ("metric", {"id": "x", "dimension": "money"}),
        ("metric", {"id": "坪效", "dimension": "money", "aliases": "坪"}),
        ("metric", {"id": "坪效", "dimension": "money", "aliases": ["坪 效"]}),
        ("entity", {"id": 3, "type": "brand"}),
        ("entity", {"id": "甲公司", "type": "brand", "guarded": "yes"}),
        ("entity", {"id": "甲公司"}),
        ("entity", {"id": "甲公司", "type": "brand", "colour": "red"}),
    ],
)
def test_every_mistake_of_a_lexicon_has_its_translation(
    kind: str, entry: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLAIMX_LANG", "zh")
    _, ((_, reason),) = entry_rows(kind, entry, str)
    assert language.translated(reason) != reason
