"""Countries by code, name and demonym, and the codes that actors use.

Country codes are ISO 3166-1 alpha-3, and ``XKX`` for Kosovo (user-assigned, as
the European Union uses it). Beside them stand the codes of bodies of states
(``codes.toml``): ``UNO``, ``EUR`` and ``IGO``, as coders of PLOVER use them.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from polybius.actors import store
from polybius.actors.keys import Words
from polybius.actors.segments import pieces_of
from polybius.actors.tables import COUNTRY, DEMONYM, Country


def country(code: str) -> Country | None:
    """The country of an alpha-3 or alpha-2 code; None where there is none."""
    return _by_code().get(code.upper())


def alpha_3(words: str) -> str | None:
    """The alpha-3 code for an alpha-2 code, a country's name or a demonym; else None."""
    exact = _by_code().get(words)
    if exact:
        return exact.code
    tables = store.tables()
    tokens = Words(words)
    pieces = pieces_of(tokens, tables)
    if len(pieces) == 1 and pieces[0].end == len(tokens) and pieces[0].kind in {COUNTRY, DEMONYM}:
        return tables.countries[pieces[0].places[0]].code
    return None


def alpha_2(code: str) -> str | None:
    """The alpha-2 code for an alpha-3 code; None where there is none."""
    found = country(code)
    return found.alpha_2 if found else None


def name(code: str) -> str | None:
    """The usual English name of a country or a body of states, for its code."""
    found = country(code)
    return found.name if found else store.tables().body_codes.get(code)


def countries() -> tuple[Country, ...]:
    """All countries, in order of their codes."""
    return tuple(sorted(store.tables().countries, key=lambda entry: entry.code))


def sectors() -> Mapping[str, str]:
    """The sector codes and what each means: PLOVER's, then those used beside them."""
    return store.tables().sector_codes


def nationality(words: str) -> tuple[str | None, str]:
    """The country of the first country name or demonym in *words*, and the words without it.

    ``nationality("four Saudi men")`` is ``("SAU", "four men")``; where there is
    none, the words come back as they were.
    """
    tables = store.tables()
    tokens = Words(words)
    for piece in pieces_of(tokens, tables):
        if piece.kind in {COUNTRY, DEMONYM}:
            rest = words[: tokens[piece.start].start] + words[tokens[piece.end - 1].end :]
            return tables.countries[piece.places[0]].code, _without_article(rest)
    return None, words


def _without_article(words: str) -> str:
    kept = words.split()
    if kept and kept[0].lower() in {"a", "an", "the"}:
        kept = kept[1:]
    return " ".join(kept)


@cache
def _by_code() -> dict[str, Country]:
    found: dict[str, Country] = {}
    for entry in store.tables().countries:
        found[entry.code] = entry
        found[entry.alpha_2] = entry
    return found


store.on_forget(_by_code.cache_clear)
