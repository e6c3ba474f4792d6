"""Which date in a sentence belongs to which words: the nearest in words, clauses counted."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace

from polybius.nouns import Span, Timex
from polybius.packs.launches.sentence import Sentence

FAR = 30
"""A date farther from its words than this many others (or their worth) is another verb's."""
BOUNDARY = 12
"""How many words a clause's boundary between a verb and a date is worth."""
ATTRIBUTE = 6
"""How many words an attribute may stand before its noun: "Wednesday's short-range missile test"."""
HEAD = 12
"""Within this many characters of its beginning, a date heads a sentence."""
ITS_NOUN = 60
"""A possessive date's noun begins within this many characters."""

GREENWICH = frozenset(("GMT", "UTC", "Z"))

DAYS_BACK = 6
AHEAD = "the weekday after the report's own: where it was launched the calendar was ahead"
_WEEKDAY = re.compile(
    r"(?:early |late )?(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
    r"(?: (?:early|late)? ?(?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)

_CLAUSE_WORDS = frozenset(
    ("that", "which", "who", "when", "while", "where", "because", ";", "“", '"', "”")
)
_LIGHT_VERBS = frozenset(
    (
        *("was", "were", "is", "took", "came", "had", "has", "occurred", "happened"),
        *("described", "called"),
    )
)
"""Verbs that leave a date with the launch: "the launch came on Friday"."""
_BOUNDS = re.compile(
    r"\b(?:since|until|till|by|before|after|from)\s{1,4}(?:at least |late |early |the )?$",
    re.IGNORECASE,
)
_NAMES_DAY = re.compile(
    r"day\b|\b(?:day|night|evening|morning|afternoon|today|tonight|yesterday|tomorrow)\b"
    r"|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)",
    re.IGNORECASE,
)
_PARTS = re.compile(r"\b(?:since|ahead of|until|scheduled|due|expected|planned)\b", re.IGNORECASE)
"""Words after a launch that keep a later date from being its own: "the first since …"."""
_WHEN = re.compile(r"\s{0,3},?\s{1,3}when\b", re.IGNORECASE)
_DOING = re.compile(
    r"\b(?:deals?|agreements?|treat(?:y|ies)|accords?|resolutions?|sanctions|talks|truce|pledge)"
    r"\s(?:\w+\s){0,2}?(?:reached|signed|struck|agreed|adopted|imposed|passed|made|held|of|from)"
    r"(?:\sin|\son|\slast)?\s{1,3}$",
    re.IGNORECASE,
)
"""What keeps a date from a launch before it: "the nuclear deal reached in 2015"."""
_SAYING = re.compile(
    r"\s{0,4}(?:reporters?|a briefing|in a statement|in \w+)?\s{0,4}"
    r"(?:late|early|earlier|on|,)*\s{0,4}(?:late |early )?"
)
_POSSESSIVE = re.compile(r"['’]s?\b")
_DETERMINER = re.compile(r"(?:['’]s?|\b(?:the|a|an|its|his|her|their|this|that))\s$")


def own_date(sentence: Sentence, span: Span, *, noun: bool = False) -> Timex | None:
    """The date that belongs to the words at *span*; None where none does.

    Dates of saying ("said on Thursday"), of other nouns ("the June 30 meeting")
    and bounds ("since last week") belong to none. A *noun* ("the launch") takes
    a date before it only as its own attribute, or at the head of the sentence.
    """
    best: tuple[int, Timex] | None = None
    for timex in sentence.times:
        if not _is_day(sentence, timex) or _belongs_elsewhere(sentence, timex, span):
            continue
        cost = _distance(sentence, span, timex.span, noun=noun)
        if cost <= FAR and (best is None or cost < best[0]):
            best = (cost, timex)
    return best[1] if best else None


def is_next_weekday(sentence: Sentence, timex: Timex, published: dt.date) -> bool:
    """Whether it is a bare weekday that was taken for six days ago, and may be tomorrow's.

    An hour may stand before it ("3:33 a.m. JST Wednesday"), but not one of Greenwich.
    """
    day = (published - dt.timedelta(days=DAYS_BACK)).isoformat()
    words = sentence.between(*timex.span)
    hour = timex.type == "TIME" and (timex.zone or "").upper() not in GREENWICH
    words = words.rsplit(" ", 1)[-1] if hour else words
    return _WEEKDAY.fullmatch(words) is not None and timex.start == timex.end == day


def ahead(sentence: Sentence, published: dt.date | None) -> Sentence:
    """The sentence with the weekday after publication read as that day.

    A report of Wednesday evening in one country tells of Thursday morning in another.
    """
    if published is None:
        return sentence
    day = (published + dt.timedelta(days=1)).isoformat()
    times = tuple(
        replace(
            timex, value=day + (timex.value or "")[len(day) :], start=day, end=day, reason=AHEAD
        )
        if is_next_weekday(sentence, timex, published)
        else timex
        for timex in sentence.times
    )
    return replace(sentence, times=times) if times != sentence.times else sentence


def said_on(sentence: Sentence, before: int) -> Timex | None:
    """The last day of saying that stands before the document's offset *before*."""
    days = [
        timex
        for timex in sentence.times
        if timex.span.end <= before
        and timex.start is not None
        and any(_follows_cue(sentence, cue, timex) for cue in sentence.cues)
    ]
    return days[-1] if days else None


def _is_day(sentence: Sentence, timex: Timex) -> bool:
    """Whether it tells a day: a clock time alone does not, whatever day it is taken for."""
    if (timex.zone or "").upper() in GREENWICH:
        return False  # "9:45 p.m. Friday GMT" is not the day there
    if timex.type == "TIME":
        return _NAMES_DAY.search(sentence.between(*timex.span)) is not None
    return timex.type == "DATE" and (timex.start is not None or timex.reason is not None)


def _belongs_elsewhere(sentence: Sentence, timex: Timex, span: Span) -> bool:
    if _BOUNDS.search(sentence.before(timex.span.start)):
        # "The first since 9 May, when it fired two": what comes after is of that day.
        tells = _WHEN.match(sentence.after(timex.span.end)) and span.start > timex.span.end
        return not tells
    if any(_follows_cue(sentence, cue, timex) for cue in sentence.cues):
        return True
    if _PARTS.search(sentence.between(span.end, timex.span.start)):
        return True
    if _is_anothers(sentence, timex, span):
        return True
    return _modifies_another_noun(sentence, timex, span)


def _is_anothers(sentence: Sentence, timex: Timex, span: Span) -> bool:
    """Whether a participle after the words has it: "no breach of a deal reached in 2015"."""
    if timex.span.start < span.end or span.end == span.start:
        return False
    doing = _DOING.search(sentence.between(span.end, timex.span.start))
    return doing is not None


def _follows_cue(sentence: Sentence, cue: Span, timex: Timex) -> bool:
    """Whether it is the day of saying: "said on Thursday", "told reporters late Friday"."""
    if cue.end > timex.span.start:
        return False
    return _SAYING.fullmatch(sentence.between(cue.end, timex.span.start)) is not None


def _modifies_another_noun(sentence: Sentence, timex: Timex, span: Span) -> bool:
    """Whether it is another happening's day: "Wednesday’s visit", "his June 30 meeting"."""
    end = timex.span.end
    after = sentence.after(end)
    possessive = _POSSESSIVE.match(after)
    if possessive:
        start = end + possessive.end()
        return not start <= span.start <= start + ITS_NOUN
    if not after.startswith(" ") or not _DETERMINER.search(sentence.before(timex.span.start)):
        return False
    follows_noun = sentence.tags[sentence.token_at(end + 1)] in "njp"
    return follows_noun and not end <= span.start <= end + ITS_NOUN


def _distance(sentence: Sentence, span: Span, timex: Span, *, noun: bool) -> int:
    first, second = sorted((span, timex))
    here, there = sentence.token_at(first.end - 1), sentence.token_at(second.start)
    between = range(here + 1, there)
    if timex.start < span.start and _WHEN.match(sentence.after(timex.end)):
        return len(between)
    boundaries = sum(_is_boundary(sentence, number) for number in between)
    if noun and timex.start < span.start:
        heads = timex.start - sentence.span.start <= HEAD and not boundaries
        own = len(between) <= ATTRIBUTE and all(sentence.tags[n] in "djnp#s" for n in between)
        return 0 if own or heads else FAR + 1
    return len(between) + BOUNDARY * boundaries


def _is_boundary(sentence: Sentence, number: int) -> bool:
    word = sentence.tokens.words[number]
    return word in _CLAUSE_WORDS or (sentence.tags[number] in "vm" and word not in _LIGHT_VERBS)
