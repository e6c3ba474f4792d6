"""Which launch a stretch of a report speaks of: today's, Wednesday's, the one of 2017.

A report has one main launch, told of first, and may recall earlier ones. Each
is known by its day. Words without a day of their own ("it", "the missile")
speak of the launch that was last spoken of; a new paragraph that does not take
up the last one goes back to the main launch.
"""

from __future__ import annotations

import bisect
import re
from dataclasses import dataclass, field

from polybius.nouns import DateInterval, Span, Timex
from polybius.packs.launches.dates import own_date
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Standing, Trigger
from polybius.packs.launches.words import phrase

_ANAPHOR = re.compile(
    r"(?:(?:but|and|then|later|afterwards?|fired at [\w ]{1,60}|at the time),? )?"
    r"(?:it|they|both|that|those|he|she|at the time|fired at"
    r"|the (?:missiles?|rockets?|projectiles?|weapons?|flight|launch\w*|test\w*))\b",
    re.IGNORECASE,
)
_LATEST = re.compile(r"\b(?:latest|new(?:est)?|today['’]s|this)\b", re.IGNORECASE)
_REMOTE = re.compile(
    r"\b(?:previous(?:ly)?|earlier|prior|last|past)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE
)


@dataclass(slots=True)
class Episode:
    """One launch (or salvo of a day) that a report tells of.

    ``key`` tells it from the report's other launches. ``triggers`` are the
    words that tell of it, in order; ``dated_by`` the time expressions beside them.
    """

    key: tuple[str, str]
    date: DateInterval
    main: bool
    triggers: list[Trigger] = field(default_factory=list)
    dated_by: dict[Span, Timex] = field(default_factory=dict)

    @property
    def standing(self) -> Standing:
        """How it is put: asserted where any of its words assert it."""
        found = [trigger.standing for trigger in self.triggers]
        return "asserted" if "asserted" in found else found[0]


class Episodes:
    """The launches of one report, filled sentence by sentence in text order."""

    def __init__(self) -> None:
        self.all: list[Episode] = []
        self._starts: list[int] = []
        self._spoken_of: list[Episode] = []

    @property
    def main(self) -> Episode | None:
        """The launch that the report is about: the first that it tells of."""
        return next((each for each in self.all if each.main), None)

    def take(self, sentence: Sentence, found: list[Trigger]) -> None:
        """Assign each trigger of the next sentence to its launch."""
        if sentence.opens_paragraph and self.main and not _ANAPHOR.match(sentence.text):
            self._speak_of(self.main, sentence.span.start)
        for trigger in found:
            if trigger.standing != "unreal":
                timex = own_date(sentence, trigger.span, noun=trigger.noun)
                episode = self._episode(trigger, timex)
                episode.triggers.append(trigger)
                if timex is not None:
                    episode.dated_by[trigger.span] = timex
                self._speak_of(episode, trigger.span.start)

    def at(self, sentence: Sentence, span: Span) -> Episode | None:
        """The launch that the words at *span* speak of; None where none was told of."""
        own = own_date(sentence, span)
        episode = self._of_date(own) if own else None
        if episode is not None:
            return episode
        place = bisect.bisect_right(self._starts, span.start)
        return self._spoken_of[max(0, place - 1)] if self._spoken_of else None

    def _speak_of(self, episode: Episode, start: int) -> None:
        self._starts.append(start)
        self._spoken_of.append(episode)

    def _episode(self, trigger: Trigger, timex: Timex | None) -> Episode:
        """The launch that a trigger tells of; a new one where its day is new."""
        if timex is not None:
            return self._of_date(timex, trigger) or self._add(timex, trigger)
        main = self.main
        if main is None:
            return self._add(None, trigger)
        if trigger.standing == "planned":
            return self._add(None, trigger, label="planned")
        before = trigger.sentence.before(trigger.span.start)
        if _LATEST.search(before[-30:]):
            return main
        if trigger.noun and _REMOTE.search(before):
            return self._add(None, trigger, label=f"before {trigger.span.start}")
        return self._spoken_of[-1]

    def _of_date(self, timex: Timex, trigger: Trigger | None = None) -> Episode | None:
        """The launch of that day; None where no launch told of so far has it."""
        key = _key(timex)
        for episode in self.all:
            if episode.key == key:
                return episode
        main = self.main
        if main is None:
            return None
        if main.date.start is None and main.date.reason is None:
            return self._date_main(main, timex, trigger)
        return main if _holds(timex, main.date.start) else None

    def _date_main(self, main: Episode, timex: Timex, trigger: Trigger | None) -> Episode | None:
        """Give the main launch the day that the report tells only later."""
        if trigger is None or trigger.standing == "planned":
            return None
        before = trigger.sentence.before(trigger.span.start)
        if phrase("earlier").search(before[-40:]):
            return None
        main.key, main.date = _key(timex), _interval(timex)
        return main

    def _add(self, timex: Timex | None, trigger: Trigger, label: str = "") -> Episode:
        episode = Episode(
            key=_key(timex) if timex else ("", label),
            date=_interval(timex),
            main=self.main is None and trigger.standing != "planned",
        )
        self.all.append(episode)
        return episode


def _holds(timex: Timex, day: str | None) -> bool:
    """Whether a longer stretch ("this week", "this year") holds the day of the main launch."""
    if day is None or timex.start is None or timex.start == timex.end:
        return False
    return timex.start <= day <= (timex.end or "")


def _key(timex: Timex) -> tuple[str, str]:
    """What tells one day from another: the day itself, else the words for it."""
    if timex.start and timex.end:
        return (timex.start, timex.end)
    return ("?", timex.value or str(timex.reason))


def _interval(timex: Timex | None) -> DateInterval:
    if timex is None:
        return DateInterval(None, None)
    return DateInterval(timex.start, timex.end, timex.span, timex.reason)
