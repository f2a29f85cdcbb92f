"""A folder holds anything: what is no readable article is named with its reason, and the others are read."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

pytestmark = pytest.mark.skipif(os.name != "posix", reason="names, links and permissions as Unix has them")


def _unprivileged() -> list[str]:
    """What to put before a command so that permissions hold for it, even when the tests run as root."""
    if os.geteuid():
        return []
    if shutil.which("setpriv") is None:
        pytest.skip("runs as root, and there is no setpriv to give that up")
    return ["setpriv", "--bounding-set=-dac_override,-dac_read_search"]


def _docs(jsonl: str) -> list[str]:
    return [json.loads(line)["doc"] for line in jsonl.splitlines()]


def _limited(*arguments: object, folder: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*_unprivileged(), sys.executable, "-m", "claimx", *map(str, arguments)],
        cwd=folder, capture_output=True, text=True, check=False, timeout=60,
    )  # fmt: skip


def test_strange_names_and_folders_are_read(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(article.parent)
    (article.parent / "folder.txt").mkdir()
    names = ["-lead.md", "a b.txt", "line\nbreak.txt", "folder.txt/in.txt", os.fsdecode(b"\xff\xc4.txt"), "[1]*?.txt"]
    for name in names:
        Path(name).write_bytes(article.read_bytes())
    code, out, err = run("extract", ".")
    assert (code, err) == (0, "")
    assert sorted(_docs(out)) == sorted(f"./{name}" for name in [*names, "article.txt"])
    for name in names:
        assert _docs(run("extract", "--", name)[1]) == [name]


def test_what_is_no_file_is_named_and_does_not_hang(run: Run, article: Path) -> None:
    folder = article.parent
    os.mkfifo(folder / "fifo.txt")
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "gone.txt").symlink_to("nowhere.txt")
    (folder / "loop.txt").symlink_to("loop.txt")
    with socket.socket(socket.AF_UNIX) as end:
        end.bind(str(folder / "socket.txt"))
        code, out, err = run("extract", folder)
    assert code == 3
    assert _docs(out) == [str(article)]
    assert err.splitlines() == [
        f"error: {folder}/fifo.txt: not a regular file",
        f"error: {folder}/gone.txt: no such file or directory",
        f"error: {folder}/loop.txt: too many levels of symbolic links",
        f"error: {folder}/socket.txt: not a regular file",
        f"error: {folder}/zero.txt: not a regular file",
    ]


@pytest.mark.parametrize("command", [["clean", "{}"], ["explain", "{}:1"], ["extract", "{}"], ["diff", "{}", "{}"]])
@pytest.mark.parametrize("name", ["fifo.txt", "/dev/zero"])
def test_no_command_waits_for_a_pipe_or_reads_a_device(
    command: list[str], name: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("fifo.txt")
    code, out, err = run(*(argument.format(name) for argument in command))
    assert (code, out) == (4, "")
    assert err.startswith(f"error: {name}: not a regular file\n")


def test_what_may_not_be_read_or_entered(article: Path) -> None:
    folder = article.parent
    (folder / "closed").mkdir()
    (folder / "closed" / "in.txt").touch()
    (folder / "closed").chmod(0)
    (folder / "unread.txt").touch(mode=0)
    listed = folder / "listed"
    (listed / "below").mkdir(parents=True)
    (listed / "in.txt").touch()
    listed.chmod(0o444)
    done = _limited("extract", ".", "listed/*", folder=folder)
    listed.chmod(0o755)
    assert done.returncode == 3
    assert _docs(done.stdout) == ["./article.txt"]
    assert done.stderr.splitlines() == [
        "error: ./closed: permission denied",
        "error: ./listed/in.txt: permission denied",
        "error: ./unread.txt: permission denied",
        "error: listed/in.txt: permission denied",
    ]


def test_a_folder_that_may_not_be_written(article: Path) -> None:
    folder = article.parent / "sealed"
    folder.mkdir()
    old = folder / "claims.jsonl"
    old.write_text("old")
    folder.chmod(0o555)
    done = _limited("extract", article, "-o", old, folder=article.parent)
    assert (done.returncode, done.stdout) == (4, "")
    assert done.stderr == f"error: {old}: cannot write: Permission denied\n"
    assert old.read_text() == "old"


def test_a_file_that_vanishes_before_it_is_read(run: Run, article: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    from claimx import source  # noqa: PLC0415 - patched where the command looks it up

    gone = article.with_name("gone.txt")
    gone.write_bytes(article.read_bytes())
    found = source.discover

    def discover_then_delete(paths: list[str]) -> list[object]:
        items = list(found(paths))
        gone.unlink()
        return items

    monkeypatch.setattr(source, "discover", discover_then_delete)
    code, out, err = run("extract", article.parent)
    assert (code, _docs(out)) == (3, [str(article)])
    assert err == f"error: {gone}: no such file or directory\n"


def test_a_file_that_grows_while_it_is_read_is_bounded(run: Run, article: Path) -> None:
    line = article.read_bytes()
    stop = threading.Event()

    def grow() -> None:
        with article.open("ab") as file:
            while not stop.is_set():
                file.write(line * 1000)

    writer = threading.Thread(target=grow)
    writer.start()
    try:
        code, _, err = run("extract", article, "--max-bytes", "20000")
    finally:
        stop.set()
        writer.join()
    assert code in {0, 3, 4}  # read as it was at the start, cut inside a character, or refused
    assert err in {"", f"error: {article}: larger than 20000 bytes\n"} or "invalid UTF-8" in err


@pytest.mark.parametrize("command", [["extract", "-"], ["clean", "-"], ["explain", "-:1"], ["diff", "-", "-"]])
def test_an_endless_stream_is_bounded(command: list[str]) -> None:
    with open("/dev/zero", "rb") as zero:  # noqa: PTH123
        done = subprocess.run(
            [sys.executable, "-m", "claimx", *command, "--max-bytes", "100000"],
            stdin=zero, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
    assert done.returncode == 4
    assert done.stderr.startswith("error: -: larger than 100000 bytes\n")


def test_the_bound_is_stated_and_can_be_moved(run: Run, article: Path) -> None:
    size = article.stat().st_size
    assert run("extract", article, "--max-bytes", size)[0] == 0
    assert run("extract", article, "--max-bytes", size - 1)[2] == f"error: {article}: larger than {size - 1} bytes\n"
    for command in ("extract", "clean", "explain", "diff", "report"):
        assert "default: 16777216" in " ".join(run(command, "--help")[1].split())
