"""Datelines: "SEOUL, South Korea (AP) —", "MOSCOW, March 24. /TASS/.", "Seoul –".

::

    dateline = [ source dash ] place { "/" place } [ "," region ] [ [","] date ] [ source ] end
    source   = "(" agency … ")" | "/" agency "/" | "," agency
    date     = month day [ "," year ] | day month [ year ]
    end      = dash | ":" | "." behind a source

A place in capitals, a date or an agency must be there: a dash alone parts many
sentences. "SEOUL North Korea fired", where a scraper lost the dash, is taken where
the place is a city that reports come from.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from polybius.reading.credits.tokens import Reader
from polybius.reading.credits.words import months, words

LONGEST = 140
"""Characters of the longest dateline."""
_DASHES = frozenset({"-", "–", "—", "--", "―", "‒"})
_MOST_PLACES = 4
_MOST_PLACE_WORDS = 4


@dataclass(frozen=True, slots=True)
class Dateline:
    """Where a report was written, when, and for which agency.

    ``end`` is behind the dash that closes it. ``day`` is ISO 8601, as
    ``2017-08-29`` or, where the text gives no year, ``--08-29``.
    """

    end: int
    place: str | None
    day: str | None
    agency: str | None


@dataclass(slots=True)
class _Read:
    place: str | None = None
    capital: bool = False
    city: bool = False
    day: str | None = None
    agency: str | None = None
    bracketed: bool = False


def dateline_at(text: str) -> Dateline | None:
    """The dateline at the beginning of *text*; None where it has none."""
    reader = Reader.of(text[:LONGEST])
    read = _Read()
    if _source(reader, read) and _dash(reader):
        alone = Dateline(reader.position(), None, None, read.agency)
        return _with_place(reader, read) or alone
    reader.at = 0
    return _with_place(reader, read) or _agency_alone(text)


def _with_place(reader: Reader, read: _Read) -> Dateline | None:
    if not _place(reader, read):
        return None
    _region(reader, read)
    start = reader.at
    reader.accept(",")
    if not _date(reader, read):
        reader.at = start
    start = reader.at
    reader.accept(",", ".")
    if read.agency is None and not _source(reader, read):
        reader.at = start
        _bare_source(reader, read)
    return _closed(reader, read)


def _closed(reader: Reader, read: _Read) -> Dateline | None:
    """The dateline read, if it ends as one."""
    known = read.agency is not None or read.day is not None
    found = Dateline(0, read.place, read.day, read.agency)
    before = reader.at
    pointed = read.agency is not None and reader.accept(".") is not None
    dashed = _dash(reader)
    if dashed or pointed or (read.bracketed and known) or (known and reader.done):
        told = known or read.city or read.capital
        return replace(found, end=reader.position()) if told else None
    if (known or read.capital) and reader.accept(":"):
        return replace(found, end=reader.position())
    reader.at = before
    # A scraper lost the dash: "SEOUL North Korea fired".
    if read.capital and read.city and not known and _goes_on(reader):
        return replace(found, end=reader.position())
    return None


def _goes_on(reader: Reader) -> bool:
    """Whether a sentence begins right behind a place in capitals."""
    token = reader.peek()
    return (
        token is not None
        and token.is_capitalised
        and (len(token.text) == 1 or not token.text.isupper())
    )


def _agency_alone(text: str) -> Dateline | None:
    """An agency where a place should be: "dpa/GNA – "."""
    reader = Reader.of(text[:LONGEST])
    reader.accept("(")
    agency = reader.agency()
    if agency is None:
        return None
    while reader.accept("/"):
        if reader.agency() is None:
            reader.at += 1
    reader.accept(")")
    return Dateline(reader.position(), None, None, agency) if _dash(reader) else None


def _place(reader: Reader, read: _Read) -> bool:
    """Pass over "SEOUL", "SEOUL/TOKYO", "New York"; longest known city first."""
    start = reader.at
    end = None
    for _ in range(_MOST_PLACES):
        if not _one_place(reader, read):
            break
        end = reader.position()
        if not reader.accept("/"):
            break
    if end is None:
        reader.at = start
        return False
    read.place = reader.text[reader.tokens[start].start : end]
    return True


def _one_place(reader: Reader, read: _Read) -> bool:
    cities = words("dateline", "cities")
    first = reader.peek()
    if first is None or not first.is_capitalised:
        return False
    for length in range(_MOST_PLACE_WORDS, 0, -1):
        last = reader.peek(length - 1)
        if last is None:
            continue
        written = reader.text[first.start : last.end]
        if written.lower() in cities:
            read.city, read.capital = True, written.isupper()
            reader.at += length
            return True
    length = 0
    capital = first.text.isupper() and len(first.text) > 1
    while length < _MOST_PLACE_WORDS:
        token = reader.peek(length)
        if (
            token is None
            or not token.is_capitalised
            or token.text.isupper() != capital
            or token.lower.rstrip(".") in months()
        ):
            break
        length += 1
    if not length:
        return False
    reader.at += length
    read.capital = capital
    return True


def _region(reader: Reader, read: _Read) -> None:
    """Pass over ", South Korea" or ", NORTH KOREA"."""
    if not reader.next_is(","):
        return
    regions = words("dateline", "regions")
    for length in (4, 3, 2, 1):
        first, last = reader.peek(1), reader.peek(length)
        if first is None or last is None:
            continue
        written = reader.text[first.start : last.end].lower()
        if written.rstrip(".") in regions or written in regions:
            reader.at += 1 + length
            read.place = f"{read.place}, {reader.text[first.start : last.end]}"
            if len(last.text) < 6:
                reader.accept(".")
            return


def _date(reader: Reader, read: _Read) -> bool:
    """Pass over "Aug. 2", "2 August 2019", "Aug 29, 2017"."""
    start = reader.at
    month = _month(reader)
    day = _number(reader, 31)
    if month is None and day is not None:
        month = _month(reader)
    if month is None or day is None:
        reader.at = start
        return False
    behind = reader.at
    reader.accept(",", ".")
    year = _number(reader, 2100, least=1900)
    if year is None:
        reader.at = behind
    read.day = f"{year or '-'}-{month:02}-{day:02}"
    return True


def _month(reader: Reader) -> int | None:
    token = reader.peek()
    number = months().get(token.lower.rstrip(".")) if token else None
    if number is not None:
        reader.at += 1
        reader.accept(".")
    return number


def _number(reader: Reader, most: int, least: int = 1) -> int | None:
    token = reader.peek()
    digits = token.text.rstrip("stndrh") if token else ""
    if not digits.isdecimal() or len(digits) > 4 or not least <= int(digits) <= most:
        return None
    reader.at += 1
    return int(digits)


def _source(reader: Reader, read: _Read) -> bool:
    """Pass over "(Reuters)", "/TASS/", "(UrduPoint News / Sputnik - 30th January, 2022)"."""
    start = reader.at
    closing = ")" if reader.accept("(") else "/" if reader.accept("/") else None
    if closing is None:
        return False
    agency = None
    for _ in range(20):
        if reader.done or (reader.next_is(closing) and (closing == ")" or agency)):
            break
        found = reader.agency()
        agency = agency or found
        if not found and not (closing == ")" and read.day is None and _date(reader, read)):
            reader.at += 1
    if not reader.accept(closing) or (agency is None and not _short_source(reader, start)):
        reader.at = start
        return False
    read.agency, read.bracketed = agency, True
    return True


def _short_source(reader: Reader, start: int) -> bool:
    """Whether what was in brackets is a code such as "(SW)", or names and a date."""
    inner = reader.tokens[start + 1 : reader.at - 1]
    words_ = [token for token in inner if token.is_word]
    return bool(words_) and len(inner) <= 14 and all(token.is_capitalised for token in words_)


def _bare_source(reader: Reader, read: _Read) -> None:
    """Pass over ", KYODO" and ", ARTSAKHPRESS": an agency without brackets."""
    start = reader.at
    comma = reader.accept(",")
    agency = reader.agency()
    if agency and (comma or reader.next_is(*_DASHES)):
        read.agency = agency
        return
    reader.at = start
    token = reader.peek(1)
    if (
        comma
        and token
        and token.text.isupper()
        and len(token.text) > 3
        and reader.next_is(":", ahead=2)
    ):
        reader.at += 2
    else:
        reader.at = start


def _dash(reader: Reader) -> bool:
    start = reader.at
    while reader.peek() is not None and reader.next_is(*_DASHES):
        reader.at += 1
    return reader.at > start
