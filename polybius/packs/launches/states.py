"""Which state launched: the actor of a launch, who is seldom the one that speaks of it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from polybius.actors import countries
from polybius.nouns import Actor, Place, Span
from polybius.packs.launches.sentence import Sentence
from polybius.packs.launches.triggers import Trigger
from polybius.packs.launches.words import words

Named = tuple[Span, str]
"""Where a state is named, and its alpha-3 code."""

_KOREAS = {"the North": "PRK", "the South": "KOR", "The North": "PRK", "The South": "KOR"}
_HALF = re.compile(
    r"\b[Tt]he (?:North|South)(?=['’]s\b|[,.]|\s{1,4}(?:has|had|have|was|is|on|also|again|fired?"
    r"|launch\w*|test\w*|said|did|may|conducted|lobbed)\b)"
)
_OWN_ACT = re.compile(
    r"\s(?:(?:on |late |early |in )?\w+day |in a statement |on \w+ )?(?:that )?(?:it|they)"
    r"(?: has| had| have)?(?: (?:successfully|succeeded in|also|just|\w+ly))?\s"
)
_PEOPLES = re.compile(r"\bDemocratic People['’]?s['’]? $", re.IGNORECASE)
_OFFICES = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,3}?(?:minist\w+|military|army|navy|air force|president\w*"
    r"|government|Joint Chiefs|coast guard|spokes\w+|intelligence|officials?|cabinet|premier"
    r"|parliament)\b",
    re.IGNORECASE,
)
_BYSTANDERS = re.compile(
    r"(?:['’]s?)?\s(?:[\w-]+\s){0,2}?(?:minist\w+|government|Joint Chiefs|[Cc]oast [Gg]uard"
    r"|officials?|spokes\w+|intelligence|cabinet|media|sources?|experts?|analysts?|news agency)\b"
)
_WAS = re.compile(r"\b(?:was|is|were)\s{1,4}$")
_FROM = re.compile(
    r"\b(?:from|left|out of)\s(?:near |around |the |its |a |an )*(?:Democratic People['’]s )?$"
)
_OWNS = re.compile(r"['’]s?\s(?:[\w-]+\s){0,4}")
_BY = re.compile(r"\bby\s{1,4}(?:the\s{1,4})?$|^\s(?:was|were|is|of)\s{1,4}(?:the\s{1,4})?$")
_ASIDE = re.compile(
    r"\b(?:towards?|over|into|near|off|against|with|to|in)\s{1,4}(?:\w+\s)?$", re.IGNORECASE
)
_ALLIES = re.compile(
    r"\b(?:allies|allied|two armies|both Koreas)\b(?:['’]?\s[\w-]+){0,3}\s$", re.IGNORECASE
)
_AUXILIARIES = frozenset(
    (
        *("has", "had", "have", "is", "was", "of", "on", "in", "early", "late", "to", "and"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
)
SUBJECT = 9
"""So many words at most part a subject from its verb."""
TOGETHER = "several states"
BY_REACH = 60


def states_named(sentence: Sentence, *, korea: bool) -> list[Named]:
    """Where a sentence names a state: as such, by its capital, by its people.

    *korea* says that "the North" and "the South" are the two Koreas here.
    """
    found = [
        (place.span, _state_of(sentence, place, place.country))
        for place in sentence.places
        if place.country and _stands_for_state(place)
    ]
    halves = _HALF.finditer(sentence.text) if korea else ()
    found.extend(
        (Span(*match.span()).shifted(sentence.span.start), _KOREAS[match[0]]) for match in halves
    )
    return sorted(found)


def _state_of(sentence: Sentence, place: Place, country: str) -> str:
    """The place's country, but for the north's own name, which ends in the south's."""
    before = sentence.before(place.span.start)[-24:]
    return "PRK" if country == "KOR" and _PEOPLES.search(before) else country


def is_owner(sentence: Sentence, span: Span) -> bool:
    """Whether a state only owns who speaks: "South Korea's defence minister"."""
    return _OFFICES.match(sentence.after(span.end)) is not None


