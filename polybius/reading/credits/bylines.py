"""Bylines, photo credits and source lines: short paragraphs that only name somebody.

::

    byline = [ stamp ] "by" people { ("," | "|" | "-" | "/") (agency | office) } [ stamp ]
    photo  = { label } ( person "/" agency | agency [ "photo" ] "/" person
             | (person | agency) "via" agency | agency | label person ) { label }
    source = [ "©" ] [ year ] agency

The whole paragraph must be taken up by them: what has another word is a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from polybius.nouns import Credit
from polybius.reading.about.agencies import agency_in
from polybius.reading.comments.stamps import find_stamps, without_stamps
from polybius.reading.credits.people import Person, name_at, people
from polybius.reading.credits.signoff import begins_clause
from polybius.reading.credits.tokens import Reader, Token
from polybius.reading.credits.words import words

LONGEST = 200
_MOST_SPACES = 16
_SIGNS = (",", "|", "-", "–", "—", "/", "•", "·", ".", ";", ":")
_DATING = frozenset(
    "published updated posted on at last modified | the".split()  # noqa: SIM905  (a row of words reads best)
)


def byline_in(paragraph: str) -> list[Credit]:
    """The credits of a paragraph that is a byline and nothing else; none where it is not."""
    if len(paragraph) > LONGEST:
        return []
    stamps = find_stamps(paragraph)
    line = without_stamps(paragraph, stamps) if stamps else paragraph
    reader = Reader.of(line)
    while reader.next_is(*_SIGNS):
        reader.at += 1
    presented = reader.accept("by", "von", "par", "por") is not None
    if not presented and not (stamps and _is_dated(reader)):
        return []
    found = people(reader, begins_clause)
    agencies: list[str] = []
    while not reader.done:
        if agency := reader.agency():
            agencies.append(agency)
        elif not _pass_over(reader):
            return []
    return _with_agencies(found, agencies)


def _with_agencies(found: list[Person], agencies: list[str]) -> list[Credit]:
    """Names with the agency behind them; the agency alone where it is the whole byline."""
    named = [person for person in found if person.name and not _is_office(person.name)]
    alone = [person.agency for person in found if not person.name and person.agency]
    agency = next(iter([*agencies, *alone]), None)
    if named:
        return [
            Credit(person.name, "byline", person.place, person.agency or agency) for person in named
        ]
    return [Credit(None, "byline", None, agency)] if agency else []


def _is_office(name: str) -> bool:
    """Whether *name* is an office or a desk: "Staff Writer", "Velm Courier Washington Bureau"."""
    return name.rsplit(maxsplit=1)[-1].lower() in words("clauses", "offices")


def _is_dated(reader: Reader) -> bool:
    """Whether the line names somebody before "Published"."""
    return any(token.lower in {"published", "updated", "posted"} for token in reader.tokens[1:])


def _pass_over(reader: Reader) -> bool:
    """Pass over what may stand behind the names: a sign, an office, an account's name."""
    token = reader.peek()
    if token is None:
        return False
    if token.text in {"(", "["}:
        return _pass_brackets(reader)
    known = token.lower in words("clauses", "offices") or token.lower in _DATING
    if token.text in _SIGNS or known or token.text == "@":
        reader.at += 2 if token.text == "@" else 1
        return True
    before = reader.peek(-1) if reader.at else None
    # An outlet's name behind a sign: "By Ann Roe | Velm Courier".
    if before is not None and before.text in {"|", ",", "-", "–", "—", "/", "of", "for"}:
        return name_at(reader) is not None
    return False


def _pass_brackets(reader: Reader) -> bool:
    for _ in range(8):
        reader.at += 1
        if reader.accept(")", "]"):
            return True
        if reader.done:
            return False
    return False


def photo_in(paragraph: str) -> list[Credit]:
    """The credits of a paragraph that is a photo credit and nothing else.

    "KCNA via Reuters" is a picture of KCNA's (the name) that Reuters gave out (the
    agency); "AFP/Getty Images" one of AFP's.
    """
    if len(paragraph) > LONGEST or paragraph.count(" ") > _MOST_SPACES:
        return []
    reader = Reader.of(paragraph)
    found: dict[Credit, None] = {}
    while not reader.done:
        credit = _photo(reader)
        if credit is None:
            return []
        found[credit] = None
        _signs(reader, ")", "]")
        if reader.next_is(".") and reader.at == reader.end - 1:
            break
    return list(found)


