"""What time expressions mean: dates, weekdays, weeks and other units, shifts, lengths.

A meaning is what the words alone tell ("Friday", "two days later"); ``place`` finds
its TIMEX3 value in a context: the day of publication, the tense of the sentence,
and the day that the text last told of. Where the context lacks what is needed the
value is None, with the reason.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from polybius.annotating.times.calendar import (
    Bounds,
    add_days,
    add_months,
    bounds,
    shifted,
    unit_value,
)
from polybius.annotating.times.context import (
    Context,
    Placed,
    Relation,
    beyond,
    nearest,
    placed,
    unplaced,
)
from polybius.annotating.times.tense import Tense
from polybius.nouns.annotations import TimexType

_PERIODS = frozenset({"M", "Q", "Y"})
"""Reports compare these with the time of publication: "rose from a year earlier"."""
_STEPS = {"last": -1, "past": -1, "previous": -1, "this": 0, "that": 0, "next": 1, "coming": 1}


@dataclass(frozen=True, slots=True)
class Fixed:
    """A date that the words give in full, or a reference to none ("recently")."""

    value: str
    type: TimexType = "DATE"

    def place(self, _context: Context, /) -> Placed:
        """The value as it stands."""
        return Placed(self.value)


@dataclass(frozen=True, slots=True)
class Weekday:
    """A day of the week, Monday being 0; ``week`` where the words name one ("Friday last week")."""

    number: int
    relation: Relation | None = None
    week: Relation | None = None
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """The day, by relation, by week, else by tense."""
        return placed(context, lambda published: self._day(published, context).isoformat())

    def _day(self, published: dt.date, context: Context) -> dt.date:
        if self.week:
            monday = add_days(published, -published.weekday() + 7 * _STEPS.get(self.week, 0))
            return add_days(monday, self.number)
        if context.week and self.relation is None:
            return add_days(context.week[0], self.number)
        told = context.told_within("W")
        if told and self.relation in {"previous", "following", "that"}:
            return self._from_told(told)
        ahead = (self.number - published.weekday()) % 7
        back = ahead - 7 if ahead else 0
        if self.relation in {"last", "previous"}:
            # "last Wednesday", said on a Thursday, is not yesterday.
            return add_days(published, back - 7 if back in {0, -1} else back)
        if self.relation in {"next", "coming", "following"}:
            return add_days(published, ahead or 7)
        forward = context.tense == "future" or (self.relation == "this" and context.tense is None)
        return add_days(published, ahead if forward else back)

    def _from_told(self, told: Bounds) -> dt.date:
        first, last = told
        if self.relation == "previous":
            return add_days(first, -((first.weekday() - self.number) % 7 or 7))
        if self.relation == "following":
            return add_days(last, (self.number - last.weekday()) % 7 or 7)
        return add_days(first, (self.number - first.weekday()) % 7)


@dataclass(frozen=True, slots=True)
class MonthlessDay:
    """A day of a month that is not named: "on the 18th", "Friday the 13th" (Monday being 0)."""

    number: int
    weekday: int | None = None
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """The nearest such day that agrees with the tense."""
        return placed(context, lambda published: self._day(published, context.tense))

    def _day(self, published: dt.date, tense: Tense | None) -> str:
        months = [add_months(published.replace(day=1), step) for step in (-1, 0, 1)]
        days = [f"{day.year:04}-{day.month:02}-{self.number:02}" for day in months]
        return nearest(published, tense, [day for day in days if self._is_on(day)] or days)

    def _is_on(self, day: str) -> bool:
        """Whether the day is that of the week; where none is told any is."""
        found = bounds(day)
        return self.weekday is None or (found is not None and found[0].weekday() == self.weekday)


@dataclass(frozen=True, slots=True)
class Days:
    """So many days from publication: "today" is 0, "tomorrow" 1."""

    offset: int
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """The day."""
        return placed(context, lambda day: add_days(day, self.offset).isoformat())


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit of the calendar by its relation: "last week", "this year", "that day"."""

    unit: str
    relation: Relation
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """Counted from publication, or from the day told of ("that", "the following")."""
        told = context.told_within(self.unit)
        if told and self.relation in {"that", "following", "previous"}:
            return self._told(told, context)
        if self.unit == "D" and self.relation == "that":
            return Placed(None, f"no day is told of before '{context.words}'")
        return placed(context, self._from_publication)

    def _from_publication(self, published: dt.date) -> str:
        step = {"following": 1, **_STEPS}[self.relation]
        return unit_value(shifted(published, self.unit, step), self.unit)

    def _told(self, told: Bounds, context: Context) -> Placed:
        step = {"that": 0, "following": 1, "previous": -1}[self.relation]
        day = told[1] if step > 0 else told[0]
        try:
            return Placed(unit_value(shifted(day, self.unit, step), self.unit))
        except ValueError:
            return beyond(context)


