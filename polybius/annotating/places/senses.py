"""What a place name means where it stands: ground, a government, or a people's adjective."""

from __future__ import annotations

import re

from polybius.annotating.places.cues import cues
from polybius.annotating.places.matching import Mention
from polybius.annotating.places.resolving import Choice
from polybius.annotating.places.words import Words
from polybius.gazetteer import Entry
from polybius.nouns import Place
from polybius.nouns.annotations import PlaceKind

_KINDS: dict[str, PlaceKind] = {
    "country": "country",
    "capital": "capital",
    "city": "city",
    "city part": "city",
    "region": "region",
    "county": "region",
    "body": "body",
    "ocean": "sea",
    "sea": "sea",
    "gulf": "sea",
    "strait": "sea",
    "bay": "sea",
    "canal": "other",
    "river": "other",
    "lake": "other",
    "line": "other",
    "landmark": "other",
    "continent": "land",
    "area": "land",
    "island": "land",
    "peninsula": "land",
    "land": "land",
    "mountain": "land",
    "desert": "land",
}
# Sites from which nothing flies.
_OTHER_SITES = frozenset(
    {"nuclear facility", "command post", "radar site", "port", "oil terminal", "line"}
)


def place_of(mention: Mention, choice: Choice, words: Words) -> Place:
    """The place that a mention names."""
    entry, usage = choice.naming.entry, choice.naming.usage
    adjective = usage in {"adjective", "people"}
    people = usage == "people" or (usage == "adjective" and _are_people(mention, words))
    return Place(
        span=mention.span,
        name=entry.name,
        latitude=None if people else entry.latitude,
        longitude=None if people else entry.longitude,
        geonames_id=entry.geonames_id,
        country=entry.country,
        kind=kind_of(entry),
        metonym=not adjective and _governs(mention, entry, words),
        adjective=adjective,
        reason=_PEOPLE if people else _reason(entry),
    )


_PEOPLE = "a people, not ground"
_QUANTIFIERS = frozenset({"many", "most", "some", "few", "other", "fellow", "young", "million"})


def _are_people(mention: Mention, words: Words) -> bool:
    """Whether an adjective stands for its people: "the Irish were", "many Chinese"."""
    beside = words.beside(mention.last)
    if beside in {"are", "were", "have", "who", "do", "don"}:
        return True
    before = words.before(mention.first).lower()
    return not beside[:1].isalpha() and (before in _QUANTIFIERS or before == "the")


def kind_of(entry: Entry) -> PlaceKind:
    """The kind of place, in a reading's terms."""
    if entry.kind == "site":
        return "other" if entry.site in _OTHER_SITES else "launch_site"
    return _KINDS[entry.kind]


def _reason(entry: Entry) -> str | None:
    return None if entry.latitude is not None else "no coordinates known"


def _governs(mention: Mention, entry: Entry, words: Words) -> bool:
    """Whether the name of a country or a capital means its government here."""
    known = cues()
    before = words.before(mention.first).lower()
    if entry.kind not in _GOVERNED or before in known.locative:
        return False
    gap = words.gap(mention.last)
    following = words.form(mention.last + 1)
    if gap in _POSSESSIVES:
        return following.lower() in known.owned
    if gap == " " and (following in known.acting or _acted(following)):
        return True
    at = mention.first - 1 - (before == "the")
    if words.form(at).lower() in known.dealing:
        return words.form(at - 1).lower() not in _NOT_DEALING
    return (
        PARTIES.search(words.text[max(0, mention.span.start - 90) : mention.span.start]) is not None
    )


# "talks between Washington and", "relations between the United States and the"
PARTIES = re.compile(
    r"\b(?i:talks|ties|relations|relationship|tensions?|dialogue|deal|agreement|summits?|meetings?"
    r"|negotiations|war|conflict|trust|contacts?|diplomacy|stand-?off|rift|confrontation|pact|treaty)\b"
    r"[^.;]{0,20} between (?:the )?(?:[A-Z][A-Za-z. ]{1,40} and (?:the )?)?\Z"
)
# Participles that tell where a country is or what it is called, not what it did.
_NOT_ACTED = frozenset({"based", "called", "divided", "located", "situated", "united"})


def _acted(word: str) -> bool:
    return word.endswith("ed") and len(word) > 4 and word not in _NOT_ACTED


# "the border with China", "along with Japan"
_NOT_DEALING = frozenset({"along", "border", "borders", "boundary", "frontier", "together"})
_GOVERNED = frozenset({"country", "capital", "body", "landmark"})
_POSSESSIVES = frozenset(("'s ", "’s ", "s' ", "' ", "’ "))
