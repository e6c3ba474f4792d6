"""What the gazetteer knows of a place, and how a name may be used for it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

EntryKind = Literal[
    "country", "region", "county", "capital", "city", "city part", "continent", "area", "body",
    "ocean", "sea", "gulf", "strait", "bay", "canal", "island", "peninsula", "land", "river",
    "lake", "mountain", "desert", "line", "landmark", "site",
]  # fmt: skip

Usage = Literal["name", "variant", "adjective", "people", "acronym", "dotted", "postal"]
"""How a name may be used.

``name`` is what English text calls the place; ``variant`` another spelling, less sure;
``adjective`` "North Korean"; ``people`` "North Koreans"; ``acronym`` stands in capitals only
("US", not "us"); ``dotted`` needs its full stop ("Ill."); ``postal`` follows a town ("CA").
"""


@dataclass(frozen=True, slots=True)
class Entry:
    """One place of the gazetteer.

    Degrees are WGS 84, north and east positive; None where only the name is known.
    ``precision`` is the radius in km within which the point may stand for the place.
    ``country`` is ISO 3166 alpha-3, None for what no one country holds. ``region`` is the code
    of the first-level division ("US.CA"), shared by the region's own entry. ``site`` is the
    kind of a site ("launch site", "air base" …); ``note`` what is said of it.
    """

    id: str
    kind: EntryKind
    name: str
    latitude: float | None
    longitude: float | None
    precision: float
    geonames_id: int | None = None
    country: str | None = None
    region: str | None = None
    population: int = 0
    site: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Naming:
    """That a name may mean an entry, and in which use."""

    entry: Entry
    usage: Usage
