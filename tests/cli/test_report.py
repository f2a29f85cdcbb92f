from __future__ import annotations

import itertools
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest
from typer.testing import CliRunner

from claimx.cli import report as module
from claimx.cli.app import app
from claimx.cli.report import Report
from claimx.errors import InputError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Clock = Callable[[float], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Standard error is a terminal, and every look at the clock finds so many seconds more."""

    def tick(seconds: float) -> None:
        ticks = itertools.count()
        monkeypatch.setattr(module, "time", SimpleNamespace(monotonic=lambda: next(ticks) * seconds))
        monkeypatch.setattr(module, "_terminal", lambda: True)

    return tick


def test_long_work_shows_progress_and_takes_it_away(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    clock(2.0)
    with Report(live=True) as report:
        report.success("a", 2)
        report.failure(InputError("b", "empty file"))
        report.success("c", 1)
    erase = "\r\x1b[K"
    assert capsys.readouterr().err == (
        f"{erase}1 file, 2 claims …{erase}error: b: empty file\n{erase}2 files, 3 claims …"
        f"{erase}2 files, 3 claims, 1 failed, 6.0 s\n"
    )


def test_short_work_shows_none(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    clock(0.1)
    with Report(live=True) as report:
        report.success("a", 2)
    assert capsys.readouterr().err == "1 file, 2 claims, 0.2 s\n"


@pytest.mark.parametrize("options", [{"live": False}, {"live": True, "quiet": True}, {"live": True, "verbose": True}])
def test_no_progress_into_a_table_when_quiet_or_verbose(
    options: dict[str, bool], clock: Clock, capsys: pytest.CaptureFixture[str]
) -> None:
    clock(2.0)
    with Report(**options) as report:
        report.success("a", 2)
    assert "…" not in capsys.readouterr().err


def test_progress_is_gone_before_a_table_comes(clock: Clock, article: Path) -> None:
    clock(2.0)
    shown = CliRunner().invoke(app, ["diff", str(article), str(article), "--format", "table"]).output
    before, _, _ = shown.partition("verdict")
    assert "2 files, 2 claims …\r\x1b[K" in before


def test_a_run_cut_short_has_no_closing_line(clock: Clock, capsys: pytest.CaptureFixture[str]) -> None:
    clock(2.0)
    with pytest.raises(KeyboardInterrupt), Report():
        raise KeyboardInterrupt
    assert capsys.readouterr().err == ""


def test_warnings_can_be_silenced_and_errors_cannot(capsys: pytest.CaptureFixture[str]) -> None:
    with Report(quiet=True) as report:
        report.warning("w")
        report.failure(InputError("b", "empty file"))
    assert capsys.readouterr().err == "error: b: empty file\n"
