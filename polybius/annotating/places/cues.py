"""The word lists of ``data/``, read once."""

from __future__ import annotations

import functools
import tomllib
from importlib import resources
from typing import NamedTuple

from polybius.annotating.names import listed


class Cues(NamedTuple):
    """The lists of ``data/cues.toml``, which says what each is for."""

    links: frozenset[str]
    tails: frozenset[str]
    locative: frozenset[str]
    directional: frozenset[str]
    kinds: frozenset[str]
    after: frozenset[str]
    streets: frozenset[str]
    bodies: frozenset[str]
    heads: frozenset[str]
    acting: frozenset[str]
    owned: frozenset[str]
    dealing: frozenset[str]
    saying: frozenset[str]
    no_nouns: frozenset[str]
    no_noun_of_language: frozenset[str]
    speaking: frozenset[str]
    language: frozenset[str]
    languages: frozenset[str]


@functools.cache
def cues() -> Cues:
    """The words around place names."""
    file = resources.files("polybius.annotating.places") / "data" / "cues.toml"
    lists = tomllib.loads(file.read_text(encoding="utf-8"))
    return Cues(**{name: frozenset(lists[name]) for name in Cues._fields})


@functools.cache
def common_words() -> frozenset[str]:
    """Ordinary words that are place names too, in small letters."""
    return listed(resources.files("polybius.annotating.places") / "data" / "common_words.txt")
