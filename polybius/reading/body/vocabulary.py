"""The words by which furniture is known: ``furniture.toml``, compiled."""

from __future__ import annotations

import re
import tomllib
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, get_args

Kind = Literal["related", "neighbours", "asking", "about_page", "captions", "decks"]
"""What an element is, by its name, that is no part of the report."""

_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])|[^A-Za-z]+")
_LONGEST_NAME = 400


@lru_cache(maxsize=8192)
def kind_of(name: str) -> Kind | None:
    """What the *name* (class and id) of an element says that it is; None for nothing known."""
    words = f" {_CAMEL.sub(' ', name[:_LONGEST_NAME]).lower()} "
    found = _names().search(words)
    return found.lastgroup if found else None  # type: ignore[return-value]  # groups are kinds


@cache
def cue() -> re.Pattern[str]:
    """The words that open a list of other headlines, or a link to one, at a paragraph's start."""
    cues = sorted(_phrases(_tables()["cues"]), key=len, reverse=True)
    any_cue = "|".join(re.escape(each).replace("'", "['’]") for each in cues)
    return re.compile(
        rf"\A\W{{0,5}}(?:{any_cue})(?: ?[:：|\-–—>»→.!?…\]]{{1,5}}| ?\Z) ?", re.IGNORECASE
    )


@cache
def _names() -> re.Pattern[str]:
    tables = _tables()
    kinds = "|".join(f"(?P<{kind}>{_alternatives(tables[kind])})" for kind in get_args(Kind))
    return re.compile(rf" (?:{kinds})(?= )")


def _alternatives(listed: str) -> str:
    return "|".join(re.escape(each).replace(r"\*", "[a-z]*") for each in _phrases(listed))


def _phrases(listed: str) -> list[str]:
    return [each for each in (" ".join(part.split()) for part in listed.split(",")) if each]


@cache
def _tables() -> dict[str, str]:
    text = (files("polybius.reading.body") / "furniture.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
