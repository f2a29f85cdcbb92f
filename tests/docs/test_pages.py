"""The documentation says what is so: generated pages are current, shown commands do what the text promises."""

from __future__ import annotations

import importlib.util
import os
import re
import shutil
import subprocess
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from claimx import extract, extract_path
from claimx.lexicon.overlay import read_overlay
from claimx.text.normalise import normalise

if TYPE_CHECKING:
    from types import ModuleType

_ROOT = Path(__file__).resolve().parents[2]
_DOCS = _ROOT / "docs"


@pytest.fixture(scope="module")
def make_docs() -> ModuleType:
    spec = importlib.util.spec_from_file_location("make_docs", _ROOT / "scripts" / "make_docs.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.mark.parametrize("name", ["commands.md", "record.md", "rules.md"])
def test_generated_pages_are_current(name: str, make_docs: ModuleType) -> None:
    assert set(make_docs.PAGES) == {"commands.md", "record.md", "rules.md"}
    assert (_DOCS / name).read_text(encoding="utf-8") == make_docs.PAGES[name](), "run scripts/make_docs.py"


def _all_rules() -> set[str]:
    """The names in the rules of every claim of the seeds and of the corpus of statements."""
    cases = tomllib.loads((_ROOT / "tests/corpus/claim/statements.toml").read_text(encoding="utf-8"))["case"]
    claims = [claim for path in sorted((_ROOT / "seeds").iterdir()) for claim in extract_path(path)]
    claims += [claim for case in cases for claim in extract(case["text"], published=date(2025, 3, 20))]
    return {name for claim in claims for name in claim.rules}


def test_every_rule_is_on_the_page_of_rules() -> None:
    listed = set(re.findall(r"^\| `([^`]+)` \|", (_DOCS / "rules.md").read_text(encoding="utf-8"), flags=re.MULTILINE))
    fired = {name.removesuffix(".joined").removesuffix(".pronoun") for name in _all_rules()}
    assert len(fired) > 60
    assert sorted(name for name in fired - listed if not name.startswith("modality:")) == []


def _claimx(*arguments: str, cwd: Path = _ROOT) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "claimx", *arguments],
        cwd=cwd,
        env={**os.environ, "COLUMNS": "100"},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_tutorial_finds_its_conflict() -> None:
    page = (_DOCS / "tutorial.md").read_text(encoding="utf-8")
    commands = re.findall(r"^\$ claimx (.+)$", page, flags=re.MULTILINE)
    assert len(commands) >= 5
    printed = {command: _claimx(*command.split()) for command in commands}
    assert [command for command, done in printed.items() if done.returncode] == []
    (diff,) = (done.stdout for command, done in printed.items() if command.startswith("diff docs"))
    verdicts = [(line.split()[0], line) for line in diff.splitlines()]
    assert any(verdict == "conflict" and "12.6亿" in line and "11.8亿" in line for verdict, line in verdicts)
    assert any(verdict == "compatible" and "1520 家" in line and ">1500 家" in line for verdict, line in verdicts)
    assert any(verdict == "same" and "38%" in line for verdict, line in verdicts)


def test_the_lexicon_page_shows_a_lexicon_without_mistakes(tmp_path: Path) -> None:
    page = (_DOCS / "lexicon.md").read_text(encoding="utf-8")
    (example,) = re.findall(r"^```toml\n(.*?)^```", page, flags=re.DOTALL | re.MULTILINE)
    path = tmp_path / "example.toml"
    path.write_text(example, encoding="utf-8")
    overlay = read_overlay(path, normalise)
    assert overlay.mistakes == []
    assert overlay.counts == {"metric": 1, "entity": 1, "unit": 1, "boilerplate": 1}


@pytest.mark.parametrize("page", sorted([*_DOCS.rglob("*.md"), *_ROOT.glob("*.md")]), ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#]+)[^)]*\)", page.read_text(encoding="utf-8"))
    local = [target for target in targets if ":" not in target]
    assert [target for target in local if not (page.parent / target).exists()] == []


# README's recipes, as they stand there.


def _recipes(page: str) -> tuple[list[str], list[str]]:
    section = page.partition("\n## Recipes\n")[2].partition("\n## ")[0]
    shell = re.findall(r"^    (claimx .+)$", section, flags=re.MULTILINE)
    python = [
        line for block in re.findall(r"```python\n(.*?)```", section, flags=re.DOTALL) for line in block.splitlines()
    ]
    return shell, [line for line in python if line]


_SHELL, _PYTHON = _recipes((_ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.fixture
def workplace(tmp_path: Path) -> Path:
    """A directory with ``articles/`` in it and a ``claimx`` to call."""
    (tmp_path / "articles").symlink_to(_ROOT / "seeds")
    program = tmp_path / "bin" / "claimx"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m claimx "$@"\n', encoding="utf-8")
    program.chmod(0o755)
    return tmp_path


@pytest.mark.skipif(os.name != "posix", reason="shell recipes")
@pytest.mark.parametrize("recipe", _SHELL)
def test_shell_recipes_of_the_readme_give_something(recipe: str, workplace: Path) -> None:
    if "jq" in recipe and shutil.which("jq") is None:
        pytest.skip("no jq")
    before = set(workplace.iterdir())
    done = subprocess.run(
        ["bash", "-o", "pipefail", "-c", recipe],
        cwd=workplace,
        env={**os.environ, "PATH": f"{workplace / 'bin'}:{os.environ['PATH']}"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr.decode()) == (0, "")
    made = set(workplace.iterdir()) - before
    assert done.stdout or any(path.stat().st_size for path in made)


@pytest.mark.parametrize("recipe", _PYTHON)
def test_python_recipes_of_the_readme_read_every_record(
    recipe: str, workplace: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    library = recipe.partition(".")[0]
    module: Any = pytest.importorskip(library)
    _claimx("extract", "articles/", "-o", "claims.jsonl", cwd=workplace)
    monkeypatch.chdir(workplace)
    assert len(eval(recipe, {library: module})) > 0


def test_there_are_recipes_to_run() -> None:
    assert len(_SHELL) >= 3
    assert len(_PYTHON) >= 2
