"""A last try at a word nobody knows: one letter wrong, missing, added or moved."""

from __future__ import annotations

from functools import cache

from polybius.actors import store
from polybius.actors.keys import Words
from polybius.actors.tables import CAPITAL, COUNTRY, DEMONYM, NOUN, PLACE, kind_of

_SHORTEST = 5
_MENDED = frozenset((COUNTRY, DEMONYM, CAPITAL, NOUN, PLACE))
_MOST_WORDS = 4
_LONG = 7
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def respelled(tokens: Words) -> tuple[str, str] | None:
    """A word as written, and the one known word it misspells; None where none or several.

    Never a person's name: names that differ in a letter are names of others.
    """
    if len(tokens) > _MOST_WORDS:
        return None
    for token in tokens:
        if len(token.key) >= _SHORTEST and token.key.isalpha():
            right = _right(token.key)
            if right:
                return token.raw, right if token.raw.islower() else right.title()
    return None


def _right(word: str) -> str | None:
    """The known word that *word* misspells; None where none or several may be meant."""
    known = _known()
    for slips in (_moved, _dropped_or_added):
        found = slips(word) & known
        if len(found) == 1:
            return found.pop()
    return None


def _moved(word: str) -> set[str]:
    """*word* with one letter, not the first, moved to another place."""
    return {
        rest[:to] + word[at] + rest[to:]
        for at in range(1, len(word))
        for rest in [word[:at] + word[at + 1 :]]
        for to in range(1, len(word))
    }


def _dropped_or_added(word: str) -> set[str]:
    """*word* without one letter, or with one more; nothing for short words."""
    if len(word) < _LONG:
        return set()
    dropped = {word[:at] + word[at + 1 :] for at in range(1, len(word))}
    added = {
        word[:at] + letter + word[at:] for at in range(1, len(word) + 1) for letter in _LETTERS
    }
    return dropped | added


@cache
def _known() -> frozenset[str]:
    """Single words that a slip may be mended to."""
    return frozenset(
        key
        for key, refs in store.tables().forms.items()
        if " " not in key and any(kind_of(number) in _MENDED for number in refs)
    )


store.on_forget(_known.cache_clear)
