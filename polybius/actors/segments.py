"""Words cut into the pieces that the tables know, longest first."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from polybius.actors.keys import Token, Words
from polybius.actors.names import PARTICLES
from polybius.actors.tables import (
    BODY,
    CAPITAL,
    COUNTRY,
    DEMONYM,
    NOUN,
    PERSON,
    PLACE,
    SHORT,
    TERRITORY,
    Tables,
    kind_of,
    place_of,
    reference,
)

GEOGRAPHIC = frozenset((COUNTRY, DEMONYM, CAPITAL, PLACE))
_PREFERENCE = (COUNTRY, DEMONYM, CAPITAL, PERSON, TERRITORY, BODY, NOUN, SHORT, PLACE)
_RANK = {kind: rank for rank, kind in enumerate(_PREFERENCE)}
_MAY_BE_PART_OF_A_NAME = frozenset((COUNTRY, CAPITAL, PLACE, SHORT, PERSON, BODY))
_LOCATIVE = frozenset(("in", "at", "near", "outside", "around", "from", "across"))
_NO_NAMES = frozenset(
    (
        *("the", "a", "an", "in", "on", "at", "from", "of", "by", "to", "and", "or", "but", "for"),
        *("mr", "mrs", "ms", "dr", "sir", "says", "said", "told"),
        *("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"),
    )
)
_SEATED = (["based"], ["born"], ["area"], ["region"], ["residents"])
_WITHIN_NAMES = frozenset((" ", "-"))
_WRITTEN_LARGE = frozenset((("BUS",), ("JRN",), ("EDU",), ("SOC",), ("NGO",), ("LAB",)))
_KOREAS = {"north": "PRK", "south": "KOR"}
_LONGEST_ABBREVIATION = 4
_BREAKS = frozenset(",;:()[]–—!?\n")


class Piece(NamedTuple):
    """Tokens ``start`` to ``end`` and what they may mean, the likeliest kind first.

    ``places`` are places in the list of ``kind``; ``others`` are references of
    the less likely kinds.
    """

    start: int
    end: int
    kind: int
    places: tuple[int, ...]
    others: tuple[int, ...] = ()

    def of_kind(self, kind: int) -> tuple[int, ...]:
        """Places of the entries of *kind* that the piece may mean."""
        if kind == self.kind:
            return self.places
        return tuple(place_of(number) for number in self.others if kind_of(number) == kind)


def broken(token: Token, before: Token | None = None) -> bool:
    """Whether punctuation parts *token* from *before*, the word before it.

    A full stop does, but not that of an abbreviation: "Lt. Gen. Smith".
    """
    gap = token.gap
    if gap == " ":
        return False
    if "." in gap and before is not None and len(before.key) > _LONGEST_ABBREVIATION:
        return True
    return any(letter in _BREAKS for letter in gap)


def pieces_of(tokens: Words, tables: Tables, *, korea: bool = False) -> list[Piece]:
    """The known pieces among *tokens*, in order and apart, longest first from the left.

    ``korea`` says that the text speaks of Korea, so that "the North" and "the
    South" are its two states.
    """
    found: list[Piece] = []
    place = 0
    while place < len(tokens):
        piece = piece_at(tokens, place, tables) or (
            half_at(tokens, place, tables) if korea else None
        )
        if piece is None:
            place += 1
            continue
        found.append(piece)
        place = piece.end
    surnames = tables.words["surnames too"]
    found = [piece for piece in found if not _surname(piece, found, tokens, surnames)]
    if any(piece.kind in _MAY_BE_PART_OF_A_NAME for piece in found):
        return _without_parts_of_names(_places_or_people(found, tokens), tokens)
    return found


def _surname(piece: Piece, found: Sequence[Piece], tokens: Words, surnames: frozenset[str]) -> bool:
    """Whether a noun is somebody's surname: "Ann Carpenter", not "a French Carpenter"."""
    if piece.kind != NOUN or tokens.key(piece.start, piece.end) not in surnames:
        return False
    if not tokens.capital(piece.start) or piece.end < len(tokens):
        return False
    known = [False] * len(tokens)
    for other in found:
        known[other.start : other.end] = [True] * (other.end - other.start)
    return _after_a_name(piece, tokens, known)


