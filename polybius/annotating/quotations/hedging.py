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
        rf"\b(?<![\w’'-])(?!May\b)(?:{phrases}|{numbers}(?=\s(?:\d|{_NUMBER}\b)))(?![\w-])"
    )


_NUMBER = "two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|hundreds?|thousands?"

_Trie = dict[str, "_Trie"]


def _either(phrases: list[str]) -> str:
    """A pattern for the longest of the phrases, with their common beginnings factored out.

    The first letter may be a capital; any one white space may part words.
    """
    root: _Trie = {}
    for phrase in phrases:
        node = root
        for letter in phrase:
            node = node.setdefault(letter, {})
        node[""] = {}
    return _factored(root, first=True)


def _factored(node: _Trie, *, first: bool = False) -> str:
    parts = []
    for letter, below in sorted(node.items()):
        if letter:
            own = f"[{letter}{letter.upper()}]" if first and letter.isalpha() else re.escape(letter)
            parts.append((r"\s" if letter == " " else own) + _factored(below))
    inside = parts[0] if len(parts) == 1 and "" not in node else f"(?:{'|'.join(parts)})"
    return inside + "?" * ("" in node) if parts else ""


def hedges(text: str) -> tuple[Span, ...]:
    """Every hedging word or phrase of *text*, in order, none inside another."""
    return tuple(Span(match.start(), match.end()) for match in _pattern().finditer(text))
