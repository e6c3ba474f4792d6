"""Words made comparable: one spelling for the many ways a name is written.

A *key* is what two spellings of one name have in common: without case,
diacritics, hyphens, full stops of abbreviations and possessive endings, and
with the American spelling where British differs. "Kim Jong-un", "Kim Jong Un"
and "KIM JONG UN's" have one key; so have "U.S. Defence Secretary" and "US
defense secretary".
"""

from __future__ import annotations

import re
import sys
import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

_SPECIAL = {"ß": "s", "æ": "a", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "t", "ı": "i"}
_APOSTROPHES = "'’‘ʼʻ`´ʹ′＇"
_TOKEN = re.compile(r"(?:[^\W\d_]\.){2,}|[^\W_]+(?:'[^\W_]+)*")
_BRITISH = {
    "defence": "defense",
    "centre": "center",
    "organisation": "organization",
    "organisations": "organizations",
    "labour": "labor",
    "programme": "program",
    "metre": "meter",
    "harbour": "harbor",
    "licence": "license",
    "adviser": "advisor",
    "advisers": "advisors",
    "organiser": "organizer",
    "organisers": "organizers",
    "st": "saint",
}


class Token(NamedTuple):
    """A word of a text: its key, where it stands, and how it is written.

    ``raw`` keeps the case, without full stops, apostrophes and possessive
    ending; ``possessive`` tells that there was one. ``gap`` is the text between
    this word and the one before.
    """

    key: str
    start: int
    end: int
    raw: str
    possessive: bool
    gap: str


class Words:
    """The words of a text: keys and offsets as columns, a ``Token`` only for those asked for.

    ``words[3]`` is the token, ``words.keys[3]`` its key; offsets are in code points.
    """

    __slots__ = ("_folded", "_made", "ends", "keys", "starts", "text")

    def __init__(self, text: str, most: int | None = None) -> None:
        folded = fold(text)
        spans = [match.span() for match in islice(_TOKEN.finditer(folded), most)]
        self.text = text
        self.starts = [start for start, _ in spans]
        self.ends = [end for _, end in spans]
        british = _BRITISH.get
        self.keys = [
            british(word, word) if word.isalnum() else _key(word, text, start)
            for start, word in zip(self.starts, [folded[a:b] for a, b in spans], strict=True)
        ]
        self._folded = folded
        self._made: list[Token | None] = [None] * len(spans)

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, place: int) -> Token:
        found = self._made[place]
        if found is None:
            found = self._made[place] = self._token(place)
        return found

    def __iter__(self) -> Iterator[Token]:
        return (self[place] for place in range(len(self.keys)))

    def between(self, first: int, last: int) -> list[Token]:
        """Words *first* to *last*."""
        return [self[place] for place in range(first, last)]

    def key(self, first: int, last: int) -> str:
        """The key of words *first* to *last*."""
        return " ".join(self.keys[first:last])

    def gap(self, place: int) -> str:
        """The text between word *place* and the one before."""
        return self._folded[self.ends[place - 1] if place else 0 : self.starts[place]]

    def capital(self, place: int) -> bool:
        """Whether word *place* begins with a capital letter."""
        return self.text[self.starts[place]].isupper()

    def _token(self, place: int) -> Token:
        start, end = self.starts[place], self.ends[place]
        raw = self.text[start:end]
        possessive = self._folded.endswith("'s", start, end)
        if not raw.isalnum():
            raw = "".join(filter(str.isalnum, raw[:-2] if possessive else raw))
        return Token(self.keys[place], start, end, raw, possessive, self.gap(place))


def _key(word: str, text: str, start: int) -> str:
    """The key of a word with stops or apostrophes. "p.m." keeps its stops, apart from "PM"."""
    word = word.removesuffix("'s")
    if "." in word and text[start].islower():
        return word
    word = word.replace("'", "").replace(".", "")
    return _BRITISH.get(word, word)


def key_of(text: str) -> str:
    """The key of a name or phrase: the keys of its words, apart by one space."""
    return " ".join(Words(unicodedata.normalize("NFC", text)).keys)


def fold(text: str) -> str:
    """*text* in lower case without diacritics, letter for letter: offsets stay."""
    return text.translate(_table())


@cache
def _table() -> dict[int, str]:
    table = {ord(letter): "'" for letter in _APOSTROPHES}
    for point in range(sys.maxunicode + 1 if sys.maxunicode < 0x3000 else 0x3000):
        letter = chr(point)
        if letter.isalpha():
            plain = _plain(letter)
            if plain != letter:
                table[point] = plain
    return table


def _plain(letter: str) -> str:
    """The lower-case base letter of *letter*: always one character."""
    lower = letter.lower()
    if lower in _SPECIAL:
        return _SPECIAL[lower]
    base = unicodedata.normalize("NFD", lower)[:1]
    return base if len(base) == 1 and base.isalpha() else letter