def _is_bystander(sentence: Sentence, span: Span) -> bool:
    """Whether it names one who watches and speaks: "the Japan Coast Guard", "Tokyo officials"."""
    return _BYSTANDERS.match(sentence.after(span.end)) is not None


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
        by = _BY.search(between) if after else None
        if by and (trigger.noun or by[0].startswith("by")):
            return span, country
        if after and trigger.noun and _WAS.search(between) and _owns(sentence, span):
            return span, country
    said = max((cue.end for cue in sentence.cues if cue.end <= trigger.span.start), default=0)
    if said and _OWN_ACT.fullmatch(sentence.between(said, trigger.span.start)):
        said = 0  # "North Korea said it has tested": the one that says so did it
    for span, country in reversed(found):
        owns = trigger.noun and _OWNS.fullmatch(sentence.between(span.end, trigger.span.start))
        aside = not owns and (_is_aside(sentence, span) or _is_bystander(sentence, span))
        if said < span.end <= trigger.span.start and not aside:
            return span, country
    return None


def _owns(sentence: Sentence, span: Span) -> bool:
    """Whether a state has what follows: "the launch was the North's"."""
    return sentence.after(span.end).startswith(("'s", "’s", "' ", "’ "))


def plain_subject(trigger: Trigger, found: Sequence[Named]) -> Named | None:
    """The state that plainly launched: right before the verb, or in the weapon's own words.

    "South Korea's army fired", "a North Korean rocket", "fired by Iran"; not one that
    merely stands nearest.
    """
    named = launching_state(trigger, found)
    if named is None or others_launch(trigger.sentence, trigger):
        return None
    sentence, span = trigger.sentence, named[0]
    if span.start >= trigger.span.end:
        return named
    weapon = trigger.weapon
    inside = weapon is not None and span.end <= weapon.start < trigger.span.start
    end = weapon.start if weapon is not None and inside else trigger.span.start
    first, last = sentence.token_at(span.end), sentence.token_at(end)
    forms, tags = sentence.tokens.words[first:last], sentence.tags[first:last]
    pronoun = _OWN_ACT.search(sentence.between(span.end, trigger.span.start)) is not None
    services = sentence.after(span.end)[:1] in {"'", "’"}  # "the South's army, navy and …"
    plain = pronoun or all(
        tag in "npsjrdkg#" or form in _AUXILIARIES or (services and form == ",")
        for form, tag in zip(forms, tags, strict=True)
    )
    return named if plain and len(forms) <= SUBJECT else None


def departed_from(trigger: Trigger) -> str | None:
    """The state from whose ground a trigger's words say that it was launched."""
    for place in trigger.sentence.places:
        between = trigger.sentence.between(trigger.span.end, place.span.start)
        after = place.span.start >= trigger.span.end and len(between) <= BY_REACH
        if after and place.country and place.kind != "sea" and _FROM.search(between):
            return _state_of(trigger.sentence, place, place.country)
    return None


def home_of(trigger: Trigger) -> str | None:
    """The one state that flies the weapon that a trigger's words name."""
    name = trigger.sentence.between(*trigger.weapon) if trigger.weapon else ""
    return next((state for state, names in words().homes if names.search(name)), None)


def others_launch(sentence: Sentence, trigger: Trigger) -> bool:
    """Whether several states launch together: "the two allies' armies fired"."""
    return _ALLIES.search(sentence.before(trigger.span.start)) is not None


def _is_aside(sentence: Sentence, span: Span) -> bool:
    return _ASIDE.search(sentence.before(span.start)[-24:]) is not None


def commonest(found: Sequence[str]) -> str | None:
    """The state that most launches are laid to; the first of equals."""
    counts = Counter(found)
    return max(counts, key=lambda country: counts[country]) if counts else None


def actor_of(country: str | None, span: Span | None) -> Actor:
    """The state as an actor: its armed forces launch."""
    if country is None or country == TOGETHER:
        return Actor(None, reason="the text does not say which state launched")
    return Actor(countries.name(country), country, ("GOV", "MIL"), span=span)
