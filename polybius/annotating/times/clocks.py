"""What times of the day mean, and on which day they fall."""

from __future__ import annotations

import datetime as dt
import math
from dataclasses import dataclass

from polybius.annotating.times.calendar import add_days, bounds
from polybius.annotating.times.context import Context, Meaning, Placed, beyond
from polybius.nouns.annotations import TimexType

_WEST, _EAST = -10, 14
"""The zones of the news, in hours ahead of Greenwich."""
_DAY = 1440


@dataclass(frozen=True, slots=True)
class Clock:
    """A time of the day: ``value`` is what follows the T ("02:59", "MO").

    ``zone`` is the time zone as written, ``ahead`` its hours ahead of Greenwich where
    its name tells. ``day`` is the date beside it. ``same`` is the time that this one
    says again in another zone ("5:34 a.m. (2034 GMT)").
    """

    value: str
    zone: str | None = None
    ahead: float | None = None
    day: Meaning | None = None
    same: Clock | None = None
    type: TimexType = "TIME"

    def place(self, context: Context) -> Placed:
        """The time on its day; the time alone where no day is known, with the reason."""
        if self.day is None and self.same:
            return self._beside(self.same.place(context))
        placed = self.day.place(context) if self.day else _day_told(context)
        found = bounds(placed.value)
        if found is None or found[0] != found[1]:
            return placed if self.day else Placed(f"T{self.value}", placed.reason)
        return Placed(f"{found[0].isoformat()}T{self.value}", placed.reason)

    def _beside(self, same: Placed) -> Placed:
        """This time on the day that makes it the same moment as the other."""
        found = bounds(same.value)
        if found is None or self.same is None or "T" not in str(same.value):
            return Placed(f"T{self.value}", same.reason)
        days = _days_apart(self, self.same)
        try:
            return Placed(f"{add_days(found[0], days).isoformat()}T{self.value}", same.reason)
        except ValueError:
            return same


def _day_told(context: Context) -> Placed:
    """The day last told of, else that of publication."""
    told = context.told_within("D")
    day = told[0] if told else context.published
    if day is None:
        return Placed(None, f"no day is told for '{context.words}'")
    return Placed(day.isoformat())


def _days_apart(one: Clock, other: Clock) -> int:
    """How many days after that of *other* the day lies on which *one* is the same moment.

    A zone that is not known lies from 10 hours behind Greenwich (Hawaii) to less than
    14 ahead of it; where neither is known, *one* is Greenwich time.
    """
    apart = _minutes(one.value) - _minutes(other.value)
    if one.ahead is None and other.ahead is not None:
        return math.ceil((60 * (_WEST - other.ahead) - apart) / _DAY)
    ahead = one.ahead or 0.0
    if other.ahead is None:
        return math.floor((60 * (ahead - _EAST) - apart) / _DAY) + 1
    return round((60 * (ahead - other.ahead) - apart) / _DAY)


def _minutes(clock: str) -> int:
    """Minutes since midnight of "02:59"; 0 for a part of the day."""
    hours, _, minutes = clock.rstrip("Z").partition(":")
    return 60 * int(hours) + int(minutes) if minutes else 0


@dataclass(frozen=True, slots=True)
class ClockShift:
    """So many minutes after the clock time last told of; negative before it."""

    minutes: float
    type: TimexType = "TIME"

    def place(self, context: Context) -> Placed:
        """The clock time, to the minute."""
        if context.clock is None:
            return Placed(None, f"no clock time is told of before '{context.words}'")
        try:
            moment = context.clock + dt.timedelta(minutes=self.minutes)
        except OverflowError:
            return beyond(context)
        return Placed(moment.isoformat(timespec="minutes"))
