"""Runs of known pieces in running text that together name one actor."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from polybius.actors.keys import Words
from polybius.actors.segments import Piece, broken, half_at, piece_at
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
)

_NAMING = frozenset((COUNTRY, CAPITAL, PERSON, SHORT, BODY, TERRITORY, DEMONYM, PLACE))
_GROUND = frozenset((DEMONYM, PLACE, CAPITAL, COUNTRY))
_CLOSING = frozenset((PERSON, SHORT, BODY))
_OWNING = frozenset((COUNTRY, CAPITAL, BODY, TERRITORY))
_ACTING = frozenset((NOUN, BODY))
_HALVES = frozenset(("north", "south"))
_LOCATIVE = frozenset(("in", "at", "near", "outside", "around", "from", "to", "toward", "towards"))
_OPENING = frozenset(("then", "late"))
_MOST_TITLE_WORDS = 4
_SHORT_TEXT = 25
_MOSTLY = 0.6
_MOST_PIECES = 6


class Run(NamedTuple):
    """Words *first* to *last*, and the pieces they were read from, numbered alike."""

    first: int
    last: int
    pieces: list[Piece]

    @property
    def alone(self) -> Piece | None:
        """The piece, where the run is but one."""
        return self.pieces[0] if len(self.pieces) == 1 else None


def runs(
    words: Words, tables: Tables, is_body: Callable[[str], bool], *, korea: bool
) -> Iterator[Run]:
    """The runs that name an actor, in text order and apart.

    *is_body* tells of a key whether by itself it means a body of one country
    ("JCS"); it is asked anew at each run.
    """
    firsts, acronyms = tables.firsts, tables.acronyms
    halves = _HALVES if korea else frozenset[str]()
    text = words.text
    place = done = 0
    for here, (start, key) in enumerate(zip(words.starts, words.keys, strict=True)):
        if here < place or not text[start].isupper():
            continue
        if not (key in firsts or key in halves or key.upper() in acronyms):
            continue
        pieces = _together(words, here, tables, korea=korea)
        if not pieces:
            continue
        place = pieces[-1].end
        if _names_an_actor(pieces, done, words, tables, is_body):
            first = _titled_from(words, here, done, tables, pieces[0])
            done = place
            yield Run(first, place, pieces)


def _together(words: Words, first: int, tables: Tables, *, korea: bool) -> list[Piece]:
    """The pieces that stand together from word *first* on."""
    found: list[Piece] = []
    place, last = first, len(words)
    while 0 <= place < last and len(found) < _MOST_PIECES:
        if found and (broken(words[place], words[place - 1]) or "-" in words.gap(place)):
            break
        piece = piece_at(words, place, tables)
        if piece is None and korea and not found:
            piece = half_at(words, place, tables)
        if piece is None or not _continues(piece, words, found, tables):
            place = _over(words, place, found, tables)
            continue
        found.append(piece)
        place = piece.end
    return found


def _continues(piece: Piece, words: Words, found: Sequence[Piece], tables: Tables) -> bool:
    """Whether *piece* belongs to the pieces *found* just before it."""
    if piece.kind == NOUN:
        return not found or not _is_thing(piece, tables)
    if not words.capital(piece.start):
        return False
    if not found:
        return True
    return found[-1].kind not in _CLOSING and piece.kind not in {DEMONYM, PLACE}


def _is_thing(piece: Piece, tables: Tables) -> bool:
    return tables.nouns[piece.places[0]].words in tables.words["things"]


def _over(words: Words, place: int, found: Sequence[Piece], tables: Tables) -> int:
    """The word to go on at, past "of the" or "senior"; -1 where the run ends."""
    if not found:
        return -1
    key = words.keys[place]
    if key == "of" and found[-1].kind == NOUN:
        the = place + 1 < len(words) and words.keys[place + 1] == "the"
        onward = place + 2 if the else place + 1
        return onward if _starts(words, onward, _OWNING, tables) else -1
    if key in tables.words["ranks"] and found[-1].kind in {DEMONYM, COUNTRY, CAPITAL}:
        return place + 1 if _starts(words, place + 1, _ACTING, tables) else -1
    return -1


def _starts(words: Words, place: int, kinds: frozenset[int], tables: Tables) -> bool:
    """Whether a piece of one of *kinds* starts at word *place*."""
    if place >= len(words):
        return False
    piece = piece_at(words, place, tables)
    if piece is None or piece.kind not in kinds:
        return False
    return piece.kind == NOUN or words.capital(place)


def _names_an_actor(
    pieces: Sequence[Piece], done: int, words: Words, tables: Tables, is_body: Callable[[str], bool]
) -> bool:
    """Whether the pieces name somebody, and are no part of a longer name nobody knows.

    *done* is the word after the mention before.
    """
    last = pieces[-1]
    if len(pieces) == 1:
        return _alone(last, done, words, tables, is_body)
    kinds = {piece.kind for piece in pieces}
    if not kinds & _NAMING or (kinds <= _GROUND and last.kind in {DEMONYM, PLACE}):
        return False
    return last.kind not in {PERSON, SHORT, COUNTRY} or not _goes_on(last, words, tables)


def _alone(
    piece: Piece, done: int, words: Words, tables: Tables, is_body: Callable[[str], bool]
) -> bool:
    """Whether one piece by itself is a mention."""
    key = words.key(piece.start, piece.end)
    if piece.kind == NOUN:
        return f"|{key}" in tables.seats or (words.capital(piece.end - 1) and is_body(key))
    if piece.kind == DEMONYM:
        return key.endswith("s") and key[:-1] in tables.forms
    if piece.kind == PLACE or _goes_on(piece, words, tables):
        return False
    if piece.kind == CAPITAL and piece.start and words.keys[piece.start - 1] in _LOCATIVE:
        return False
    if piece.kind in {SHORT, COUNTRY, CAPITAL} and _follows_a_name(piece, done, words, tables):
        return False
    return not (piece.kind in {COUNTRY, BODY, CAPITAL} and _is_aligned(piece, words, tables))


def _goes_on(piece: Piece, words: Words, tables: Tables) -> bool:
    """Whether a capitalised word nobody knows follows: "Japan Meteorological Bureau"."""
    after = piece.end
    if after >= len(words) or words.gap(after) != " " or words[after - 1].possessive:
        return False
    return (
        words.capital(after)
        and words.keys[after] not in tables.words["times"]
        and piece_at(words, after, tables) is None
        and not is_headline(words)
    )


def _follows_a_name(piece: Piece, done: int, words: Words, tables: Tables) -> bool:
    """Whether a capitalised word that is in no mention stands before: "Michael Jordan"."""
    before = piece.start - 1
    if before < done or words.gap(piece.start) != " " or words[before].possessive:
        return False
    key = words.keys[before]
    opens = any(key in tables.words[name] for name in ("openers", "connectors", "times", "former"))
    return words.capital(before) and not opens and not is_headline(words)


def is_headline(words: Words) -> bool:
    """Whether nearly every word has a capital letter, so that capitals tell nothing."""
    if not 0 < len(words) <= _SHORT_TEXT:
        return False
    return sum(map(words.capital, range(len(words)))) > _MOSTLY * len(words)


def _is_aligned(piece: Piece, words: Words, tables: Tables) -> bool:
    """By itself "Iran-backed" names no actor."""
    if piece.end >= len(words) or words.gap(piece.end) != "-":
        return False
    return words.keys[piece.end] in tables.words["alignments"]


def _titled_from(words: Words, first: int, done: int, tables: Tables, piece: Piece) -> int:
    """Where a mention starts once the lower-case title before its name is taken in.

    "foreign minister Taro Kono", "president of France", "former U.S. president".
    """
    if piece.kind in {PERSON, SHORT}:
        first = _noun_before(words, first, done, tables)
    elif piece.kind in _OWNING:
        first = _owned_before(words, first, done, tables)
    while first > done and words.gap(first) in {" ", "-"}:
        key = words.keys[first - 1]
        if key not in tables.words["former"] or (words.capital(first - 1) and key in _OPENING):
            break
        first -= 1
    return first


def _owned_before(words: Words, first: int, done: int, tables: Tables) -> int:
    """Where "president of the" begins before word *first*; *first* where there is none."""
    of = first - 2 if first > done and words.keys[first - 1] == "the" else first - 1
    if of <= done or words.keys[of] != "of" or not _spaced(words, of, first):
        return first
    start = _noun_before(words, of, done, tables)
    return start if start < of else first


def _noun_before(words: Words, end: int, done: int, tables: Tables) -> int:
    """Where the longest title that ends at word *end* begins; *end* where there is none."""
    for start in range(max(done, end - _MOST_TITLE_WORDS), end):
        refs = tables.forms.get(words.key(start, end), ())
        titled = any(kind_of(number) == NOUN and _is_title(number, tables) for number in refs)
        if titled and _spaced(words, start, end + 1):
            return start
    return end


def _is_title(number: int, tables: Tables) -> bool:
    noun = tables.nouns[place_of(number)]
    return noun.words not in tables.words["things"] and noun.sectors[:1] != ("CVL",)


def _spaced(words: Words, first: int, last: int) -> bool:
    """Whether nothing but a space parts words *first* to *last* from each other."""
    return all(words.gap(place) == " " for place in range(first + 1, last))
