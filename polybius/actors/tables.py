"""What the resolver reads: entries with their links made and their forms laid out.

``forms`` maps a key (see ``keys``) to references; a reference is a number that
holds a kind in its lowest four bits and a place in that kind's list above them.
"""

from __future__ import annotations

import datetime as dt

import msgspec

from polybius.actors.entries import STILL

COUNTRY, DEMONYM, CAPITAL, PLACE, PERSON, SHORT, BODY, NOUN, TERRITORY = range(9)
_BITS = 4


def reference(kind: int, place: int) -> int:
    """The number that stands for entry no. *place* of *kind*."""
    return place << _BITS | kind


def kind_of(number: int) -> int:
    """The kind of the entry that a reference stands for."""
    return number & (1 << _BITS) - 1


def place_of(number: int) -> int:
    """The place, in its kind's list, of the entry that a reference stands for."""
    return number >> _BITS


class Term(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """What a person was from one day to another; days are ordinals, both included.

    ``office`` is the place of a listed office, -1 for a role outside them.
    ``rank`` orders terms that one person holds together: 0 stands first.
    """

    title: str
    country: str
    sectors: tuple[str, ...]
    start: int
    end: int
    office: int = -1
    rank: int = 9

    def covers(self, day: int) -> bool:
        """Whether *day* (an ordinal) lies in the term."""
        return self.start <= day <= self.end

    @property
    def open(self) -> bool:
        """Whether the term had not ended when the data were last brought up to date."""
        return self.end == STILL


class Person(msgspec.Struct, array_like=True):
    """A person, with all terms by rising start."""

    name: str
    country: str
    terms: tuple[Term, ...]


class Seat(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """One holder of an office: the person's place in the list, first and last day."""

    person: int
    start: int
    end: int


class Office(msgspec.Struct, array_like=True):
    """An office, with its holders by rising start."""

    title: str
    country: str
    kind: str
    sectors: tuple[str, ...]
    shared: bool
    body: str
    seats: tuple[Seat, ...]

    def on(self, day: int) -> tuple[Seat, ...]:
        """Who holds the office on *day*; of two on the day of handover, the successor."""
        found = tuple(seat for seat in self.seats if seat.start <= day <= seat.end)
        if self.shared or len(found) < 2:
            return found
        return (max(found, key=lambda seat: seat.start),)


class Body(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A body; ``periods`` are (first day, last day, sectors) where its nature changed."""

    name: str
    country: str
    sectors: tuple[str, ...]
    periods: tuple[tuple[int, int, tuple[str, ...]], ...] = ()

    def sectors_on(self, day: int | None) -> tuple[str, ...]:
        """Its sector codes on *day*; those of its latest period where there is no day."""
        if not self.periods:
            return self.sectors
        if day is None:
            return self.periods[-1][2]
        within = [codes for start, end, codes in self.periods if start <= day <= end]
        return within[-1] if within else self.sectors


class Noun(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """An agent noun or title in words, with its sector codes."""

    words: str
    sectors: tuple[str, ...]
    weak: bool


class Country(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A country's codes and names."""

    code: str
    alpha_2: str
    name: str
    names: tuple[str, ...]
    demonyms: tuple[str, ...]
    capital: str


class Place(msgspec.Struct, frozen=True, array_like=True, gc=False):
    """A region or city, or a state that few recognise, with the country it lies in."""

    name: str
    country: str
    sectors: tuple[str, ...] = ()


class Tables(msgspec.Struct, array_like=True):
    """All of it, by what each is asked for.

    ``forms`` and ``acronyms`` give references for a key and for a word in
    capitals; ``local`` a body for "country|key"; ``seats`` offices for "country
    or body|title", ``titles`` for a title anywhere. ``firsts`` are the words
    that forms begin with; ``longest`` gives, for the first two words of a form,
    the most words that a form beginning with them has.
    """

    version: str
    current_to: str
    countries: tuple[Country, ...]
    people: tuple[Person, ...]
    offices: tuple[Office, ...]
    bodies: tuple[Body, ...]
    nouns: tuple[Noun, ...]
    places: tuple[Place, ...]
    territories: tuple[Place, ...]
    forms: dict[str, tuple[int, ...]]
    acronyms: dict[str, tuple[int, ...]]
    local: dict[str, int]
    seats: dict[str, tuple[int, ...]]
    titles: dict[str, tuple[int, ...]]
    firsts: frozenset[str]
    longest: dict[str, int]
    words: dict[str, frozenset[str]]
    sector_codes: dict[str, str]
    body_codes: dict[str, str]


def day_words(ordinal: int) -> str | None:
    """An ordinal as ISO 8601; None for an unknown start or an open end."""
    if ordinal in {0, STILL}:
        return None
    return dt.date.fromordinal(ordinal).isoformat()