def _places_or_people(found: list[Piece], tokens: Words) -> list[Piece]:
    """Settle what "Lagos" is: a city in "Lagos police" and "in Lagos", else a person."""
    settled: list[Piece] = []
    for piece, after in zip(found, [*found[1:], None], strict=True):
        places = piece.of_kind(PLACE) if piece.kind == SHORT else ()
        local = piece.start and tokens.keys[piece.start - 1] in _LOCATIVE
        modifies = after and after.start == piece.end and not tokens[after.start - 1].possessive
        modifies = modifies or tokens.keys[piece.end : piece.end + 1] in _SEATED
        if places and (local or modifies):
            settled.append(Piece(piece.start, piece.end, PLACE, places, (number_of(piece),)))
        else:
            settled.append(piece)
    return [
        piece
        for piece, before in zip(settled, [None, *settled], strict=False)
        if not (before and _given_and_family(before, piece, tokens))
    ]


def _given_and_family(before: Piece, piece: Piece, tokens: Words) -> bool:
    """Whether a place and a surname make a name nobody knows: "Paris Barr"."""
    return (
        before.kind in {PLACE, COUNTRY}
        and piece.kind == SHORT
        and piece.start == before.end
        and tokens.gap(piece.start) == " "
        and not tokens[before.end - 1].possessive
        and not tokens[before.end - 1].raw.isupper()
    )


def piece_at(tokens: Words, start: int, tables: Tables) -> Piece | None:
    """The longest known piece that starts at token *start*."""
    key = tokens.keys[start]
    if key not in tables.firsts and key.upper() not in tables.acronyms:
        return None
    most = tables.longest.get(tokens.key(start, start + 2), 0)
    for end in range(min(start + most, len(tokens)), start + 1, -1):
        refs = tables.forms.get(tokens.key(start, end))
        if refs and not any(broken(tokens[at], tokens[at - 1]) for at in range(start + 1, end)):
            if key == "the" and end == start + 2 and _merely_a_noun(tokens, end, tables):
                continue
            return piece_of(start, end, refs)
    skipping = _past_an_initial(tokens, start, tables)
    if skipping:
        return skipping
    refs = tables.forms.get(key, ())
    if not tokens.capital(start):
        refs = tuple(number for number in refs if not _needs_a_capital(number, tables))
    elif key.upper() in tables.acronyms and tokens[start].raw.isupper():
        refs = tables.acronyms[key.upper()] + refs
    return piece_of(start, start + 1, refs) if refs else None


def _merely_a_noun(tokens: Words, end: int, tables: Tables) -> bool:
    """Whether "the economist" is one, and "the Hindu pilgrims" no newspaper's."""
    if tokens.keys[end - 1] not in tables.forms:
        return False
    if not tokens.capital(end - 1):
        return True
    onward = end < len(tokens) and tokens.gap(end) == " " and not tokens.capital(end)
    return onward and tokens.keys[end] not in tables.words["connectors"]


def _needs_a_capital(number: int, tables: Tables) -> bool:
    """Whether one word in small letters is not this: surnames, cities, companies, papers."""
    kind = kind_of(number)
    if kind == BODY:
        return tables.bodies[place_of(number)].sectors[:1] in _WRITTEN_LARGE
    return kind in {SHORT, PLACE}


def _past_an_initial(tokens: Words, start: int, tables: Tables) -> Piece | None:
    """Without his initial "Donald J. Trump" is in the tables."""
    if start + 2 >= len(tokens) or len(tokens.keys[start + 1]) != 1:
        return None
    refs = tables.forms.get(f"{tokens.keys[start]} {tokens.keys[start + 2]}", ())
    people = tuple(number for number in refs if kind_of(number) == PERSON)
    return piece_of(start, start + 3, people) if people else None


def piece_of(start: int, end: int, refs: tuple[int, ...]) -> Piece:
    """The piece of tokens *start* to *end* that *refs* are the meanings of."""
    if len(refs) == 1:
        return Piece(start, end, kind_of(refs[0]), (place_of(refs[0]),))
    kind = min((kind_of(number) for number in refs), key=_RANK.__getitem__)
    same = tuple(place_of(number) for number in refs if kind_of(number) == kind)
    others = tuple(number for number in refs if kind_of(number) != kind)
    return Piece(start, end, kind, same, others)


