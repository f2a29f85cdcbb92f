"""A quantity while it is being read: the rules fill it in, one after the other."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from claimx.model import Quantity
from claimx.quantity.numerals import EXACT, shortest

if TYPE_CHECKING:
    from claimx.model import Bound, QuantityForm


@dataclass(slots=True)
class Draft:
    """One number in a normalised text; offsets are half-open places in it."""

    start: int
    end: int
    value: Decimal | None = None
    low: Decimal | None = None
    high: Decimal | None = None
    ratio: str | None = None
    vague: bool = False
    unit: str | None = None
    bound: Bound | None = None
    form: QuantityForm = "number"
    #: Size of the last digit written.
    step: Decimal | None = None
    number_start: int = 0
    number_end: int = 0
    unit_start: int = 0
    unit_end: int = 0
    #: The scale words and letters that end the numeral: 万亿 in 3.5万亿, 百 in 两百.
    chain: str = ""
    #: ASCII digits and nothing but a dot; "" when the numeral is Chinese.
    ascii: str = ""
    #: The numeral is nothing but scale words (百万, 亿) or has no number of its own (数, 几).
    bare: bool = False
    rules: list[str] = field(default_factory=list)

    def scale(self, factor: Decimal) -> None:
        """Multiply every figure by ``factor``."""
        self.value = None if self.value is None else EXACT.multiply(self.value, factor)
        self.low = None if self.low is None else EXACT.multiply(self.low, factor)
        self.high = None if self.high is None else EXACT.multiply(self.high, factor)
        self.step = None if self.step is None else EXACT.multiply(self.step, factor)

    def settle(self, value: Decimal | int, unit: str | None, form: QuantityForm) -> None:
        """Give the draft one exact value."""
        self.value, self.low, self.high, self.unit, self.form = Decimal(value), None, None, unit, form

    def quantity(self, original: str) -> Quantity:
        """The finished record; ``original`` is the text before normalisation."""
        return Quantity(
            text=original[self.start : self.end],
            start=self.start,
            end=self.end,
            value=shortest(self.value),
            min=shortest(self.low),
            max=shortest(self.high),
            ratio=self.ratio,
            vague=self.vague,
            unit=self.unit,
            bound=self.bound or "eq",
            form=self.form,
            precision=shortest(self.step),
            number_span=(self.number_start, self.number_end),
            unit_span=(self.unit_start, self.unit_end) if self.unit_end > self.unit_start else None,
            rules=tuple(self.rules),
        )
