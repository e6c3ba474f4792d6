"""Parts of a year whose year is not said: "June 30", "last fall", "the third quarter"."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable
from dataclasses import dataclass

from polybius.annotating.times.calendar import Bounds, bounds, holiday, week_of_month
from polybius.annotating.times.context import Context, Placed, Relation, nearest, placed
from polybius.annotating.times.meanings import Fixed, Unit
from polybius.nouns.annotations import TimexType


@dataclass(frozen=True, slots=True)
class Yearless:
    """A day, month, season, quarter or holiday whose year is not said.

    ``form`` gives its value in a year; ``partial`` is the TIMEX3 value with the
    year open. ``relation`` is "last", "next" … where the words have one.
    """

    form: Callable[[int], str]
    partial: str
    relation: Relation | None = None
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """The nearest year that agrees with the tense, or with "last" and "next"."""
        if context.published is None:
            return Placed(
                self.partial, f"no publication date: the year of '{context.words}' is open"
            )
        return placed(context, lambda day: self._value(day, context))

    def in_year(self, year: int) -> Fixed:
        """The same with its year said."""
        return Fixed(self.form(year))

    def _value(self, published: dt.date, context: Context) -> str:
        years = range(max(1, published.year - 1), min(9998, published.year + 1) + 1)
        values = [self.form(year) for year in years]
        if self.relation in {"last", "past", "previous"}:
            return _last_before(published, values)
        if self.relation in {"next", "coming"}:
            return next((v for v in values if _bounds(v)[0] > published), values[-1])
        if self.relation == "this":
            # A winter has two years.
            running = [value for value in values if _holds(value, published)]
            return nearest(published, context.tense, running or [self.form(published.year)])
        told = context.told_within("Y") if self.relation in {"that", "following"} else None
        return nearest(told[0] if told else published, context.tense, values)


def _bounds(value: str) -> Bounds:
    return bounds(value) or (dt.date.max, dt.date.max)


def _holds(value: str, day: dt.date) -> bool:
    first, last = _bounds(value)
    return first <= day <= last


def _last_before(published: dt.date, values: list[str]) -> str:
    before = [value for value in values if _bounds(value)[1] < published]
    return before[-1] if before else values[0]


@dataclass(frozen=True, slots=True)
class OfRelativeYear:
    """A part of a year named by its relation: "June last year", "the end of this year"."""

    part: Yearless
    relation: Relation
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """The part in that year."""
        year = Unit("Y", self.relation).place(context)
        found = bounds(year.value)
        return Placed(self.part.form(found[0].year)) if found else year


def on_day(month: int, day: int, relation: Relation | None = None) -> Yearless:
    """A day of a month without its year: "June 30"."""
    return Yearless(
        lambda year: f"{year:04}-{month:02}-{day:02}", f"XXXX-{month:02}-{day:02}", relation
    )


def in_month(number: int, relation: Relation | None = None) -> Yearless:
    """A month without its year: "November"."""
    return Yearless(lambda year: f"{year:04}-{number:02}", f"XXXX-{number:02}", relation)


def in_week_of_month(number: int, ordinal: int) -> Yearless:
    """A week of a month without its year: "the first week of May"; -1 is the last.

    It is the ISO week that holds the first day of the month, or the eighth, and so on.
    """
    return Yearless(lambda year: week_of_month(year, number, ordinal), f"XXXX-{number:02}")


def in_season(code: str, relation: Relation | None = None) -> Yearless:
    """A season without its year: "last fall"."""
    return Yearless(lambda year: f"{year:04}-{code}", f"XXXX-{code}", relation)


def in_quarter(number: int, relation: Relation | None = None) -> Yearless:
    """A quarter without its year: "the third quarter"."""
    return Yearless(lambda year: f"{year:04}-Q{number}", f"XXXX-Q{number}", relation)


def in_half(number: int) -> Yearless:
    """A half without its year."""
    return Yearless(lambda year: f"{year:04}-H{number}", f"XXXX-H{number}")


def on_feast(rule: str, relation: Relation | None = None) -> Yearless:
    """A holiday without its year: "Christmas"."""
    partial = f"XXXX-{rule}" if "-" in rule[:3] else "XXXX-XX-XX"
    return Yearless(lambda year: holiday(rule, year).isoformat(), partial, relation)
