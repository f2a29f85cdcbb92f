"""Write ``docs/accuracy.md`` from the scorer: ``python scripts/make_accuracy.py GOLD_DIR [MORE_DIR...]``.

The directories hold annotated articles as ``fit_linker.py`` reads them; those of the first are measured.
Each article is read with weights fitted on the
others only, fold by fold, so that the figures say what to expect of an article nobody has looked at.
Needs the ``dev`` extra; takes about a minute.
"""

from __future__ import annotations

import argparse
from collections import Counter
from operator import attrgetter
from pathlib import Path

from evaluate import ROOT
from examples import lay_out_folders
from fit_linker import FOLDS, fit, folds, read
from judge import Score, paired, score_claims, wrong_links, wrong_quantity

MEASURES = {
    "found": "a figure that a careful reader takes for a claim is read as one",
    "quantity": "and its value, range, ratio, unit and bound are right",
    "claim": "and its kind, direction, metric, subject and period are all right",
}
LINKS = ("kind", "direction", "period", "metric", "subject")

PAGE = """<!-- Written by scripts/make_accuracy.py; run it again after a change to the rules or the weights. -->
# How accurate it is

Measured on {documents} articles with {claims} claims, annotated by hand: business commentary, announcements and
statistical reports, on which two readers agreed. Each was read with weights fitted on the *other* articles ({folds}
folds) and on {others} more that one reader annotated, some of them written for it
([ADR 0007](adr/0007-linking.md)): so these are figures for an article that the weights have not seen. The grammars and
word lists, though, were written with some of these articles in view, so expect a little less of a new one.

| | precision | recall | F1 | counts as right when |
|---|--:|--:|--:|---|
{measures}
Of the figures found with the right quantity, this share has the right

| field | share |
|---|--:|
{links}
What that means in practice:

- **Numbers can be trusted, links have to be checked.** Nearly every figure is found with the right value and unit;
  whose figure of what and when it is comes out wholly right in about {wholly} of ten. The weakest field is the
  {weakest}.
- **Articles differ.** Of those with ten claims or more, a tenth stay below {low:.2f} in F1 of whole claims, and a tenth
  are above {high:.2f}.
- `confidence` and `inferred` say where to look first; `claimx explain FILE:LINE` says why a figure was read as it was.
- A claim counts as right only when *all* of the fields are. What a text does not state has to be left empty.

The figures of `scripts/evaluate.py`, which CI checks against floors, are of the five sample articles, on which the
weights were fitted. They guard against getting worse and say nothing about a new article.
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", type=Path, nargs="+", metavar="GOLD_DIR")
    of_folder = lay_out_folders(parser.parse_args().folders)
    documents = [laid for members in of_folder.values() for laid in members]
    measured = [laid for laid in documents if laid.agreed]
    totals = {name: Score() for name in MEASURES}
    right: Counter[str] = Counter()
    articles: list[float] = []
    for others, left_out in folds(documents, FOLDS):
        weights = fit(others)
        for laid in filter(attrgetter("agreed"), left_out):
            claims = [claim for claim, _ in read(laid, weights)]
            own = {name: Score() for name in MEASURES}
            list(score_claims(claims, laid.claims, own))
            for name, score in own.items():
                totals[name].right += score.right
                totals[name].read += score.read
                totals[name].wanted += score.wanted
            if own["claim"].wanted >= 10:
                articles.append(own["claim"].f1)
            for claim, wanted in paired(claims, laid.claims):
                core = claim and wanted and wanted.get("level") != "optional"
                if core and claim and wanted and not wrong_quantity(claim, wanted):
                    right["all"] += 1
                    right.update(set(LINKS).difference(wrong_links(claim, wanted)))
    articles.sort()
    page = PAGE.format(
        documents=len(measured),
        others=len(documents) - len(measured),
        claims=int(totals["found"].wanted),
        folds=FOLDS,
        measures="".join(_row(name, totals[name]) for name in MEASURES),
        links="".join(f"| {name} | {right[name] / right['all']:.1%} |\n" for name in LINKS),
        wholly=round(10 * totals["claim"].right / totals["quantity"].right),
        weakest=min(LINKS, key=lambda name: right[name]),
        low=articles[len(articles) // 10],
        high=articles[-1 - len(articles) // 10],
    )
    (ROOT / "docs" / "accuracy.md").write_text(page, encoding="utf-8")


def _row(name: str, score: Score) -> str:
    precision, recall = score.right / score.read, score.right / score.wanted
    return f"| {name} | {precision:.1%} | {recall:.1%} | {score.f1:.1%} | {MEASURES[name]} |\n"


if __name__ == "__main__":
    main()
