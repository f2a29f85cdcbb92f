"""An explanation of one line as a derivation: what is read, by which rule, what lost, and what follows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.render.cells import cells, wrapped
from claimx.render.figure import change, figure
from claimx.render.language import said
from claimx.render.visible import visible_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimx.claim.explain import Choice, LineExplanation, NumberExplanation, Reading, Weighed
    from claimx.model import Claim

#: A value that is wider leaves the reasons to the next line.
_WIDEST_VALUE = 24


def derivation(explanation: LineExplanation, width: int) -> Iterator[str]:
    """The lines of text, without line feeds, at most ``width`` terminal cells wide where words allow it."""
    label = said({"main": "main text", "blank": "blank line"}.get(explanation.label, explanation.label))
    yield f"{said('line {}').format(explanation.line)} · {label} ({said(explanation.reason)})"
    yield from (f"  {line}" for line in wrapped(visible_line(explanation.text), width - 2))
    if not explanation.numbers:
        yield f"  {said('no numbers')}"
    for place, number in enumerate(explanation.numbers, start=1):
        yield ""
        yield f"{place}. {visible_line(number.text)}  [{number.start}, {number.end})"
        yield from _laid_out(list(_steps(number)), width)


def _steps(number: NumberExplanation) -> Iterator[tuple[str, str, str]]:
    """What is asked, the answer, and the reasons, from the reading to what follows."""
    grammar = ", ".join(number.grammar)
    if number.verdict == "no quantity":
        yield said("so"), said("no claim"), said("part of a name, a label or a list number")
    elif number.verdict == "time":
        yield said("read as"), visible_line(number.detail or said("open without a publication date")), grammar
        yield said("so"), said("no claim"), said("a time, not a figure")
    else:
        claim = number.claim
        yield said("read as"), "" if claim is None else figure(claim, raw_numbers=True), grammar
        if claim is not None:
            yield from _fields(number, claim)
        if number.likely is not None:
            yield said("a claim?"), f"{number.likely:.2f}", _sum(number.weighed)
        if number.verdict == "boilerplate":
            yield said("so"), said("no claim"), said("not in the article: {}").format(said(number.detail or ""))
        elif claim is None:
            yield said("so"), said("no claim"), said("less likely than not")
        else:
            parts = (claim.subject, claim.metric, figure(claim), change(claim, say=said), claim.period, claim.source)
            shown = " · ".join(visible_line(part) for part in parts if part)
            yield said("so"), shown, said("confidence {}").format(f"{claim.confidence:.2f}")


def _fields(number: NumberExplanation, claim: Claim) -> Iterator[tuple[str, str, str]]:
    yield said("kind"), " ".join(filter(None, (said(claim.kind), change(claim, say=said)))), ", ".join(number.rules)
    for choice in number.choices:
        value = getattr(claim, choice.task)
        if value is None and not choice.rivals:
            continue
        written = claim.period_text if choice.task == "period" else None
        shown = visible_line(value or said("none"))
        beside = f" ({visible_line(written)})" if written and written != value else ""
        yield said(choice.task), shown + beside, _reasons(choice, inferred=choice.task in claim.inferred)


def _reasons(choice: Choice, *, inferred: bool) -> str:
    """How the value was found, and below it what lost."""
    found = _reading(choice.chosen, said("in another clause") if inferred else "")
    if choice.weighed:
        found += f" = {_sum(choice.weighed)} …"
    rivals = ", ".join(f"{visible_line(rival.text or said('none'))} [{_reading(rival)}]" for rival in choice.rivals)
    return f"{found}\n{said('rather than {}').format(rivals)}" if rivals else found


def _reading(reading: Reading, remark: str = "") -> str:
    pattern = "" if reading.text is None else reading.pattern
    return " ".join(filter(None, (pattern, f"({remark})" if remark else "", f"{reading.score:+.1f}")))


def _sum(weighed: Weighed) -> str:
    return " ".join(f"{name} {weight:+.1f}" for name, weight in weighed) or said("nothing weighs either way")


def _laid_out(steps: list[tuple[str, str, str]], width: int) -> Iterator[str]:
    """Three columns; the reasons are wrapped below themselves."""
    first = max(cells(name) for name, _, _ in steps) + 2
    second = max((cells(value) for _, value, _ in steps if cells(value) <= _WIDEST_VALUE), default=0) + 2
    indent = " " * (3 + first + second)
    for name, value, reasons in steps:
        left = f"   {name}{' ' * (first - cells(name))}"
        room = max(20, width - cells(indent))
        lines = [line for part in reasons.split("\n") for line in wrapped(part, room)]
        if cells(value) <= _WIDEST_VALUE:
            left += value + " " * (second - cells(value))
        else:
            yield left + value
            left = indent
        yield (left + (lines[0] if lines else "")).rstrip()
        yield from (indent + line for line in lines[1:])
