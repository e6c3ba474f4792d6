"""The words of a report that tell of launches, with what each says of its day and its state."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from polybius.nouns import Span, Timex
from polybius.packs.launches.dates import own_date, said_on
from polybius.packs.launches.days import FROM_ANOTHER_DAY, Relative
from polybius.packs.launches.measures import Measure
from polybius.packs.launches.moves import dated_figures, weapons_of_days
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.states import Named
from polybius.packs.launches.triggers import Trigger

LEAD = 3
"""In the first so many sentences a weapon that flew tells of a launch without more words."""
NEAR = 70
"""What happened "a day after" begins within this many characters of it."""

_ASIDE = re.compile(
    r"\b(?:since|after|than|following|unlike|similar to|akin to|resembl\w+|like (?:those|the one)"
    r"|compared (?:to|with)|over the one|(?:same|such)\b[^,;]{0,40}?\b(?:that|as))\b",
    re.IGNORECASE,
)
_OPENS = re.compile(
    r"\A(?:[\w-]+ ){1,5}(?:after|before) (?:that|it|this|(?:the|its) [\w’']+(?: \w+)?"
    r"|North Korea['’]s \w+),? ",
    re.IGNORECASE,
)
"""What opens a sentence and leaves it to tell of a launch: "Six minutes after the launch …"."""
_BREAKS = re.compile(r"[;:“”]")
_LAUNCH_BEFORE = re.compile(
    r"\b(?:launch\w*|tests?|firings?|fired|tested|it|missiles?|flight)\b", re.IGNORECASE
)
_TO_COME = re.compile(r"(?:later|next|coming|upcoming|tomorrow)\b", re.IGNORECASE)
"""What opens a day that no launch told of has."""
WORDS = 14
"""An aside reaches this many words."""


@dataclass(frozen=True, slots=True)
class Mention:
    """Words that tell of a launch.

    ``timex`` is its own day, as the sentence tells it; ``relative`` the words that
    lay it some days before another, while that one is not known. ``state`` is who
    launched, where the words name it as their subject. ``aside`` says that the
    sentence is about something else: "the first since …", "a day after …".
    """

    trigger: Trigger
    timex: Timex | None = None
    relative: Relative | None = None
    state: str | None = None
    aside: bool = False


def mentions(
    sentence: Sentence,
    found: Sequence[Trigger],
    moved: Sequence[Trigger],
    measures: Sequence[Measure],
    states: Mapping[Span, Named],
    published: str | None,
    *,
    first: bool,
) -> list[Mention]:
    """The mentions of one sentence, in order.

    *found* are its words of launching, *moved* its weapons on their way, *states* the
    plain subjects among them; *first* says that no launch is told of before.
    """
    every = [
        *((trigger, _own(sentence, trigger)) for trigger in found if trigger.standing != "unreal"),
        *_moved(sentence, found, moved),
        *weapons_of_days(sentence),
        *dated_figures(sentence, measures),
    ]
    taken: list[Mention] = []
    for trigger, timex in sorted(every, key=lambda each: each[0].start):
        if not any(trigger.span.overlaps(other.trigger.span) for other in taken):
            state = states.get(trigger.span)
            mention = Mention(trigger, timex, state=state[1] if state else None)
            day = published if first and not taken else None
            taken.append(_placed(mention, sentence, taken, published, day))
    return taken


def _own(sentence: Sentence, trigger: Trigger) -> Timex | None:
    timex = own_date(sentence, trigger.span, noun=trigger.noun)
    # "Signed the order for the test a day earlier": the day is the order's.
    if timex is not None and not _is_in_time(sentence, trigger, timex):
        return None
    told_apart = trigger.noun and timex is not None and timex.reason == FROM_ANOTHER_DAY
    return None if told_apart else timex


def _is_in_time(sentence: Sentence, trigger: Trigger, timex: Timex) -> bool:
    """Whether a launch told of has no day to come, and one planned no day that it was told on."""
    to_come = _TO_COME.match(sentence.between(*timex.span)) is not None
    if trigger.standing == "planned":
        return to_come or timex.span.start > trigger.span.start
    return not to_come


def _moved(
    sentence: Sentence, found: Sequence[Trigger], moved: Sequence[Trigger]
) -> Iterator[tuple[Trigger, Timex | None]]:
    """Flights that tell of a launch by themselves: in the lead, or with their own day."""
    for trigger in moved:
        timex = own_date(sentence, trigger.span) if sentence.times else None
        opens = sentence.index < LEAD and (not found or any(r.follows for r in sentence.relatives))
        if trigger.standing == "asserted" and (timex is not None or opens):
            yield trigger, timex


def _placed(
    mention: Mention,
    sentence: Sentence,
    before: Sequence[Mention],
    published: str | None,
    day: str | None,
) -> Mention:
    """The mention with its day, where another day in the sentence tells it."""
    trigger = mention.trigger
    aside = _is_aside(sentence, trigger)
    relative = _relative(sentence, mention)
    if relative is None:
        return Mention(trigger, mention.timex, None, mention.state, aside)
    anchor = _anchor(sentence, relative, before) or (None if relative.follows else day)
    if anchor is None and relative.follows and not _compares(sentence, relative, before):
        anchor = published
    placed = relative.placed(anchor) if anchor else None
    if placed is None:
        return Mention(trigger, None, relative, mention.state, aside)
    told_there = relative.follows and not before
    return Mention(trigger, placed, None, mention.state, aside and not told_there)


def _relative(sentence: Sentence, mention: Mention) -> Relative | None:
    """The words that lay the mention some days before another."""
    if mention.timex is not None:
        if mention.timex.reason != FROM_ANOTHER_DAY:
            return None
        return next(each for each in sentence.relatives if each.span == mention.timex.span)
    for relative in sentence.relatives:
        between = sentence.between(relative.span.end, mention.trigger.span.start)
        near = relative.span.end <= mention.trigger.span.start and len(between) <= NEAR
        if relative.follows and near and not re.search(r"[,;:]", between):
            return relative
    return None


def _anchor(sentence: Sentence, relative: Relative, before: Sequence[Mention]) -> str | None:
    """The day in the sentence that the relative one is told from."""
    said = said_on(sentence, relative.span.start)
    if said is not None:
        return said.start
    if relative.follows and not before:
        days = [t for t in sentence.times if t.type == "DATE" and t.span.end <= relative.span.start]
        return days[-1].start if days else None
    return None


def _compares(sentence: Sentence, relative: Relative, before: Iterable[Mention]) -> bool:
    """Whether the other day is a launch's: "the launch came a day after …"."""
    return any(True for _ in before) or bool(
        _LAUNCH_BEFORE.search(sentence.before(relative.span.start))
    )


def _is_aside(sentence: Sentence, trigger: Trigger) -> bool:
    before = sentence.before(trigger.start)
    found = [match for match in _ASIDE.finditer(before) if match.start() > 0]
    if not found or _OPENS.match(before):
        return False
    between = before[found[-1].end() :]
    return between.count(" ") <= WORDS and not _BREAKS.search(between)
