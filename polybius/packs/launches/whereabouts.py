"""When and where a launch was, and where its missile fell."""

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
SEA_REACH = 120

_CLOCK = re.compile(r"\dT(\d\d)(?::(\d\d))?|^T(\d\d):(\d\d)")
_PREPOSITION = re.compile(r"\b(?:from|near|around|at|in|off|outside)\b", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\b", re.IGNORECASE)
_ELSEWHERE = re.compile(r"\b(?:into|towards?|landed|fell|said)\b|[;:]", re.IGNORECASE)
_TOWARDS = re.compile(
    r"\b(?:into|towards?|to|over|landed|fell|splash\w*|off|before|against|target\w*|sea of"
    r"|waters?|reach\w*|said|told|reporters|meeting|briefing)\b",
    re.IGNORECASE,
)
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
_NOT_LAUNCHED_FROM = re.compile(
    r"\b(?:threats?|attacks?|pressure|provocations?|responses?|criticism|condemnation|warnings?"
    r"|aggression|danger|kilometers|kilometres|km|miles|distance|far|away|reports?|statements?)"
    r" $",
    re.IGNORECASE,
)
_NOTHING_FELL = re.compile(
    r"\b(?:not|never|n[o’']t|no|none|nothing|neither|nor)\b[^;:.]{0,70}$", re.IGNORECASE
)
_AT_AN_HOUR = re.compile(
    r"\b(?:announced|issued|said|reported|convened|told|warned|sent|lifted|confirmed) (?:\w+ )?"
    r"(?:at|around|by) (?:about |around )?(?:\d[\w:. ]{2,14} and (?:at )?)?$",
    re.IGNORECASE,
)
"""What stands before the hour of an announcement, no launch's."""
_SIDE = re.compile(r"\b(outside|inside|within|beyond|in|into|before reaching)\b", re.IGNORECASE)
_OUTSIDE = frozenset(("outside", "beyond", "before reaching"))
_HEADED = re.compile(r"\b(?:into|towards?)\b", re.IGNORECASE)


def launch_times(sentence: Sentence, trigger: Trigger) -> Iterator[Field]:
    """Clock times of a launch; those of Greenwich go by ``launch_time_utc``."""
    for timex in sentence.times:
        clock = clock_of(timex)
        if clock is None or not _is_its_time(sentence, timex, trigger):
            continue
        if (timex.zone or "").upper() in GREENWICH:
            yield Field("launch_time_utc", clock, timex.span, unit="UTC")
        else:
            yield Field("launch_time", clock, timex.span, unit=timex.zone or "local")


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
        near = len(between) <= CLOCK_BEFORE
        if _AT_AN_HOUR.search(sentence.before(timex.span.start)[-50:]):
            return False
    other = phrase("landed").search(between) or phrase("other_doings").search(between)
    return near and not other


def sites(sentence: Sentence, trigger: Trigger, states: frozenset[str]) -> Iterator[Field]:
    """Where it was launched from: "from Sinpo", "near Pukchang", "at the Sohae … Ground".

    A place of one of *states*; one that no gazetteer knows only as "from the …
    area".
    """
    known = [place for place in sentence.places if _may_be_site(place, trigger, states)]
    for place in known:
        between = sentence.between(trigger.span.end, place.span.start)
        if len(between) <= SITE_REACH and _leads_to_site(between):
            yield Field("launch_site", place.name, _whole_name(sentence, place))
            return
    start = trigger.span.end - sentence.span.start
    unknown = _UNKNOWN_SITE.search(sentence.text, start, start + SITE_REACH)
    if unknown:
        span = Span(*unknown.span(1)).shifted(sentence.span.start)
        yield Field("launch_site", unknown[1], span)


def _may_be_site(place: Place, trigger: Trigger, states: frozenset[str]) -> bool:
    if place.span.start < trigger.span.end or place.adjective or place.metonym:
        return False
    return place.country in states and place.kind not in {"country", "sea"}


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


def landings(sentence: Sentence) -> Iterator[Field]:
    """Where it fell, or was fired at: a sea, inside or outside a zone."""
    verb = phrase("landed").search(sentence.text) or _HEADED.search(sentence.text)
    if verb is None:
        return
    start = sentence.span.start + verb.end()
    for place in sentence.places:
        if place.kind == "sea" and start <= place.span.start <= start + SEA_REACH:
            yield Field("landing", place.name, place.span)
    for match in phrase("waters").finditer(sentence.text, verb.end()):
        yield _waters(sentence, match)


def _waters(sentence: Sentence, match: re.Match[str]) -> Field:
    before = sentence.text[max(0, match.start() - 40) : match.start()]
    sides = [side[0].lower() for side in _SIDE.finditer(before)]
    side = "outside" if sides and sides[-1] in _OUTSIDE else "inside"
    if side == "inside" and _NOTHING_FELL.search(sentence.text, 0, match.start()):
        side = "outside"
    words = match[0].lower()
    kind = "exclusive economic zone" if words.startswith(("ex", "ec", "ee")) else words
    span = Span(*match.span()).shifted(sentence.span.start)
    return Field("landing_zone", f"{side} {kind}", span)
