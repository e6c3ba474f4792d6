"""Putting together what stands together: "9 a.m. Tuesday", "Friday morning".

Also drops what is a time only beside another, and gives a day its year where the
other end of a range has it ("from May 3 to June 4, 2018").
"""

from __future__ import annotations

import re
from dataclasses import replace

from polybius.annotating.times.calendar import bounds
from polybius.annotating.times.clocks import Clock
from polybius.annotating.times.context import Meaning
from polybius.annotating.times.drafts import Draft
from polybius.annotating.times.lexing import Lexed
from polybius.annotating.times.meanings import Days, Fixed, MonthlessDay, Period, Unit, Weekday
from polybius.annotating.times.rules_clock import in_part, in_zone
from polybius.annotating.times.yearless import OfRelativeYear, Yearless

_CLOCK_TO_DAY = frozenset({"", ",", "i", ",i", "o", "od"})
_DAY_TO_CLOCK = frozenset({"", ",", "i", ",i"})
# A duration of one unit, "P6Y" or "PT9M"; T stays with the unit to tell minutes from months.
SIMPLE = re.compile(r"P(?P<clock>T?)\d+(?P<letter>[YMWDHS])\Z")
_UNITS = ("Y", "M", "W", "D", "TH", "TM", "TS")
_RANGES = frozenset({"k", "-", "~", "c", "kd", ",", ",c"})
_JOINING_WORDS = frozenset({"on", "at", "of", "in", "around", "about", "the", ","})


def joined(lexed: Lexed, drafts: list[Draft]) -> list[Draft]:
    """The drafts of a document, in order, put together where they make one time."""
    result: list[Draft] = []
    for draft in drafts:
        together = _join(lexed, result[-1], draft) if result else None
        if together:
            result[-1] = together
        else:
            result.append(draft)
    for index in range(len(result) - 2, -1, -1):
        result[index] = _with_year(lexed, result[index], result[index + 1])
    return _equivalents(lexed, [draft for draft in result if not draft.dependent])


def _gap(lexed: Lexed, one: Draft, two: Draft) -> str | None:
    """The letters between two drafts; None where words other than prepositions stand there."""
    words = lexed.tokens[one.stop : two.first]
    if len(words) > 2 or any(t.letter in "io" and t.word not in _JOINING_WORDS for t in words):
        return None
    return lexed.letters[one.stop : two.first]


def _join(lexed: Lexed, one: Draft, two: Draft) -> Draft | None:
    gap = _gap(lexed, one, two)
    if gap is None:
        return None
    meaning = _lengths(one.meaning, two.meaning, gap) or _clock(one.meaning, two.meaning, gap)
    if meaning is None:
        return None
    stop = two.stop
    if isinstance(meaning, Clock) and meaning.zone is None and lexed.letter(stop) == "Z":
        meaning = in_zone(lexed, meaning, lexed.tokens[stop])
        stop += 1
    return Draft(one.first, stop, meaning, one.modifier or two.modifier)


def _clock(first: Meaning, second: Meaning, gap: str) -> Clock | None:
    """A time of the day with the day beside it."""
    if isinstance(first, Clock) and first.day is None and gap in _CLOCK_TO_DAY:
        if is_day(second):
            return replace(first, day=second)
        if isinstance(second, Clock) and second.day and _is_part(second):
            return replace(first, value=in_part(first.value, second.value), day=second.day)
    if isinstance(second, Clock) and second.day is None and gap in _DAY_TO_CLOCK:
        day = first.day if isinstance(first, Clock) else first
        if isinstance(first, Clock) and _is_part(second):
            value = in_part(first.value, second.value)
            return replace(first, value=value) if day and not gap else None
        if day is not None and is_day(day):
            return replace(second, day=day)
    return None


def _is_part(clock: Clock) -> bool:
    """Whether it is a part of the day ("MO"), not an hour."""
    return not clock.value[0].isdigit()


def _lengths(first: Meaning, second: Meaning, gap: str) -> Period | None:
    """As in "six years and nine months", "two hours 15 minutes"."""
    if not (isinstance(first, Period) and isinstance(second, Period)) or gap not in {"", "c", ","}:
        return None
    one, two = SIMPLE.match(first.value), SIMPLE.match(second.value)
    if not one or not two:
        return None
    if _UNITS.index(one["clock"] + one["letter"]) >= _UNITS.index(two["clock"] + two["letter"]):
        return None
    clock = two["clock"] if not one["clock"] else ""
    return Period(first.value + clock + second.value.lstrip("PT"))


def is_day(meaning: Meaning) -> bool:
    """Whether the words name one day."""
    if isinstance(meaning, Fixed):
        found = bounds(meaning.value)
        return found is not None and found[0] == found[1]
    if isinstance(meaning, Yearless):
        return len(meaning.partial) == len("XXXX-12-25")
    return isinstance(meaning, Weekday | Days | MonthlessDay) or (
        isinstance(meaning, Unit) and meaning.unit == "D"
    )


def _with_year(lexed: Lexed, one: Draft, two: Draft) -> Draft:
    """The first of a range or a list, in the year that is said of the second."""
    if not (isinstance(one.meaning, Yearless) and isinstance(two.meaning, Fixed | OfRelativeYear)):
        return one
    gap = _gap(lexed, one, two)
    if isinstance(two.meaning, OfRelativeYear):
        of_year = replace(two.meaning, part=one.meaning)
        return replace(one, meaning=of_year) if gap in _RANGES and not one.meaning.relation else one
    end = bounds(two.meaning.value)
    if gap not in _RANGES or one.meaning.relation or end is None or len(two.meaning.value) < 7:
        return one
    dated = one.meaning.in_year(end[0].year)
    start = bounds(dated.value)
    if start and start[0] > end[1] and "c" not in gap and "," not in gap and end[0].year > 1:
        dated = one.meaning.in_year(end[0].year - 1)
    return replace(one, meaning=dated)


def _equivalents(lexed: Lexed, drafts: list[Draft]) -> list[Draft]:
    """Tie "(2034 GMT)" to the local time before it, whichever of the two has a day.

    A day behind the bracket, "5:34 a.m. (2034 GMT) Friday", is that of the first.
    """
    result = list(drafts)
    for index in range(1, len(result)):
        one, two = result[index - 1], result[index]
        first, second = one.meaning, two.meaning
        if not (isinstance(first, Clock) and isinstance(second, Clock)):
            continue
        if lexed.letters[one.stop : two.first] not in {"(", ",("}:
            continue
        third = result[index + 1] if index + 1 < len(result) else None
        dayless = first.day is None and second.day is None
        if third and dayless and _is_day_behind(lexed, two, third):
            first = replace(first, day=third.meaning)
        if second.day is None:
            second = replace(second, same=first)
        elif first.day is None:
            first = replace(first, same=second)
        result[index - 1], result[index] = (
            replace(one, meaning=first),
            replace(two, meaning=second),
        )
    return result


def _is_day_behind(lexed: Lexed, clock: Draft, day: Draft) -> bool:
    return is_day(day.meaning) and lexed.letters[clock.stop : day.first] in {")", ")i", "),"}
