"""Names in credits: "A and B in SEOUL, C in TOKYO", with agencies and bureaus.

::

    people  = group { separator group }
    group   = name { separator name } [ "in" place ]
    name    = agency | person [ "(" agency ")" | ("of" | "for") agency ]
    person  = { capitalised word | particle | initial }
    place   = { capitalised word } [ "," region ]
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from polybius.nouns import Credit
from polybius.nouns.document import CreditRole
from polybius.reading.credits.tokens import Reader, Token
from polybius.reading.credits.words import words

MOST_PEOPLE = 60
_MOST_NAME_TOKENS = 8
_MOST_PLACE_TOKENS = 5
_NO_NAMES = frozenset({"published", "updated", "posted", "modified"})
_SEPARATORS = frozenset({",", "and", "&", "with", "und", "et", "y"})


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody credited: a name, an agency, or both."""

    name: str | None
    place: str | None = None
    agency: str | None = None

    def credit(self, role: CreditRole) -> Credit:
        """The same as a credit for *role*."""
        return Credit(self.name, role, self.place, self.agency)


def people(reader: Reader, stops: Callable[[Reader], bool]) -> list[Person]:
    """Pass over names up to the end, or to where *stops* says that another clause begins."""
    found: list[Person] = []
    placed = 0
    while len(found) < MOST_PEOPLE:
        person = _person(reader)
        if person is None:
            break
        found.append(person)
        if reader.next_is("in", "from") and (place := _place_after(reader)):
            found[placed:] = [replace(p, place=p.place or place) for p in found[placed:]]
            placed = len(found)
        if not _separated(reader, stops):
            break
    return found


def _separated(reader: Reader, stops: Callable[[Reader], bool]) -> bool:
    """Pass over what stands between two names; not where no other name follows."""
    start = reader.at
    while not reader.done and reader.next_is(*_SEPARATORS):
        reader.at += 1
        if stops(reader):
            reader.at = start
            return False
    if reader.at == start:
        return False
    after = reader.peek()
    names = {*words("names", "particles"), "the"}
    if after is None or not (after.is_capitalised or after.lower in names):
        reader.at = start
        return False
    return True


def _person(reader: Reader) -> Person | None:
    if agency := reader.agency():
        # "Associated Press writer Foster Klug" is a person of the agency.
        _skip_office(reader)
        name = name_at(reader)
        return Person(name, agency=agency)
    _skip_office(reader)
    name = name_at(reader)
    if name is None:
        return None
    return Person(name, agency=_affiliation(reader))


def _skip_office(reader: Reader) -> None:
    start = reader.at
    while reader.next_is(*words("clauses", "contributors")):
        token = reader.peek()
        if token is None or not token.text.islower():
            break
        reader.at += 1
    if reader.done:
        reader.at = start


def _affiliation(reader: Reader) -> str | None:
    """The agency behind a name: "(Reuters)", "of Reuters", "for AFP"."""
    start = reader.at
    if reader.accept("("):
        agency = reader.agency()
        if agency and reader.accept(")"):
            return agency
    elif reader.accept("of", "for", "at") and (agency := reader.agency()):
        return agency
    reader.at = start
    return None


def name_at(reader: Reader) -> str | None:
    """Pass over a person's name, and give it as written; None where none begins here."""
    first = reader.peek()
    particles, suffixes = words("names", "particles"), words("names", "suffixes")
    if first is None or not first.is_word:
        return None
    if not first.is_capitalised and first.lower not in particles:
        return None
    end = reader.at
    capitals = 0
    while end < min(reader.end, reader.at + _MOST_NAME_TOKENS):
        token = reader.tokens[end]
        if token.text == "." and end > reader.at and _is_short(reader.tokens[end - 1], suffixes):
            end += 1
            continue
        if not token.is_word or not (token.is_capitalised or token.lower in particles):
            break
        if token.lower in _NO_NAMES:
            break
        capitals += token.is_capitalised
        end += 1
    while (
        end > reader.at
        and reader.tokens[end - 1].lower in particles
        and not reader.tokens[end - 1].is_capitalised
    ):
        end -= 1
    if not capitals:
        return None
    name = reader.text[first.start : reader.tokens[end - 1].end]
    reader.at = end
    return name


def _is_short(token: Token, suffixes: frozenset[str]) -> bool:
    return len(token.text) == 1 or token.lower in suffixes


def _place_after(reader: Reader) -> str | None:
    start = reader.at
    reader.at += 1
    place = place_at(reader)
    if place is None:
        reader.at = start
    return place


def place_at(reader: Reader) -> str | None:
    """Pass over a place name, with the region behind its comma; None where none begins here."""
    first = reader.peek()
    if first is None or not first.is_capitalised:
        return None
    end = reader.at
    while end < min(reader.end, reader.at + _MOST_PLACE_TOKENS) and _goes_on(reader, end):
        end += 1
    reader.at = end
    last = reader.tokens[end - 1]
    region = _region_behind(reader)
    if region is not None:
        last = region
    return reader.text[first.start : last.end]


def _goes_on(reader: Reader, end: int) -> bool:
    token = reader.tokens[end]
    if token.is_word:
        joining = token.lower in {"de", "of", "the", "al", "el", "upon", "am", "do", "la", "le"}
        return token.lower != "and" and (token.is_capitalised or joining)
    before = reader.tokens[end - 1]
    return token.text == "." and before.lower in {"st", "ft", "mt"} and end > reader.at


def _region_behind(reader: Reader) -> Token | None:
    """Pass over ", South Korea" or ", D.C." behind a city."""
    if not reader.next_is(","):
        return None
    regions = words("dateline", "regions")
    for length in (3, 2, 1):
        first, last = reader.peek(1), reader.peek(length)
        if first is None or last is None:
            continue
        written = reader.text[first.start : last.end].lower()
        if written in regions or written.rstrip(".") in regions:
            reader.at += 1 + length
            return last
    return None
