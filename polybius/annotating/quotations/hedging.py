"""Words that make a statement less than certain, from ``hedges.toml``."""

from __future__ import annotations

import functools
import importlib.resources
import re
import tomllib

from polybius.nouns import Span


@functools.cache
def _pattern() -> re.Pattern[str]:
    source = importlib.resources.files(__package__).joinpath("hedges.toml")
    data = tomllib.loads(source.read_text(encoding="utf-8"))
    numbers = _either(data.pop("before_number"))
    phrases = _either([phrase for group in data.values() for phrase in group])
    # "May" with a capital is a month, or a name.
    return re.compile(
        rf"(?<![\w’'-])(?!May\b)(?i:{phrases}|(?:{numbers})(?=\s(?:\d|{_NUMBER}\b)))(?![\w-])"
    )


_NUMBER = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundreds?|thousands?"


def _either(phrases: list[str]) -> str:
    """An alternation, longest first, with any one white space between words."""
    ordered = sorted(phrases, key=lambda phrase: (-len(phrase), phrase))
    return "|".join(r"\s".join(map(re.escape, phrase.split(" "))) for phrase in ordered)


def hedges(text: str) -> tuple[Span, ...]:
    """Every hedging word or phrase of *text*, in order, none inside another."""
    return tuple(Span(match.start(), match.end()) for match in _pattern().finditer(text))
