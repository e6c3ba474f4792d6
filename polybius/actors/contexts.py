"""What the text around some words tells of their country."""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Mapping
from functools import cache, lru_cache
from typing import NamedTuple

from polybius.actors import store
from polybius.actors.keys import Words
from polybius.actors.phrases import place_country
from polybius.actors.segments import GEOGRAPHIC, Piece, pieces_of
from polybius.actors.tables import BODY, NOUN, PERSON, PLACE, Tables

_KOREAN = frozenset(
    ("korea", "koreas", "korean", "koreans", "pyongyang", "seoul", "dprk", "rok", "inter")
)
_FEW = 3
"""The most countries that may share a body's name for their text to tell which is meant."""

_REMEMBERED = 256

LIKELIEST = "of the few countries with such a body, the one that the text speaks of most"
"""The reason that an actor carries whose country was told so."""


class Context(NamedTuple):
    """Whether a text speaks of Korea, and how often of which country, most often first."""

    korea: bool = False
    countries: tuple[tuple[str, int], ...] = ()

    @property
    def only(self) -> str | None:
        """The one country that the text speaks of; None where it speaks of none or several."""
        return self.countries[0][0] if len(self.countries) == 1 else None


NO_CONTEXT = Context()


def speaks_of_korea(words: Words) -> bool:
    """Whether "the North" and "the South" among *words* are Korea's."""
    return not _KOREAN.isdisjoint(words.keys)


@lru_cache(maxsize=_REMEMBERED)
def context_of(text: str) -> Context:
    """What *text* tells."""
    if not text:
        return NO_CONTEXT
    tables = store.tables()
    words = Words(unicodedata.normalize("NFC", text))
    pieces = pieces_of(words, tables)
    named = Counter(
        place_country(tables, piece)
        for piece in pieces
        if piece.kind in GEOGRAPHIC and piece.kind != PLACE
    )
    korea = speaks_of_korea(words) or _names_koreans(pieces, tables)
    return Context(korea, tuple(named.most_common()))


def _names_koreans(pieces: Iterable[Piece], tables: Tables) -> bool:
    """Whether a Korean is named in full."""
    named = (piece.places[0] for piece in pieces if piece.kind == PERSON)
    return any(tables.people[place].country in {"KOR", "PRK"} for place in named)


store.on_forget(context_of.cache_clear)


def likeliest(piece: Piece, words: Words, tables: Tables, counts: Mapping[str, int]) -> str | None:
    """The country, of the few that have a body of this name, which the text speaks of most.

    None where no body is meant, where the name is common to many countries, or
    where two of them are spoken of equally often.
    """
    homes = few_homes(piece, words, tables)
    ranked = Counter({home: counts.get(home, 0) for home in homes}).most_common(2)
    return ranked[0][0] if ranked and ranked[0][1] > ranked[1][1] else None


def is_of_few(key: str) -> bool:
    """Whether a key names a body in few countries, so that a text may tell which."""
    return 1 < len(_homes_by_name().get(key, ())) <= _FEW


def few_homes(piece: Piece, words: Words, tables: Tables) -> frozenset[str]:
    """The two or three countries that have a body of the piece's name; else none."""
    homes: frozenset[str] = frozenset()
    if piece.kind == BODY:
        homes = frozenset(tables.bodies[place].country for place in piece.places)
    elif piece.kind == NOUN:
        homes = _homes_by_name().get(words.key(piece.start, piece.end), homes)
    return homes if 1 < len(homes) <= _FEW else frozenset()


@cache
def _homes_by_name() -> dict[str, frozenset[str]]:
    """For a name used beside a country, the countries that have a body of that name."""
    found: dict[str, set[str]] = {}
    for entry in store.tables().local:
        country, _, key = entry.partition("|")
        found.setdefault(key, set()).add(country)
    return {key: frozenset(homes) for key, homes in found.items()}


store.on_forget(_homes_by_name.cache_clear)
