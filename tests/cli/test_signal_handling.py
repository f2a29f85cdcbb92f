"""What a signal does to the process that gets it, told from inside."""

from __future__ import annotations

import runpy
import signal
from typing import TYPE_CHECKING

import pytest

from claimx import __version__
from claimx.cli.exits import QuietGroup
from claimx.cli.signals import Ended, exit_code, install, whole_piece
from claimx.cli.sink import StandardOutput, write_all
from claimx.errors import OutputError
from claimx.scale.ending import ENDING

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(autouse=True)
def _handlers() -> Iterator[None]:
    before = {number: signal.signal(number, signal.SIG_DFL) for number in ENDING}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


def test_a_signal_raises_at_once_outside_a_piece() -> None:
    install()
    for number in ENDING:
        with pytest.raises(Ended) as caught:
            signal.raise_signal(number)
        assert exit_code(caught.value) == 128 + number


def test_a_signal_waits_for_the_end_of_the_piece_and_a_second_does_not() -> None:
    install()
    done: list[str] = []
    with pytest.raises(Ended) as caught, whole_piece():
        signal.raise_signal(signal.SIGTERM)
        done.append("written")
    assert (done, exit_code(caught.value)) == (["written"], 143)
    with pytest.raises(Ended) as caught, whole_piece():
        signal.raise_signal(signal.SIGTERM)
        signal.raise_signal(signal.SIGINT)
        done.append("never")
    assert (done, exit_code(caught.value)) == (["written"], 130)


def test_a_piece_that_fails_says_so_and_the_signal_is_forgotten() -> None:
    install()
    with pytest.raises(OSError, match="full"), whole_piece():
        signal.raise_signal(signal.SIGTERM)
        raise OSError("full")
    with whole_piece():
        pass


def test_handlers_of_others_and_ignored_signals_are_left() -> None:
    def theirs(*_: object) -> None: ...

    signal.signal(signal.SIGTERM, theirs)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    install()
    assert signal.getsignal(signal.SIGTERM) is theirs
    assert signal.getsignal(signal.SIGINT) == signal.SIG_IGN


def test_without_a_known_signal_the_code_is_that_of_ctrl_c() -> None:
    assert exit_code(None) == exit_code(KeyboardInterrupt()) == 130


def test_a_file_that_takes_less_than_all_gets_the_rest() -> None:
    class Slow:
        taken = b""

        def write(self, piece: memoryview) -> int:
            self.taken += bytes(piece[:3])
            return len(piece[:3])

    slow = Slow()
    write_all(slow, "3.5万亿元\udc80")  # type: ignore[arg-type]
    assert slow.taken == "3.5万亿元\\udc80".encode()


def test_without_standard_output_there_is_one_line(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdout", None)
    with pytest.raises(OutputError, match="standard output is closed"), StandardOutput():
        pass


def test_a_group_that_is_called_from_another_program_raises() -> None:
    from typer.main import get_command  # noqa: PLC0415

    from claimx.cli.app import app  # noqa: PLC0415 - the module under test is the group

    group = get_command(app)
    assert isinstance(group, QuietGroup)
    with pytest.raises(Exception, match="nonsense"):
        group.main(["nonsense"], standalone_mode=False)


def test_the_module_is_the_command(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr("sys.argv", ["claimx", "--version"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_module("claimx", run_name="__main__")
    assert caught.value.code == 0
    assert capsys.readouterr().out == f"claimx {__version__}\n"
    assert all(callable(signal.getsignal(number)) for number in ENDING)
