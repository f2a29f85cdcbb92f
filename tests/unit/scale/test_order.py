from __future__ import annotations

import itertools
import os
import signal
import sys
import threading
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from claimx.errors import CrashError, InputError
from claimx.lexicon import load
from claimx.render import writer
from claimx.scale import in_order, order
from claimx.scale.extraction import Extraction
from claimx.scale.processes import across, start_method

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


_needs_fork = pytest.mark.skipif(sys.platform != "linux", reason="the work is a function of the test")


@pytest.fixture
def extraction() -> Extraction:
    return Extraction(partial(writer, "jsonl", ("doc", "metric", "value")), bool, published=date(2025, 1, 1))


def _plain(outcomes: Iterator[tuple[str, object]]) -> list[tuple[str, object]]:
    return [(name, str(outcome) if isinstance(outcome, Exception) else outcome) for name, outcome in outcomes]


@pytest.mark.parametrize("method", sorted({start_method(), "spawn"}))
def test_processes_give_what_one_gives(method: str, articles: list[str], extraction: Extraction) -> None:
    inputs = [*articles[:60], InputError("missing", "no such file"), *articles[60:]]
    alone = _plain(in_order(extraction, inputs, jobs=1))
    assert [name for name, _ in alone] == [*articles[:60], "missing", *articles[60:]]
    assert alone[50] == (articles[50], f"{articles[50]}: empty file")
    assert _plain(across(extraction, inputs, 2, method=method)) == alone


def test_processes_know_the_words_of_the_user(
    articles: list[str], extraction: Extraction, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    article = tmp_path / "article.txt"
    article.write_text("2024年，坪数指数达5毫库仑。\n", encoding="utf-8")
    monkeypatch.setattr(load, "_added", {"unit_measure": (("mC", "毫库仑"),)})
    unit = Extraction(partial(writer, "jsonl", ("unit",)), bool)
    ((_, outcome),) = across(unit, [str(article)], 2, method="spawn")
    assert outcome == ('{"unit": "mC"}\n', 1)


@_needs_fork
def test_what_goes_wrong_in_one_input_stays_with_it() -> None:
    def work(name: str) -> str:
        if name == "3":
            raise RecursionError("too deep")
        return name

    outcomes = dict(across(work, map(str, range(8)), 2, method="fork"))
    crash = outcomes.pop("3")
    assert isinstance(crash, CrashError)
    assert (crash.path, crash.reason) == ("3", "RecursionError: too deep")
    assert "in work" in crash.trace
    assert outcomes == {name: name for name in "0124567"}


@_needs_fork
def test_an_input_that_kills_its_process_is_told_and_no_other_is_lost() -> None:
    def work(name: str) -> str:
        if name in {"3", "30"}:
            os.kill(os.getpid(), signal.SIGKILL)
        return name

    outcomes = list(across(work, map(str, range(60)), 2, method="fork"))
    assert [name for name, _ in outcomes] == [str(number) for number in range(60)]
    killed = {name: outcome for name, outcome in outcomes if name != outcome}
    assert [str(crash) for crash in killed.values()] == [
        f"{name}: the process that read it was killed" for name in killed
    ]
    assert list(killed) == ["3", "30"]


@_needs_fork
def test_inputs_are_taken_only_so_far_ahead() -> None:
    taken = itertools.count()
    inputs = (str(next(taken)) for _ in range(10_000))
    outcomes = across(str, inputs, 2)
    for _ in range(100):
        next(outcomes)
    outcomes.close()
    assert next(taken) < 100 + 2 * 16 + 2


def test_a_process_with_threads_is_not_forked() -> None:
    leave = threading.Event()
    thread = threading.Thread(target=leave.wait)
    thread.start()
    try:
        assert start_method() == "spawn"
    finally:
        leave.set()
        thread.join()


@pytest.mark.parametrize(("inputs", "processes"), [(order.FEW, 1), (order.FEW + 1, 7)])
def test_many_inputs_take_all_cores(inputs: int, processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(order, "cores", lambda: 7)
    names = [str(number) for number in range(inputs)]
    rest, jobs = order._chosen(iter(names))
    assert (list(rest), jobs) == (names, processes)


def test_where_cores_cannot_be_kept_from_a_process_all_are_used(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr("os.sched_getaffinity", raising=False)
    monkeypatch.setattr("os.cpu_count", lambda: 7)
    assert order.cores() == 7
    monkeypatch.setattr("os.cpu_count", lambda: None)
    assert order.cores() == 1
