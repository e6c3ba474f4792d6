"""The words of launch reports, compiled from ``lexicon.toml``."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, NamedTuple

DESIGNATION = r"(?P<designation>\d+[A-Z]?(?:[- ]?(?:Da|Na|Ra|Ga)(?:[- ]\d+(?:\.\d+)?)?)?(?:-?ER)?)"
"""A system's designation after its name: "15", "16B", "11-Da-4.5"."""
NUMERAL = (
    r"(?P<designation>(?:III|II|IV|I|VI|V)A?(?![A-Za-z])|\d{1,2}-[A-Z](?!\w)"
    rf"|{DESIGNATION.removeprefix('(?P<designation>')}"
)
"""A designation that may be a Roman numeral, too: "III", "1-A"."""


class Kind(NamedTuple):
    """A value that words may stand for, with what finds them.

    No words are found where none of ``stems`` stands in the folded text: a cheap look
    before the pattern's dear one.
    """

    value: str
    stems: tuple[str, ...]
    pattern: re.Pattern[str]

    def finditer(self, text: str, folded: str) -> Iterator[re.Match[str]]:
        """Where *text*, whose case-folded form is *folded*, has words for the value."""
        if any(map(folded.__contains__, self.stems)):
            yield from self.pattern.finditer(text)


@dataclass(frozen=True, slots=True)
class Words:
    """Patterns over a sentence, each made once."""

    weapon: re.Pattern[str]
    counted: frozenset[str]
    classes: tuple[Kind, ...]
    names: tuple[tuple[str, re.Pattern[str]], ...]
    outcomes: tuple[Kind, ...]
    trajectories: tuple[Kind, ...]
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
        classes=tuple(_kind(entry["value"], entry["words"], "s?") for entry in table["class"]),
        names=names,
        outcomes=tuple(_kind(value, found) for value, found in table["outcome"].items()),
        trajectories=tuple(_kind(value, found) for value, found in table["trajectory"].items()),
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
    initials = "".join(sorted({noun[0].lower() for noun in table["weapons"]}))
    spellings = "|".join(_spelling(entry["spelling"], "\\w+") for entry in table["name"])
    # The initials save trying every word on every other.
    return re.compile(rf"\b(?:(?i:(?=[{initials}])(?:{nouns})s?)|(?=[A-Z])(?:{spellings}))\b")


def _systems(table: dict[str, Any]) -> re.Pattern[str]:
    spellings = "|".join(_spelling(entry["spelling"], "\\w+") for entry in table["name"])
    return re.compile(rf"\b(?=[A-Z])(?:{spellings})(?!\w)")


def _homes(table: dict[str, Any]) -> Iterator[tuple[str, re.Pattern[str]]]:
    """For each state the names of the systems that it alone flies."""
    of: dict[str, list[str]] = {}
    for entry in table["name"]:
        if "country" in entry:
            of.setdefault(entry["country"], []).append(_spelling(entry["spelling"], "\\w+"))
    for country, spellings in of.items():
        yield country, re.compile(rf"\b(?=[A-Z])(?:{'|'.join(spellings)})\b")


def _name(spelling: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?=[A-Z])(?:{_spelling(spelling, DESIGNATION, NUMERAL)})(?!\w)")


def _spelling(spelling: str, designation: str, numeral: str = r"\w+(?:-[A-Z](?!\w))?") -> str:
    return spelling.replace("#", designation).replace("%", numeral)


def _kind(value: str, found: list[str], ending: str = "") -> Kind:
    telling = {_most_telling(each.casefold().split()) for each in found}
    stems = [each for each in telling if not any(o != each and o in each for o in telling)]
    return Kind(value, tuple(sorted(stems)), _any_of(found, ending))


_EVERYWHERE = frozenset(
    ("ballistic", "missile", "missiles", "rocket", "weapon", "range", "projectile")
)


def _most_telling(words_: list[str]) -> str:
    """The longest word of a phrase, of those that do not stand in every report."""
    return max(words_, key=lambda word: (word not in _EVERYWHERE, len(word)))


def _any_of(found: list[str], ending: str = "") -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_alternatives(found)}){ending}\b", re.IGNORECASE)


def _alternatives(found: list[str]) -> str:
    longest_first = sorted(found, key=len, reverse=True)
    return "|".join(re.escape(each).replace(r"\ ", "[- ‑]") for each in longest_first)
