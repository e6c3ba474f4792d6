"""Which launch a stretch of a report speaks of: today's, Wednesday's, the one of 2017.

A report has one main launch: the first that it tells of with a day in the week before
it was published, else the first that it tells of at all. Others are known by their day
or by the state that launched. Words without a day of their own speak of the main
launch, but where they go on about another: in the same paragraph as a sentence that is
about it, or after "that one". A new paragraph that takes nothing up goes back to the
main launch.
"""

from __future__ import annotations

import bisect
import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from polybius.nouns import DateInterval, Span, Timex
from polybius.packs.launches.dates import own_date
from polybius.packs.launches.mentions import Mention
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Standing, Trigger

PLANNED: Literal["planned"] = "planned"
LEAD = 2
"""An undated launch in the first so many sentences is what the report is about."""
RECENT = 6
"""Days before publication within which the main launch lies."""
YEAR_AHEAD = 1
"""Days after publication that its calendar may be ahead: where it is later in the day."""

_ANAPHOR = re.compile(
    r"(?:(?:but|and|then|later|afterwards?|fired at [\w ]{1,60}|at the time),? )?"
    r"(?:it|they|both|that|those|he|she|at the time|fired at"
    r"|the (?:first|second|third|other|latter|two|three|pair)"
    r"|the (?:missiles?|rockets?|projectiles?|weapons?|flight|launch\w*|test\w*))\b",
    re.IGNORECASE,
)
_THAT = re.compile(
    r"(?:but |and )?(?:that|those)(?: (?:one|ones|missile|missiles|launch|test|flight|time))?\b",
    re.IGNORECASE,
)
_LATEST = re.compile(r"\b(?:latest|new(?:est)?|today['’]s|this)\b", re.IGNORECASE)
_REMOTE = re.compile(
    r"\b(?:previous(?:ly)?|earlier|prior|last|past)\s(?:[\w-]+\s){0,3}$", re.IGNORECASE
)
_DAY_BEFORE = re.compile(r"(?:an?|one|the) (?:day|night) (?:earlier|before)\b", re.IGNORECASE)
_HOURS_LATER = re.compile(
    r"(?:an?|one|two|three|four|five|six|some|several) hours? later\b"
    r".{0,60}?\b(?:more|another|others?)\b",
    re.IGNORECASE,
)
_SAME_HOURS = re.compile(r"\b(?:minutes|hours?) (?:after|later|afterwards?)\b", re.IGNORECASE)


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
        """How it is put: asserted where any of its words assert it, but for one awaited."""
        if self.key[1] == PLANNED:
            return PLANNED
        found = [trigger.standing for trigger in self.triggers]
        return "asserted" if "asserted" in found or not found else found[0]


