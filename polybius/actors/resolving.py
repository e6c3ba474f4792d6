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

from polybius.actors import store
from polybius.actors.complements import several_countries
from polybius.actors.interpreting import read_tokens
from polybius.actors.keys import Token, Words
from polybius.actors.phrases import country_of, phrase_of
from polybius.actors.respelling import respelled
from polybius.actors.segments import pieces_of
from polybius.actors.tables import Tables
from polybius.nouns import Actor

_REMEMBERED = 8192
_LONGEST_PHRASE = 60
"""Words beyond which a phrase names no one actor; only its beginning is read."""

_KOREAN = frozenset(
    ("korea", "koreas", "korean", "koreans", "pyongyang", "seoul", "dprk", "rok", "inter")
)


def resolve(words: str, on: dt.date | None = None, context: str = "") -> Actor:
    """Whom *words* mean on a day.

    Args:
        words: a noun phrase as a report has it: "the U.S. Secretary of State".
        on: the day the words speak of; None where it is not known. Then a
            person has the office known last, with the reason saying so, and an
            office has no holder.
        context: text around the words. It tells "the North" of Korea, and
            gives an office without a country the one country it speaks of.

    Returns:
        The actor. Where nobody is known by these words, country is None,
        sectors are empty and ``reason`` says why. Never raises for any words.
    """
    korea, country = _context(context) if context else (False, None)
    return _resolved(words, on.toordinal() if on else None, korea, country)


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


@lru_cache(maxsize=_REMEMBERED)
def _resolved(
    words: str,
    day: int | None,
    korea: bool,  # noqa: FBT001  (a cache's key is by position)
    around: str | None,
) -> Actor:
    tables = store.tables()
    text = unicodedata.normalize("NFC", words)
    tokens = Words(text, _LONGEST_PHRASE)
    if not tokens:
        return Actor(None, reason="no words")
    if _no_actor(tokens, tables):
        return _nobody(text, tokens, tables, day)
    korea = korea or not _KOREAN.isdisjoint(tokens.keys)
    actor = read_tokens(text, tokens, tables, day, korea=korea)
    if actor is None:
        return _nobody(text, tokens, tables, day)
    if actor.country is None and actor.reason is None and around and actor.sectors:
        return _with_country(text, tokens, tables, day, around)
    return actor


store.on_forget(_resolved.cache_clear)


def _with_country(text: str, tokens: Words, tables: Tables, day: int | None, country: str) -> Actor:
    actor = read_tokens(text, tokens, tables, day, country=country)
    if actor is None or actor.country is None:
        return actor or Actor(None, reason="no words")
    return replace(actor, reason="the country is the context's")


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


@lru_cache(maxsize=256)
def _context(context: str) -> tuple[bool, str | None]:
    """Whether *context* speaks of Korea, and the one country it speaks of, if it is one."""
    tables = store.tables()
    tokens = Words(unicodedata.normalize("NFC", context))
    korea = not _KOREAN.isdisjoint(tokens.keys)
    phrase = phrase_of(context, tokens, pieces_of(tokens, tables), tables, None)
    countries = {code for part in phrase.parts if (code := country_of(phrase, part))}
    return korea, next(iter(countries)) if len(countries) == 1 else None


store.on_forget(_context.cache_clear)
