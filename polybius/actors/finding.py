"""Known actors in running text: the longest names, word-bounded, with titles and owners.

A mention begins at a capital letter and runs over what belongs together:
"U.S. Secretary of State Mike Pompeo", "South Korea's defence ministry", "former
president Obama". A surname alone means whom the text has named in full before,
"the JCS" the one it has named with its country; else who is in office on the
day. What names no actor by itself is left out: an office without a country, a
city, a country's adjective before a thing.
"""

from __future__ import annotations

import datetime as dt
from collections import Counter
from collections.abc import Mapping
from dataclasses import replace
from functools import cache, lru_cache

from polybius.actors import store
from polybius.actors.contexts import LIKELIEST, is_of_few, likeliest, speaks_of_korea
from polybius.actors.interpreting import read_for, read_tokens
from polybius.actors.keys import Words
from polybius.actors.people import prominent
from polybius.actors.runs import Run, runs
from polybius.actors.tables import BODY, NOUN, PERSON, SHORT, Tables, reference
from polybius.nouns import Actor, Span

_REMEMBERED = 16384


def mentions(text: str, on: dt.date | None = None) -> tuple[tuple[Span, Actor], ...]:
    """The known actors that *text* names, with where it does, in text order.

    Spans do not overlap, and each actor carries its own. ``on`` is the day the
    text speaks of: offices are as of then. A country's name is a mention wherever
    it stands, also where it tells a place; a capital's is not after "in" or "near".
    """
    tables = store.tables()
    words = Words(text)
    day = on.toordinal() if on else None
    korea = speaks_of_korea(words)
    people: dict[str, int] = {}
    bodies: dict[str, str] = {}
    found: list[tuple[Span, Actor]] = []
    unplaced: list[tuple[Span, Run]] = []
    for run in runs(words, tables, lambda key: key in bodies or is_of_few(key), korea=korea):
        if _is_also_a_word(run, words, tables, people, day):
            continue
        span = Span(words.starts[run.first], _end(words, run.last - 1))
        actor = _actor(run, words, span, day, korea=korea, people=people, bodies=bodies)
        _remember_people(run, words, tables, people)
        if actor is None or not actor.country:
            unplaced.append((span, run))
        if actor is None or not (actor.country or actor.sectors):
            continue
        _remember_body(run, words, tables, actor, bodies)
        found.append((span, _placed(actor, span)))
    return _with_countries(found, unplaced, words, day) if unplaced else tuple(found)


def _with_countries(
    found: list[tuple[Span, Actor]],
    unplaced: list[tuple[Span, Run]],
    words: Words,
    day: int | None,
) -> tuple[tuple[Span, Actor], ...]:
    """Mentions again, with "the JCS" that no country stood by given the one the text is about."""
    tables = store.tables()
    counts = Counter(actor.country for _, actor in found if actor.country)
    settled = dict(found)
    for span, run in unplaced:
        country = likeliest(run.pieces[-1], words, tables, counts) if run.alone else None
        name = store.country_names().get(country) if country else None
        actor = read_for(name, span.of(words.text), tables, day) if name else None
        if actor:
            settled[span] = _placed(replace(actor, reason=LIKELIEST), span)
        elif run.alone and run.alone.kind == NOUN:
            settled.pop(span, None)
    return tuple(sorted(settled.items(), key=lambda row: row[0]))


def _actor(
    run: Run,
    words: Words,
    span: Span,
    day: int | None,
    *,
    korea: bool,
    people: Mapping[str, int],
    bodies: Mapping[str, str],
) -> Actor | None:
    shorts = [words.key(p.start, p.end) for p in run.pieces if p.kind == SHORT]
    named = tuple((key, people[key]) for key in shorts if key in people)
    alone = run.alone
    country = None
    if alone and alone.kind == NOUN:
        country = bodies.get(words.key(alone.start, alone.end))
    return _read(span.of(words.text), day, korea, country, named)


@lru_cache(maxsize=_REMEMBERED)
def _read(
    words: str,
    day: int | None,
    korea: bool,  # noqa: FBT001  (a cache's key is by position)
    country: str | None,
    named: tuple[tuple[str, int], ...],
) -> Actor | None:
    tables = store.tables()
    if country:
        return read_for(store.country_names()[country], words, tables, day)
    return read_tokens(words, Words(words), tables, day, korea=korea, named=dict(named))


store.on_forget(_read.cache_clear)


def _placed(actor: Actor, span: Span) -> Actor:
    return Actor(actor.name, actor.country, actor.sectors, actor.role, span, actor.reason)


def _end(words: Words, place: int) -> int:
    """Where a word ends, without a possessive ending."""
    token = words[place]
    return token.end - 2 if token.possessive else token.end


def _is_also_a_word(
    run: Run, words: Words, tables: Tables, people: Mapping[str, int], day: int | None
) -> bool:
    """By themselves "Park", "Moon" and "May" are words, unless the text has named them in full."""
    alone = run.alone
    if alone is None or alone.kind != SHORT or run.first < alone.start:
        return False
    key = words.key(alone.start, alone.end)
    if key in people:
        return False
    return key in tables.words["also words"] or not any(
        prominent(tables.people[place], day) for place in alone.places
    )


def _remember_people(run: Run, words: Words, tables: Tables, people: dict[str, int]) -> None:
    """Note, for each person named in full, the surnames that mean them from here on."""
    for piece in run.pieces:
        if piece.kind == PERSON and len(piece.places) == 1:
            keys = words.keys[piece.start : piece.end]
            for short in {keys[0], keys[-1], " ".join(keys[-2:])}:
                if reference(SHORT, piece.places[0]) in tables.forms.get(short, ()):
                    people[short] = piece.places[0]


def _remember_body(
    run: Run, words: Words, tables: Tables, actor: Actor, bodies: dict[str, str]
) -> None:
    """Note what a country's own body is called for short from here on: "the JCS"."""
    last = run.pieces[-1]
    if actor.country and len(run.pieces) > 1 and last.kind in {NOUN, BODY}:
        key = words.key(last.start, last.end)
        place = tables.local.get(f"{actor.country}|{key}")
        if place is not None:
            for other in _names_of_bodies().get(place, ()):
                bodies[other] = actor.country


@cache
def _names_of_bodies() -> dict[int, list[str]]:
    """For a body's place, the keys of what it is called beside its country."""
    found: dict[int, list[str]] = {}
    for home, place in store.tables().local.items():
        found.setdefault(place, []).append(home.partition("|")[2])
    return found


store.on_forget(_names_of_bodies.cache_clear)
