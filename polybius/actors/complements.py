"""A phrase read as a whole: its head, then what its complements add.

"Spokesman for the Houthis" is theirs, "police in Kyiv" are Ukraine's, "the head
of the IAEA" holds its office; "the militaries of Japan and South Korea" are of no
one country.
"""

from __future__ import annotations

from dataclasses import replace

from polybius.actors.heads import (
    Found,
    another_countrys,
    distinct,
    gives_way,
    office_of,
    read_part,
)
from polybius.actors.keys import key_of
from polybius.actors.phrases import Part, Phrase, country_of
from polybius.actors.tables import Office

_COORDINATING = frozenset(("and", "or", ","))


def read(phrase: Phrase, first: int = 0, around: str | None = None) -> Found | None:
    """What the first part from *first* on that names somebody means, with its complements.

    ``around`` is the country to give an office or agent that has none of its own.
    """
    for index in range(first, len(phrase.parts)):
        joint = several_countries(phrase, index)
        if joint:
            return _of_several(phrase, joint)
        part = phrase.parts[index]
        found = read_part(phrase, part)
        if found:
            return _completed(phrase, index, found, around)
        if not _passable(phrase, part, index):
            return _unknown_head(phrase, index)
    return None


def several_countries(phrase: Phrase, index: int) -> tuple[tuple[str, ...], int] | None:
    """The countries that parts from *index* on list, and the last of those parts.

    None where they do not list at least two: "Britain, France and Germany" does,
    "Seoul, South Korea" does not, nor does "Japan and its allies".
    """
    codes: list[str] = []
    for place in range(index, len(phrase.parts)):
        part = phrase.parts[place]
        code = country_of(phrase, part)
        if code is None or (place > index and part.connector not in _COORDINATING):
            break
        codes.append(code)
        if part.acting:
            break
    distinct_codes = tuple(dict.fromkeys(codes))
    return (distinct_codes, index + len(codes) - 1) if len(distinct_codes) > 1 else None


def _of_several(phrase: Phrase, joint: tuple[tuple[str, ...], int]) -> Found:
    codes, last = joint
    part = phrase.parts[last]
    theirs = read_part(phrase, part) if part.acting else None
    reason = f"more than one country: {', '.join(codes)}"
    if theirs is None:
        return Found(reason=reason)
    return Found(sectors=theirs.sectors, role=theirs.role, reason=reason)


def _passable(phrase: Phrase, part: Part, index: int) -> bool:
    """Whether a part that names nobody may be passed over: "dozens of", "a group of"."""
    if index + 1 >= len(phrase.parts):
        return True
    if phrase.parts[index + 1].connector not in phrase.words("belonging"):
        return True
    empty = phrase.words("empty")
    words = phrase.tokens.keys[part.start : part.end]
    return all(key in empty or key.isdigit() for key in words)


def _unknown_head(phrase: Phrase, index: int) -> Found | None:
    """The cat of Kim Jong Un is not Kim; but whoever it is, a country may be told."""
    for part in phrase.parts[index + 1 :]:
        if part.connector not in phrase.words("belonging"):
            return None
        country = country_of(phrase, part)
        if country:
            return Found(country, reason=f"nobody known: {phrase.text[:80]!r}")
    return None


def _completed(phrase: Phrase, index: int, found: Found, around: str | None) -> Found:
    """*found* with what its complements add: "of Hamas", "in Kyiv", "from Japan"."""
    if index + 1 < len(phrase.parts):
        found = _with_next(phrase, index + 1, found)
    return _seated(phrase, replace(found, country=found.country or around))


def _with_next(phrase: Phrase, following: int, found: Found) -> Found:
    while following + 1 < len(phrase.parts) and _adds_nobody(phrase, following):
        following += 1
    connector = phrase.parts[following].connector
    if connector in phrase.words("belonging") or _attached(phrase, phrase.parts[following]):
        theirs = read(phrase, following)
        if theirs and connector == "of":
            found = _namesake(phrase, phrase.parts[following], found, theirs)
        return _joined(found, theirs) if theirs else found
    if connector == "," and not found.sectors and (found.weak or found.reason):
        theirs = read(phrase, following)
        if theirs and theirs.sectors:
            return replace(theirs, country=found.country or theirs.country)
    return found


def _adds_nobody(phrase: Phrase, index: int) -> bool:
    """Whether a part is passed over: "and workplace" of a president, "(JCS)" after its name."""
    part, after = phrase.parts[index], phrase.parts[index + 1]
    if part.connector == "and":
        return not part.pieces
    end = after.start - 1 if after.connector not in {"", ","} else after.start
    return "(" in phrase.tokens.gap(part.start) and ")" in phrase.tokens.gap(end)


def _attached(phrase: Phrase, part: Part) -> bool:
    """Whether "to" tells whose the head is: "an aide to", "troops loyal to"."""
    before = part.start - 2
    return part.connector == "to" and phrase.tokens.keys[before] in phrase.words("attached")


def _namesake(phrase: Phrase, part: Part, found: Found, theirs: Found) -> Found:
    """*found* as *theirs*, where a body is named after another country's: "the Labour Party of"."""
    if part.acting or not theirs.country or not found.bodies:
        return found
    if not another_countrys(phrase, found.bodies[0], theirs.country):
        return found
    own = phrase.tables.local.get(f"{theirs.country}|{key_of(found.name or '')}")
    name = phrase.tables.bodies[own].name if own is not None else None
    return replace(found, country=theirs.country, name=name, bodies=())


def _joined(found: Found, theirs: Found) -> Found:
    reason = found.reason or (None if found.country else theirs.reason)
    gives = found.weak and bool(found.titles) and bool(theirs.sectors)
    if gives and gives_way(found.sectors, theirs.sectors, theirs.bodies):
        found = replace(found, sectors=theirs.sectors, weak=False, owned=True)
    return replace(
        found,
        country=found.country or theirs.country,
        bodies=(*found.bodies, *theirs.bodies),
        reason=reason,
    )


def _seated(phrase: Phrase, found: Found) -> Found:
    """*found* with the office its title means, and who held it on the day."""
    if not found.titles:
        return found
    office = office_of(phrase, found, found.country)
    if office is None:
        return found
    given = () if found.weak or found.owned else found.sectors
    return replace(
        found,
        sectors=distinct((*office.sectors, *given)),
        role=office.title,
        country=office.country,
        name=found.name or _holder(phrase, office),
    )


def _holder(phrase: Phrase, office: Office) -> str | None:
    seats = office.on(phrase.day) if phrase.day else ()
    return phrase.tables.people[seats[0].person].name if len(seats) == 1 else None
