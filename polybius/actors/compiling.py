"""Entries made into the tables that the resolver reads."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from polybius.actors import cities, names
from polybius.actors.entries import (
    STILL,
    BodyEntry,
    OfficeEntry,
    PersonEntry,
    first_day,
    last_day,
)
from polybius.actors.keys import key_of
from polybius.actors.sources import Codes, Kind, Lexicon, Source
from polybius.actors.tables import (
    BODY,
    CAPITAL,
    COUNTRY,
    DEMONYM,
    NOUN,
    PERSON,
    PLACE,
    SHORT,
    TERRITORY,
    Body,
    Country,
    Noun,
    Office,
    Person,
    Place,
    Seat,
    Tables,
    Term,
    kind_of,
    reference,
)

_PLAIN = Kind()
_ROLE_RANK = 6
_NAMING = frozenset((COUNTRY, DEMONYM, CAPITAL, PLACE, BODY))


@dataclass(slots=True)
class _Maker:
    """The tables under construction."""

    kinds: dict[str, Kind]
    orders: dict[str, str] = field(default_factory=dict)
    countries: list[Country] = field(default_factory=list)
    people: dict[tuple[str, str], int] = field(default_factory=dict)
    terms: list[list[Term]] = field(default_factory=list)
    spelled: list[set[str]] = field(default_factory=list)
    called: list[set[str] | None] = field(default_factory=list)
    offices: list[Office] = field(default_factory=list)
    office_places: dict[tuple[str, str, str], int] = field(default_factory=dict)
    bodies: list[Body] = field(default_factory=list)
    nouns: dict[str, Noun] = field(default_factory=dict)
    places: list[Place] = field(default_factory=list)
    territories: list[Place] = field(default_factory=list)
    forms: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    acronyms: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))
    local: dict[str, int] = field(default_factory=dict)
    seats: defaultdict[str, list[int]] = field(default_factory=lambda: defaultdict(list))


def compile_tables(
    sources: Sequence[Source], kinds: dict[str, Kind], lexicon: Lexicon, codes: Codes, version: str
) -> Tables:
    """The tables of all *sources*; later sources add to earlier ones."""
    maker = _Maker(kinds)
    for source in sources:
        _add_country(maker, source)
    _add_nouns(maker, lexicon)
    for source in sources:
        _add_offices(maker, source)
    shared = _shared_names(sources)
    for source in sources:
        _add_people(maker, source)
        _add_bodies(maker, source, shared)
        _add_territories(maker, source)
    _add_telling_titles(maker)
    _add_person_forms(maker)
    _add_cities(maker)
    return _tables(maker, lexicon, codes, version)


def _add_form(maker: _Maker, name: str, number: int) -> None:
    acronym = names.acronym_of(name)
    shelf = maker.acronyms[acronym] if acronym else maker.forms[key_of(name)]
    if number not in shelf:
        shelf.append(number)


def _add_country(maker: _Maker, source: Source) -> None:
    entry = source.country
    if entry is None:
        return
    place = len(maker.countries)
    maker.orders[entry.code] = entry.order
    maker.countries.append(
        Country(entry.code, entry.alpha_2, entry.name, entry.names, entry.demonyms, entry.capital)
    )
    for name in (entry.name, *entry.names):
        _add_form(maker, name, reference(COUNTRY, place))
    for demonym in entry.demonyms:
        for key in names.demonym_keys(demonym):
            maker.forms[key].append(reference(DEMONYM, place))
    for name in (entry.capital, *entry.capital_names):
        if name:
            _add_form(maker, name, reference(CAPITAL, place))
    for name in entry.places:
        _add_form(maker, name, reference(PLACE, len(maker.places)))
        maker.places.append(Place(name, entry.code))
    for people in entry.peoples:
        for key in names.demonym_keys(people):
            maker.forms[key].append(reference(PLACE, len(maker.places)))
        maker.places.append(Place("", entry.code))


def _add_nouns(maker: _Maker, lexicon: Lexicon) -> None:
    for agent in lexicon.agent:
        for words in agent.words:
            for form in (words, names.plural(words)):
                maker.nouns.setdefault(key_of(form), Noun(words, agent.sectors, agent.weak))
    for kind in maker.kinds.values():
        for title in kind.titles:
            _add_title(maker, title, kind.sectors)


def _add_title(maker: _Maker, title: str, sectors: tuple[str, ...]) -> None:
    for form in (title, names.plural(title)):
        maker.nouns.setdefault(key_of(form), Noun(title, sectors, weak=False))


def _add_offices(maker: _Maker, source: Source) -> None:
    for entry in source.offices:
        country = source.home(entry.country)
        kind = maker.kinds.get(entry.kind, _PLAIN)
        sectors = entry.sectors or kind.sectors
        place = _office_place(maker, entry, country, sectors, user=source.user)
        home = key_of(entry.body) if entry.body else country
        for title in (entry.title, *entry.titles, *entry.alone, *kind.titles):
            _add_title(maker, title, sectors)
            _add_seat(maker, home, title, place)
        for title in entry.alone:
            _add_seat(maker, "", title, place)
        _add_holders(maker, entry, place, kind.rank)


def _add_seat(maker: _Maker, home: str, title: str, place: int) -> None:
    seat = maker.seats[f"{home}|{key_of(title)}"]
    if place not in seat:
        seat.append(place)


def _office_place(
    maker: _Maker, entry: OfficeEntry, country: str, sectors: tuple[str, ...], *, user: bool
) -> int:
    """Where the office is listed; a user's entry joins the shipped office it names."""
    identity = (country, entry.body, entry.title)
    if user and identity in maker.office_places:
        return maker.office_places[identity]
    place = maker.office_places[identity] = len(maker.offices)
    maker.offices.append(
        Office(entry.title, country, entry.kind, sectors, entry.shared, entry.body, ())
    )
    return place


