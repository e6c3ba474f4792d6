"""One number with what is printed at it: its sign, its unit, its currency."""

from __future__ import annotations

from typing import NamedTuple

from polybius.annotating.quantities.counting import noun_after
from polybius.annotating.quantities.measures import Measured, rated, unit_after, unit_before
from polybius.annotating.quantities.money import MONEY, money_scale
from polybius.annotating.quantities.numeral import Numeral
from polybius.annotating.quantities.numerals import numeral
from polybius.annotating.quantities.tokens import Tokens
from polybius.annotating.quantities.vocabulary import Unit, currencies

_MINUS = frozenset("-−")
_RANGE_DASHES = frozenset("-‐‑–—")


class End(NamedTuple):
    """One number with what is printed at it; a range has two.

    ``before`` says that its unit stands before it.
    """

    numeral: Numeral
    unit: Unit | None
    first: int
    last: int
    before: bool
    negative: bool

    @property
    def value(self) -> float:
        """The number with its sign."""
        return -self.numeral.value if self.negative else self.numeral.value


def end_at(cut: Tokens, at: int) -> End | None:
    """The number that begins at token *at*, with its unit."""
    number = numeral(cut, at)
    if number is None:
        return None
    before = unit_before(cut, at)
    scale, last = money_scale(cut, number.last, before)
    if before is None and _counted_millions(cut, number.last, number.value):
        scale, last = 1e6, number.last + 1
    if scale != 1:
        number = number.times(scale, last)
    unit, last = _unit(cut, number, before)
    first = before[1] if before else at
    signed = _signed(cut, first)
    inner = before is not None and first < at - 1 and cut.forms[at - 1] in _MINUS
    negative = signed or (inner and unit is not None and unit.kind == MONEY)
    return End(number, unit, first - signed, last, before is not None, negative)


def _signed(cut: Tokens, at: int) -> bool:
    """Whether a minus stands before *at*, not a hyphen or the dash of a range."""
    if cut.forms[at - 1] not in _MINUS or not cut.glued(at) or cut.glued(at - 1):
        return False
    return not cut.forms[at - 2][0].isdecimal()


def _unit(cut: Tokens, number: Numeral, before: tuple[Unit, int] | None) -> tuple[Unit | None, int]:
    at = number.last
    if before is not None:
        return _unit_around(cut, at, number.value, before[0])
    if (number.vague or number.fraction) and cut.lower[at] == "of":
        at += 1 + (cut.lower[at + 1] in ("a", "an", "the"))
    found = unit_after(cut, at, number.value)
    return (found.unit, found.last) if found else (None, number.last)


def _counted_millions(cut: Tokens, at: int, value: float, *, ranges: bool = True) -> bool:
    """Whether the "m" at *at* makes millions of what is counted, not meters: "5m people"."""
    if cut.forms[at] not in ("m", "M") or not cut.glued(at):
        return False
    if ranges and cut.forms[at + 1] in _RANGE_DASHES and cut.forms[at + 2].isdecimal():
        return _counted_millions(cut, at + 3, value, ranges=False)  # "5m-10m people"
    counted = noun_after(cut, at + 1, value)
    return counted is not None and counted.plural and counted.last == at + 2


def _unit_around(cut: Tokens, at: int, value: float, unit: Unit) -> tuple[Unit, int]:
    """The *unit* before a number, named better or made a rate by what follows it."""
    if unit.kind != MONEY or cut.forms[at] in currencies().symbols:
        return unit, at
    after = unit_after(cut, at, value)
    if after and after.unit.kind == MONEY and after.unit.name.endswith(unit.name):
        unit, at = after.unit, after.last
    found = rated(cut, Measured(unit, at))
    return found.unit, found.last
