"""Fit the linker's weights on annotated documents and write ``src/claimx/claim/data/weights.tsv``.

    python scripts/fit_linker.py GOLD_DIR

Metric, subject, period and source are conditional log-linear models over the candidates that the
linker proposes (a softmax in which every acceptable candidate counts as right); whether a figure is
a claim is a logistic model. All are fitted by L-BFGS with an L2 penalty, deterministically. Each weight
is pulled towards what is known beforehand (``priors.py``). While choices are collected they follow the
gold. Needs the ``dev`` extra.
"""

from __future__ import annotations

import argparse
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from scipy.optimize import minimize
from scipy.sparse import csr_matrix

import gold as goldfile
from claimx.claim import evidence as evidence_module
from claimx.claim.confidence import TASKS as CONFIDENCE_TASKS
from claimx.claim.confidence import log_odds
from claimx.claim.layout import lay_out
from claimx.claim.linker import THRESHOLD, link
from claimx.claim.record import make_claim
from claimx.clean import label
from claimx.source import read_document
from claimx.text.words import segmenter
from judge import paired, wrong_links, wrong_quantity
from priors import PRIORS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimx.claim.layout import Sentence
    from claimx.claim.mention import Candidate, Mention
    from claimx.document import Document
    from claimx.model import Claim
    from judge import Gold

TARGET = Path(__file__).parents[1] / "src/claimx/claim/data/weights.tsv"
TASKS = ("metric", "subject", "period", "source")
#: L2 penalty of each task: how far a weight may stray on little evidence.
PENALTY = {"metric": 2.0, "subject": 4.0, "period": 4.0, "source": 1.0, "claim": 1.0}
#: Folds of documents for the calibration of the confidence.
FOLDS = 6
#: Evidence seen in fewer documents than this gets no weight: it could only be learned by heart.
LEAST_DOCUMENTS = 4


@dataclass
class Example:
    """One choice: the evidence of every candidate, and which candidates are right."""

    document: str
    evidence: list[list[str]]
    right: list[bool]


@dataclass
class Examples:
    """What one pass over the documents yields."""

    choices: dict[str, list[Example]] = field(default_factory=lambda: {task: [] for task in TASKS})
    gate: list[tuple[str, list[str], bool]] = field(default_factory=list)
    #: Per task: figures whose candidates hold a right one, and all figures.
    reachable: Counter[str] = field(default_factory=Counter)
    #: Per task: figures for which the model's choice was right.
    right: Counter[str] = field(default_factory=Counter)


@dataclass
class Laid:
    """A document laid out for linking, with its gold claims by figure."""

    name: str
    document: Document
    sentences: list[Sentence]
    #: All gold claims, and those that a figure stands on by the span of that figure.
    claims: list[Gold]
    gold: dict[tuple[int, int], Gold]


class Recorder:
    """A chooser that notes every choice, and follows the gold or the model."""

    def __init__(
        self, laid: Laid, weights: dict[str, evidence_module.Weights], examples: Examples, teach: bool
    ) -> None:
        self.laid, self.weights, self.examples, self.teach = laid, weights, examples, teach

    def _gold(self, mention: Mention) -> Gold | None:
        span = mention.scope.block.source_span(mention.quantity.start, mention.quantity.end)
        return self.laid.gold.get(span)

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        """Note the candidates; the right one where the gold teaches, else the model's own choice."""
        if not candidates:
            return None, 0.0
        known = self.weights.get(task, {})
        for candidate in candidates:
            candidate.score = sum(known.get(name, 0.0) for name in candidate.evidence)
        best = max(candidates, key=lambda candidate: candidate.score)
        claim = self._gold(mention)
        if claim is None or claim.get("level", "core") != "core":
            return best, 1.0
        right = [goldfile.field_right(claim, task, candidate.text) for candidate in candidates]
        self.examples.reachable[task + ".all"] += 1
        if right[candidates.index(best)]:
            self.examples.right[task] += 1
        if any(right):
            self.examples.reachable[task] += 1
            if not all(right):
                self.examples.choices[task].append(Example(self.laid.name, [c.evidence for c in candidates], right))
            if self.teach:
                return max((c for c, ok in zip(candidates, right, strict=True) if ok), key=lambda c: c.score), 1.0
        return best, 1.0

    def is_claim(self, mention: Mention, evidence: list[str]) -> float:
        """Note the evidence; 1 or 0."""
        claim = self._gold(mention)
        if claim is None or claim.get("level", "core") == "core":
            self.examples.gate.append((self.laid.name, evidence, claim is not None))
        if self.teach or not self.weights.get("claim"):
            return 1.0 if claim is not None else 0.0
        known = self.weights["claim"]
        likely = known.get("bias", 0.0) + sum(known.get(name, 0.0) for name in evidence) > 0
        if claim is None or claim.get("level", "core") == "core":
            self.examples.reachable["claim.all"] += 1
            self.examples.right["claim"] += likely == (claim is not None)
        return 1.0 if likely else 0.0


