"""Candidates are weighed by the sum of their evidence; the fitted weights are whole."""

from __future__ import annotations

import json
import math
from importlib import resources

import pytest

from claimx.claim.evidence import GRAINS, best_of, logistic, weights
from claimx.claim.mention import Candidate

_KNOWN = {"near": 2.0, "far": -1.0, "measure": 0.5, "bias": -0.5}


def _candidate(text: str | None, *evidence: str) -> Candidate:
    return Candidate(text, "pattern", list(evidence))


def test_the_largest_sum_is_chosen_with_its_probability() -> None:
    near, far = _candidate("营收", "near", "measure"), _candidate("利润", "far")
    best, sure = best_of(_KNOWN, [far, near])
    assert best is near
    assert (near.score, far.score) == (2.5, -1.0)
    assert sure == pytest.approx(math.exp(2.5) / (math.exp(2.5) + math.exp(-1.0)))


def test_of_equals_the_first_is_chosen() -> None:
    first, second = _candidate("营收", "near"), _candidate("利润", "near")
    best, sure = best_of(_KNOWN, [first, second])
    assert best is first
    assert sure == pytest.approx(0.5)


def test_candidates_of_the_same_text_share_their_probability() -> None:
    candidates = [_candidate("营收", "near"), _candidate("利润", "near"), _candidate("营收", "near")]
    assert best_of(_KNOWN, candidates)[1] == pytest.approx(2 / 3)


def test_the_likeliest_text_wins_over_the_best_single_candidate() -> None:
    known = {"strong": 1.0, "weak": 0.6}
    single, first, second = _candidate("门店", "strong"), _candidate("品牌"), _candidate("品牌", "weak")
    best, sure = best_of(known, [single, first, second])
    assert best is second
    assert sure == pytest.approx((1 + math.exp(0.6)) / (1 + math.exp(0.6) + math.e))


def test_a_name_without_a_weight_counts_zero() -> None:
    candidate = _candidate(None, "never-fitted")
    assert best_of(_KNOWN, [candidate]) == (candidate, 1.0)
    assert candidate.score == 0


def test_without_candidates_there_is_no_choice() -> None:
    assert best_of(_KNOWN, []) == (None, 0.0)


@pytest.mark.parametrize(
    ("evidence", "total"), [([], -0.5), (["near"], 1.5), (["near", "near"], 3.5), (["far", "never-fitted"], -1.5)]
)
def test_the_probability_of_yes(evidence: list[str], total: float) -> None:
    assert logistic(_KNOWN, evidence) == pytest.approx(1 / (1 + math.exp(-total)))


@pytest.mark.parametrize(("weight", "likely"), [(1e9, 1.0), (-1e9, 0.0)])
def test_overwhelming_evidence_does_not_overflow(weight: float, likely: float) -> None:
    assert logistic({"overwhelming": weight}, ["overwhelming"]) == pytest.approx(likely, abs=1e-9)


def test_every_task_has_weights_and_none_twice() -> None:
    text = resources.files("claimx.claim").joinpath("data/weights.json").read_text(encoding="utf-8")
    tasks = dict(json.loads(text, object_pairs_hook=list))
    assert tasks.keys() >= {"claim", "metric", "subject", "period", "source"}
    for task, pairs in tasks.items():
        assert len(dict(pairs)) == len(pairs)
        assert all(isinstance(grains, int) for _, grains in pairs)
        assert weights(task) == {name: grains / GRAINS for name, grains in pairs}