def half_at(tokens: Words, start: int, tables: Tables) -> Piece | None:
    """Korea's "the North" and "the South"."""
    token = tokens[start]
    code = _KOREAS.get(token.key)
    if code is None or not token.raw[:1].isupper():
        return None
    if start and tokens[start - 1].key != "the" and tokens[start - 1].raw[:1].isupper():
        return None
    for number in tables.forms.get("north korea" if code == "PRK" else "south korea", ()):
        if kind_of(number) == COUNTRY:
            return Piece(start, start + 1, COUNTRY, (place_of(number),))
    return None


def _without_parts_of_names(found: list[Piece], tokens: Words) -> list[Piece]:
    """Drop "Jordan" of "Jordan Smith" and of "Michael Jordan": a name nobody knows."""
    known = [False] * len(tokens)
    for piece in found:
        known[piece.start : piece.end] = [True] * (piece.end - piece.start)
    found = _without_pairs(found, tokens)
    alone = not any(piece.kind in {NOUN, BODY, PERSON, TERRITORY} for piece in found)
    read = (_noun_within_a_name(piece, tokens, known) for piece in found)
    return [piece for piece in read if not _part_of_a_name(piece, tokens, known, alone=alone)]


def _without_pairs(found: list[Piece], tokens: Words) -> list[Piece]:
    """Without two short names side by side, which are a name nobody knows: "Ali Bagheri"."""
    paired = {
        piece
        for one, two in pairwise(found)
        if one.kind == two.kind == SHORT and one.end == two.start and tokens.gap(two.start) == " "
        if not tokens[one.end - 1].possessive
        for piece in (one, two)
    }
    return [piece for piece in found if piece not in paired] if paired else found


def _part_of_a_name(piece: Piece, tokens: Words, known: Sequence[bool], *, alone: bool) -> bool:
    if piece.kind == PERSON:
        return _before_a_name(piece, tokens, known)
    if piece.kind == SHORT or (alone and piece.kind in _MAY_BE_PART_OF_A_NAME):
        return _before_a_name(piece, tokens, known) or _after_a_name(piece, tokens, known)
    return False


def _noun_within_a_name(piece: Piece, tokens: Words, known: Sequence[bool]) -> Piece:
    """The "Santa Marta Self-Defense Forces" are not Japan's, but self-defence forces."""
    before = piece.start - 1
    nouns = piece.of_kind(NOUN) if piece.kind == BODY else ()
    if not nouns or before < 0 or tokens[before].possessive:
        return piece
    if known[before] or _after_a_name(piece, tokens, known):
        return Piece(piece.start, piece.end, NOUN, nouns, (number_of(piece),))
    return piece


def _before_a_name(piece: Piece, tokens: Words, known: Sequence[bool]) -> bool:
    """Whether an unknown name follows at once: "Juan Carlos Jobet" is not Juan Carlos."""
    after = piece.end
    return (
        after < len(tokens)
        and not known[after]
        and tokens[after].gap in _WITHIN_NAMES
        and (tokens[after].raw[:1].isupper() or _particle_of_a_name(tokens, after))
        and not tokens[piece.end - 1].possessive
        and tokens[after].key not in _NO_NAMES
    )


def _particle_of_a_name(tokens: Words, place: int) -> bool:
    """Whether "al" or "bin" leads to more of a name: "Anwar al-Awlaki" is not Anwar."""
    onward = place + 1
    return tokens.keys[place] in PARTICLES and onward < len(tokens) and tokens.capital(onward)


def _after_a_name(piece: Piece, tokens: Words, known: Sequence[bool]) -> bool:
    """Whether an unknown name stands just before: "Michael Jordan" is not Jordan."""
    before = piece.start - 1
    if before > 0 and tokens.keys[before] in PARTICLES and not known[before]:
        before -= 1
    return (
        before >= 0
        and not known[before]
        and tokens[piece.start].gap in _WITHIN_NAMES
        and tokens[before].raw[:1].isupper()
        and not tokens[before].possessive
        and tokens[before].key not in _NO_NAMES
    )


def number_of(piece: Piece) -> int:
    """The reference of the piece's first meaning."""
    return reference(piece.kind, piece.places[0])
