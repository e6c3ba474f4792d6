"""Which person a name means on a day, and what that person was then."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from polybius.actors.tables import Person, Tables, Term

_NOTABLE = 3
_TOP = 1
"""Rank up to which a surname alone still means its bearer after leaving office."""

FORMER = ("ELI",)
"""PLOVER's sector for those who held office: elites."""


class Standing(NamedTuple):
    """What a person is on a day: title, country, sectors, and a reason where that is unsure."""

    title: str | None
    country: str
    sectors: tuple[str, ...]
    reason: str | None = None
    former: bool = False


def standing(person: Person, day: int | None, current_to: str = "") -> Standing:
    """What *person* was on *day*; without a day, what they were last."""
    if not person.terms:
        return Standing(None, person.country, (), "no office of theirs is known")
    if day is None:
        return _undated(person)
    held = [term for term in person.terms if term.covers(day)]
    if held:
        return _held(_foremost(held), day, current_to)
    past = [term for term in person.terms if term.end < day]
    if past:
        last = _foremost_past(past)
        return Standing(f"former {last.title}", last.country, FORMER, former=True)
    first = person.terms[0]
    return Standing(None, first.country, (), f"held no known office yet, {first.title} later")


def _undated(person: Person) -> Standing:
    """Without a date, the latest office: not a claim that it is still held."""
    last = _foremost([term for term in person.terms if term.open] or person.terms[-1:])
    return Standing(last.title, last.country, last.sectors, "no date: the last office known")


def _held(term: Term, day: int, current_to: str) -> Standing:
    unsure = term.open and current_to and _beyond(day, current_to)
    reason = f"offices are known to {current_to}" if unsure else None
    return Standing(term.title, term.country, term.sectors, reason)


def _beyond(day: int, current_to: str) -> bool:
    return day > dt.date.fromisoformat(current_to).toordinal()


def _foremost(terms: Sequence[Term]) -> Term:
    return min(terms, key=lambda term: (term.rank, -term.start))


def _foremost_past(terms: Sequence[Term]) -> Term:
    return min(terms, key=lambda term: (term.rank, -term.end))


def choose(
    places: Iterable[int],
    tables: Tables,
    day: int | None,
    *,
    country: str | None = None,
    offices: frozenset[int] = frozenset(),
    short: bool = False,
) -> int | None:
    """The one person of *places* that fits country, office and day; None where several do.

    ``offices`` are those that a title beside the name may mean. A surname
    alone (``short``) means somebody in office on the day, or a former head of
    state or government, or else the only minister or the like of that name.
    """
    left = list(places)
    if country:
        left = [place for place in left if _of(tables.people[place], country)]
    if offices:
        left = [place for place in left if _holds(tables.people[place], offices)] or left
    if day is not None:
        left = _on_day(left, tables, day)
    if short and not offices:
        left = [place for place in left if prominent(tables.people[place], day)] or (
            left if len(left) == 1 and _notable(tables.people[left[0]], day) else []
        )
    if len(left) <= 1:
        return left[0] if left else None
    ranks = sorted(
        (min(term.rank for term in tables.people[p].terms), p)
        for p in left
        if tables.people[p].terms
    )
    clear = len(ranks) == 1 or (len(ranks) > 1 and ranks[0][0] < ranks[1][0])
    return ranks[0][1] if clear else None


def _of(person: Person, country: str) -> bool:
    return person.country == country or any(term.country == country for term in person.terms)


def _holds(person: Person, offices: frozenset[int]) -> bool:
    return any(term.office in offices for term in person.terms)


def _on_day(places: list[int], tables: Tables, day: int) -> list[int]:
    """Those in office on *day*; else those who were before; else all."""
    for fits in (lambda term: term.covers(day), lambda term: term.end < day):
        found = [place for place in places if any(map(fits, tables.people[place].terms))]
        if found:
            return found
    return places


def prominent(person: Person, day: int | None) -> bool:
    """Whether a surname alone means *person* first of all: in office, or once at the top."""
    if any(term.rank <= _TOP for term in person.terms):
        return True
    return day is not None and any(term.covers(day) for term in person.terms)


def _notable(person: Person, day: int | None) -> bool:
    return day is None or any(term.rank <= _NOTABLE for term in person.terms)
