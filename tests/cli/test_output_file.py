from __future__ import annotations

import json
import os
import stat
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from claimx.cli.sink import OutputFile
from claimx.errors import OutputError

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]


def _files(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.mark.parametrize(
    ("name", "start"), [("c.json", "["), ("c.jsonl", "{"), ("c.CSV", "id,"), ("c.tsv", "id\t"), ("c.md", "| doc")]
)
def test_the_suffix_gives_the_format(name: str, start: str, run: Run, article: Path, tmp_path: Path) -> None:
    assert run("extract", article, "-o", tmp_path / name) == (0, "", "")
    assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)


def test_a_failed_run_leaves_the_old_file_and_nothing_else(run: Run, broken: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    target.write_text("old")
    assert run("extract", broken, "-o", target)[0] == 4
    assert target.read_text() == "old"
    assert _files(tmp_path) == {"broken.txt", "claims.jsonl"}


def test_an_interrupted_write_leaves_the_old_file_and_nothing_else(tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    target.write_text("old")
    with pytest.raises(KeyboardInterrupt), OutputFile(target) as sink:
        sink.write("half")
        raise KeyboardInterrupt
    assert target.read_text() == "old"
    assert _files(tmp_path) == {"claims.jsonl"}


def test_the_file_appears_only_when_it_is_whole(tmp_path: Path) -> None:
    target = tmp_path / "claims.jsonl"
    with OutputFile(target) as sink:
        sink.write("抖音\n")
        assert not target.exists()
    assert target.read_bytes() == "抖音\n".encode()
    assert _files(tmp_path) == {"claims.jsonl"}


def test_permissions_are_those_of_the_old_file_or_the_usual_ones(tmp_path: Path) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.touch()
    old.chmod(0o640)
    plain = tmp_path / "plain"
    plain.touch()
    for target in (old, new):
        with OutputFile(target) as sink:
            sink.write("x")
    assert stat.S_IMODE(old.stat().st_mode) == 0o640
    assert new.stat().st_mode == plain.stat().st_mode


def test_a_link_keeps_pointing_where_it_points(tmp_path: Path) -> None:
    (tmp_path / "real").touch()
    link = tmp_path / "link"
    link.symlink_to("real")
    with OutputFile(link) as sink:
        sink.write("x")
    assert link.is_symlink()
    assert (tmp_path / "real").read_text() == "x"


def test_a_device_is_written_to_and_not_replaced() -> None:
    device = Path(os.devnull)
    with OutputFile(device) as sink:
        sink.write("x")
    assert device.is_char_device()


def test_a_place_that_cannot_be_written_is_one_line(run: Run, article: Path, tmp_path: Path) -> None:
    code, out, err = run("extract", article, "-o", tmp_path / "no" / "claims.jsonl")
    assert (code, out) == (4, "")
    assert err == f"error: {tmp_path / 'no' / 'claims.jsonl'}: cannot write: No such file or directory\n"
    with pytest.raises(OutputError), OutputFile(tmp_path):
        pass


def test_the_output_of_an_earlier_run_is_not_read(run: Run, article: Path, tmp_path: Path) -> None:
    target = tmp_path / "claims.md"
    assert run("extract", tmp_path, "-o", target)[0] == 0
    code, _, err = run("extract", tmp_path, "-f", "jsonl", "-o", target)
    assert code == 0
    assert "is the output" in err
    assert [json.loads(line)["doc"] for line in target.read_text(encoding="utf-8").splitlines()] == [str(article)]
