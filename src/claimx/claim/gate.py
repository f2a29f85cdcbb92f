"""Is this number a claim? The never-lines of CLAIMS.md as named evidence, weighed together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimx.claim.tokens import Class
from claimx.claim.walk import rightwards
from claimx.lexicon.terms import names_text

if TYPE_CHECKING:
    from claimx.claim.mention import Mention

_CHINESE_DIGITS = frozenset("零一二两三四五六七八九十百千万亿半几数")
# Words right beside a figure that tell whether it measures, selects or counts off.
_LEFT_WORDS = frozenset((
    "第", "每", "这", "那", "前", "后", "其中", "另", "同", "上", "下", "各", "任", "首", "近", "过去", "未来",
    "最近", "以", "共", "有", "等", "按", "用", "花",
))  # fmt: skip
_RIGHT_WORDS = frozenset((
    "内", "后", "前", "里", "以来", "来", "时间", "以后", "之后", "之前", "以前", "之内", "时", "间", "期间", "的",
    "以下", "以上", "级", "档", "元", "起订", "包邮", "新低", "左右",
))  # fmt: skip
_SMALL = 10
# How many tokens on either side tell whether a measure is talked of.
_NEARBY = 8
# A number written with one of these measures something: years, list numbers and labels never are.
_SCALES = frozenset("万亿")
# So many tokens on either side a short quotation may hold, its marks included.
_QUOTED = 5
_ARITHMETIC = frozenset("=＝*×÷")
_OPENING_QUOTES, _CLOSING_QUOTES = frozenset('“‘「『《"'), frozenset('”’」』》"')


def gate_evidence(mention: Mention) -> list[str]:
    """Named evidence that the figure measures something, or only names, counts points or selects."""
    frame, quantity, group = mention.frame, mention.quantity, mention.group
    number = frame.text[quantity.number_span[0] : quantity.number_span[1]]
    chinese = bool(number) and _CHINESE_DIGITS.issuperset(number)
    value = quantity.value if quantity.value is not None else quantity.max
    size = (
        "none"
        if value is None
        else "one"
        if value == 1
        else "small"
        if value < _SMALL
        else "mid"
        if value < 100
        else "large"
    )
    script = "chinese" if chinese else "digits"
    found = [
        f"form:{quantity.form}",
        f"form:{quantity.form}:{script}",
        f"size:{size}:{script}",
        f"size:{size}:{script}:{group}",
        f"bound:{quantity.bound}",
        f"block:{mention.scope.block.kind}",
        f"block:{mention.scope.block.kind}:{group}",
        f"unit:{'yes' if quantity.unit else 'no'}:{group}",
    ]
    if quantity.vague:
        found.append(f"vague:{group}")
    if quantity.text[-1:] in _SCALES or quantity.text[-2:-1] in _SCALES:
        found.append(f"scaled:{group}:{script}")
    if group in ("count", "duration", "score") and quantity.unit:
        found.append(f"classifier:{quantity.unit}:{script if size in ('one', 'small') else 'any'}")
    found += _neighbours(mention)
    found += _statement(mention)
    return found


def _neighbours(mention: Mention) -> list[str]:
    frame, group = mention.frame, mention.group
    clause = frame.clauses[frame.clause_of[mention.figure]]
    place = frame.place_of[mention.figure]
    left = frame.tokens[clause.tokens[place - 1]] if place else None
    right = frame.tokens[clause.tokens[place + 1]] if place + 1 < len(clause.tokens) else None
    found = [
        f"left:{left.cls.name if left else 'EDGE'}:{group}",
        f"right:{right.cls.name if right else 'EDGE'}:{group}",
        f"around:{left.cls.name if left else 'EDGE'}_{right.cls.name if right else 'EDGE'}:{group}",
        f"alone:{len(clause.tokens) == 1}:{group}",
        f"opener:{clause.opener or '^'}",
        f"depth:{min(clause.depth, 1)}:{group}",
    ]
    if left is not None and left.text in _LEFT_WORDS:
        found.append(f"left-word:{left.text}:{group}")
    if right is not None:
        if names_text(right.text):
            found += ["textual-noun", f"textual-noun:{group}"]
        if right.text in _RIGHT_WORDS:
            found.append(f"right-word:{right.text}:{group}")
        tail = rightwards(frame, mention.figure, 4)
        if any(frame.tokens[i].text == "的" for i in tail[1:]):
            found.append(f"selects:{group}")
    if _quoted(mention):
        found += ["quoted", f"quoted:{group}"]
    if mention.quantity.start == mention.frame.start and place == 0:
        found.append(f"sentence-first:{group}")
    return found


def _quoted(mention: Mention) -> bool:
    """Whether a short quotation holds the figure: “百万坑位费”, “9.9包邮”."""
    tokens = mention.frame.tokens
    before = tokens[max(0, mention.figure - _QUOTED) : mention.figure][::-1]
    left = next((token for token in before if token.cls is Class.QUOTE), None)
    if left is None or left.text not in _OPENING_QUOTES:
        return False
    behind = tokens[mention.figure + 1 : mention.figure + 1 + _QUOTED]
    right = next((token for token in behind if token.cls is Class.QUOTE), None)
    return right is not None and right.text in _CLOSING_QUOTES


def _statement(mention: Mention) -> list[str]:
    """Signs that the figure is stated of something."""
    frame, group = mention.frame, mention.group
    found = [f"kind:{mention.kind}:{group}"]
    for _, role in mention.predicate.roles[:2]:
        found.append(f"role:{role.kind}:{group}")
    if not mention.predicate.roles:
        found.append(f"role:none:{group}")
    clause = frame.clauses[frame.clause_of[mention.figure]].tokens
    place = frame.place_of[mention.figure]
    around = clause[max(0, place - _NEARBY) : place + _NEARBY + 1]
    nearby = [frame.tokens[i] for i in around if abs(i - mention.figure) <= _NEARBY]
    if any(token.word.dimension for token in nearby if token.cls is Class.NOMINAL):
        found += ["measure-nearby", f"measure-nearby:{group}"]
    others = frame.clauses[frame.clause_of[mention.figure]].figures - 1
    found.append(f"others-in-clause:{min(others, 3)}:{group}")
    role_behind = frame.tokens[clause[place + 1]].word.role if place + 1 < len(clause) else None
    if role_behind is not None:
        found.append(f"right-role:{role_behind.kind}:{group}")
    if not _ARITHMETIC.isdisjoint([token.text for token in nearby]):
        found.append("arithmetic")
    return found