class Episodes:
    """The launches of one report, from all that its sentences tell of them."""

    def __init__(
        self, told: Sequence[tuple[Sentence, Sequence[Mention]]], published: dt.date | None
    ) -> None:
        self.all: list[Episode] = []
        self._starts: list[int] = []
        self._spoken_of: list[Episode] = []
        self._published = published
        every = [mention for _, found in told for mention in found]
        self._state = next((each.state for each in _telling(every) if each.state), None)
        self.main: Episode | None = None
        self._awaited = self._is_awaited(every)
        self.main = self._planned(self._day_of(every[0])) if self._awaited else self._main(every)
        self._topic = self.main
        self._in_aside = False
        for sentence, found in told:
            self._take(sentence, found)
        self.all = [each for each in self.all if each.triggers]

    def at(self, sentence: Sentence, span: Span) -> Episode | None:
        """The launch that the words at *span* speak of; None where none was told of."""
        own = own_date(sentence, span) if sentence.times else None
        episode = self._of_date(own) if own else None
        if episode is not None:
            return episode
        return self.spoken_of(span.start)

    def spoken_of(self, position: int) -> Episode | None:
        """The launch that the text speaks of at an offset."""
        place = bisect.bisect_right(self._starts, position)
        return self._spoken_of[max(0, place - 1)] if self._spoken_of else None

    def _is_awaited(self, every: Sequence[Mention]) -> bool:
        """Whether the report is about a launch to come: all that it tells of others is older."""
        if not every or every[0].trigger.standing != "planned":
            return False
        return all(
            each.trigger.noun or each.trigger.sentence.index >= LEAD
            if each.timex is None
            else not self._is_recent(each.timex)
            for each in _telling(every)
        )

    def _main(self, every: Sequence[Mention]) -> Episode | None:
        """The launch that the report is about, with its day."""
        told = _telling(every)
        if not told:
            return None
        first = next((each for each in told if not _is_day_before(each)), told[0])
        timex = first.timex
        if not self._is_recent(timex):
            same = first.trigger.sentence
            beside = [m for m in every if m.trigger.sentence is same and m.trigger.kind != "figure"]
            recent = [
                each
                for each in (*beside, *told)
                if self._is_recent(each.timex) and self._may_be_same(each, first)
            ]
            dated = [m for m in told if m.timex and self._may_be_same(m, first)]
            if recent:
                timex = min(recent, key=lambda each: each.trigger.noun).timex
            elif timex is None and self._published is None and dated:
                timex = dated[0].timex
        timex = timex or self._by_clock(told)
        return self._add(timex, main=True)

    def _by_clock(self, told: Sequence[Mention]) -> Timex | None:
        """The day that a clock time beside the first words is taken for."""
        for mention in told:
            for timex in mention.trigger.sentence.times:
                if timex.type == "TIME" and self._is_recent(timex):
                    return timex
        return None

    def _may_be_same(self, one: Mention, other: Mention) -> bool:
        return one.state is None or other.state is None or one.state == other.state

    def _is_recent(self, timex: Timex | None) -> bool:
        """Whether it is a day of the week up to publication; without one, any day is."""
        if timex is None or (timex.start is None and self._published is not None):
            return False
        if self._published is None or timex.start is None:
            return timex is not None
        first = (self._published - dt.timedelta(days=RECENT)).isoformat()
        last = (self._published + dt.timedelta(days=YEAR_AHEAD)).isoformat()
        return first <= timex.start and str(timex.end) <= last

    def _take(self, sentence: Sentence, found: Sequence[Mention]) -> None:
        """Assign each mention of the next sentence to its launch."""
        if self.main is not None:
            self._open(sentence)
        for mention in found:
            episode = self._episode(mention)
            if episode is None:
                continue
            trigger = mention.trigger
            episode.triggers.append(trigger)
            timex = self._day_of(mention)
            if timex is not None:
                episode.dated_by[trigger.span] = timex
            start = _head(sentence, timex)
            if start is None and mention is found[0] and not mention.aside:
                start = _subject_start(trigger)
            self._speak_of(episode, trigger.start if start is None else min(trigger.start, start))
            self._in_aside = mention.aside
            if not mention.aside:
                self._topic = episode

    def _open(self, sentence: Sentence) -> None:
        """Go on about the last launch, or back to the main one, where a sentence begins."""
        if sentence.opens_paragraph:
            if not _ANAPHOR.match(sentence.text):
                self._topic = self.main
            self._resume(sentence)
        elif self._in_aside:
            if _THAT.match(sentence.text):
                self._topic = self._spoken_of[-1]
            self._resume(sentence)
        self._in_aside = False

    def _resume(self, sentence: Sentence) -> None:
        if self._topic is not None:
            self._speak_of(self._topic, sentence.span.start)

    def _speak_of(self, episode: Episode, start: int) -> None:
        self._starts.append(max(start, self._starts[-1] if self._starts else 0))
        self._spoken_of.append(episode)

    def _episode(self, mention: Mention) -> Episode | None:
        """The launch that a mention tells of; a new one where its day or state is new."""
        timex = self._day_of(mention)
        if mention.trigger.standing == "planned":
            return self._planned(timex)
        if self._is_others(mention):
            return self._of_state(mention, timex or self._same_day(mention))
        if _is_hours_later(mention):
            day = timex or self._same_day(mention)
            return self._add(day, label=f"later {mention.trigger.span.start}")
        if timex is None:
            return self._undated(mention)
        known = self._of_date(timex, apart=_is_remote(mention))
        if known is not None or mention.trigger.kind != "figure":
            return known or self._add(timex)
        return self._add(timex) if self._is_past(timex) else None

    def _planned(self, timex: Timex | None) -> Episode:
        key = _key(timex, PLANNED)
        known = next((each for each in self.all if each.key == key), None)
        return known or self._add(timex, label=PLANNED, main=not self.all)

    def _undated(self, mention: Mention) -> Episode | None:
        trigger = mention.trigger
        before = trigger.sentence.before(trigger.span.start)
        if self._awaited and trigger.noun:
            return self.main
        if mention.relative is not None:
            return self._add(None, label=f"before {trigger.span.start}")
        if _LATEST.search(before[-30:]):
            return self.main
        if _REMOTE.search(before):
            return self._add(None, label=f"before {trigger.span.start}")
        if self._in_aside and self._spoken_of:
            return self._spoken_of[-1]
        return self._topic

    def _is_others(self, mention: Mention) -> bool:
        """Whether another state launched than in the main launch."""
        return mention.state is not None and self._state not in {None, mention.state}

    def _of_state(self, mention: Mention, timex: Timex | None) -> Episode:
        label = str(mention.state)
        for episode in self.all:
            if episode.key[1] == label and (timex is None or episode.key == _key(timex, label)):
                return episode
        return self._add(timex, label=label)

    def _same_day(self, mention: Mention) -> Timex | None:
        """The main launch's day, for what another state did minutes or hours after it."""
        before = mention.trigger.sentence.before(mention.trigger.span.start)
        match = _SAME_HOURS.search(before)
        if match is None or self.main is None or self.main.date.start is None:
            return None
        start = mention.trigger.sentence.span.start
        span = Span(*match.span()).shifted(start)
        day = self.main.date.start
        return Timex(span, "DATE", day, day, self.main.date.end)

    def _day_of(self, mention: Mention) -> Timex | None:
        """The mention's day; none that is over for what is planned."""
        timex = mention.timex or self._from_main(mention)
        over = timex and timex.end and self._published and timex.end < self._published.isoformat()
        return None if over and mention.trigger.standing == "planned" else timex

    def _from_main(self, mention: Mention) -> Timex | None:
        """The day of what is told from the main launch: "eight days earlier"."""
        main = self.main
        if mention.relative is None or main is None or main.date.start is None:
            return None
        return mention.relative.placed(main.date.start)

    def _is_past(self, timex: Timex) -> bool:
        """Whether it lies before the main launch, or before the report where that is undated."""
        day = self.main.date.start if self.main else None
        if day is None and self._published is not None:
            day = (self._published - dt.timedelta(days=RECENT)).isoformat()
        return day is not None and timex.end is not None and timex.end < day

    def _of_date(self, timex: Timex, *, apart: bool = False) -> Episode | None:
        """The launch of that day; None where no launch told of so far has it.

        *apart* says that the words set it apart from the main launch ("the last test,
        earlier this month"), though its stretch of days may hold that one's.
        """
        key = _key(timex)
        for episode in self.all:
            if episode.key == key:
                return episode
        if self.main and not apart and _holds(timex, self.main.date.start):
            return self.main
        others = [each for each in self.all if not (apart and each is self.main)]
        inside = [each for each in others if _holds(timex, each.date.start)]
        return inside[0] if len(inside) == 1 and _is_short(timex) else None

    def _add(self, timex: Timex | None, label: str = "", *, main: bool = False) -> Episode:
        episode = Episode(_key(timex, label), _interval(timex), main)
        self.all.append(episode)
        return episode


