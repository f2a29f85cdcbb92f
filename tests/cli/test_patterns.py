"""Patterns kept compiled are those that compiling would make, and what cannot be kept is compiled as ever."""

from __future__ import annotations

import re
from importlib import import_module
from typing import TYPE_CHECKING, Any

import pytest

from claimx.cli import patterns

if TYPE_CHECKING:
    from pathlib import Path

_SOURCES = (
    ("(?P<year>20[0-9]{2})年(?P<rest>[^，。]*)|(x)", 0),
    ("[\u4e00-\u9fff·]{1,6}$", 0),
    ("copyright | 版权 # 声明", re.X | re.I),
    ("[\ud800-\udfff]", 0),
    ("(?s:.)(?<![0-9].)\\b", re.ASCII),
)


@pytest.fixture
def compiler(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Any:
    """The compiler of ``re``, put back afterwards, with an empty cache and nothing registered for the end."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr(patterns.atexit, "register", lambda _: None)
    found = import_module("re._compiler")
    monkeypatch.setattr(found, "compile", found.compile)
    return found


def _patterns(compiler: Any) -> patterns._Patterns:
    return patterns._Patterns(compiler, import_module("re._parser"), import_module("_sre"))


def test_what_is_kept_is_what_compiling_makes(compiler: Any) -> None:
    first = _patterns(compiler)
    made = [first.compile(text, flags) for text, flags in _SOURCES]
    first.store()
    second = _patterns(compiler)
    assert len(second._kept) == len(_SOURCES)
    taken = [second.compile(text, flags) for text, flags in _SOURCES]
    compiled = [compiler.compile(text, int(flags)) for text, flags in _SOURCES]
    assert made == taken == compiled  # patterns are equal when their code is
    assert [p.groupindex for p in taken] == [p.groupindex for p in compiled]
    assert taken[0].match("2024年增长")["rest"] == "增长"
    assert taken[0].match("x").lastgroup is None


def test_re_itself_takes_them(compiler: Any) -> None:
    original = compiler.compile
    patterns.keep_compiled()
    assert compiler.compile != original
    re.purge()
    assert re.findall("[0-9]+(?:万|亿)", "3万和5亿") == ["3万", "5亿"]
    assert re.compile(b"[0-9]+").match(b"12")
    with pytest.raises(re.error, match="unterminated"):
        re.compile("[0-9")


def test_a_code_that_is_none_is_compiled_anew(compiler: Any) -> None:
    kept = _patterns(compiler)
    kept._kept[_SOURCES[0][0], 0] = (32, b"\xff" * 8, 3, {}, (None,) * 4)
    assert kept.compile(_SOURCES[0][0]) == compiler.compile(_SOURCES[0][0], 0)


def test_another_re_is_left_alone(compiler: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    original = compiler.compile
    monkeypatch.delattr(compiler, "_code")
    patterns.keep_compiled()
    assert compiler.compile == original


def test_the_patterns_of_other_versions_are_dropped_in_time(compiler: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    first = _patterns(compiler)
    first.compile("一")
    first.store()
    monkeypatch.setattr(patterns, "_MOST", 1)
    second = _patterns(compiler)
    second.compile("二")
    second.store()
    assert [text for text, _ in _patterns(compiler)._kept] == ["二"]