def _add_holders(maker: _Maker, entry: OfficeEntry, place: int, rank: int) -> None:
    office = maker.offices[place]
    seats = list(office.seats)
    for holder in entry.holders:
        start, end = first_day(holder.start), last_day(holder.end)
        person = _person(maker, office.country, holder.name)
        if not office.shared:
            seats = [_closed(maker, place, seat, start) for seat in seats]
        seats.append(Seat(person, start, end))
        term = Term(office.title, office.country, office.sectors, start, end, place, rank)
        maker.terms[person].append(term)
    office.seats = tuple(sorted(seats, key=lambda seat: seat.start))


def _closed(maker: _Maker, place: int, seat: Seat, start: int) -> Seat:
    """An open term ends where a successor's begins: a user adds who came after."""
    if seat.end != STILL or seat.start >= start:
        return seat
    terms = maker.terms[seat.person]
    for number, term in enumerate(terms):
        if term.office == place and term.open:
            terms[number] = Term(*_parts(term)[:4], start, *_parts(term)[5:])
    return Seat(seat.person, seat.start, start)


def _parts(term: Term) -> tuple[str, str, tuple[str, ...], int, int, int, int]:
    return (
        term.title, term.country, term.sectors, term.start, term.end, term.office, term.rank,
    )  # fmt: skip


def _person(maker: _Maker, country: str, name: str) -> int:
    """The person's place in the list; one that is new is listed.

    Somebody who holds an office of a body of states is the person of that name
    in a country's file, where there is exactly one.
    """
    identity = (country, name)
    if identity in maker.people:
        return maker.people[identity]
    if country not in maker.orders:
        alike = [place for (_, other), place in maker.people.items() if other == name]
        if len(set(alike)) == 1:
            return alike[0]
    place = maker.people[identity] = len(maker.terms)
    maker.terms.append([])
    maker.spelled.append({name})
    maker.called.append(None)
    return place


def _add_people(maker: _Maker, source: Source) -> None:
    for entry in source.people:
        country = source.home(entry.country)
        place = _person(maker, country, entry.name)
        maker.spelled[place].update(entry.names)
        if entry.short is not None:
            maker.called[place] = {key_of(name) for name in entry.short}
        maker.terms[place].extend(_roles(entry, country))


def _roles(entry: PersonEntry, country: str) -> Iterable[Term]:
    for role in entry.roles:
        yield Term(
            role.title,
            country,
            tuple(role.sectors.split()),
            first_day(role.start),
            last_day(role.end),
            rank=_ROLE_RANK,
        )


def _shared_names(sources: Iterable[Source]) -> frozenset[str]:
    """Keys of the main names, and of names used beside a country, that are not one body's own."""
    homes: defaultdict[str, set[str]] = defaultdict(set)
    for source in sources:
        for entry in source.bodies:
            for name in (entry.name, *entry.local):
                homes[key_of(name)].add(source.home(entry.country))
    return frozenset(key for key, countries in homes.items() if len(countries) > 1)


def _add_bodies(maker: _Maker, source: Source, shared: frozenset[str]) -> None:
    """Bodies by name; names in *shared*, which several countries' bear, only beside a country."""
    for entry in source.bodies:
        country = source.home(entry.country)
        place = len(maker.bodies)
        maker.bodies.append(_body(entry, country))
        number = reference(BODY, place)
        for name in entry.names if key_of(entry.name) in shared else (entry.name, *entry.names):
            _add_form(maker, name, number)
        for name in (entry.name, *entry.names, *entry.local):
            maker.local.setdefault(f"{country}|{key_of(name)}", place)
        for name in entry.local:
            key = key_of(name)
            maker.nouns.setdefault(key, Noun(name, entry.sectors, weak=False))


def _body(entry: BodyEntry, country: str) -> Body:
    periods = tuple(
        (first_day(period.start), last_day(period.end), tuple(period.sectors.split()))
        for period in entry.periods
    )
    return Body(entry.name, country, entry.sectors, periods)


