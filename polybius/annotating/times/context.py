"""What a time expression is laid on the calendar by, and what comes of it."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Literal, Protocol

from polybius.annotating.times.calendar import Bounds, bounds
from polybius.annotating.times.tense import Tense
from polybius.nouns.annotations import TimexType

Relation = Literal["last", "past", "previous", "next", "coming", "following", "this", "that"]
"""How a unit or a name lies to the day of publication, or to a day told of."""

_LONGEST = {"W": 6, "WE": 6, "2W": 6, "M": 31, "Q": 92, "Y": 366, "DE": 3660, "CE": 36600}
_AGAINST_TENSE = 8
"""A day on the wrong side of publication must be this much nearer to be taken."""
_UNTOLD = 1.2
"""Without a tense, what is past is a little likelier."""


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is placed by.

    ``told`` holds the days of the times told of before in the text, the latest
    first; ``words`` is the expression, for the reason where it cannot be placed;
    ``week`` is the week that the same sentence told of before ("last week, on Monday"),
    ``clock`` the clock time last told of.
    """

    published: dt.date | None
    tense: Tense | None = None
    told: Sequence[Bounds] = ()
    words: str = ""
    week: Bounds | None = None
    clock: dt.datetime | None = None

    def told_within(self, unit: str) -> Bounds | None:
        """The time last told of that is no coarser than *unit*."""
        longest = _LONGEST.get(unit, 0)
        return next((told for told in self.told if (told[1] - told[0]).days <= longest), None)


@dataclass(frozen=True, slots=True)
class Placed:
    """A TIMEX3 value, or the reason why there is none."""

    value: str | None
    reason: str | None = None


class Meaning(Protocol):
    """What the words of an expression tell by themselves."""

    def place(self, context: Context, /) -> Placed:
        """The value in *context*."""
        ...

    @property
    def type(self) -> TimexType:
        """The TIMEX3 type."""
        ...


def unplaced(context: Context) -> Placed:
    """No value, for want of a day of publication."""
    return Placed(None, f"no publication date: '{context.words}' cannot be placed")


def beyond(context: Context) -> Placed:
    """No value, for a day before year 1 or after year 9999."""
    return Placed(None, f"'{context.words}' is beyond the calendar")


def placed(context: Context, find: Callable[[dt.date], str]) -> Placed:
    """The value that *find* gives for the day of publication."""
    if context.published is None:
        return unplaced(context)
    try:
        return Placed(find(context.published))
    except ValueError:
        return beyond(context)


def nearest(published: dt.date, tense: Tense | None, values: Iterable[str]) -> str:
    """The value nearest to publication, on the side that the tense points to."""

    def cost(value: str) -> float:
        found = bounds(value)
        if found is None:
            return float("inf")
        first, last = found
        if first <= published <= last:
            return 0.0
        days = (first - published).days if first > published else (published - last).days
        ahead = first > published
        if tense is None:
            return days * (_UNTOLD if ahead else 1.0)
        return days * (_AGAINST_TENSE if ahead == (tense == "past") else 1.0)

    return min(values, key=cost)
