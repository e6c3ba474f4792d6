"""The forms a name takes in print: orders, spellings, surnames, plurals."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from polybius.actors.keys import key_of

PARTICLES = frozenset(
    (
        *("al", "el", "de", "da", "do", "dos", "das", "di", "del", "della", "van", "von", "der"),
        *("den", "ter", "bin", "ben", "le", "la", "abu", "abd", "abdul", "ould", "ag", "san"),
    )
)
_SUFFIXES = frozenset(("jr", "sr", "ii", "iii", "iv"))
_DEMONYMS_THAT_ARE_PLURAL = ("ese", "ish", "ch", "s", "x", "thai")
_LONGEST_ACRONYM_THAT_IS_A_WORD = 3
_ACRONYM_WORDS = frozenset(
    ("WHO", "CARE", "ACT", "SEAL", "STAR", "AIDS", "MEND", "FARC", "SANA", "PACE")
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9]*")
_INNER_HEAD = re.compile(r"^(.*?)( (?:of|to|in|for|at|on|with|from|under|without) .*)$")


def acronym_of(name: str) -> str | None:
    """*name* without full stops where only its capitals tell it from a word, else None.

    "US", "U.N." and "WHO" are such; "NATO", which no other word looks like, is not.
    """
    plain = name.replace(".", "")
    if not _ACRONYM.fullmatch(plain):
        return None
    short = len(plain) <= _LONGEST_ACRONYM_THAT_IS_A_WORD
    return plain if short or plain in _ACRONYM_WORDS else None


def person_keys(names: Sequence[str], order: str) -> set[str]:
    """Keys of a person's full names, in every order and spelling that *order* allows."""
    keys: set[str] = set()
    for name in names:
        words = _words(name)
        keys.add(key_of(name))
        keys.add(" ".join(words))
        keys.update(_initialled(key_of(name).split(), order))
        keys.update(_spellings(words, order))
    return {key for key in keys if key}


def _initialled(words: Sequence[str], order: str) -> set[str]:
    """As in "G. W. Bush" and "G.W. Bush", for names whose family name stands last."""
    if order not in {"family last", "either"} or not 2 <= len(words) <= 4:
        return set()
    *given, family = words
    if any(word in PARTICLES for word in given) or len(family) < 3:
        return set()
    initials = [word[0] for word in given]
    return {" ".join([*initials, family]), f"{''.join(initials)} {family}"}


def short_keys(name: str, order: str) -> set[str]:
    """Keys of what a person is called for short: "Abe", "von der Leyen", "Abiy"."""
    words = _words(name)
    if len(words) < 2 or order == "none":
        return set()
    if order in {"family first", "given name"}:
        return {words[0]}
    found = {words[-1]}
    first = len(words) - 1
    while first > 1 and words[first - 1] in PARTICLES:
        first -= 1
    found.add(" ".join(words[first:]))
    return {key for key in found if len(key) > 1}


def plural(phrase: str) -> str:
    """The plural of an agent noun or phrase: its head, not its last word, changes."""
    inner = _INNER_HEAD.match(phrase)
    if inner:
        return plural(inner[1]) + inner[2]
    head, _, last = phrase.rpartition(" ")
    return f"{head} {_plural_word(last)}".strip()


def demonym_keys(demonym: str) -> set[str]:
    """Keys of a demonym and its plural: "Russian", "Russians"; "Japanese" alone."""
    key = key_of(demonym)
    if key.endswith(_DEMONYMS_THAT_ARE_PLURAL):
        return {key}
    return {key, _plural_word(key)}


def _plural_word(word: str) -> str:
    if word.endswith("man") and not word.lower().endswith(("german", "human", "roman", "ottoman")):
        return word[:-3] + "men"
    if word.endswith("y") and word[-2:-1] not in {"a", "e", "o", "u"}:
        return word[:-1] + "ies"
    if word.endswith(("s", "x", "ch", "sh", "z")):
        return word if word.endswith("ss") is False and word.endswith("s") else word + "es"
    return word + "s"


def _words(name: str) -> list[str]:
    """The key words of a personal name without generational suffix and inner initials."""
    words = key_of(name).split()
    while len(words) > 2 and words[-1] in _SUFFIXES:
        words.pop()
    if len(words) > 2:
        words = [word for place, word in enumerate(words) if len(word) > 1 or place == 0]
    return words


def _spellings(words: list[str], order: str) -> Iterator[str]:
    if order in {"family first", "either"} and len(words) > 1:
        turned = [*words[1:], words[0]] if order == "family first" else [words[-1], *words[:-1]]
        yield " ".join(turned)
    if order == "family first" and len(words) == 3:
        yield f"{words[0]} {words[1]}{words[2]}"
        yield f"{words[1]}{words[2]} {words[0]}"
    without = [word for word in words if word not in {"al", "el"}]
    if 1 < len(without) < len(words):
        yield " ".join(without)
