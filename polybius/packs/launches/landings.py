"""Where a missile fell, or was fired at, and when it came down.

A named sea first; else waters in words ("the sea between the Korean peninsula and
Japan", "waters off its east coast"), land ("an air base outside the city") or a range.
Inside or outside a zone is told apart from both; where nothing fell inside, it fell
outside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from polybius.nouns import Span
from polybius.packs.launches.fields import Field
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.whereabouts import clock_of, own_words
from polybius.packs.launches.words import phrase

SEA_REACH = 120
TIME_REACH = 120
"""An hour of coming down stands within this many characters of the words for it."""

_SIDE = re.compile(r"\b(outside|inside|within|beyond|in|into|before reaching)\b", re.IGNORECASE)
_OUTSIDE = frozenset(("outside", "beyond", "before reaching"))
_HEADED = re.compile(r"\b(?:into|towards?)\b", re.IGNORECASE)
_NOTHING_FELL = re.compile(
    r"\b(?:not|never|n[o’']t|no|none|nothing|neither|nor)\b[^;:.]{0,70}$", re.IGNORECASE
)
_WATER = re.compile(
    r"\b(?:(?:the|its|their|open|high|international|Japanese|Russian) ){0,2}"
    r"(?:sea|seas|ocean|water|waters)\b(?! of\b| zone| border)"
    r"(?: between [^.;:,()]{3,40}? and (?:the )?[A-Z]\w+(?: [A-Z]\w+| (?:mainland|peninsula))*"
    r"|,? (?:off|east|west|north|south|near|around|in|of|to the) "
    r"[^.;:,()\d]{3,70}?(?=[.;:,()]|\s(?:on|at|after|before|while|about|some|which|and|around)\b|\s\d|$))?",
    re.IGNORECASE,
)
_ANY_WATER = frozenset(("the water", "water", "the waters", "waters"))
_OFF_COAST = re.compile(
    r"\boff (?:the |its |their )?(?:(?:[A-Z][\w’'-]+|north|south|east|west|eastern|western"
    r"|northern|southern) ){0,4}(?:coast|island|peninsula)\b(?: of (?:the )?[A-Z]\w+)?",
)
_GROUND = re.compile(
    r"\b(?:in|on|at|inside|near|to the|upon|reached the) "
    r"(?:the |an? |its )?(?P<place>(?:[A-Z][\w-]+ )?(?:range|test range|field|atoll|Atoll|desert"
    r"|air base|base|mountains?|uninhabited island|island)\b(?: (?:near|on|in|of|outside)"
    r" (?:the )?[A-Z]\w+(?: [A-Z]?\w+)?)?)",
)
_CAME_DOWN_AT = re.compile(r"[^;:.]{0,90}?\b(?:at|around)\s(?:about |around |approximately )?$")
_LAUNCHED_AT = re.compile(r"\b(?:launch\w*|fir(?:ed|ing)|left|took off|lifted)\b", re.IGNORECASE)


def landings(sentence: Sentence) -> Iterator[Field]:
    """Where it fell: a sea, waters or ground in words, inside or outside a zone, and when."""
    fell = phrase("landed").search(sentence.text)
    verb = fell or _HEADED.search(sentence.text)
    if verb is None:
        return
    seas = list(_seas(sentence, verb.end()))
    yield from seas
    if fell:
        yield from _hours(sentence)
        if not seas:
            yield from _in_words(sentence, fell.start())
    for match in phrase("waters").finditer(sentence.text, verb.end()):
        yield _waters(sentence, match)


def _seas(sentence: Sentence, end: int) -> Iterator[Field]:
    start = sentence.span.start + end
    for place in sentence.places:
        if place.kind == "sea" and start <= place.span.start <= start + SEA_REACH:
            yield Field("landing", place.name, place.span)


def _in_words(sentence: Sentence, start: int) -> Iterator[Field]:
    """The first words after those of falling that tell where, without a sea's name."""
    end = min(len(sentence.text), start + SEA_REACH)
    for pattern in (_WATER, _OFF_COAST, _GROUND):
        for match in pattern.finditer(sentence.text, start, end):
            group = "place" if "place" in pattern.groupindex else 0
            span = Span(*match.span(group))
            value = " ".join(sentence.text[span.start : span.end].split())
            if value.lower() not in _ANY_WATER and not phrase("waters").search(value):
                yield Field("landing", value, span.shifted(sentence.span.start))
                return


def _hours(sentence: Sentence) -> Iterator[Field]:
    """Clock times of coming down: "fell at 9:37 a.m."."""
    for timex in sentence.times:
        clock = clock_of(timex)
        if clock is None:
            continue
        before = sentence.before(timex.span.start)[-TIME_REACH:]
        fell = list(phrase("came_down").finditer(before))
        if not fell or not _CAME_DOWN_AT.fullmatch(before[fell[-1].end() :] or " "):
            continue
        if not _LAUNCHED_AT.search(before[fell[-1].end() :]):
            yield Field(
                "landing_time", clock, own_words(sentence, timex), unit=timex.zone or "local"
            )


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
