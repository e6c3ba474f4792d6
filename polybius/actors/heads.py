"""A part of a phrase read from its head: a person, a body, an agent noun or a country."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from polybius.actors.keys import key_of
from polybius.actors.people import FORMER, choose, standing
from polybius.actors.phrases import Part, Phrase, country_of, place_country
from polybius.actors.segments import Piece
from polybius.actors.tables import (
    BODY,
    CAPITAL,
    COUNTRY,
    NOUN,
    PERSON,
    PLACE,
    SHORT,
    TERRITORY,
    Body,
    Office,
)

_LONGEST_NAME = 4
_ARMED = frozenset(("MIL", "COP", "SPY", "REB", "PRM", "UAF", "CRM", "PRE"))
_ROAMING = frozenset(("REB", "PRM", "UAF", "CRM"))
_PRIVATE = frozenset(("CVL", "UNK"))
_STATELESS = "XXX"


@dataclass(frozen=True, slots=True)
class Found:
    """What a part was read as.

    ``weak``: its sectors give way to its complement's. ``owned``: its title is
    of the bodies, or of a group, beside it, not of the country.
    """

    country: str | None = None
    sectors: tuple[str, ...] = ()
    name: str | None = None
    role: str | None = None
    reason: str | None = None
    weak: bool = False
    titles: tuple[str, ...] = ()
    bodies: tuple[Body, ...] = ()
    owned: bool = False


def read_part(phrase: Phrase, part: Part) -> Found | None:
    """What *part* names by itself; None where it names nobody."""
    if not part.pieces:
        return None
    acting = part.acting
    if not acting:
        return _geographic(phrase, part)
    head, before = acting[-1], acting[:-1]
    if head.kind in {PERSON, SHORT}:
        found = _person(phrase, part, head, before)
        if found or not before or before[-1].kind in {PERSON, SHORT}:
            return found
        head, before = before[-1], before[:-1]
    return _thing(phrase, part, head, before)


def _thing(phrase: Phrase, part: Part, head: Piece, before: Sequence[Piece]) -> Found | None:
    """A head that is no person by name: a state few recognise, a body, an agent noun."""
    if head.kind == TERRITORY:
        place = phrase.tables.territories[head.places[0]]
        return Found(place.country, place.sectors, place.name)
    body = _body(phrase, part, head) if head.kind == BODY else None
    return body or _noun(phrase, part, head, before)


def _geographic(phrase: Phrase, part: Part) -> Found:
    """A country, its people, or its capital, which stands for its government."""
    codes = {place_country(phrase.tables, piece) for piece in part.pieces}
    if len(codes) > 1 and not phrase.tokens[part.pieces[0].end - 1].possessive:
        return Found(reason=f"more than one country: {', '.join(sorted(codes))}")
    piece = part.pieces[0]
    code = place_country(phrase.tables, piece)
    if piece.kind == CAPITAL:
        country = phrase.tables.countries[piece.places[0]]
        return Found(code, ("GOV",), country.capital, f"government of {country.name}")
    if piece.kind == PLACE:
        return Found(code, (), phrase.tables.places[piece.places[0]].name or None, weak=True)
    name = phrase.tables.countries[piece.places[0]].name if piece.kind == COUNTRY else None
    noun = phrase.noun(piece)
    return Found(code, noun[0] if noun else (), name, weak=True)


def _person(phrase: Phrase, part: Part, head: Piece, before: Sequence[Piece]) -> Found | None:
    """A person by name, with the titles before it: words and day together give the role."""
    tables = phrase.tables
    titles = [piece for piece in before if piece.kind in {NOUN, BODY}]
    country = country_of(phrase, part)
    offices = _offices_meant(phrase, titles)
    place = _who(phrase, head, country, offices)
    if place is None:
        if head.kind == SHORT and not titles:
            return Found(country, reason=_ambiguous(phrase, head.places)) if country else None
        return None if titles else Found(country, reason=_ambiguous(phrase, head.places))
    person = tables.people[place]
    now = standing(person, phrase.day, tables.current_to)
    said = _sectors_of(phrase, titles)
    if said and set(said) <= _PRIVATE:
        said = ()
    role = phrase.written(titles[0].start, titles[-1].end) if titles else now.title
    sectors = said or now.sectors
    if _is_former(phrase, part, head) or (now.former and _once_held(person.terms, offices)):
        sectors, role = FORMER, now.title if now.former else f"former {role}"
    elif said and set(now.sectors) >= set(said[:1]):
        sectors, role = now.sectors, now.title
    return Found(now.country or country, sectors, person.name, role, now.reason)


def _who(phrase: Phrase, head: Piece, country: str | None, offices: frozenset[int]) -> int | None:
    """The person a name means: for a surname, first of all the one named in full before."""
    short = head.kind == SHORT
    before = phrase.named.get(phrase.key(head)) if short else None
    if before is not None:
        return before
    return choose(
        head.of_kind(head.kind), phrase.tables, phrase.day, country=country, offices=offices,
        short=short,
    )  # fmt: skip


def _ambiguous(phrase: Phrase, places: Iterable[int]) -> str:
    names = sorted({phrase.tables.people[place].name for place in places})
    return f"may be any of {', '.join(names[:5])}" if len(names) > 1 else "not in office then"


def _once_held(terms: Iterable[object], offices: frozenset[int]) -> bool:
    return any(getattr(term, "office", -1) in offices for term in terms)


def _offices_meant(phrase: Phrase, titles: Iterable[Piece]) -> frozenset[int]:
    """Offices of any country that the title words may mean."""
    keys = {phrase.key(piece) for piece in titles}
    return frozenset(place for key in keys for place in phrase.tables.titles.get(key, ()))


def _sectors_of(phrase: Phrase, pieces: Iterable[Piece]) -> tuple[str, ...]:
    """Sector codes of agent nouns and bodies, in order, each once."""
    found: list[str] = []
    for piece in pieces:
        noun = phrase.noun(piece)
        if noun:
            found.extend(() if noun[1] else noun[0])
        elif piece.kind == BODY:
            found.extend(phrase.tables.bodies[piece.places[0]].sectors_on(phrase.day))
    return distinct(found)


def distinct(codes: Iterable[str]) -> tuple[str, ...]:
    """*codes* in order, each once, "UNK" only where it stands alone."""
    kept = tuple(dict.fromkeys(codes))
    return tuple(code for code in kept if code != "UNK") or kept


def _is_former(phrase: Phrase, part: Part, head: Piece) -> bool:
    former = phrase.words("former")
    return any(phrase.tokens[place].key in former for place in range(part.start, head.start))


def _body(phrase: Phrase, part: Part, head: Piece) -> Found | None:
    """A body by name, or by a name that its country makes its own ("the JCS" of two states)."""
    country = country_of(phrase, part)
    body = body_named(phrase, head, country)
    if body is None:
        return None
    sectors = body.sectors_on(phrase.day)
    if country and another_countrys(phrase, body, country):
        return Found(country, sectors, role=phrase.written(head.start, head.end))
    code = country if body.country == _STATELESS else body.country
    return Found(code, sectors, body.name, bodies=(body,))


def another_countrys(phrase: Phrase, body: Body, country: str) -> bool:
    """Whether a body of *country* is a namesake of *body*: "the Scouts of Chad" are Chad's.

    Armed groups are not: "the PKK of Iraq" are Turkey's.
    """
    ours = body.country in {country, _STATELESS} or body.country in phrase.tables.body_codes
    return not ours and _ROAMING.isdisjoint(body.sectors_on(phrase.day))


def body_named(phrase: Phrase, piece: Piece, country: str | None) -> Body | None:
    """The one body that a piece means, with the country's help; None where several may be."""
    tables = phrase.tables
    if country:
        place = tables.local.get(f"{country}|{phrase.key(piece)}")
        if place is not None:
            return tables.bodies[place]
    places = piece.of_kind(BODY)
    return tables.bodies[places[0]] if len(places) == 1 else None


