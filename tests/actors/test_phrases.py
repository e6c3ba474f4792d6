"""How well phrases of news resolve that were written before anything was looked up in the data.

``phrases.toml`` has the sets and says how a row is written. A phrase is right where its
country is (one of) the expected, and its first sectors are the expected ones in order;
further sectors of ours are not asked for.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from pathlib import Path

import pytest

from polybius import actors
from polybius.nouns import Actor

Row = list[str]
SETS: dict[str, dict[str, list[Row]]] = tomllib.loads(
    Path(__file__).with_name("phrases.toml").read_text(encoding="utf-8")
)
FLOORS = {"first": 0.955, "second": 0.965, "third": 0.975, "fourth": 0.96}
NAMES_OF_NOBODY = [
    row
    for groups in SETS.values()
    for rows in groups.values()
    for row in rows
    if row[1] == "nobody"
]


def resolved(row: Row) -> Actor:
    words, _, day, context = (*row, "", "")[:4]
    return actors.resolve(words, on=dt.date.fromisoformat(day) if day else None, context=context)


def is_right(expected: str, actor: Actor) -> bool:
    if expected == "nobody":
        return actor.country is None and not actor.sectors
    country, *sectors = expected.split()
    given = [*actor.sectors, "-"]
    return (actor.country or "-") in country.split("|") and all(
        code in wanted.split("|") for wanted, code in zip(sectors, given, strict=False)
    )


@pytest.mark.parametrize("name", FLOORS)
def test_a_set_keeps_what_it_reached(name: str) -> None:
    rows = [row for group in SETS[name].values() for row in group]
    wrong = [row[:2] for row in rows if not is_right(row[1], resolved(row))]
    assert 1 - len(wrong) / len(rows) >= FLOORS[name], wrong


def test_every_set_has_a_floor() -> None:
    assert set(SETS) == set(FLOORS)


def test_hardly_anybody_is_taken_for_somebody_known() -> None:
    found = [row[0] for row in NAMES_OF_NOBODY if resolved(row).country]
    assert found == []


@pytest.mark.parametrize(
    ("expected", "actor", "right"),
    [
        ("FRA MIL", Actor(None, "FRA", ("MIL",)), True),
        ("FRA MIL", Actor(None, "FRA", ("MIL", "SPY")), True),
        ("FRA MIL", Actor(None, "FRA", ("SPY", "MIL")), False),
        ("FRA GOV MIL", Actor(None, "FRA", ("GOV",)), False),
        ("FRA|- COP|MIL", Actor(None, None, ("MIL",)), True),
        ("FRA -", Actor(None, "FRA"), True),
        ("FRA -", Actor(None, "FRA", ("GOV",)), False),
        ("nobody", Actor(None), True),
        ("nobody", Actor(None, None, ("CVL",)), False),
    ],
)
def test_what_counts_as_right(expected: str, actor: Actor, *, right: bool) -> None:
    assert is_right(expected, actor) is right
