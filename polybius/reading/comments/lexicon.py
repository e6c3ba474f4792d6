"""The tables that tell what marks mean: known systems, and words in class names."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any

from lxml.html import HtmlElement

from polybius.reading.comments.markup import Marks, Selector, general, words_in

Selectors = tuple[Selector, ...]


@dataclass(frozen=True, slots=True)
class System:
    """A comment system: how to know its items and their parts (``systems.toml``)."""

    name: str
    item: Selectors = ()
    start: Selectors = ()
    members: Selectors = ()
    needs: Selectors = ()
    outside: Selectors = ()
    author: Selectors = ()
    posted: Selectors = ()
    text: Selectors = ()
    up: Selectors = ()
    down: Selectors = ()
    score: Selectors = ()
    reply_to: Selectors = ()


UNKNOWN = System("unknown")
"""A system of which nothing is known but the words in its marks."""


def _toml(name: str) -> dict[str, Any]:
    source = resources.files("polybius.reading.comments").joinpath(name)
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def systems() -> tuple[System, ...]:
    """The known systems, in the order in which they are tried."""
    return tuple(
        System(
            entry["name"],
            **{
                part: tuple(map(Selector.parse, written))
                for part, written in entry.items()
                if part != "name"
            },
        )
        for entry in _toml("systems.toml")["system"]
    )


@cache
def _roles() -> dict[str, frozenset[str]]:
    """For each word of ``marks.toml``, the roles (its keys) that the word tells."""
    roles: dict[str, set[str]] = {}
    for role, words in _toml("marks.toml").items():
        for word in words:
            roles.setdefault(word, set()).add(role)
    return {word: frozenset(found) for word, found in roles.items()}


@lru_cache(maxsize=16384)
def roles_in(name: str) -> frozenset[str]:
    """The roles (keys of ``marks.toml``) that the words of a class or id tell."""
    table = _roles()
    return frozenset().union(*(table.get(word, frozenset()) for word in words_in(name)))


_NONE: frozenset[str] = frozenset()


def roles_of(element: HtmlElement) -> frozenset[str]:
    """The roles that the class, id and property names of *element* tell."""
    name, identifier = element.get("class"), element.get("id")
    found = roles_in(name) if name else _NONE
    if identifier:
        found |= roles_in(general(identifier))
    if part := element.get("itemprop"):
        found |= roles_in(part)
    return found


def elements_of(marks: Marks, role: str) -> dict[HtmlElement, None]:
    """The elements of a page of which one class, id or property tells *role*."""
    if role in marks.told:
        return marks.told[role]
    found: dict[HtmlElement, None] = {}
    for table in (marks.classes, marks.ids, marks.properties):
        for name, elements in table.items():
            if role in roles_in(name):
                found.update(dict.fromkeys(elements))
    marks.told[role] = found
    return found


@cache
def signals() -> tuple[str, ...]:
    """What in a page's class names and ids gives reason to look for comments (lower case)."""
    return tuple(_toml("marks.toml")["signals"])


@cache
def furniture() -> Selectors:
    """What belongs to comments and holds none: forms, empty threads, counts."""
    return tuple(map(Selector.parse, _toml("systems.toml")["furniture"]))
