"""How an owner touches its measure: 抖音的GMV, 抖音GMV, 抖音2024年GMV; and which name does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.name_sort import BENCHMARKS
from claimx.claim.phrases import runs_leftwards
from claimx.claim.tokens import Class, has_role, is_name

if TYPE_CHECKING:
    from claimx.claim.mention import Mention
    from claimx.claim.phrases import Run
    from claimx.claim.tokens import Token

_LONGEST_TIE = 3
# What the figures of others are measured against or found in: 占全国的3%, 海外收入.
_EVERYWHERE = frozenset((
    "全国", "全球", "世界", "国内", "国外", "海外", "境内", "境外", "全网", "城镇", "农村", "乡村", "城乡",
    "线上", "线下",
))  # fmt: skip


def owns(mention: Mention, run: Run, edge: int) -> str | None:
    """``S的M``, ``SM``, ``S2024年M`` or ``S首日M``: how a phrase touches the metric's."""
    tokens = mention.frame.clauses[run.clause].tokens
    if run.last == edge:
        return "owner.bare"
    if edge - run.last > _LONGEST_TIE:
        return None
    between = [mention.frame.tokens[index] for index in tokens[run.last : edge]]
    times = [token.cls is Class.PERIOD or token.tag == "t" for token in between]
    if all(times):
        return "owner.period"
    if between[-1].cls is Class.OF and all(times[:-1]):
        return "owner.period" if times[:-1] else "owner.of"
    return None


def named_owner(mention: Mention) -> tuple[str, Token] | None:
    """The name in the phrase right in front of the metric in the figure's own clause, or in the metric itself."""
    frame, metric = mention.frame, mention.metric
    if metric is None or metric.first is None or metric.pattern != "left":
        return None
    clause = frame.clause_of[mention.figure]
    if frame.clause_of[metric.first] != clause:
        return None
    tokens = frame.clauses[clause].tokens
    place = frame.place_of[metric.first]
    run = next(iter(runs_leftwards(frame, clause, place)), None)
    if run is not None and owns(mention, run, place) is not None:
        phrase = [frame.tokens[index] for index in tokens[run.first : run.last]]
        named = [token for token in phrase if is_name(token) and token.text not in _EVERYWHERE]
        benchmarks = [token for token in phrase if token.text in BENCHMARKS]
        if benchmarks and not named:
            return "owner-benchmark", benchmarks[0]
        if named and not has_role(frame.tokens[tokens[run.first]], "share"):
            known = next((token for token in named if token.word.entity is not None), named[0])
            return f"owner-{_sort_of_name(known)}", known
    first = frame.tokens[metric.first]
    if first.text in BENCHMARKS:
        return "prefix-benchmark", first
    if is_name(first) and metric.last != metric.first and first.text not in _EVERYWHERE:
        return f"prefix-{_sort_of_name(first)}", first
    return None


def _sort_of_name(token: Token) -> str:
    """A place may be where something is measured as well as whose it is; other names are owners."""
    if token.word.entity is None:
        return "name"
    return "place" if token.word.entity.type == "place" else "known"