def _noun(phrase: Phrase, part: Part, head: Piece, before: Sequence[Piece]) -> Found | None:
    """An agent noun, a title or a country's own body, with what stands before it."""
    country = country_of(phrase, part)
    noun = phrase.noun(head)
    if noun is None:
        return _several_bodies(phrase, head, country)
    own = body_named(phrase, head, country) if country else None
    own = own if own and own.country == country else None
    owners = [read for piece in reversed(before) if (read := _modifier(phrase, piece, country))]
    sectors, weak = noun
    weak = weak or (phrase.key(head) in phrase.words("heads") and _led(phrase, part, owners))
    found = Found(
        country=_first(country, owners),
        sectors=own.sectors_on(phrase.day) if own else sectors,
        name=own.name if own else name_after(phrase, part, head),
        role=None if own else phrase.written(_first_noun(before, head).start, head.end),
        weak=weak and not any(owner.sectors for owner in owners),
        titles=(phrase.key(head),),
        bodies=tuple(body for owner in owners for body in owner.bodies),
    )
    theirs = [code for owner in owners for code in owner.sectors]
    if weak and not gives_way(sectors, theirs, found.bodies):
        theirs = []
    if weak and not theirs and sectors == ("UNK",):
        theirs = [code for piece in before for code in (phrase.noun(piece) or ((),))[0]]
    if theirs:
        sectors = distinct(theirs if weak else [*found.sectors, *theirs])
        found = replace(found, sectors=sectors, owned=weak)
    return _made_former(phrase, part, head, found)


