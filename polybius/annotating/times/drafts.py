"""What a rule gives: a stretch of words and what it means."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import cast

from polybius.annotating.times.context import Meaning, Relation
from polybius.annotating.times.lexing import Lexed, Token


@dataclass(frozen=True, slots=True)
class Draft:
    """An expression before it is placed: tokens from ``first`` up to ``stop``.

    ``dependent`` marks words that are a time only beside another ("morning" beside
    "Friday").
    """

    first: int
    stop: int
    meaning: Meaning
    modifier: str | None = None
    dependent: bool = False


def number(token: Token | None) -> int:
    """The whole number that a token stands for; 0 for none."""
    return int(token.value) if token and isinstance(token.value, int | float) else 0


def relation(token: Token | None) -> Relation | None:
    """The relation that a token stands for ("last", "next" …)."""
    return cast("Relation", str(token.value)) if token else None


def edge(lexed: Lexed, first: int, stop: int) -> str | None:
    """The TIMEX3 modifier of "early", "late", "the end of" …, where the words hold one."""
    token = lexed.find("el", first, stop)
    if token:
        return str(token.value)
    return {"earlier": "START", "later": "END"}.get(lexed.word(first))


def valid_day(year: int, month: int, day: int) -> bool:
    """Whether the calendar has such a day."""
    try:
        dt.date(year, month, day)
    except ValueError:
        return False
    return True
