"""What the actors' files say, as written: one structure for each kind of entry.

``docs/actors.md`` describes the files. These are the shapes that their entries
must have; ``checking`` says what else must hold, ``compiling`` makes of them
what the resolver reads.
"""

from __future__ import annotations

import datetime as dt
import re

import msgspec

START_UNKNOWN = 0
STILL = 9_999_999
"""Days (proleptic Gregorian ordinals) for a term without a known start, or without an end."""

_DAY = re.compile(r"(~?)(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


class Holder(msgspec.Struct, frozen=True, array_like=True):
    """A person's term in an office: name, first day, last day ("" while it lasts)."""

    name: str
    start: str
    end: str = ""


class RoleEntry(msgspec.Struct, frozen=True, array_like=True):
    """What a person was, outside the listed offices: in words, sector codes, days."""

    title: str
    sectors: str
    start: str = ""
    end: str = ""


class PeriodEntry(msgspec.Struct, frozen=True, array_like=True):
    """Sector codes of a body between two days: the Taliban have been both rebels and rulers."""

    sectors: str
    start: str = ""
    end: str = ""


class OfficeEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An office and who held it when. ``kind`` lends it common titles and sectors.

    ``alone`` are titles that mean this office without its country.
    """

    title: str
    kind: str = ""
    titles: tuple[str, ...] = ()
    alone: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    country: str = ""
    body: str = ""
    shared: bool = False
    holders: tuple[Holder, ...] = ()


class PersonEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """Further spellings of a person's name, and what they were outside the listed offices."""

    name: str
    names: tuple[str, ...] = ()
    short: tuple[str, ...] | None = None
    country: str = ""
    roles: tuple[RoleEntry, ...] = ()


class BodyEntry(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """An armed force, ministry, party, agency, company, medium or group.

    ``names`` name it anywhere; ``local`` only beside its country ("parliament").
    """

    name: str
    names: tuple[str, ...] = ()
    local: tuple[str, ...] = ()
    sectors: tuple[str, ...] = ()
    country: str = ""
    periods: tuple[PeriodEntry, ...] = ()


class CountryEntry(msgspec.Struct, frozen=True, omit_defaults=True):
    """A country: its codes, and the words that mean it, its people or its government.

    ``peoples`` are those of its regions and its ethnic groups: "Texan", "Zulu".
    """

    code: str
    alpha_2: str
    name: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()
    capital: str = ""
    capital_names: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    peoples: tuple[str, ...] = ()
    order: str = "family last"


class Territory(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A state that few recognise, with the country whose ground it is (PLOVER's ``PRE``)."""

    name: str
    country: str
    names: tuple[str, ...] = ()
    demonyms: tuple[str, ...] = ()


def first_day(words: str) -> int:
    """The first day that *words* may mean, as an ordinal; "2018-05" is its first.

    Raises:
        ValueError: where *words* are no year, month or day.
    """
    if not words:
        return START_UNKNOWN
    year, month, day = _parts(words)
    return dt.date(year, month or 1, day or 1).toordinal()


def last_day(words: str) -> int:
    """The last day that *words* may mean, as an ordinal; "2018-05" is its 31st.

    Raises:
        ValueError: where *words* are no year, month or day.
    """
    if not words:
        return STILL
    year, month, day = _parts(words)
    if day:
        return dt.date(year, month, day).toordinal()
    following = dt.date(year + month // 12, month % 12 + 1, 1) if month else dt.date(year + 1, 1, 1)
    return following.toordinal() - 1


def _parts(words: str) -> tuple[int, int, int]:
    match = _DAY.fullmatch(words)
    year, month, day = (int(part or 0) for part in match.groups()[1:]) if match else (0, 0, 0)
    try:
        dt.date(year, month or 1, day or 1)
    except ValueError:
        message = f"{words!r} is no date: write 2018, 2018-05 or 2018-05-03, with ~ for about"
        raise ValueError(message) from None
    return year, month, day