def gives_way(own: Sequence[str], theirs: Sequence[str], bodies: Sequence[Body]) -> bool:
    """Whether a weak noun's sectors give way: "Hamas gunmen" do, "school gunmen" do not."""
    return tuple(own) != ("UAF",) or bool(bodies) or not _ARMED.isdisjoint(theirs)


def _led(phrase: Phrase, part: Part, owners: Sequence[Found]) -> bool:
    """Whether "president", "chairman" is of a body named beside it, not of a country."""
    if any(owner.sectors for owner in owners):
        return True
    index = phrase.parts.index(part) + 1
    if index >= len(phrase.parts) or phrase.parts[index].connector not in {"of", "at"}:
        return False
    following = phrase.parts[index]
    return any(piece.kind != SHORT for piece in following.acting)


def _first(country: str | None, owners: Sequence[Found]) -> str | None:
    return country or next((owner.country for owner in owners if owner.country), None)


def _first_noun(before: Sequence[Piece], head: Piece) -> Piece:
    return next((piece for piece in before if piece.kind == NOUN), head)


def _modifier(phrase: Phrase, piece: Piece, country: str | None) -> Found | None:
    """What a piece before the head says of it: whose it is, and of which sector."""
    if piece.kind in {PERSON, SHORT}:
        place = choose(piece.places, phrase.tables, phrase.day, short=piece.kind == SHORT)
        if place is None:
            return None
        now = standing(phrase.tables.people[place], phrase.day)
        return Found(now.country, now.sectors)
    if piece.kind == TERRITORY:
        territory = phrase.tables.territories[piece.places[0]]
        return Found(territory.country, territory.sectors)
    if piece.kind == BODY:
        body = body_named(phrase, piece, country)
        if body:
            code = None if body.country == _STATELESS else body.country
            return Found(code, body.sectors_on(phrase.day), bodies=(body,))
    noun = phrase.noun(piece)
    return Found(None, noun[0]) if noun and not noun[1] else None


def _several_bodies(phrase: Phrase, head: Piece, country: str | None) -> Found | None:
    """A name that several bodies bear: what they have in common."""
    bodies = [phrase.tables.bodies[place] for place in head.of_kind(BODY)]
    if not bodies:
        return None
    if country:
        bodies = [body for body in bodies if body.country == country] or bodies
    shared = {body.sectors_on(phrase.day) for body in bodies}
    owners = sorted({body.country for body in bodies})
    sectors = next(iter(shared)) if len(shared) == 1 else ()
    code = country or (owners[0] if len(owners) == 1 else None)
    reason = None if code else f"may be of any of {', '.join(owners)}"
    return Found(code, sectors, role=phrase.written(head.start, head.end), reason=reason)


def _made_former(phrase: Phrase, part: Part, head: Piece, found: Found) -> Found:
    """The "former president" is no longer of the government, but of those who were: elites."""
    if not _is_former(phrase, part, head):
        return found
    state = phrase.words("elites when former")
    if not ({"GOV", "LEG", "JUD", "SPY", "PTY"} & set(found.sectors) or phrase.key(head) in state):
        return found
    return replace(found, sectors=FORMER, role=f"former {found.role}", name=None, titles=())


def name_after(phrase: Phrase, part: Part, head: Piece) -> str | None:
    """A personal name nobody knows, after a title: "army spokesman Donatus Kibet"."""
    rest = phrase.tokens.between(head.end, part.end)
    if not rest or len(rest) > _LONGEST_NAME:
        return None
    if all(token.raw[:1].isupper() for token in rest):
        return phrase.written(head.end, part.end)
    return None


def office_of(phrase: Phrase, found: Found, country: str | None) -> Office | None:
    """The one office that a title beside its country or body means; None where none is known."""
    tables = phrase.tables
    bodies = [key_of(body.name) for body in found.bodies]
    homes = bodies if found.owned else [*bodies, country or ""]
    titles = [(home, title) for home in homes for title in found.titles]
    titles += [(country or "", title) for title in _composed(found)]
    for home, title in titles:
        places = tables.seats.get(f"{home}|{title}", ())
        if len(places) > 1 and phrase.day:
            places = tuple(place for place in places if tables.offices[place].on(phrase.day))
        if len(places) == 1:
            return tables.offices[places[0]]
    return None


def _composed(found: Found) -> list[str]:
    """A title with its body, as a country's office may be listed: "chairman of the JCS"."""
    keys = [key_of(body.name) for body in found.bodies]
    return [
        f"{title} of {the}{key}" for title in found.titles for key in keys for the in ("the ", "")
    ]
