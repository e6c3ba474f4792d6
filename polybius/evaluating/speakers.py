"""Whether two namings mean the same speaker: "JCS via Yonhap", "South Korea's military"."""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import replace

from polybius.actors import resolve
from polybius.nouns import Actor, Document

_VIA = re.compile(
    r"\s+(?:via|quoting|citing|quoted by|through)\s+|\s*/\s*|\s+and\s+", re.IGNORECASE
)
_FILLERS = frozenset(
    (
        *("the", "a", "an", "of", "s", "in", "and", "for", "us", "u", "north", "south", "korea"),
        *("korean", "japan", "japanese", "military", "official", "officials", "state", "senior"),
        *("government", "authorities"),
    )
)
_ARMED = re.compile(
    r"\b(?:militar|defen[cs]e|joint chiefs|jcs|army|navy|command|forces"
    r"|officials?(?! (?:\w+ ){0,3}(?:news|media)))"
)
_NARRATING = {"JRN", "MED"}
_NARRATORS = frozenset(("news agency", "outlet"))


def speakers_agree(gold: str, given: Sequence[Actor], document: Document) -> bool:
    """Whether any of the *given* chain is one whom *gold* names."""
    wanted = [part for part in _VIA.split(gold) if part.strip()]
    return any(_same(part, actor, document) for part in wanted for actor in given)


def same_speaker(name: str, country: str | None, given: Actor, day: dt.date | None) -> bool:
    """Whether *given* is the speaker whom a gold file calls *name*, of *country*.

    "outlet" is the report's own narrator. Two names of different countries are
    two speakers, whatever words they share.
    """
    narrates = given.role in _NARRATORS
    if name == "outlet" or narrates:
        return name == "outlet" and narrates
    if country and given.country and country != given.country:
        return False
    return _named_alike(name, country, given, day)


def _same(gold: str, actor: Actor, document: Document) -> bool:
    if actor.role in _NARRATORS:
        return _is_narrator(gold, actor)
    return _named_alike(gold, None, actor, document.published.day)


def _named_alike(gold: str, country: str | None, actor: Actor, day: dt.date | None) -> bool:
    """Whether two names share a telling word, or a country and a kind of body.

    A name of which the other is a part ("the military" of "South Korea's military")
    is the same.
    """
    name = actor.name or ""
    if _significant(gold) & _significant(f"{name} {actor.role or ''}"):
        return True
    if _is_part(gold, name):
        return True
    one = resolve(gold, day)
    one = one if one.country or country is None else replace(one, country=country)
    two = actor if actor.country else resolve(name, day)
    if one.country and one.country == two.country:
        return _kinds(one, gold) == _kinds(two, name) or not (one.sectors and two.sectors)
    return not one.country and not two.country and _plain(gold) == _plain(name)


def _is_part(gold: str, name: str) -> bool:
    """Whether one name's words stand, whole and in order, in the other's."""
    one, two = (f" {_plain(each).removeprefix('the ')} " for each in (gold, name))
    return bool(one.strip() and two.strip()) and (one in two or two in one)


def _is_narrator(gold: str, actor: Actor) -> bool:
    """A fact laid to an outlet: no country speaks, or the very agency is named."""
    if _significant(gold) & _significant(actor.name or ""):
        return True
    found = resolve(gold)
    return not found.sectors or bool(_NARRATING & set(found.sectors))


def _kinds(actor: Actor, words: str) -> str:
    """Armed or civil: the Joint Chiefs and "the military" are alike, a foreign ministry is not."""
    armed = _ARMED.search(words.lower())
    if armed or "MIL" in actor.sectors:
        return "armed"
    return "civil"


def _significant(words: str) -> set[str]:
    return {word for word in _plain(words).split() if word not in _FILLERS and len(word) > 1}


def _plain(words: str) -> str:
    return " ".join(re.findall(r"\w+", words.lower()))