def lay_out_all(folder: Path, only: str | None = None) -> list[Laid]:
    using = segmenter()
    found = []
    for item in goldfile.load(folder, only):
        document = read_document(str(item.path))
        labelled = [block for block in label(document) if block.main]
        sentences = lay_out(document, labelled, document.metadata.published, using)
        claims = goldfile.placed(item, document)
        found.append(Laid(item.name, document, sentences, claims, _match(sentences, claims)))
    return found


def _match(sentences: list[Sentence], claims: list[Gold]) -> dict[tuple[int, int], Gold]:
    """Figures and gold claims paired greedily by overlap."""
    spans = [
        sentence.scope.block.source_span(quantity.start, quantity.end)
        for sentence in sentences
        if sentence.frame is not None
        for quantity in sentence.frame.quantities
    ]
    pairs = sorted(
        (
            (min(end, claim["end"]) - max(start, claim["start"]), -abs(start - claim["start"]), i, j)
            for i, (start, end) in enumerate(spans)
            for j, claim in enumerate(claims)
            if start < claim["end"] and claim["start"] < end
        ),
        reverse=True,
    )
    found: dict[tuple[int, int], Gold] = {}
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if spans[i] not in found and j not in taken:
            found[spans[i]] = claims[j]
            taken.add(j)
    return found


def collect(documents: list[Laid], weights: dict[str, evidence_module.Weights], *, teach: bool) -> Examples:
    examples = Examples()
    for laid in documents:
        for _ in link(laid.sentences, Recorder(laid, weights, examples, teach)):
            pass
    return examples


def _common(seen: Iterable[tuple[str, str]]) -> list[str]:
    """Evidence that enough documents hold, sorted."""
    counts = Counter(name for _, name in set(seen))
    return sorted(name for name, count in counts.items() if count >= LEAST_DOCUMENTS)


def fit_choices(examples: list[Example], penalty: float, prior: evidence_module.Weights) -> evidence_module.Weights:
    """Weights that make the right candidates likely among all candidates of each figure."""
    if not examples:
        return {}
    seen = [(example.document, name) for example in examples for names in example.evidence for name in names]
    names = sorted({*_common(seen), *prior})
    index = {name: i for i, name in enumerate(names)}
    rows, columns, starts, right = [], [], [0], []
    row = 0
    for example in examples:
        for evidence, ok in zip(example.evidence, example.right, strict=True):
            for name in evidence:
                if name in index:
                    rows.append(row)
                    columns.append(index[name])
            right.append(ok)
            row += 1
        starts.append(row)
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(row, len(names)))
    start = np.array([prior.get(name, 0.0) for name in names])
    good = np.array(right)
    edges = np.array(starts[:-1])
    group = np.repeat(np.arange(len(examples)), np.diff(starts))

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        scores = matrix @ weights
        top = np.maximum.reduceat(scores, edges)
        mass = np.exp(scores - top[group])
        total = np.add.reduceat(mass, edges)
        good_mass = mass * good
        good_total = np.add.reduceat(good_mass, edges)
        value = float(np.sum(np.log(total) - np.log(good_total + 1e-300)))
        gradient = matrix.T @ (mass / total[group] - good_mass / (good_total[group] + 1e-300))
        strayed = weights - start
        return value + penalty / 2 * float(strayed @ strayed), gradient + penalty * strayed

    best = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return {name: float(weight) for name, weight in zip(names, best.x, strict=True)}


def fit_gate(examples: list[tuple[str, list[str], bool]], penalty: float) -> evidence_module.Weights:
    """Logistic weights that tell claims from other numbers."""
    names = ["bias", *_common((document, name) for document, evidence, _ in examples for name in evidence)]
    index = {name: i for i, name in enumerate(names)}
    rows, columns = [], []
    for row, (_, evidence, _) in enumerate(examples):
        for name in ("bias", *evidence):
            if name in index:
                rows.append(row)
                columns.append(index[name])
    matrix = csr_matrix((np.ones(len(rows)), (rows, columns)), shape=(len(examples), len(names)))
    sign = np.where([claim for _, _, claim in examples], 1.0, -1.0)

    def loss(weights: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ weights)
        value = float(np.sum(np.logaddexp(0, -margin)))
        gradient = matrix.T @ (-sign / (1 + np.exp(np.clip(margin, -50, 50))))
        return value + penalty / 2 * float(weights @ weights), gradient + penalty * weights

    best = minimize(loss, np.zeros(len(names)), jac=True, method="L-BFGS-B", options={"maxiter": 300})
    return {name: float(weight) for name, weight in zip(names, best.x, strict=True)}


