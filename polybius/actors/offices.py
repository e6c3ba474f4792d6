"""Who holds an office on a day."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from polybius.actors import store
from polybius.actors.keys import key_of
from polybius.actors.tables import Office, Seat, Tables, day_words


@dataclass(frozen=True, slots=True)
class Holding:
    """A person's term in an office. ``start`` and ``end`` are ISO 8601, None where open."""

    name: str
    title: str
    country: str
    sectors: tuple[str, ...]
    start: str | None
    end: str | None


def holders(
    role: str | None = None, country: str | None = None, on: dt.date | None = None
) -> tuple[Holding, ...]:
    """Terms in the listed offices, in the order of the files.

    Args:
        role: a title in any of its forms ("foreign minister"); None for all.
        country: an alpha-3 code, or a code such as ``UNO``; None for all.
        on: the day; None for the terms of all days.

    Returns:
        The terms. On the day of a handover the successor holds the office.
    """
    tables = store.tables()
    day = on.toordinal() if on else None
    found = _offices(tables, role, country)
    return tuple(
        _holding(tables, office, seat)
        for office in found
        for seat in (office.seats if day is None else office.on(day))
    )


def _offices(tables: Tables, role: str | None, country: str | None) -> list[Office]:
    if role is None:
        found = list(tables.offices)
    else:
        places = dict.fromkeys(tables.titles.get(key_of(role), ()))
        found = [tables.offices[place] for place in sorted(places)]
    return [office for office in found if country in {None, office.country}]


def _holding(tables: Tables, office: Office, seat: Seat) -> Holding:
    name = tables.people[seat.person].name
    start, end = day_words(seat.start), day_words(seat.end)
    return Holding(name, office.title, office.country, office.sectors, start, end)
