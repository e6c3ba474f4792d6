"""Whom words mean: a country, sectors, a name and a role, valid on a day.

A phrase is cut into parts at its prepositions and commas. The first part that
names somebody is read from its head, the last noun: "Russia's ambassador to
Poland" is an ambassador, Russia's. A weak head ("spokesman", "members") takes
the sector of what stands beside it.
"""

from __future__ import annotations

import datetime as dt
import unicodedata
from dataclasses import replace
from functools import lru_cache
from typing import NamedTuple

from polybius.actors import store
from polybius.actors.complements import several_countries
from polybius.actors.contexts import (
    LIKELIEST,
    Context,
    context_of,
    few_homes,
    likeliest,
    speaks_of_korea,
)
from polybius.actors.interpreting import read_for, read_tokens
from polybius.actors.keys import Token, Words
from polybius.actors.phrases import phrase_of
from polybius.actors.respelling import respelled
from polybius.actors.segments import pieces_of
from polybius.actors.tables import Tables
from polybius.nouns import Actor

_REMEMBERED = 8192
_HALVES = frozenset(("north", "south"))
_LONGEST_PHRASE = 60
"""Words beyond which a phrase names no one actor; only its beginning is read."""


def resolve(words: str, on: dt.date | None = None, context: str = "") -> Actor:
    """Whom *words* mean on a day.

    Args:
        words: a noun phrase as a report has it: "the U.S. Secretary of State".
        on: the day the words speak of; None where it is not known. Then a
            person has the office known last, with the reason saying so, and an
            office has no holder.
        context: text around the words. It tells "the North" of Korea; it gives
            an office or agent without a country the one country it speaks of,
            and "the Joint Chiefs of Staff", which few countries have, the one
            of those it speaks of most. The reason says so.

    Returns:
        The actor. Where nobody is known by these words, country is None,
        sectors are empty and ``reason`` says why. Never raises for any words.
    """
    day = on.toordinal() if on else None
    found = _read(words, day)
    if not context or not (found.halved or found.placeless):
        return found.actor  # a context is read only where it may tell something
    around = context_of(context)
    korea = found.halved and around.korea
    if korea:
        found = _read(words, day, korea=True)
    return _placed(words, day, around, korea=korea) if found.placeless else found.actor


def resolve_each(words: str, on: dt.date | None = None, context: str = "") -> tuple[Actor, ...]:
    """The actors that *words* list: three for "Britain, France and Germany".

    One actor, as ``resolve`` has it, where they do not list countries.
    """
    tables = store.tables()
    tokens = Words(unicodedata.normalize("NFC", words), _LONGEST_PHRASE)
    phrase = phrase_of(words, tokens, pieces_of(tokens, tables), tables, None)
    listed = several_countries(phrase, 0)
    whole = resolve(words, on, context)
    if not listed:
        return (whole,)
    return tuple(Actor(None, code, whole.sectors, whole.role) for code in listed[0])


class _Read(NamedTuple):
    """Whom words mean by themselves.

    ``halved`` says that they hold "north" or "south", which may be Korea's;
    ``placeless`` that a context may give the actor a country.
    """

    actor: Actor
    halved: bool = False
    placeless: bool = False


@lru_cache(maxsize=_REMEMBERED)
def _read(words: str, day: int | None, *, korea: bool = False) -> _Read:
    tables = store.tables()
    text = unicodedata.normalize("NFC", words)
    tokens = Words(text, _LONGEST_PHRASE)
    if not tokens:
        return _Read(Actor(None, reason="no words"))
    if _no_actor(tokens, tables):
        return _Read(_nobody(text, tokens, tables, day))
    halved = not _HALVES.isdisjoint(tokens.keys)
    korea = korea or speaks_of_korea(tokens)
    actor = read_tokens(text, tokens, tables, day, korea=korea)
    if actor is None:
        return _Read(_nobody(text, tokens, tables, day), halved)
    return _Read(actor, halved, actor.country is None and not _several(actor))


store.on_forget(_read.cache_clear)


@lru_cache(maxsize=_REMEMBERED)
def _placed(words: str, day: int | None, around: Context, *, korea: bool) -> Actor:
    """The actor, of no country by the words themselves, in a context."""
    actor = _read(words, day, korea=korea).actor
    if not around.countries:
        return actor
    text = unicodedata.normalize("NFC", words)
    return _in_context(actor, text, Words(text, _LONGEST_PHRASE), store.tables(), day, around)


store.on_forget(_placed.cache_clear)


def _several(actor: Actor) -> bool:
    return bool(actor.reason and actor.reason.startswith("more than one country"))


def _in_context(
    actor: Actor, text: str, tokens: Words, tables: Tables, day: int | None, around: Context
) -> Actor:
    """*actor* with the country that the context gives it, where it gives one."""
    pieces = pieces_of(tokens, tables)
    country, reason = around.only, "the country is the context's"
    if pieces and few_homes(pieces[-1], tokens, tables):
        country = likeliest(pieces[-1], tokens, tables, dict(around.countries))
        reason = LIKELIEST
    elif not actor.sectors or actor.reason:
        return actor
    if country is None:
        return actor
    name = store.country_names().get(country)
    found = read_for(name, text, tables, day) if name else None
    return replace(found, reason=reason) if found and found.country == country else actor


def _nobody(text: str, tokens: Words, tables: Tables, day: int | None) -> Actor:
    """The reason why nobody is known by these words, after a last try at a misspelling."""
    keys = tokens.keys
    words = tables.words
    content = [key for key in keys if key not in words["empty"]] or keys
    if all(key in words["pronouns"] for key in content):
        return Actor(None, sectors=("UNK",), reason="a pronoun, not resolved")
    if all(key in words["times"] or key.isdigit() for key in content):
        return Actor(None, reason=f"a time or a number, not an actor: {text[:80]!r}")
    mended = respelled(tokens)
    if mended:
        wrong, right = mended
        again = Words(text.replace(wrong, right))
        actor = read_tokens(text.replace(wrong, right), again, tables, day)
        if actor:
            return replace(actor, reason=f"{wrong!r} read as {right!r}")
    return Actor(None, reason=f"nobody known: {text[:80]!r}")


def _no_actor(tokens: Words, tables: Tables) -> bool:
    """Whether all of it is a pronoun, a time or a number, "May" and "us" among them."""
    for token in tokens:
        known = tables.words["times"] if token.raw != "US" else ()
        if not (token.key in known or token.key.isdigit() or _pronoun(token, tables)):
            return False
    return True


def _pronoun(token: Token, tables: Tables) -> bool:
    return token.key in tables.words["pronouns"] and not token.raw.isupper()