@dataclass(slots=True)
class _Parties:
    """Who is named in one photo credit, in order, and how."""

    names: list[str] = field(default_factory=list)
    agencies: list[str] = field(default_factory=list)
    given: str | None = None
    labelled: bool = False

    def credit(self) -> Credit | None:
        """The credit, where the words are those of one."""
        named = len(self.names) + len(self.agencies) + (self.given is not None)
        sold = any(_sells_only(agency) for agency in self.agencies)
        if not named or not (
            self.labelled or sold or (named > 1 and (self.agencies or self.given))
        ):
            return None
        news = [agency for agency in self.agencies if not _sells_only(agency)]
        agency = next(iter([*news, *self.agencies]), None)
        if self.names or self.given is None:
            return Credit(next(iter(self.names), None), "photo", None, agency or self.given)
        return Credit(agency, "photo", None, self.given)


def _photo(reader: Reader) -> Credit | None:
    """One photo credit, or None where the next tokens are none."""
    parties = _Parties(labelled=_labels(reader))
    while not reader.done:
        if agency := _any_agency(reader):
            parties.agencies.append(agency)
        elif (name := name_at(reader)) is not None:
            parties.names.append(name)
        else:
            return None
        parties.labelled = _labels(reader) or parties.labelled
        if reader.accept("via", "through"):
            given = _any_agency(reader) or name_at(reader)
            parties.given = parties.given or given
            while reader.accept("/", ",") and (seller := _any_agency(reader)):
                parties.given = seller if not agency_in(parties.given or "") else parties.given
            break
        if not reader.accept("/", "|", "—", "–", "-", "(", ","):
            break
    return parties.credit()


def _any_agency(reader: Reader) -> str | None:
    """Pass over the name of a news agency or of one that sells pictures."""
    sellers = words("photo", "agencies")
    for length in (4, 3, 2, 1):
        first, last = reader.peek(), reader.peek(length - 1)
        if first is not None and last is not None:
            written = reader.text[first.start : last.end]
            if written in sellers and not agency_in(written):
                reader.at += length
                return written
    return reader.agency()


def _sells_only(agency: str) -> bool:
    return agency in words("photo", "agencies") and agency_in(agency) is None


def _labels(reader: Reader) -> bool:
    """Pass over "Photo:", "©", "File photo by", "(": whether one said that it is a picture."""
    found = False
    while not reader.done:
        label = _label(reader)
        if label:
            found = found or label.lower() not in {"source", "credit", "courtesy"}
        elif not _signs(reader, "(", ")", "[", "]", "by", ":", "of"):
            break
    return found


def _label(reader: Reader) -> str | None:
    labels = words("photo", "labels") | words("photo", "after")
    for length in (3, 2, 1):
        first, last = reader.peek(), reader.peek(length - 1)
        if first is None or last is None:
            continue
        written = reader.text[first.start : last.end]
        if written.lower() in labels:
            reader.at += length
            return written
    return None


def _signs(reader: Reader, *more: str) -> bool:
    start = reader.at
    while not reader.done and reader.next_is(",", ";", ":", "|", *more):
        reader.at += 1
    return reader.at > start


def source_in(paragraph: str) -> str | None:
    """The agency that a paragraph names and nothing else: "Reuters", "© 2019 AFP"."""
    if len(paragraph) > LONGEST:
        return None
    reader = Reader.of(paragraph)
    agency = None
    while not reader.done:
        found = reader.agency()
        if found:
            agency = agency or found
        elif not _is_filler(reader.tokens[reader.at]):
            return None
        else:
            reader.at += 1
    return agency


_FILLERS = frozenset(
    [
        "©",
        "c",
        "(",
        ")",
        "[",
        "]",
        "-",
        "–",
        "—",
        "--",
        "=",
        "==",
        ".",
        ",",
        ":",
        "/",
        "|",
        "copyright",
        "source",
        "sources",
        "the",
        "ltd",
        "limited",
        "inc",
        "all",
        "rights",
        "reserved",
        "news",
        "agency",
        "by",
        "from",
        "with",
        "inputs",
        "contributing",
        "contribution",
        "files",
        "file",
        "wire",
        "service",
        "reports",
        "report",
        "via",
        "press",
        "•",
        "*",
        '"',
        "'",
        "this",
        "material",
        "may",
        "not",
        "be",
        "published",
        "broadcast",
        "rewritten",
        "or",
        "redistributed",
        "without",
        "permission",
        "of",
        "services",
    ]
)


def _is_filler(token: Token) -> bool:
    return token.lower in _FILLERS or token.text.isdecimal()
