"""Which state launched: the actor of a launch, who is seldom the one that speaks of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from polybius.actors import countries
from polybius.nouns import Actor, Place, Span
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Trigger

Named = tuple[Span, str]
"""Where a state is named, and its alpha-3 code."""

_KOREAS = {"the North": "PRK", "the South": "KOR", "The North": "PRK", "The South": "KOR"}
_HALF = re.compile(
    r"\b[Tt]he (?:North|South)(?=['’]s\b|[,.]|\s{1,4}(?:has|had|have|was|is|on|also|again|fired?"
    r"|launch\w*|test\w*|said|did|may|conducted|lobbed)\b)"
)
_BY = re.compile(r"\b(?:by|of)\s{1,4}(?:the\s{1,4})?$")
_ASIDE = re.compile(
    r"\b(?:towards?|over|into|near|off|against|with|to|in)\s{1,4}(?:\w+\s)?$", re.IGNORECASE
)
BY_REACH = 60


def states_named(sentence: Sentence, *, korea: bool) -> list[Named]:
    """Where a sentence names a state: as such, by its capital, by its people.

    *korea* says that "the North" and "the South" are the two Koreas here.
    """
    found = [
        (place.span, place.country)
        for place in sentence.places
        if place.country and _stands_for_state(place)
    ]
    halves = _HALF.finditer(sentence.text) if korea else ()
    found.extend(
        (Span(*match.span()).shifted(sentence.span.start), _KOREAS[match[0]]) for match in halves
    )
    return sorted(found)


def _stands_for_state(place: Place) -> bool:
    return place.kind in {"country", "capital"} or place.metonym or place.adjective


def launching_state(trigger: Trigger, found: Sequence[Named]) -> Named | None:
    """The state that a trigger's words name as the one launching.

    One named after "by", else the nearest before it; not one that only says so
    ("South Korea said"), nor one that it was fired at or near.
    """
    sentence = trigger.sentence
    for span, country in found:
        between = sentence.between(trigger.span.end, span.start)
        after = span.start >= trigger.span.end and len(between) <= BY_REACH
        if after and _BY.search(between) and (trigger.noun or " by " in f" {between}"):
            return span, country
    said = max((cue.end for cue in sentence.cues if cue.end <= trigger.span.start), default=0)
    for span, country in reversed(found):
        if said < span.end <= trigger.span.start and not _is_aside(sentence, span):
            return span, country
    return None


def _is_aside(sentence: Sentence, span: Span) -> bool:
    return _ASIDE.search(sentence.before(span.start)[-24:]) is not None


def commonest(found: Sequence[str]) -> str | None:
    """The state that most launches are laid to; the first of equals."""
    counts = Counter(found)
    return max(counts, key=lambda country: counts[country]) if counts else None


def actor_of(country: str | None, span: Span | None) -> Actor:
    """The state as an actor: its armed forces launch."""
    if country is None:
        return Actor(None, reason="the text does not say which state launched")
    return Actor(countries.name(country), country, ("GOV", "MIL"), span=span)
