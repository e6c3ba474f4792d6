"""Sign-offs: "(Reporting by A in SEOUL; Additional reporting by B; Editing by C)".

::

    signoff = [ "(" | "[" ] clause { [ ";" | "." | "," ] clause } [ ")" | "]" ] [ "." ]
    clause  = { modifier } role { ( "and" | "," ) role } ( "by" | ":" ) people

What stands between clauses and fits none is passed over: a desk's code, a slip of
the pen. A sign-off in which no clause fits is none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from polybius.nouns import Credit
from polybius.nouns.document import CreditRole
from polybius.reading.credits.people import people
from polybius.reading.credits.tokens import Reader
from polybius.reading.credits.words import roles, words

LONGEST = 3_000
"""Characters of the longest sign-off; what is longer is text."""
_OPENING = {"(": ")", "[": "]"}
_BETWEEN = (";", ".", ",", "|", "—", "–", "-", "/", "•")
_MOST_SKIPPED = 12
_FIRST_WORD = re.compile(r"\s{0,5}[(\[]?\s{0,3}([^\W\d_]{2,30}(?:-[^\W\d_]{2,30})?)")


@dataclass(frozen=True, slots=True)
class SignOff:
    """The credits of a sign-off, where it ends in the text, and whether it was in brackets."""

    credits: tuple[Credit, ...]
    end: int
    bracketed: bool

    @property
    def roles(self) -> frozenset[CreditRole]:
        """What it credits people with."""
        return frozenset(credit.role for credit in self.credits)


def signoff_at(text: str) -> SignOff | None:
    """The sign-off at the beginning of *text*; None where none begins there."""
    if len(text) > LONGEST or not _begins(text):
        return None
    reader = Reader.of(text)
    opening = reader.accept(*_OPENING)
    closing = _OPENING[opening.text] if opening else None
    found: list[Credit] = []
    while not reader.done and not (closing and reader.next_is(closing)):
        clause = _clause(reader)
        if clause is None:
            if not found or not _skip(reader, closing):
                break
            continue
        found.extend(clause)
        while reader.accept(*_BETWEEN):
            pass
    if not found:
        return None
    if closing:
        reader.accept(closing)
    while reader.accept("."):
        pass
    return SignOff(tuple(found), reader.position(), opening is not None)


def _begins(text: str) -> bool:
    """A quick look: whether the first word can begin a clause."""
    first = _FIRST_WORD.match(text)
    if first is None:
        return False
    word = first[1].lower()
    return word in roles() or word in words("clauses", "modifiers")


def begins_clause(reader: Reader) -> bool:
    """Whether a clause begins at the next token: "additional reporting by"."""
    start = reader.at
    found = _roles(reader)
    reader.at = start
    return bool(found)


def _clause(reader: Reader) -> list[Credit] | None:
    start = reader.at
    named = _roles(reader)
    if not named:
        reader.at = start
        return None
    found = people(reader, begins_clause)
    if not found:
        reader.at = start
        return None
    return [person.credit(role) for role in named for person in found]


def _roles(reader: Reader) -> list[CreditRole]:
    """Pass over "additional reporting and writing by"; the roles it names, each once."""
    known = roles()
    named: dict[CreditRole, None] = {}
    for _ in range(10):
        token = reader.peek()
        if token is None:
            return []
        if named and token.lower in {*words("clauses", "by"), ":"}:
            reader.at += 1
            reader.accept(":")
            return list(named)
        if token.lower in known:
            named[known[token.lower]] = None
        elif token.lower not in words("clauses", "modifiers") and token.text not in {
            ",",
            "&",
            "/",
            "-",
        }:
            return []
        reader.at += 1
    return []


def _skip(reader: Reader, closing: str | None) -> bool:
    """Pass over what fits no clause, up to the next one; False where there is none near."""
    for _ in range(_MOST_SKIPPED):
        if reader.done or (closing and reader.next_is(closing)):
            return closing is not None
        reader.at += 1
        if begins_clause(reader):
            return True
    return False
