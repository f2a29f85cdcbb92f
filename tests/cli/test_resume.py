"""``extract --resume``: whatever a run was cut short by, running it again gives what a whole run gives."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    Run = Callable[..., tuple[int, str, str]]

_FIELDS = ("--fields", "doc,metric,value")


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    """Articles with two claims each, the first, every third and the last with none, one that cannot be read."""
    folder = tmp_path / "articles"
    folder.mkdir()
    for number in range(10):
        text = f"2024年，营收达{number + 1}亿元，同比增长{number + 1}%。" if number % 3 else "没有数字的一篇文章。"
        (folder / f"{number}.txt").write_text(text + "\n", encoding="utf-8")
    (folder / "5.txt").write_bytes(b"")
    return folder


@pytest.fixture
def whole(run: Run, articles: Path, tmp_path: Path) -> bytes:
    path = tmp_path / "whole.jsonl"
    assert run("extract", articles, "-o", path, *_FIELDS)[0] == 3
    return path.read_bytes()


def _resume(run: Run, articles: Path, output: Path, *more: object) -> tuple[int, str, str]:
    return run("extract", articles, "-o", output, "--resume", *_FIELDS, *more)


@pytest.mark.parametrize("jobs", [1, 2])
def test_from_wherever_it_was_cut(jobs: int, run: Run, articles: Path, whole: bytes, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    ends = [place + 1 for place, byte in enumerate(whole) if byte == ord("\n")]
    sizes = sorted({0, 1, 30, *(end + shift for end in ends for shift in (-1, 0, 1))} - {len(whole) + 1})
    for size in sizes if jobs == 1 else sizes[:: len(sizes) // 3]:
        output.write_bytes(whole[:size])
        assert _resume(run, articles, output, "--jobs", jobs)[0] in {0, 3}
        assert output.read_bytes() == whole, size


def test_what_is_done_is_not_read_again(
    run: Run, articles: Path, whole: bytes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from claimx.scale import extraction  # noqa: PLC0415 - the command imports it late too

    read: list[str] = []
    real = extraction.read_document

    def watched(path: str, **options: object) -> object:
        read.append(Path(path).name)
        return real(path, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(extraction, "read_document", watched)
    output = tmp_path / "claims.jsonl"
    records = whole.splitlines(keepends=True)
    at = next(place for place, line in enumerate(records) if json.loads(line)["doc"].endswith("7.txt"))
    output.write_bytes(b"".join(records[: at + 1]) + records[at + 1][:5])
    code, _, err = _resume(run, articles, output, "-v")
    # Neither 0, 3 and 6, which gave nothing, nor 5, which failed and was told; 7 may have been half written.
    assert read == ["7.txt", "8.txt", "9.txt"]
    assert (code, err.splitlines()[0]) == (0, f"{output}: goes on after 7 files")
    assert output.read_bytes() == whole


def test_a_missing_input_is_told_again(run: Run, articles: Path, whole: bytes, tmp_path: Path) -> None:
    output = tmp_path / "claims.jsonl"
    output.write_bytes(whole)
    missing = tmp_path / "missing"
    code, _, err = run("extract", missing, articles, "-o", output, "--resume", *_FIELDS)
    assert (code, err) == (3, f"error: {missing}: no such file or directory\n")
    assert output.read_bytes() == whole


def _other_fields(_articles: Path, _output: Path) -> tuple[str, ...]:
    return ("--fields", "doc,metric")


def _removed(articles: Path, _output: Path) -> tuple[str, ...]:
    (articles / "1.txt").unlink()
    return _FIELDS


def _changed(_articles: Path, output: Path) -> tuple[str, ...]:
    os.utime(output, (0, 0))  # so that the articles are newer
    return _FIELDS


def _no_records(_articles: Path, output: Path) -> tuple[str, ...]:
    output.write_text("my notes\n", encoding="utf-8")
    return _FIELDS


def _a_note(_articles: Path, output: Path) -> tuple[str, ...]:
    output.write_text("my notes", encoding="utf-8")
    return _FIELDS


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (_other_fields, "line 1 has other fields"),
        (_removed, "1.txt is not among the inputs, or not in this order"),
        (_changed, "0.txt was changed after it"),
        (_no_records, "line 1 is not a record"),
        (_a_note, "line 1 is not a record"),
    ],
)
def test_what_is_no_beginning_of_this_run_is_left_alone(
    change: Callable[[Path, Path], tuple[str, ...]],
    reason: str,
    run: Run,
    articles: Path,
    whole: bytes,
    tmp_path: Path,
) -> None:
    output = tmp_path / "claims.jsonl"
    output.write_bytes(whole)
    fields = change(articles, output)
    before = output.read_bytes()
    code, _, err = run("extract", articles, "-o", output, "--resume", *fields)
    assert code == 4
    assert err.startswith(f"error: {output}: cannot be resumed: ")
    assert err.endswith(reason + "\n")
    assert output.read_bytes() == before


@pytest.mark.parametrize(
    "arguments",
    [
        (),
        ("-o", "claims.csv"),
        ("-o", "claims.jsonl", "--fields", "metric"),
        ("-o", "claims.jsonl", "-"),
    ],
)
def test_wrong_usage(arguments: tuple[str, ...], run: Run, article: Path) -> None:
    code, _, err = run("extract", article, "--resume", *arguments)
    assert code == 2
    assert "'--resume'" in err


@pytest.mark.skipif(os.name != "posix", reason="kills and locks")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_run_that_is_killed_goes_on(how: signal.Signals, run: Run, articles: Path, tmp_path: Path) -> None:
    for number in range(100, 400):
        (articles / f"{number}.txt").hardlink_to(articles / "1.txt")
    output = tmp_path / "claims.jsonl"
    command = [sys.executable, "-m", "claimx", "extract", str(articles), "-o", str(output), "--resume", *_FIELDS]
    with subprocess.Popen([*command, "-v"], stderr=subprocess.PIPE) as child:
        assert child.stderr is not None
        for line in child.stderr:
            if b"110.txt" in line:
                break
        # What is said to be done is in the file, and no second run may write to it.
        assert b"110.txt" in output.read_bytes()
        code, _, err = _resume(run, articles, output)
        assert (code, err) == (4, f"error: {output}: another run is writing it\n")
        child.send_signal(how)
        child.stderr.read()
    assert child.returncode in {130, -signal.SIGKILL}
    assert b"399.txt" not in output.read_bytes()
    assert _resume(run, articles, output)[0] in {0, 3}
    assert output.read_text(encoding="utf-8") == run("extract", articles, *_FIELDS)[1]
