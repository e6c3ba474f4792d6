"""The words of launch reports, compiled from ``lexicon.toml``."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

DESIGNATION = r"(?P<designation>\d+[A-Z]?(?:[- ]?(?:Da|Na|Ra|Ga)(?:[- ]\d+(?:\.\d+)?)?)?(?:-?ER)?)"
"""A system's designation after its name: "15", "16B", "11-Da-4.5"."""


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns over a sentence, each made once."""

    weapon: re.Pattern[str]
    counted: frozenset[str]
    classes: tuple[tuple[str, re.Pattern[str]], ...]
    names: tuple[tuple[str, re.Pattern[str]], ...]
    outcomes: tuple[tuple[str, re.Pattern[str]], ...]
    trajectories: tuple[tuple[str, re.Pattern[str]], ...]
    phrases: dict[str, re.Pattern[str]]
    cues: tuple[tuple[str, re.Pattern[str]], ...]
    giving: frozenset[str]
    homes: tuple[tuple[str, re.Pattern[str]], ...]
    systems: re.Pattern[str]
    """Any system's name: what to look for before telling which."""


@functools.cache
def words() -> Words:
    """The lexicon, compiled."""
    source = importlib.resources.files(__package__).joinpath("lexicon.toml")
    table = tomllib.loads(source.read_text(encoding="utf-8"))
    names = tuple((entry["value"], _name(entry["spelling"])) for entry in table["name"])
    return Words(
        weapon=_weapon(table),
        counted=frozenset(table["counted"]),
        classes=tuple((entry["value"], _any_of(entry["words"], "s?")) for entry in table["class"]),
        names=names,
        outcomes=tuple((value, _any_of(found)) for value, found in table["outcome"].items()),
        trajectories=tuple((value, _any_of(found)) for value, found in table["trajectory"].items()),
        phrases={key: _phrases(found) for key, found in table["phrases"].items()},
        giving=frozenset(table["giving"]),
        homes=tuple(_homes(table)),
        systems=_systems(table),
        cues=tuple((name, _phrases(found)) for name, found in table["cues"].items()),
    )


def phrase(key: str) -> re.Pattern[str]:
    """The pattern of one entry under ``[phrases]``, whole words, ignoring case."""
    return words().phrases[key]


def ends_with(key: str, text: str, most: int = 0) -> bool:
    """Whether *text* ends with such a phrase, with at most *most* words after it."""
    return any(
        len(text[match.end() :].split()) <= most for match in words().phrases[key].finditer(text)
    )


def starts_with(key: str, text: str) -> bool:
    """Whether *text* starts with such a phrase, white space and hyphens aside."""
    return words().phrases[key].match(text.lstrip(" -‑")) is not None


def _phrases(found: list[str]) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(found)})(?!\w)", re.IGNORECASE)


def _weapon(table: dict[str, Any]) -> re.Pattern[str]:
    """Anything that is fired: a noun, or a system's name."""
    nouns = _alternatives(table["weapons"])
    spellings = "|".join(_spelling(entry["spelling"], "\\w+") for entry in table["name"])
    return re.compile(rf"\b(?:(?i:{nouns})s?|{spellings})\b")


def _systems(table: dict[str, Any]) -> re.Pattern[str]:
    spellings = "|".join(_spelling(entry["spelling"], "\\w+") for entry in table["name"])
    return re.compile(rf"\b(?:{spellings})(?!\w)")


def _homes(table: dict[str, Any]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """For each state the names of the systems that it alone flies."""
    of: dict[str, list[str]] = {}
    for entry in table["name"]:
        if "country" in entry:
            of.setdefault(entry["country"], []).append(_spelling(entry["spelling"], "\\w+"))
    for country, spellings in of.items():
        yield country, re.compile(rf"\b(?:{'|'.join(spellings)})\b")


def _name(spelling: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_spelling(spelling, DESIGNATION)})(?!\w)")


def _spelling(spelling: str, designation: str) -> str:
    return spelling.replace("#", designation)


def _any_of(found: list[str], ending: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(found)}){ending}\b", re.IGNORECASE)


def _alternatives(found: list[str]) -> str:
    longest_first = sorted(found, key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\ ", "[- ‑]") for each in longest_first)
