"""From drafts to times on the calendar, sentence by sentence in the order of the text."""

from __future__ import annotations

import datetime as dt
from bisect import bisect
from collections import deque
from dataclasses import dataclass, field, replace

from polybius.annotating.times.calendar import Bounds, bounds
from polybius.annotating.times.clocks import Clock, ClockShift
from polybius.annotating.times.context import Context, Meaning, Placed
from polybius.annotating.times.drafts import Draft
from polybius.annotating.times.lexing import Lexed
from polybius.annotating.times.meanings import Days, Fixed, Shift, Unit
from polybius.annotating.times.tense import tense
from polybius.nouns import Span, Timex

_REMEMBERED = 8
"""How many times told of before are kept for "the next day"."""


@dataclass(slots=True)
class Placer:
    """Lays drafts on the calendar, remembering what was told before."""

    lexed: Lexed
    published: dt.date | None
    told: deque[Bounds] = field(default_factory=lambda: deque(maxlen=_REMEMBERED))
    clock: dt.datetime | None = None

    def place(self, drafts: list[Draft]) -> list[Timex]:
        """The times of a document."""
        times: list[Timex] = []
        for sentence in self._by_sentence(drafts):
            times += self._sentence(sentence)
        return times

    def _by_sentence(self, drafts: list[Draft]) -> list[list[Draft]]:
        groups: list[list[Draft]] = []
        for draft in drafts:
            if groups and "|" not in self.lexed.letters[groups[-1][-1].stop : draft.first]:
                groups[-1].append(draft)
            else:
                groups.append([draft])
        return groups

    def _sentence(self, drafts: list[Draft]) -> list[Timex]:
        """Days first, so that a clock time finds the day that its sentence tells."""
        placed: dict[int, Timex] = {}
        week: Bounds | None = None
        for draft in drafts:
            if not _lacks_day(draft):
                placed[draft.first] = self._one(draft, week)
                week = bounds(placed[draft.first].value) if _is_week(draft) else week
        days = [(first, time.start) for first, time in placed.items() if _is_one_day(time)]
        for draft in drafts:
            if _lacks_day(draft):
                placed[draft.first] = self._one(self._on_nearest_day(draft, days))
        return [placed[first] for first in sorted(placed)]

    def _on_nearest_day(self, draft: Draft, days: list[tuple[int, str | None]]) -> Draft:
        lexed = self.lexed
        if lexed.letter(draft.first - 1) == "|" == lexed.letter(draft.stop):
            return _on_day(draft, Days(0))  # a heading: "11:15 a.m."
        if not days:
            return draft
        at = bisect(days, (draft.first,))
        nearest = min(days[max(0, at - 1) : at + 1], key=lambda day: abs(day[0] - draft.first))
        return _on_day(draft, Fixed(str(nearest[1])))

    def _one(self, draft: Draft, week: Bounds | None = None) -> Timex:
        lexed = self.lexed
        words = lexed.form(draft.first, draft.stop)
        tense_ = tense(lexed, draft.first, draft.stop)
        context = Context(self.published, tense_, tuple(self.told), words, week, self.clock)
        placed = draft.meaning.place(context)
        found = bounds(placed.value)
        if found and _tells(draft.meaning):
            self.clock = _moment(placed.value) or self.clock
            self.told.appendleft(found)
        return _timex(lexed, draft, placed, found)


def _moment(value: str | None) -> dt.datetime | None:
    """The moment of a value that has both a day and an hour."""
    try:
        return dt.datetime.strptime(str(value)[:16], "%Y-%m-%dT%H:%M")  # noqa: DTZ007 - as told
    except ValueError:
        return None


def _tells(meaning: Meaning) -> bool:
    """Whether later words may start from this time: not from a repetition, nor a comparison."""
    if isinstance(meaning, Clock):
        return meaning.same is None
    return not (isinstance(meaning, Shift) and meaning.told and meaning.unit in {"M", "Q", "Y"})


def _is_one_day(time: Timex) -> bool:
    return time.start is not None and time.start == time.end


def _is_week(draft: Draft) -> bool:
    return isinstance(draft.meaning, Unit) and draft.meaning.unit == "W"


def _lacks_day(draft: Draft) -> bool:
    meaning = draft.meaning
    if isinstance(meaning, ClockShift):
        return True
    if not isinstance(meaning, Clock) or meaning.day:
        return False
    return meaning.same is None or meaning.same.day is None


def _on_day(draft: Draft, day: Meaning) -> Draft:
    clock = draft.meaning
    if not isinstance(clock, Clock):
        return draft
    if clock.same:
        return replace(draft, meaning=replace(clock, same=replace(clock.same, day=day)))
    return replace(draft, meaning=replace(clock, day=day))


def _timex(lexed: Lexed, draft: Draft, placed: Placed, found: Bounds | None) -> Timex:
    meaning = draft.meaning
    return Timex(
        span=Span(lexed.tokens[draft.first].start, lexed.tokens[draft.stop - 1].end),
        type=meaning.type,
        value=placed.value,
        start=found[0].isoformat() if found else None,
        end=found[1].isoformat() if found else None,
        modifier=draft.modifier,
        zone=meaning.zone if isinstance(meaning, Clock) else None,
        reason=placed.reason,
    )
