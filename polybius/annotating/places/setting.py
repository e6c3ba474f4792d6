"""What else a document names: countries, regions, and towns that keep each other company."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from polybius.annotating.places.matching import Mention
from polybius.gazetteer import Entry

_SAME_REGION = 2.0
_SAME_COUNTRY = 2.0
_NEAR = 1.5
_NEAR_KM = 150.0
_NEAR_DEGREES = 5.0
_CONTAINER_KM = 200.0
_TOWN_KM = 80.0
_HOLDERS = frozenset(
    {"country", "region", "county", "city", "capital", "island", "area", "city part"}
)
# Towns of a county or two, counted where a text names at least so many names of towns.
_POINTS = frozenset({"city", "capital", "county", "site"})
_LOCAL = _POINTS | {"region", "city part", "landmark", "island"}
_CROWD = 3
_COMPANY = 2.0
# A list of towns as long as a gazetteer is no setting: what comes after so many does not count.
_MANY = 200


class Setting:
    """The countries, regions and points that the document is about.

    Each is told by a name; what a name tells does not count for that name itself.
    """

    def __init__(self, told: Iterable[tuple[str, Entry]]) -> None:
        """Take in places that are beyond doubt, each with the key of the name that tells it."""
        self._countries = _Shares()
        self._regions = _Shares()
        points: dict[tuple[str, float, float], None] = {}
        for name, entry in told:
            self._countries.add(name, entry.country)
            self._regions.add(name, entry.region)
            if entry.kind in _POINTS and entry.latitude is not None:
                points[name, entry.latitude, entry.longitude or 0.0] = None
        self._points = tuple(points)[:_MANY]

    def weight(self, name: str, entry: Entry) -> float:
        """How well a place that *name* may mean fits what other names tell."""
        return (
            _SAME_COUNTRY * math.sqrt(self._countries.share(name, entry.country))
            + _SAME_REGION * math.sqrt(self._regions.share(name, entry.region))
            + self._nearness(name, entry)
        )

    def _nearness(self, name: str, entry: Entry) -> float:
        if entry.latitude is None or entry.longitude is None or entry.kind not in _LOCAL:
            return 0.0
        nearest = min(
            (
                kilometres(entry.latitude, entry.longitude, latitude, longitude)
                for teller, latitude, longitude in self._points
                if teller != name and abs(latitude - entry.latitude) < _NEAR_DEGREES
            ),
            default=math.inf,
        )
        return _NEAR * math.exp(-nearest / _NEAR_KM)


class _Shares:
    """How often each country or region was told, and by which names."""

    def __init__(self) -> None:
        self._counts: Counter[str] = Counter()
        self._by_name: dict[str, Counter[str]] = defaultdict(Counter)
        self._total = 0

    def add(self, name: str, code: str | None) -> None:
        if code:
            self._counts[code] += 1
            self._by_name[name][code] += 1
            self._total += 1

    def share(self, name: str, code: str | None) -> float:
        """The share of *code* among what names other than *name* told."""
        if not code or code not in self._counts:
            return 0.0
        own = self._by_name.get(name)
        if own is None:
            return self._counts[code] / self._total
        rest = self._total - own.total()
        return (self._counts[code] - own[code]) / rest if rest else 0.0


def kilometres(latitude: float, longitude: float, latitude2: float, longitude2: float) -> float:
    """Distance over a round Earth, near enough for telling towns apart."""
    across = abs(longitude - longitude2)
    if across > 180:
        across = 360 - across
    mean = math.radians((latitude + latitude2) / 2)
    return 111.2 * math.hypot(latitude - latitude2, across * math.cos(mean))


def holds(holder: Entry, held: Entry) -> bool:
    """Whether one place lies in the other, as far as the gazetteer can tell."""
    if holder.id == held.id or holder.kind not in _HOLDERS or held.kind in {"country", "continent"}:
        return False
    if holder.kind == "country":
        return holder.country == held.country
    if holder.kind == "region" and holder.region and held.region:
        return holder.region == held.region and held.kind != "region"
    if holder.country and held.country and holder.country != held.country:
        return False
    if None in (holder.latitude, holder.longitude, held.latitude, held.longitude):
        return False
    reach = _TOWN_KM if holder.kind in {"city", "capital", "county", "city part"} else _CONTAINER_KM
    return _between(holder, held) <= reach


def _between(one: Entry, other: Entry) -> float:
    return kilometres(
        one.latitude or 0.0, one.longitude or 0.0, other.latitude or 0.0, other.longitude or 0.0
    )


def company_of(mentions: Sequence[Mention]) -> dict[str, float]:
    """For each town that a name may mean, how many of the other names have one beside it.

    A paper from Nebraska need not say where Norfolk, Madison and Columbus are: only there do they
    lie together. A name of many towns says less than a name of few.
    """
    names: dict[str, list[Entry]] = {}
    for mention in mentions:
        towns = [each.entry for each in mention.namings if each.entry.kind in _POINTS]
        if towns and len(names) < _MANY:
            names[mention.key] = towns
    if len(names) < _CROWD:
        return {}
    cells: dict[tuple[int, int], set[str]] = defaultdict(set)
    for name, towns in names.items():
        for town in towns:
            cells[_cell(town)].add(name)
    company: dict[str, float] = {}
    for name, towns in names.items():
        for town in towns:
            row, column = _cell(town)
            near = {
                other
                for by_row in (-1, 0, 1)
                for by_column in (-1, 0, 1)
                for other in cells.get((row + by_row, column + by_column), ())
            }
            weight = sum(len(names[other]) ** -0.5 for other in near - {name})
            company[town.id] = min(_COMPANY, weight)
    return company


def _cell(town: Entry) -> tuple[int, int]:
    return math.floor(town.latitude or 0.0), math.floor(town.longitude or 0.0)
