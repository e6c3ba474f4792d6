"""Credits cut into tokens: words, numbers and signs, each with where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from polybius.reading.about.agencies import CALLED_AGENCY, agency_in, is_agency

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,5}|[^\W\d_]+(?:[-’'‑·][^\W\d_]+)*|\d+(?:st|nd|rd|th)?\b|--|\S", re.UNICODE
)
LONGEST_AGENCY = 5
"""Words in the longest name of an agency."""


class Token(NamedTuple):
    """A word, a number or a sign of a text, at ``text[start:end]``."""

    text: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        """Whether it is letters."""
        return self.text[0].isalpha()

    @property
    def is_capitalised(self) -> bool:
        """Whether it begins as names do; scripts without capitals do so always."""
        return self.is_word and not self.text[0].islower()

    @property
    def lower(self) -> str:
        """Its text in lower case."""
        return self.text.lower()


def tokens_of(text: str) -> list[Token]:
    """The tokens of *text*, left to right."""
    return [Token(m.group(), m.start(), m.end()) for m in _TOKEN.finditer(text)]


@dataclass(slots=True)
class Reader:
    """A place in a row of tokens; the parsers move it, and put it back where they fail."""

    text: str
    tokens: Sequence[Token]
    at: int = 0
    end: int = field(init=False)

    def __post_init__(self) -> None:
        self.end = len(self.tokens)

    @classmethod
    def of(cls, text: str) -> Reader:
        """A reader at the beginning of *text*."""
        return cls(text, tokens_of(text))

    @property
    def done(self) -> bool:
        """Whether no token is left."""
        return self.at >= self.end

    def peek(self, ahead: int = 0) -> Token | None:
        """The token *ahead* of the next one; None beyond the end."""
        place = self.at + ahead
        return self.tokens[place] if place < self.end else None

    def next_is(self, *texts: str, ahead: int = 0) -> bool:
        """Whether the token *ahead* is one of *texts*, in lower case."""
        token = self.peek(ahead)
        return token is not None and token.lower in texts

    def accept(self, *texts: str) -> Token | None:
        """Pass over the next token if it is one of *texts* (lower case)."""
        if self.next_is(*texts):
            self.at += 1
            return self.tokens[self.at - 1]
        return None

    def position(self) -> int:
        """Where in the text the tokens passed so far end."""
        return self.tokens[self.at - 1].end if self.at else 0

    def agency(self) -> str | None:
        """Pass over the name of a news agency, the longest that begins here.

        One that we know, by its usual name, or one called so, as it is written.
        """
        start = 1 if self.next_is("the") else 0
        for length in range(LONGEST_AGENCY, 0, -1):
            first, last = self.peek(start), self.peek(start + length - 1)
            if first is None or last is None or not first.is_word:
                continue
            name = self.text[first.start : last.end]
            if is_agency(name) or CALLED_AGENCY.fullmatch(name):
                self.at += start + length
                return agency_in(name) or name
        return None
