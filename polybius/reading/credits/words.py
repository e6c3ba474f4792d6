"""The words of credits (``credits.toml``), loaded once."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources
from typing import Any

from polybius.nouns.document import CreditRole


@cache
def _table() -> dict[str, Any]:
    source = resources.files("polybius.reading.credits").joinpath("credits.toml")
    return tomllib.loads(source.read_text(encoding="utf-8"))


@cache
def roles() -> dict[str, CreditRole]:
    """What each word before "by" credits somebody with."""
    table: dict[CreditRole, list[str]] = _table()["roles"]
    return {word: role for role, words in table.items() for word in words}


@cache
def words(section: str, key: str) -> frozenset[str]:
    """One list of ``credits.toml``."""
    return frozenset(_table()[section][key])


@cache
def months() -> dict[str, int]:
    """The number of each English month, by its name and by its short form."""
    dateline = _table()["dateline"]
    numbers = {"sept": 9}
    for key in ("months", "short_months"):
        numbers |= {name: number for number, name in enumerate(dateline[key], start=1)}
    return numbers