def _add_territories(maker: _Maker, source: Source) -> None:
    for entry in source.territories:
        number = reference(TERRITORY, len(maker.territories))
        maker.territories.append(Place(entry.name, entry.country, ("PRE",)))
        for name in (entry.name, *entry.names):
            _add_form(maker, name, number)
        for demonym in entry.demonyms:
            for key in names.demonym_keys(demonym):
                maker.forms[key].append(number)


def _add_telling_titles(maker: _Maker) -> None:
    """Titles that name their own country or body need none beside them: "FBI director"."""
    for key, places in list(maker.seats.items()):
        home, _, title = key.partition("|")
        if home and len(places) == 1 and _tells(maker, title.split()):
            seat = maker.seats[f"|{title}"]
            seat.extend(place for place in places if place not in seat)


def _tells(maker: _Maker, words: list[str]) -> bool:
    spans = (
        words[start:end]
        for start in range(len(words))
        for end in range(start + 1, len(words) + 1)
        if end - start < len(words)
    )
    return any(_names(maker, " ".join(span)) for span in spans)


def _names(maker: _Maker, key: str) -> bool:
    known = (*maker.forms.get(key, ()), *maker.acronyms.get(key.upper(), ()))
    return any(kind_of(number) in _NAMING for number in known)


def _add_person_forms(maker: _Maker) -> None:
    for (country, name), place in maker.people.items():
        order = maker.orders.get(country, "family last")
        for key in names.person_keys(sorted(maker.spelled[place]), order):
            maker.forms[key].append(reference(PERSON, place))
        called = maker.called[place]
        for key in names.short_keys(name, order) if called is None else called:
            maker.forms[key].append(reference(SHORT, place))


def _add_cities(maker: _Maker) -> None:
    codes = {country.alpha_2: country.code for country in maker.countries}
    for key, (name, alpha_2) in cities.cities().items():
        taken = {kind_of(number) for number in maker.forms.get(key, ())}
        if alpha_2 in codes and taken <= {PERSON, SHORT}:
            maker.forms[key].append(reference(PLACE, len(maker.places)))
            maker.places.append(Place(name, codes[alpha_2]))


def _tables(maker: _Maker, lexicon: Lexicon, codes: Codes, version: str) -> Tables:
    for place, key in enumerate(maker.nouns):
        maker.forms[key].append(reference(NOUN, place))
    identities = {place: identity for identity, place in maker.people.items()}
    people = tuple(
        Person(identities[place][1], identities[place][0], _ordered(terms))
        for place, terms in enumerate(maker.terms)
    )
    _drop_articles(maker)
    longest: dict[str, int] = {}
    for key in maker.forms:
        words = key.split(" ")
        if len(words) > 1:
            start = " ".join(words[:2])
            longest[start] = max(longest.get(start, 0), len(words))
    return Tables(
        version=version,
        current_to=codes.current_to,
        countries=tuple(maker.countries),
        people=people,
        offices=tuple(maker.offices),
        bodies=tuple(maker.bodies),
        nouns=tuple(maker.nouns.values()),
        places=tuple(maker.places),
        territories=tuple(maker.territories),
        forms={key: tuple(found) for key, found in maker.forms.items()},
        acronyms={key: tuple(found) for key, found in maker.acronyms.items()},
        local=maker.local,
        seats={key: tuple(found) for key, found in maker.seats.items()},
        titles=_titles(maker),
        firsts=frozenset(key.partition(" ")[0] for key in maker.forms),
        longest=longest,
        words={name: frozenset(map(key_of, words)) for name, words in lexicon.words.items()},
        sector_codes=dict(codes.sectors),
        body_codes=dict(codes.bodies_of_states),
    )


def _drop_articles(maker: _Maker) -> None:
    """Forms with "the" that are known without: else "the UN" hides "UN Security Council".

    Not those that without it are an agent noun: an economist is not The Economist.
    """
    for key in [key for key in maker.forms if key.startswith("the ")]:
        rest = key[len("the ") :]
        if NOUN in map(kind_of, maker.forms.get(rest, ())):
            continue
        if rest in maker.forms or rest.upper() in maker.acronyms or " " in rest:
            found = maker.forms.pop(key)
            if rest.upper() not in maker.acronyms:
                kept = maker.forms[rest]
                kept.extend(number for number in found if number not in kept)


def _titles(maker: _Maker) -> dict[str, tuple[int, ...]]:
    found: defaultdict[str, list[int]] = defaultdict(list)
    for key, places in maker.seats.items():
        found[key.partition("|")[2]].extend(places)
    return {title: tuple(places) for title, places in found.items()}


def _ordered(terms: list[Term]) -> tuple[Term, ...]:
    return tuple(sorted(terms, key=lambda term: (term.start, term.end)))
