"""A noun phrase cut into its parts: the head's own words, and its complements."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from polybius.actors.keys import Words
from polybius.actors.segments import GEOGRAPHIC, Piece, broken
from polybius.actors.tables import CAPITAL, COUNTRY, DEMONYM, NOUN, Tables

_NO_WORDS: frozenset[str] = frozenset()
_NOBODY: Mapping[str, int] = {}


@dataclass(frozen=True, slots=True)
class Part:
    """Tokens ``start`` to ``end``, what they mean, and the word that joins them to the head.

    ``connector`` is "" for the first part, a preposition, "and", or "," where
    punctuation alone parts it from what stands before.
    """

    connector: str
    start: int
    end: int
    pieces: tuple[Piece, ...]

    @property
    def acting(self) -> tuple[Piece, ...]:
        """The pieces that name somebody or something that acts, not only a country."""
        return tuple(piece for piece in self.pieces if piece.kind not in GEOGRAPHIC)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words with their parts, to be read as of ``day`` (an ordinal; None where undated).

    ``named`` gives, for the key of a surname, the person whom the text has named
    in full before.
    """

    text: str
    tokens: Words
    parts: tuple[Part, ...]
    tables: Tables
    day: int | None
    named: Mapping[str, int]

    def words(self, name: str) -> frozenset[str]:
        """One of the lists of small words in ``agents.toml``."""
        return self.tables.words.get(name, _NO_WORDS)

    def written(self, start: int, end: int) -> str:
        """Tokens *start* to *end* as the text has them."""
        return self.text[self.tokens[start].start : self.tokens[end - 1].end]

    def key(self, piece: Piece) -> str:
        """The key of a piece's words."""
        return self.tokens.key(piece.start, piece.end)

    def noun(self, piece: Piece) -> tuple[tuple[str, ...], bool] | None:
        """Sectors and weakness of a piece that may be an agent noun; else None."""
        places = piece.of_kind(NOUN)
        if not places:
            return None
        noun = self.tables.nouns[places[0]]
        return noun.sectors, noun.weak


def phrase_of(
    text: str,
    tokens: Words,
    pieces: Sequence[Piece],
    tables: Tables,
    day: int | None,
    named: Mapping[str, int] = _NOBODY,
) -> Phrase:
    """The phrase that *tokens* make, cut at prepositions, conjunctions and punctuation."""
    connectors = tables.words.get("connectors", _NO_WORDS)
    covered = {place for piece in pieces for place in range(piece.start, piece.end)}
    parts: list[Part] = []
    start, connector = 0, ""
    for place, token in enumerate(tokens):
        joins = token.key in connectors and place not in covered
        if place and not joins and broken(token) and place not in covered - _starts(pieces):
            joins = True
            parts.append(_part(connector, start, place, pieces))
            start, connector = place, ","
        elif joins:
            parts.append(_part(connector, start, place, pieces))
            start, connector = place + 1, token.key
    parts.append(_part(connector, start, len(tokens), pieces))
    kept = tuple(part for part in parts if part.start < part.end)
    return Phrase(text, tokens, kept, tables, day, named)


def _starts(pieces: Sequence[Piece]) -> set[int]:
    return {piece.start for piece in pieces}


def _part(connector: str, start: int, end: int, pieces: Sequence[Piece]) -> Part:
    within = tuple(piece for piece in pieces if start <= piece.start and piece.end <= end)
    return Part(connector, start, end, within)


def country_of(phrase: Phrase, part: Part) -> str | None:
    """The country whose the part's head is: "Russia's", "Syrian", "Kyiv".

    Not one that only stands behind it: "Iran-backed militia" tells no country.
    """
    alignments = phrase.words("alignments")
    starts = {piece.start for piece in part.pieces}
    for piece in part.pieces:
        after = piece.end
        aligned = after < len(phrase.tokens) and phrase.tokens.keys[after] in alignments
        aligned = aligned and after not in starts and not phrase.tokens[after - 1].possessive
        if piece.kind in GEOGRAPHIC and not aligned:
            return place_country(phrase.tables, piece)
    return None


def place_country(tables: Tables, piece: Piece) -> str:
    """The country code of a geographic piece."""
    if piece.kind in {COUNTRY, DEMONYM, CAPITAL}:
        return tables.countries[piece.places[0]].code
    return tables.places[piece.places[0]].country
