"""The words of time, each with the letter that the grammar knows it by.

The words stand in ``lexicon.toml``; ``LETTERS`` gives each of its tables a letter.
Digits, clock times and written-out dates get theirs in ``lexing``.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

LETTERS = {
    "months": "M",
    "doubtful_months": "m",
    "weekdays": "W",
    "doubtful_weekdays": "w",
    "units": "U",
    "plural_units": "u",
    "whole_durations": "V",
    "seasons": "S",
    "parts_of_day": "P",
    "hours": "K",
    "days": "T",
    "relatives": "R",
    "shifts": "G",
    "narrative_shifts": "g",
    "sides": "b",
    "edges": "e",
    "edges_of": "l",
    "every": "E",
    "frequencies": "Q",
    "times": "q",
    "numbers": "N",
    "vague_numbers": "v",
    "ordinals": "O",
    "halves": "h",
    "between_count_and_unit": "j",
    "decades": "X",
    "references": "F",
    "not_references": "!",
    "holidays": "J",
    "zones": "Z",
    "halves_of_day": "t",
    "fiscal": "z",
    "articles": "a",
}

# The tables whose words, or whose phrases' last words, make a sentence worth reading.
_TELLING = frozenset("MmWUuVSPKTQXFJzZ")

Value = str | int | float
Entry = tuple[str, Value]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """``words`` and ``phrases`` give the letter and the value of an expression.

    ``phrases`` lists, by first word, the phrases that begin with it, longest first,
    each as the words that follow, its letter and its value. ``telling`` are the words
    without which, and without figures, a sentence holds no time. ``lists`` are the words
    that decide by standing beside another.
    """

    words: Mapping[str, Entry]
    phrases: Mapping[str, tuple[tuple[tuple[str, ...], Entry], ...]]
    telling: frozenset[str]
    lists: Mapping[str, frozenset[str]]


@cache
def lexicon() -> Lexicon:
    """The lexicon, read once."""
    raw = files("polybius.annotating.times").joinpath("lexicon.toml").read_text(encoding="utf-8")
    tables = tomllib.loads(raw)
    words: dict[str, Entry] = {
        word: (letter, letter) for word, letter in tables.pop("words").items()
    }
    lists = {name: frozenset(listed.split()) for name, listed in tables.pop("lists").items()}
    phrases: dict[str, list[tuple[tuple[str, ...], Entry]]] = {}
    for table, entries in tables.items():
        for key, value in entries.items():
            first, *rest = key.replace("'s", " 's").replace("s' ", "s ' ").split()
            if rest:
                phrases.setdefault(first, []).append((tuple(rest), (LETTERS[table], value)))
            else:
                words[first] = (LETTERS[table], value)
    return Lexicon(
        words,
        {
            first: tuple(sorted(found, key=lambda phrase: -len(phrase[0])))
            for first, found in phrases.items()
        },
        frozenset(word for word, (letter, _) in words.items() if letter in _TELLING)
        | frozenset(
            rest[-1]
            for found in phrases.values()
            for rest, (letter, _) in found
            if letter in _TELLING
        ),
        lists,
    )


def listed(name: str, word: str) -> bool:
    """Whether *word* is in one of the lexicon's lists."""
    return word in lexicon().lists[name]
