"""One number with its unit and its hedge, or a range of two: a figure.

A figure is what a ``Quantity`` is made of, once brackets are folded and doubtful
digits decided. It knows its tokens, so that its neighbours can be looked at.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from polybius.annotating.quantities import excluding
from polybius.annotating.quantities.counting import Counted, noun_after
from polybius.annotating.quantities.ends import End, end_at
from polybius.annotating.quantities.hedging import Hedge, hedge_after, hedge_before
from polybius.annotating.quantities.measures import Measured, rated
from polybius.annotating.quantities.naming import named
from polybius.annotating.quantities.number_words import after_words
from polybius.annotating.quantities.printed import DECIMAL_COMMA
from polybius.annotating.quantities.ranges import high_end, shared_scale
from polybius.annotating.quantities.tokens import Tokens
from polybius.annotating.quantities.vocabulary import Unit, listed
from polybius.nouns import Equivalent
from polybius.nouns.annotations import Bound

COUNT = "count"


@dataclass(slots=True)
class Figure:
    """A number at tokens ``first`` to ``last``, hedge and bracket not counted.

    ``number`` are the tokens of the number alone; ``end`` is the token after all that
    belongs to the figure, its bracket, too. ``other`` and ``style`` are those of its
    digits (``printed``); ``step`` the worth of one in its last digit. ``doubtful``
    says that nothing told which of two meanings its digits have.
    """

    first: int
    last: int
    number: tuple[int, int]
    value: float
    step: float
    unit: Unit | None = None
    upper: float | None = None
    other: float | None = None
    style: str | None = None
    bound: Bound = "exact"
    hedge: Hedge | None = None
    end: int = 0
    repaired: str | None = None
    doubtful: bool = False
    equivalents: list[Equivalent] = field(default_factory=list)

    @property
    def start(self) -> int:
        """Its first token, or that of the hedge before it."""
        return min(self.first, self.hedge.first) if self.hedge else self.first


def figure_at(cut: Tokens, at: int, starts: frozenset[int]) -> tuple[Figure | None, int]:
    """The figure whose number begins at token *at*, and the token to go on from.

    *starts* are the offsets at which sentences begin.
    """
    low = end_at(cut, at)
    if low is None:
        return None, after_words(cut, at)
    if excluding.touched_before(cut, low.first) or excluding.calendar(cut, low.numeral, low.last):
        return None, max(low.numeral.last, excluding.chained(cut, low.numeral.last))
    high = high_end(cut, low)
    if high is not None:
        return _finished(cut, _range(low, high)), high.last
    if low.unit is not None and excluding.runs_on(cut, low.last):
        return None, low.last
    chain = excluding.chained(cut, low.last)
    if low.unit is None and chain > low.last:
        return None, chain  # a score, a season, a telephone number
    return _single(cut, low, starts), low.last


def _range(low: End, high: End) -> Figure:
    bottom = shared_scale(low, high)
    scale = bottom / low.value if low.value else 1.0
    return Figure(
        low.first,
        high.last,
        (low.numeral.first, high.numeral.last),
        min(bottom, high.value),
        min(low.numeral.step * scale, high.numeral.step),
        high.unit or low.unit,
        upper=max(bottom, high.value),
        bound="between",
        style=high.numeral.style or low.numeral.style,
    )


def _single(cut: Tokens, low: End, starts: frozenset[int]) -> Figure | None:
    number = low.numeral
    if low.unit is None and (
        number.style == DECIMAL_COMMA or excluding.touched_after(cut, number.last, number.value)
    ):
        return None  # "1,2" without a unit may be two numbers
    bound: Bound = "exact"
    if number.vague:
        bound = "between" if number.upper else "at_least"
    found = Figure(
        low.first,
        low.last,
        (number.first, number.last),
        low.value,
        number.step,
        low.unit,
        upper=number.upper,
        other=number.other,
        style=number.style,
        bound=bound,
    )
    found = _finished(cut, found)
    hedged = found.hedge is not None
    name = named(cut, number, found.unit, found.last, starts=starts, hedged=hedged)
    return None if name else found


def _finished(cut: Tokens, found: Figure) -> Figure:
    """The figure with the noun that it counts, and its hedges."""
    if found.unit is None:
        _count(cut, found)
    found.end = found.last
    hedge = hedge_before(cut, found.first)
    if hedge is None:
        hedge = hedge_after(cut, found.number[1])
        if hedge is None or hedge.first >= found.last:
            hedge = hedge_after(cut, found.last)
        found.end = max(found.last, hedge.last if hedge else 0)
    if hedge is not None and not _lasting(cut, found, hedge):
        found.hedge = hedge
        if found.bound in ("exact", "at_least"):
            found.bound = hedge.bound
    return found


def _count(cut: Tokens, found: Figure) -> None:
    """Give the figure, which has no unit of measure, what it counts, or the years of an age."""
    if _of_age(cut, found.first):
        found.unit = Unit("year of age", "age")
        return
    counted = _counted(cut, found)
    if counted is not None:
        unit = rated(cut, Measured(Unit(counted.noun, COUNT), counted.last))
        found.unit, found.last = unit.unit, unit.last


def _of_age(cut: Tokens, at: int) -> bool:
    """Whether "aged" or "age of" stands before *at*, or a name and a comma: "Kim, 35, said"."""
    if cut.forms[at - 1] == "," and cut.forms[at + 1] == ",":
        name, years = cut.forms[at - 2], cut.forms[at]
        return name[0].isupper() and len(years) < 4 and years.isdecimal()
    before = at - 1 - (cut.lower[at - 1] == "of")
    return cut.lower[before] in ("age", "aged", "ages")


def _counted(cut: Tokens, found: Figure) -> Counted | None:
    """The noun after the number, or after the hedge that follows it: "30 or so people"."""
    value = found.upper or found.value
    hedge = hedge_after(cut, found.last)
    return noun_after(cut, hedge.last if hedge else found.last, value)


def _lasting(cut: Tokens, found: Figure, hedge: Hedge) -> bool:
    """Whether "over" tells in which time, not that it was longer: "three tests over eight days"."""
    if found.unit is None or found.unit.kind != "time" or cut.lower[hedge.first] != "over":
        return False
    before = cut.lower[hedge.first - 1]
    return before[0].isalpha() and before not in listed("lasting")