def _is_day_before(mention: Mention) -> bool:
    """Whether words lay it a day before what the report is about: "A day earlier, it fired"."""
    timex = mention.timex
    words = mention.trigger.sentence.between(*timex.span) if timex else ""
    return _DAY_BEFORE.match(words) is not None


def _is_hours_later(mention: Mention) -> bool:
    """Whether words set it hours apart from a launch of its day: "An hour later two more …"."""
    trigger = mention.trigger
    if trigger.standing != "asserted" or trigger.noun or trigger.kind != "launch":
        return False
    before = trigger.sentence.before(trigger.span.start)
    return _HOURS_LATER.match(before) is not None


def _is_remote(mention: Mention) -> bool:
    """Whether the words set a launch apart from the one that the report is about."""
    trigger, timex = mention.trigger, mention.timex
    if timex and trigger.sentence.between(*timex.span).lower().startswith("earlier"):
        return True
    return trigger.noun and _REMOTE.search(trigger.sentence.before(trigger.span.start)) is not None


def _telling(every: Sequence[Mention]) -> list[Mention]:
    """The mentions that may tell of the main launch, those that are no asides first."""
    told = [each for each in every if each.trigger.told and each.trigger.kind != "figure"]
    return [each for each in told if not each.aside] or told


def _head(sentence: Sentence, timex: Timex | None) -> int | None:
    """Where a sentence begins that a date heads: all of it is of that day."""
    if timex is None or timex.span.start - sentence.span.start > 12:
        return None
    return sentence.span.start if sentence.span.contains(timex.span) else None


def _subject_start(trigger: Trigger) -> int | None:
    """Where a sentence begins whose subject is the weapon: "The rocket fired by Iran in May"."""
    weapon = trigger.weapon
    if weapon is None or weapon.start >= trigger.span.start:
        return None
    sentence = trigger.sentence
    tags = sentence.tags[: sentence.token_at(weapon.start)]
    return None if set(tags) & set("vmiuwc.") else sentence.span.start


def _holds(timex: Timex, day: str | None) -> bool:
    """Whether a longer stretch ("this week", "this year") holds the day of the main launch."""
    if day is None or timex.start is None or timex.start == timex.end:
        return False
    return timex.start <= day <= (timex.end or "")


def _is_short(timex: Timex) -> bool:
    """Whether a stretch of days is a month or less: "last week" means the launch told of in it."""
    return str(timex.start)[:4] == str(timex.end)[:4] and len(str(timex.value)) > len("2019")


def _key(timex: Timex | None, label: str = "") -> tuple[str, str]:
    """What tells one launch from another: its day, or the words for it, and whose it is."""
    if timex is None:
        return ("", label)
    if timex.start and timex.end:
        return (f"{timex.start}/{timex.end}", label)
    return (f"?{timex.value or timex.reason}", label)


def _interval(timex: Timex | None) -> DateInterval:
    if timex is None:
        return DateInterval(None, None)
    return DateInterval(timex.start, timex.end, timex.span, timex.reason)
