"""When a launch was, and where from."""

from __future__ import annotations

import re
from collections.abc import Iterator

from polybius.nouns import Place, Span, Timex
from polybius.packs.launches.dates import GREENWICH
from polybius.packs.launches.fields import Field
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Trigger
from polybius.packs.launches.words import phrase

SITE_REACH = 150
"""A launch site stands within this many characters of its launch's words."""
PREPOSITION_REACH = 90
CLOCK_BEFORE, CLOCK_AFTER = 90, 220
"""How many characters may part a clock time from its launch's words, before and after it."""
_CLOCK = re.compile(r"\dT(\d\d)(?::(\d\d))?|^T(\d\d):(\d\d)")
_PREPOSITION = re.compile(r"\b(?:from|near|around|at|in|off|outside)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
_ELSEWHERE = re.compile(
    r"\b(?:into|towards?|landed|fell|said|(?:north|south|east|west)\w* (?:of|from))\b|[;:]",
    re.IGNORECASE,
)
_TOWARDS = re.compile(
    r"\b(?:into|towards?|to|over|landed|fell|splash\w*|off|before|against|target\w*|sea of"
    r"|waters?|reach\w*|said|told|reporters|meeting|briefing)\b",
    re.IGNORECASE,
)
_OFFICE_IN = re.compile(
    r"\b(?:ministry|minister|military|army|navy|government|officials?|offices?|chiefs(?: of staff)?"
    r"|embassy|agency|command|spokes\w+|headquarters|parliament|palace)\s{1,2}(?:in|at)\s{1,2}$"
    r"|[”\"]\s(?:the )?[^”\"]{0,60}$",
    re.IGNORECASE,
)
"""What leads to the place that somebody speaks from: "the ministry in", after a quotation."""
_NO_SITES = frozenset(("country", "sea"))
_LEFT = re.compile(
    r"\b(?i:it|they|which|that|one|both|pair|first|second|missiles?|rockets?|projectiles?"
    r"|weapons?) (?:had |has |have |then )?(?:left|(?:flew|flown|rose|risen|took off|lifted off"
    r"|went up|came)\b[^.;:]{0,60}?\bfrom) (?:an? area )?(?:near |around )?(?:the |its )?(?=[A-Z])"
)
LEFT_AT = 45
_RISES = re.compile(
    r"(?:rose|risen|took off|lifted off|blasted off|went up|left (?:the|its|from|an?)\b)",
    re.IGNORECASE,
)
_FROM_SOMEWHERE = re.compile(r"[^;:]{3,90}?\bfrom (?:an? |the |its |near |around )*[A-Z]?\w+")
_NAME_GOES_ON = re.compile(
    r"(?: (?:South |International )?(?:Airport|Airfield|Air Base|Naval Base|Shipyard|Peninsula"
    r"|Island|Space (?:Center|Centre)|Satellite Launching (?:Ground|Station)"
    r"|Launch(?:ing)? (?:Site|Ground|Station|Center|Centre)|County|Province|airfield|airport"
    r"|area|region))+"
)
_UNKNOWN_SITE = re.compile(
    r"\bfrom (?:near |around )?(?:the |its )?(?:[a-z]+ ){0,4}?"
    r"([A-Z][\w'’-]+(?: [A-Z][\w'’-]+)*)(?= (?:area|region|airfield|airport|county|district)\b)"
)
_UNKNOWN_GROUND = re.compile(
    r"\b(?:from|at) (?:near |around )?(?:the |its )?((?:[A-Z][\w'’-]+ ){1,3}"
    r"(?:Peninsula|Island|Airport|Airfield|Cosmodrome|Spaceport|Test Range|Naval Base|Shipyard))\b"
)
_NOT_LAUNCHED_FROM = re.compile(
    r"\b(?:threats?|attacks?|pressure|provocations?|responses?|criticism|condemnation|warnings?"
    r"|aggression|danger|kilometers|kilometres|km|miles|distance|far|away|reports?|statements?)"
    r" $",
    re.IGNORECASE,
)
_AT_AN_HOUR = re.compile(
    r"\b(?:announced|issued|said|reported|convened|told|warned|sent|lifted|confirmed"
    r"|activated|sounded) (?:\w+ ){0,3}"
    r"(?:at|around|by) (?:about |around )?(?:\d[\w:. ]{2,14} and (?:at )?)?$",
    re.IGNORECASE,
)
"""What stands before the hour of an announcement, no launch's."""
_SEQUENCE = re.compile(r"\b(?:after|before|following)\b")


def rises(trigger: Trigger) -> bool:
    """Whether a weapon's moving is its start: "took off", "left the ground", "rose"."""
    return _RISES.match(trigger.sentence.after(trigger.span.start)) is not None


def departs(trigger: Trigger) -> bool:
    """Whether the words tell where a weapon on its way came from."""
    after = trigger.sentence.after(trigger.span.start)
    return rises(trigger) or _FROM_SOMEWHERE.match(after) is not None


def left(sentence: Sentence, states: frozenset[str]) -> Iterator[Field]:
    """Site and hour in "it left the Wonsan area at 6:10 a.m."."""
    match = _LEFT.search(sentence.text)
    if match is None:
        return
    start = match.end() + sentence.span.start
    for place in sentence.places:
        if place.span.start == start and place.country in states and place.kind not in _NO_SITES:
            yield Field("launch_site", place.name, _whole_name(sentence, place))
            for timex in sentence.times:
                clock = clock_of(timex)
                near = start <= timex.span.start <= place.span.end + LEFT_AT
                if clock and near:
                    yield _hour(sentence, timex, clock)


def launch_times(sentence: Sentence, trigger: Trigger) -> Iterator[Field]:
    """Clock times of a launch; those of Greenwich go by ``launch_time_utc``."""
    if trigger.kind == "flight" and phrase("landed").match(sentence.between(*trigger.span)):
        return
    for timex in sentence.times:
        clock = clock_of(timex)
        if (
            clock is None
            or _is_reckoned(sentence, timex)
            or not _is_its_time(sentence, timex, trigger)
        ):
            continue
        yield _hour(sentence, timex, clock)


def _is_reckoned(sentence: Sentence, timex: Timex) -> bool:
    """Whether an hour is told from another, beside its own clock: "An hour later, at 8:39"."""
    if not sentence.between(*timex.span).endswith("later"):
        return False
    return any(other is not timex and clock_of(other) for other in sentence.times)


def _hour(sentence: Sentence, timex: Timex, clock: str) -> Field:
    greenwich = (timex.zone or "").upper() in GREENWICH
    name = "launch_time_utc" if greenwich else "launch_time"
    unit = "UTC" if greenwich else timex.zone or "local"
    return Field(name, clock, own_words(sentence, timex), unit=unit)


def own_words(sentence: Sentence, timex: Timex) -> Span:
    """A time's words without a comma that closes them: what is said ends before it."""
    text = sentence.between(*timex.span)
    return Span(timex.span.start, timex.span.start + len(text.rstrip(" ,;")))


def clock_of(timex: Timex) -> str | None:
    """The "02:59" of a TIMEX3 value that has an hour."""
    match = _CLOCK.search(timex.value or "")
    if match is None:
        return None
    return f"{match[1] or match[3]}:{match[2] or match[4] or '00'}"


def _is_its_time(sentence: Sentence, timex: Timex, trigger: Trigger) -> bool:
    """Whether a clock time is the launch's, not its fall's, an alarm's or a statement's."""
    if timex.span.start >= trigger.span.end:
        between = sentence.between(trigger.span.end, timex.span.start)
        near = len(between) <= CLOCK_AFTER
    else:
        between = sentence.between(timex.span.end, trigger.span.start)
        near = len(between) <= CLOCK_BEFORE and not _SEQUENCE.search(between)
        if _AT_AN_HOUR.search(sentence.before(timex.span.start)[-50:]):
            return False
    other = phrase("landed").search(between) or phrase("other_doings").search(between)
    return near and not other


def sites(sentence: Sentence, trigger: Trigger, states: frozenset[str]) -> Iterator[Field]:
    """Where it was launched from: "from Sinpo", "near Pukchang", "at the Sohae … Ground".

    A place of one of *states*; one that no gazetteer knows only as "from the …
    area".
    """
    if trigger.kind == "flight" and phrase("came_down").match(sentence.between(*trigger.span)):
        return
    known = [place for place in sentence.places if _may_be_site(place, trigger, states)]
    for place in known:
        between = sentence.between(trigger.span.end, place.span.start)
        if _OFFICE_IN.search(between):
            continue
        if len(between) <= SITE_REACH and _leads_to_site(between):
            yield Field("launch_site", place.name, _whole_name(sentence, place))
            return
    start = trigger.span.end - sentence.span.start
    for pattern in (_UNKNOWN_SITE, _UNKNOWN_GROUND):
        unknown = pattern.search(sentence.text, start, start + SITE_REACH)
        if unknown:
            span = Span(*unknown.span(1)).shifted(sentence.span.start)
            yield Field("launch_site", unknown[1], span)
            return


def _may_be_site(place: Place, trigger: Trigger, states: frozenset[str]) -> bool:
    if place.span.start < trigger.span.end or place.adjective or place.metonym:
        return False
    return place.country in states and place.kind not in _NO_SITES


def _leads_to_site(between: str) -> bool:
    prepositions = list(_PREPOSITION.finditer(between))
    if not prepositions or len(between) - prepositions[-1].end() > PREPOSITION_REACH:
        return False
    from_ = list(_FROM.finditer(between))
    if from_:
        if _NOT_LAUNCHED_FROM.search(between, 0, from_[-1].start()):
            return False
        return not _ELSEWHERE.search(between, from_[-1].end())
    return not _TOWARDS.search(between)


def _whole_name(sentence: Sentence, place: Place) -> Span:
    goes_on = _NAME_GOES_ON.match(sentence.after(place.span.end))
    return Span(place.span.start, place.span.end + (goes_on.end() if goes_on else 0))