def fit_tasks(examples: Examples) -> dict[str, evidence_module.Weights]:
    weights = {task: fit_choices(examples.choices[task], PENALTY[task], PRIORS.get(task, {})) for task in TASKS}
    weights["claim"] = fit_gate(examples.gate, PENALTY["claim"])
    return weights


def fit(documents: list[Laid]) -> dict[str, evidence_module.Weights]:
    """Weights for the documents. While they are collected every choice follows the gold."""
    return fit_tasks(_merged(collect([document], {}, teach=True) for document in documents))


def _merged(parts: Iterable[Examples]) -> Examples:
    whole = Examples()
    for part in parts:
        for task in TASKS:
            whole.choices[task] += part.choices[task]
        whole.gate += part.gate
    return whole


class FixedChooser:
    """Chooses by weights held in memory."""

    def __init__(self, weights: dict[str, evidence_module.Weights]) -> None:
        self.weights = weights

    def choose(self, task: str, mention: Mention, candidates: list[Candidate]) -> tuple[Candidate | None, float]:
        """The candidate with the most weight of evidence."""
        return evidence_module.best_of(self.weights[task], candidates)

    def is_claim(self, mention: Mention, names: list[str]) -> float:
        """The probability that the figure is a claim."""
        return evidence_module.logistic(self.weights["claim"], names)


def read(laid: Laid, weights: dict[str, evidence_module.Weights]) -> list[tuple[Claim, dict[str, float]]]:
    """The claims of a document under the given weights, each with the certainty of its choices."""
    return [
        (make_claim(laid.document, b"", mention, None, None), mention.certainty)
        for mention, likely in link(laid.sentences, FixedChooser(weights))
        if likely >= THRESHOLD
    ]


def fit_confidence(documents: list[Laid]) -> evidence_module.Weights:
    """Weights of the log-odds of the choices, fitted where the choices were made for held-out documents."""
    rows: list[list[float]] = []
    right: list[bool] = []
    for fold in range(FOLDS):
        weights = fit([laid for i, laid in enumerate(documents) if i % FOLDS != fold])
        for laid in documents[fold::FOLDS]:
            read_claims = read(laid, weights)
            certainty = {claim.start: sure for claim, sure in read_claims}
            for claim, gold in paired([claim for claim, _ in read_claims], laid.claims):
                if claim is not None and (gold is None or gold.get("level") != "optional"):
                    rows.append([1.0, *(log_odds(certainty[claim.start][task]) for task in CONFIDENCE_TASKS)])
                    right.append(gold is not None and not wrong_quantity(claim, gold) and not wrong_links(claim, gold))
    matrix, sign = np.array(rows), np.where(right, 1.0, -1.0)

    def loss(values: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (matrix @ values)
        gradient = matrix.T @ (-sign / (1 + np.exp(np.clip(margin, -50, 50))))
        return float(np.sum(np.logaddexp(0, -margin))) + float(values @ values) / 2, gradient + values

    best = minimize(loss, np.zeros(matrix.shape[1]), jac=True, method="L-BFGS-B")
    return dict(zip(("bias", *CONFIDENCE_TASKS), map(float, best.x), strict=True))


def write(weights: dict[str, evidence_module.Weights]) -> None:
    lines = [
        "# Weights of the linker's evidence, fitted by scripts/fit_linker.py; do not edit by hand.",
        "# Columns: task, evidence, weight. A higher sum wins; evidence not listed weighs nothing.",
    ]
    for task, known in weights.items():
        lines += [f"{task}\t{name}\t{weight:.3f}" for name, weight in sorted(known.items()) if abs(weight) >= 0.005]
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold_dir", type=Path)
    arguments = parser.parse_args()
    documents = lay_out_all(arguments.gold_dir)
    weights = fit(documents)
    weights["confidence"] = fit_confidence(documents)
    write(weights)
    fitted = collect(documents, weights, teach=False)
    print(
        f"{'task':8} {'weights':>8} {'reachable':>10} {'right':>8}   (on the documents fitted; see cross_validate.py)"
    )
    for task in (*TASKS, "claim"):
        reachable, right = _share(fitted.reachable, task, fitted), _share(fitted.right, task, fitted)
        print(f"{task:8} {len(weights[task]):8} {reachable:10.4f} {right:8.4f}")


def _share(counts: Counter[str], task: str, examples: Examples) -> float:
    return counts[task] / max(1, examples.reachable[task + ".all"])


if __name__ == "__main__":
    main()