@dataclass(frozen=True, slots=True)
class Weekend:
    """A weekend; without a relation the one that the tense points to."""

    relation: Relation | None = None
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """The weekend's value, "2019-W31-WE"."""
        return placed(context, lambda published: self._value(published, context.tense))

    def _value(self, published: dt.date, tense: Tense | None) -> str:
        if self.relation in {"last", "past", "previous"}:
            step = -7
        elif self.relation == "next":
            step = 7
        elif (self.relation is None and tense != "future" and published.weekday() < 5) or (
            self.relation == "this" and tense == "past" and published.weekday() < 4
        ):
            step = -7
        else:
            step = 0
        return unit_value(add_days(published, step), "WE")


@dataclass(frozen=True, slots=True)
class Shift:
    """So many units before or after publication ("two weeks ago"), or a day told of.

    ``count`` is None where the words are vague ("years ago"), with ``sign`` -1 for
    before.
    """

    count: float | None
    unit: str
    sign: int
    told: bool = False
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """A value of the unit's own coarseness; a day's where it starts from a day told of."""
        if self.count is None:
            return Placed("PAST_REF" if self.sign < 0 else "FUTURE_REF")
        anchor = context.told_within(self.unit) if self.told else None
        if self.told and anchor is None and self.unit not in _PERIODS:
            return Placed(None, f"no day is told of before '{context.words}'")
        start = anchor[0] if anchor else context.published
        if start is None:
            return unplaced(context)
        exact = bool(anchor and anchor[0] == anchor[1] and self.unit in {"D", "W", "2W"})
        try:
            return Placed(self._from(start, exact=exact))
        except (ValueError, OverflowError):
            return beyond(context)

    def _from(self, start: dt.date, *, exact: bool) -> str:
        count = self.count or 0.0
        if self.unit[0] == "T":
            return start.isoformat()  # "an hour ago": the day is all that can be told
        whole = int(count)
        day = shifted(start, self.unit, self.sign * whole)
        if count != whole and self.unit == "Y":
            return unit_value(shifted(day, "M", self.sign * round(12 * (count - whole))), "M")
        if self.unit in {"DE", "CE", "ML"}:
            return unit_value(day, "Y")
        return day.isoformat() if exact else unit_value(day, self.unit)


@dataclass(frozen=True, slots=True)
class Period:
    """A length of time, placed nowhere: "eight days"."""

    value: str
    type: TimexType = "DURATION"

    def place(self, _context: Context, /) -> Placed:
        """The value as it stands."""
        return Placed(self.value)


@dataclass(frozen=True, slots=True)
class Repeated:
    """What comes again and again: "every Friday", "twice a week"."""

    value: str
    type: TimexType = "SET"

    def place(self, _context: Context, /) -> Placed:
        """The value as it stands."""
        return Placed(self.value)


@dataclass(frozen=True, slots=True)
class FiscalYear:
    """A fiscal year by its relation, taken to be called by the calendar year."""

    relation: Relation
    type: TimexType = "DATE"

    def place(self, context: Context) -> Placed:
        """The fiscal year's value, "FY2019"."""
        year = Unit("Y", self.relation).place(context)
        return Placed(f"FY{year.value}") if year.value else year
