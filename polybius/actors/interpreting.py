"""Words read as an actor: cut into pieces, laid out as a phrase, read from its head."""

from __future__ import annotations

from collections.abc import Mapping

from polybius.actors.complements import read
from polybius.actors.keys import Words
from polybius.actors.phrases import phrase_of
from polybius.actors.segments import pieces_of
from polybius.actors.tables import Tables
from polybius.nouns import Actor

_NOBODY: Mapping[str, int] = {}


def read_tokens(
    text: str,
    tokens: Words,
    tables: Tables,
    day: int | None,
    *,
    korea: bool = False,
    country: str | None = None,
    named: Mapping[str, int] = _NOBODY,
) -> Actor | None:
    """The actor that *tokens* of *text* name; None where they name nobody.

    ``korea`` says that "the North" is Korea's; ``country`` is whose an office or
    agent is that has no country of its own; ``named`` gives, for the key of a
    surname, the person whom the text has named in full before.
    """
    pieces = pieces_of(tokens, tables, korea=korea)
    if not pieces:
        return None
    phrase = phrase_of(text, tokens, pieces, tables, day, named)
    found = read(phrase, 0, country)
    if found is None:
        return None
    return Actor(found.name, found.country, found.sectors, found.role, None, found.reason)


def read_for(country: str, words: str, tables: Tables, day: int | None) -> Actor | None:
    """The actor that *words* name in the country whose name is *country*: its own ministry."""
    text = f"{country}'s {words}"
    return read_tokens(text, Words(text), tables, day)
