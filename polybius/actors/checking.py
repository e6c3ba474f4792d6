"""What must hold of the actors' files beyond their shape, and where it does not."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from polybius.actors.entries import Holder, OfficeEntry, first_day, last_day
from polybius.actors.keys import key_of
from polybius.actors.sources import Codes, Source

_ALPHA_3 = re.compile(r"[A-Z]{3}")
_ALPHA_2 = re.compile(r"[A-Z]{2}")
_ORDERS = frozenset(("family last", "family first", "given name", "either", "none"))


@dataclass(frozen=True, slots=True)
class Problem:
    """Something wrong with an entry; as text it names the file and the entry."""

    source: Source
    entry: str
    message: str

    def __str__(self) -> str:
        return f"{self.source.path}: {self.entry}: {self.message}"


def problems(
    sources: Sequence[Source], codes: Codes, kinds: Collection[str] | None = None
) -> list[Problem]:
    """All that is wrong with *sources* together, in the order of the files.

    Codes that are none, dates that do not parse or run backwards, two holders
    of a single seat on one day (the day of handover apart), names given twice;
    offices of a kind that is none of *kinds*, where those are given.
    """
    countries = {source.country.code for source in sources if source.country}
    known = countries | set(codes.bodies_of_states)
    found: list[Problem] = []
    for source in sources:
        found.extend(_country(source))
        found.extend(_codes(source, known, set(codes.sectors)))
        found.extend(_dates(source))
        found.extend(_names(source))
        for office in source.offices:
            found.extend(_overlaps(source, office))
            if kinds is not None and office.kind and office.kind not in kinds:
                message = f"kind {office.kind!r} is none of {', '.join(sorted(kinds))}"
                found.append(Problem(source, f"office {office.title!r}", message))
    found.extend(_overlaps_with_shipped(sources))
    found.extend(_twice(sources))
    return found


def _country(source: Source) -> Iterator[Problem]:
    entry = source.country
    if entry is None:
        return
    if not _ALPHA_3.fullmatch(entry.code):
        yield Problem(source, "[country]", f"code {entry.code!r} is not three capital letters")
    if not _ALPHA_2.fullmatch(entry.alpha_2):
        yield Problem(source, "[country]", f"alpha_2 {entry.alpha_2!r} is not two capital letters")
    if entry.order not in _ORDERS:
        yield Problem(source, "[country]", f"order {entry.order!r} is none of {sorted(_ORDERS)}")


def _codes(source: Source, countries: set[str], sectors: set[str]) -> Iterator[Problem]:
    for entry, country, used in _coded(source):
        if not country:
            yield Problem(source, entry, 'has no country: add country = "XXX"')
        elif country not in countries:
            yield Problem(source, entry, f"country {country!r} is no known code")
        for code in used:
            if code not in sectors:
                yield Problem(source, entry, f"sector {code!r} is no known code")


def _coded(source: Source) -> Iterator[tuple[str, str, list[str]]]:
    for office in source.offices:
        yield f"office {office.title!r}", source.home(office.country), list(office.sectors)
    for person in source.people:
        used = [code for role in person.roles for code in role.sectors.split()]
        yield f"person {person.name!r}", source.home(person.country), used
    for body in source.bodies:
        used = [*body.sectors, *(c for period in body.periods for c in period.sectors.split())]
        yield f"body {body.name!r}", source.home(body.country), used
    for territory in source.territories:
        yield f"territory {territory.name!r}", territory.country, []


def _dates(source: Source) -> Iterator[Problem]:
    for entry, start, end in _dated(source):
        try:
            if first_day(start) > last_day(end):
                yield Problem(source, entry, f"ends ({end}) before it starts ({start})")
        except ValueError as error:
            yield Problem(source, entry, str(error))


def _dated(source: Source) -> Iterator[tuple[str, str, str]]:
    for office in source.offices:
        for holder in office.holders:
            yield f"office {office.title!r}, holder {holder.name!r}", holder.start, holder.end
    for person in source.people:
        for role in person.roles:
            yield f"person {person.name!r}, role {role.title!r}", role.start, role.end
    for body in source.bodies:
        for period in body.periods:
            yield f"body {body.name!r}", period.start, period.end


def _overlaps(source: Source, office: OfficeEntry) -> Iterator[Problem]:
    """Two holders of a single seat; sharing the last and first day is a handover.

    A term known to the month or year counts from the last day it may have
    started on to the first it may have ended on.
    """
    if office.shared:
        return
    terms = sorted((_certain(holder) for holder in office.holders), key=lambda term: term[:2])
    for (_, end, before), (start, _, after) in itertools.pairwise(terms):
        if start < end and before != after:
            yield Problem(
                source, f"office {office.title!r}", f"{before} and {after} hold it on one day"
            )


def _overlaps_with_shipped(sources: Sequence[Source]) -> Iterator[Problem]:
    """A user's holder on days when a listed one holds the seat, open terms apart.

    The open term before a user's holder ends where theirs begins.
    """
    listed: dict[tuple[str, str, str], list[Holder]] = {}
    for source in sources:
        for office in source.offices:
            identity = (source.home(office.country), office.body, office.title)
            before = listed.setdefault(identity, [])
            if source.user and not office.shared:
                for holder in office.holders:
                    other = _in_the_way(holder, before)
                    if other:
                        yield Problem(
                            source,
                            f"office {office.title!r}",
                            f"{holder.name} would hold it on days of {other.name}",
                        )
            before.extend(office.holders)


def _in_the_way(holder: Holder, others: Sequence[Holder]) -> Holder | None:
    start, end, _ = _certain(holder)
    for other in others:
        theirs, last, _ = _certain(other)
        if not other.end and theirs < start:
            last = start
        if theirs < end and start < last and other.name != holder.name:
            return other
    return None


def _certain(holder: Holder) -> tuple[int, int, str]:
    try:
        latest_start = last_day(holder.start) if holder.start else 0
        earliest_end = first_day(holder.end) if holder.end else last_day("")
    except ValueError:
        return 0, 0, holder.name
    return latest_start, earliest_end, holder.name


def _names(source: Source) -> Iterator[Problem]:
    yield from _empty(source)
    for label, listed in (
        ("person", [person.name for person in source.people]),
        ("body", [body.name for body in source.bodies]),
    ):
        for name, times in Counter(listed).items():
            if times > 1:
                yield Problem(source, f"{label} {name!r}", f"is listed {times} times")


def _empty(source: Source) -> Iterator[Problem]:
    named = (
        *(("office", office.title, (*office.titles,)) for office in source.offices),
        *(("person", person.name, (*person.names,)) for person in source.people),
        *(("body", body.name, (*body.names, *body.local)) for body in source.bodies),
    )
    for label, name, others in named:
        for form in (name, *others):
            if not key_of(form):
                yield Problem(source, f"{label} {name!r}", f"the name {form!r} has no letters")


def _twice(sources: Iterable[Source]) -> Iterator[Problem]:
    """A full name that two people, or a country code that two files, lay claim to."""
    bearers: defaultdict[str, set[str]] = defaultdict(set)
    codes: set[str] = set()
    for source in sources:
        if source.country:
            if source.country.code in codes:
                yield Problem(source, "[country]", f"{source.country.code} has a file already")
            codes.add(source.country.code)
        for person in source.people:
            for name in person.names:
                key = key_of(name)
                bearers[key].add(person.name)
                if len(bearers[key]) > 1:
                    others = sorted(bearers[key] - {person.name})
                    entry = f"person {person.name!r}"
                    yield Problem(source, entry, f"the name {name!r} is also {others[0]}'s")
