"""What makes a claim's fact that fact: the parts of which all must agree."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from claimx.compare.doubt import has_rival
from claimx.compare.names import implied, is_measure, is_name, metric_name, subject_name
from claimx.compare.narrowing import narrowing
from claimx.compare.owner import owned
from claimx.compare.period import length, period_key
from claimx.compare.scope import clause_scope, is_opening, slices
from claimx.compare.units import measure
from claimx.lexicon.load import words
from claimx.lexicon.terms import head_dimension, metrics

if TYPE_CHECKING:
    from claimx.model import Claim

# An actual figure and an estimate of it are one fact; a plan, a forecast and a worked example each stand apart.
_MODALITIES = {"estimate": "actual"}
# What a rank without a measure of its own is a rank in, and measures of a whole market that say no more.
_STANDING = "排名"
_WHOLE = frozenset({"市场份额", "市场规模", "规模", "份额"})
_ONE_DAY = frozenset({"单日", "首日"})
# Scopes that a period of their own length says already: 单日销量 of a day is its 销量.
_SPANNED = {"日": "单日", "月": "单月", "季": "单季", "年": "年均"}


class Signature(NamedTuple):
    """The parts of a fact. Equal signatures are one fact; one part apart is not comparable."""

    #: Empty for an anonymous subject, which no other document can mean.
    subject: str
    metric: str
    scope: frozenset[str]
    kind: str
    #: What a change or comparison is measured against.
    basis: str
    #: None when the text leaves it unsaid.
    period: str | None
    #: The dimension.
    unit: str
    modality: str


class Reading(NamedTuple):
    """A claim's signature and how far it can be trusted to tell facts apart."""

    signature: Signature
    #: Whether the metric is so wide (价格, 数量) that one subject has several figures of it at once.
    wide: bool
    #: Whether the subject is in doubt.
    doubtful: bool


def read(claim: Claim) -> Reading:
    """The signature of a claim; it depends on the claim alone."""
    owner = owned(claim)
    subject = subject_name(owner.subject)
    change = claim.kind in {"change", "comparison"}
    metric = metric_name(owner.metric, change=change)
    if claim.kind == "rank" and _is_standing(metric.core):
        metric = metric._replace(core=_STANDING)
    # A canonical metric may have lost the words for a stretch of time: 累计销量 is listed as 销量.
    scope = metric.scope | slices(claim.metric or "") | clause_scope(claim) | narrowing(claim)
    if any(name.endswith(("日", "日内")) for name in scope - _ONE_DAY):
        scope -= _ONE_DAY  # 三日销售额, read as the 日销售额 of three days
    if is_opening(scope):
        scope -= {"单品"}  # what has a first day is a product, whether or not the text says so
    scope |= subject.scope if subject else frozenset()
    scope -= implied(metric.core)
    span = length(claim)
    if span is not None:
        scope -= {_SPANNED[span]}
    return Reading(
        Signature(
            # Nobody's figure, and the figure of nothing, are like no other document's.
            subject=subject.core if subject and is_name(owner.metric) else "",
            metric=metric.core,
            scope=scope,
            # The earlier end of 从A到B is a figure of an earlier time, which the record's period need not be.
            kind=f"{claim.kind} from" if claim.endpoint == "from" else claim.kind,
            basis=_basis(claim, span),
            period=period_key(claim, metric.core, opening=is_opening(scope)),
            unit=_dimension(claim, metric.core),
            modality=_MODALITIES.get(claim.modality, claim.modality),
        ),
        # Without a period, the words have to be as good as a measure to tell one figure from the next.
        wide=is_generic(metric.core) or (claim.period is None and not is_measure(metric.core)),
        doubtful=not owner.sure and has_rival(claim),
    )


def _is_standing(metric: str) -> bool:
    """Whether a rank by this is the place a subject has on the whole: 第三大电商平台, 市占率第三, 行业第三."""
    return metric in _WHOLE or head_dimension(metric) is None


def _dimension(claim: Claim, metric: str) -> str:
    """The dimension of the figure, where the unit leaves it open that of its metric.

    Money without a currency is in yuan; persons are counted in anything: 3亿, 3亿人, 3亿用户.
    """
    dimension = measure(claim.unit).dimension
    known = metrics().get(metric.lower())
    if known is None or dimension != "count":
        return dimension
    if known.dimension == "money" and claim.unit is None:
        return "CNY"
    return "persons" if known.dimension == "people" else dimension


def _basis(claim: Claim, span: str | None) -> str:
    if claim.kind not in {"change", "comparison"}:
        return ""
    if claim.basis == "versus":
        return f"versus {(claim.compare_to or '').strip()}"
    # The growth of a calendar year is over the year before, whether or not the text says so.
    if claim.basis is None and claim.kind == "change" and span == "年":
        return "yoy"
    return claim.basis or ""


@cache
def is_generic(metric: str) -> bool:
    """Whether a metric is so wide that one subject has several figures of it at once."""
    return len(metric) < 2 or metric in words("scope_generic")
