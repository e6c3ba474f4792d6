"""The words and units of the data files, made ready for looking up.

``units.toml``, ``currencies.toml``, ``words.toml`` and ``numbers.toml`` document
their own formats. Each is loaded once, at its first use.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, cast

from polybius.errors import BadData
from polybius.nouns.annotations import Bound

Phrases = dict[str, list[tuple[tuple[str, ...], Bound]]]
"""Phrases by one of their words, the longest first, each with its bound."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit's name, and what it measures ("length", "length/time", "money", "count")."""

    name: str
    kind: str


@dataclass(frozen=True, slots=True)
class Units:
    """Ways to print a unit, each with the unit.

    ``words`` by their first word: the words that follow it, the longest first.
    ``symbols`` as printed; ``lone`` those that must touch their number.
    ``expressions`` and ``kinds`` by the unit's name.
    """

    words: dict[str, list[tuple[tuple[str, ...], Unit]]]
    symbols: dict[str, Unit]
    lone: dict[str, Unit]
    expressions: dict[str, str]
    kinds: dict[str, str]


@dataclass(frozen=True, slots=True)
class Currencies:
    """What names a currency: see ``currencies.toml``."""

    symbols: dict[str, str]
    marks: dict[str, str]
    codes: dict[str, str]
    words: dict[str, str]
    least: dict[str, float]


@dataclass(frozen=True, slots=True)
class Words:
    """What stands around numbers: see ``words.toml``.

    ``before`` and ``after`` have hedges by their last and their first word;
    ``lists`` the lists of words by their name.
    """

    before: Phrases
    after: Phrases
    plurals: dict[str, str]
    lists: dict[str, frozenset[str]]


@dataclass(frozen=True, slots=True)
class Numbers:
    """Number words: see ``numbers.toml``.

    ``adding`` are those that text2num puts together; ``starts`` those that may begin
    a number, ``after_article`` those that an article before them may.
    """

    scales: dict[str, float]
    abbreviated: dict[str, float]
    letters: dict[str, float]
    money: dict[str, float]
    vague: dict[str, tuple[float, float | None]]
    parts: dict[str, int]
    digits: dict[str, str]
    adding: frozenset[str]
    multiplying: frozenset[str]
    small: frozenset[str]
    starts: frozenset[str]
    after_article: frozenset[str]
    lists: dict[str, frozenset[str]]


def table(name: str) -> dict[str, Any]:
    """A data file of this package.

    Raises:
        BadData: where it is not TOML.
    """
    text = files("polybius.annotating.quantities").joinpath(name).read_text(encoding="utf-8")
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise BadData(f"{name}: {error}") from error


def plural_of(word: str) -> str:
    """The regular English plural."""
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return f"{word[:-1]}ies"
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return f"{word}es"
    return f"{word}s"


@cache
def units() -> Units:
    """The units of ``units.toml``."""
    found = Units({}, {}, {}, {}, {})
    for row in table("units.toml")["unit"]:
        unit = Unit(row["name"], row["kind"])
        found.expressions[unit.name] = row["pint"]
        found.kinds[unit.name] = unit.kind
        for words_of_it in [row["name"], *row.get("words", [])]:
            _add_words(found, words_of_it.lower().replace("-", " - "), unit)
        found.symbols.update(dict.fromkeys(row.get("symbols", []), unit))
        found.lone.update(dict.fromkeys(row.get("lone", []), unit))
    for ways in found.words.values():
        ways.sort(key=lambda way: -len(way[0]))
    return found


def _add_words(found: Units, printed: str, unit: Unit) -> None:
    """*printed* in singular and plural: the plural is that of the first or the last word."""
    parts = printed.split()
    ways = {tuple(parts), (*parts[:-1], plural_of(parts[-1])), (plural_of(parts[0]), *parts[1:])}
    for way in sorted(ways):
        found.words.setdefault(way[0], []).append((way[1:], unit))


@cache
def currencies() -> Currencies:
    """The currencies of ``currencies.toml``."""
    rows = table("currencies.toml")
    names = {word: word for word in rows["words"]}
    names |= {plural_of(word): word for word in rows["words"]}
    names |= rows["plurals"]
    return Currencies(rows["symbols"], rows["marks"], rows["codes"], names, rows["from"])


@cache
def kind_of(unit: str | None) -> str | None:
    """What a unit, named as in a ``Quantity``, measures; None for a number without one.

    "length", "length/time", "time", "mass", "energy", "temperature", "share" … as in
    ``units.toml``, "money" for currencies, "age", and "count" for what is counted.
    """
    if unit is None or unit in units().kinds:
        return units().kinds[unit] if unit else None
    above, per, below = unit.partition(" per ")
    if per:
        return f"{kind_of(above)}/{kind_of(below)}"
    first, _, rest = unit.partition(" ")
    if first in ("square", "cubic") and rest in units().kinds:
        return "area" if first == "square" else "volume"
    if unit.endswith(" of age"):
        return "age"
    names = currencies().words
    money = unit.rpartition(" ")[2] in names or unit.endswith((" pound", " sterling"))
    return "money" if money else "count"


@cache
def words() -> Words:
    """The words of ``words.toml``."""
    rows = table("words.toml")
    return Words(
        before=_phrases(rows["before"], -1),
        after=_phrases(rows["after"], 0),
        plurals=rows["plurals"],
        lists={name: frozenset(listed.split()) for name, listed in rows["lists"].items()},
    )


@cache
def listed(name: str) -> frozenset[str]:
    """A list of ``words.toml``, by its name."""
    return words().lists[name]


def _phrases(rows: dict[str, list[str]], key: int) -> Phrases:
    found: Phrases = {}
    for bound, phrases in rows.items():
        for phrase in phrases:
            parts = tuple(phrase.split())
            found.setdefault(parts[key], []).append((parts, cast("Bound", bound)))
    for ways in found.values():
        ways.sort(key=lambda way: -len(way[0]))
    return found


@cache
def numbers() -> Numbers:
    """The number words of ``numbers.toml``."""
    rows = table("numbers.toml")
    lists = {name: frozenset(row.split()) for name, row in rows.items() if isinstance(row, str)}
    vague = {word: (ends[0], ends[1] if ends[1:] else None) for word, ends in rows["vague"].items()}
    adding = lists["small"] | lists["multiplying"]
    return Numbers(
        scales=rows["scales"],
        abbreviated=rows["abbreviated"] | rows["letters"],
        letters=rows["letters"],
        money=rows["money"],
        vague=vague,
        parts=rows["parts"],
        digits=rows["digits"],
        adding=adding,
        multiplying=lists["multiplying"],
        small=lists["small"],
        starts=adding | frozenset(vague) | frozenset(("a", "an", "half", "dozen")),
        after_article=lists["multiplying"]
        | frozenset(rows["parts"])
        | frozenset(("dozen", "half", "quarter")),
        lists=lists,
    )
