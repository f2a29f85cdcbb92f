"""The cache gives back what was built, and trusts nothing that is not ours, private and whole."""

from __future__ import annotations

import logging
import os
import stat
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimx.text import cache
from claimx.text.cache import cached
from claimx.text.words import segmenter

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.skipif(not hasattr(os, "geteuid"), reason="files have no owners")


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    return tmp_path / "cache" / "claimx"


def _never() -> bytes:
    raise AssertionError("built although it is cached")


def test_it_is_built_once(place: Path) -> None:
    assert cached("words", lambda: b"built") == b"built"
    assert cached("words", _never) == b"built"
    assert cached("other", lambda: b"more") == b"more"
    assert stat.S_IMODE(place.stat().st_mode) == 0o700
    assert {(path.name, stat.S_IMODE(path.stat().st_mode)) for path in place.iterdir()} == {
        ("words", 0o600),
        ("other", 0o600),
    }


def _changed(place: Path) -> None:
    content = bytearray((place / "words").read_bytes())
    content[-1] ^= 1
    (place / "words").write_bytes(content)


def _cut_short(place: Path) -> None:
    (place / "words").write_bytes((place / "words").read_bytes()[:-1])


def _empty(place: Path) -> None:
    (place / "words").write_bytes(b"")


def _open_folder(place: Path) -> None:
    place.chmod(0o777)


def _open_file(place: Path) -> None:
    (place / "words").chmod(0o666)


def _linked_folder(place: Path) -> None:
    place.rename(place.with_name("elsewhere"))
    place.symlink_to(place.with_name("elsewhere"))


def _linked_file(place: Path) -> None:
    (place / "words").rename(place / "elsewhere")
    (place / "words").symlink_to(place / "elsewhere")


def _a_folder_instead(place: Path) -> None:
    (place / "words").unlink()
    (place / "words").mkdir()


@pytest.mark.parametrize(
    "spoil",
    [
        _changed,
        _cut_short,
        _empty,
        _open_folder,
        _open_file,
        _linked_folder,
        _linked_file,
        _a_folder_instead,
    ],
)
def test_what_cannot_be_trusted_is_built_anew(spoil: Callable[[Path], None], place: Path) -> None:
    cached("words", lambda: b"old")
    spoil(place)
    assert cached("words", lambda: b"new") == b"new"


def test_what_belongs_to_another_is_built_anew(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    cached("words", lambda: b"theirs")
    monkeypatch.setattr(os, "geteuid", lambda: place.stat().st_uid + 1)
    assert cached("words", lambda: b"ours") == b"ours"


def test_where_nothing_can_be_written_it_is_built_each_time(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file" / "below"))
    assert cached("words", lambda: b"built") == b"built"
    monkeypatch.setattr(cache, "folder", lambda: None)
    assert cached("words", lambda: b"again") == b"again"


def test_a_relative_cache_folder_is_ignored(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", "cache")
    monkeypatch.setenv("HOME", "/home/someone")
    place = cache.folder()
    assert place is not None
    assert place.is_absolute()
    assert Path("/home/someone") in place.parents


def test_jieba_is_quiet_and_leaves_the_temporary_directory_alone(place: Path, tmp_path: Path) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    program = "from claimx.text.words import segmenter\nprint(segmenter('jieba').tag('抖音电商的客单价')[-1])\n"
    outputs = []
    for _ in range(2):  # built, then loaded
        done = subprocess.run(
            [sys.executable, "-W", "error", "-c", program],
            env={**os.environ, "XDG_CACHE_HOME": str(place.parent), "TMPDIR": str(temporary)},
            capture_output=True,
            check=True,
            text=True,
        )
        outputs.append((done.stdout, done.stderr))
    assert outputs == [("('客单价', 'n')\n", "")] * 2
    assert [path.name.partition("-")[0] for path in place.iterdir()] == ["jieba"]
    assert list(temporary.iterdir()) == []


def test_jieba_cuts_as_it_does_with_a_dictionary_it_loads_itself(place: Path) -> None:
    import jieba  # noqa: PLC0415
    import jieba.posseg  # noqa: PLC0415

    text = "创始人表示，投产之后次日达的比例明显提升，BOSS直聘与哪吒汽车的复购率环比下降，二手房成交回暖。"
    jieba.setLogLevel(logging.WARNING)
    own = jieba.Tokenizer()
    own.tmp_dir = tempfile.mkdtemp(dir=place.parent.parent)
    from claimx.lexicon.terms import segmenter_terms  # noqa: PLC0415

    for word, frequency, tag in segmenter_terms():
        own.add_word(word, frequency, tag)
    assert segmenter("jieba").tag(text) == [tuple(pair) for pair in jieba.posseg.POSTokenizer(own).cut(text)]


def test_another_user_of_rjieba_does_not_get_our_words() -> None:
    program = (
        "from claimx.text.words import segmenter\n"
        "ours = segmenter('rjieba')\n"
        "import rjieba\n"
        "word = next(w for w, _, _ in __import__('claimx.lexicon.terms').lexicon.terms.segmenter_terms()\n"
        "            if not rjieba.has_word(w))\n"
        "print([w for w, _ in ours.tag(word)] == [word], rjieba.cut('我们都是中国人'))\n"
    )
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert done.stdout == "True ['我们', '都', '是', '中国', '人']\n"


def test_where_files_have_no_owners_there_is_no_cache(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.geteuid", raising=False)
    assert cache.folder() is None
