"""What agencies print behind a report: "(END)", "© 2019 AFP", "— Reuters", "(Kyodo)"."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from polybius.nouns import Credit
from polybius.reading.about.agencies import agency_in, is_agency
from polybius.reading.credits.bylines import source_in
from polybius.reading.credits.people import people
from polybius.reading.credits.signoff import SignOff, signoff_at
from polybius.reading.credits.tokens import Reader
from polybius.reading.credits.words import words

_WINDOW = 60
"""Characters at the end of a paragraph in which an agency's sign can stand."""
_LONGEST_CONTRIBUTION = 300
_IN_BRACKETS = re.compile(r"\s?[(\[]\s?([^()\[\]]{2,40})\s?[)\]]\s?\.?$")
_BEHIND_DASH = re.compile(r"[\s.”\"’'](?:[–—=]|--|==)\s?([^–—=]{2,40}?)\.?$")
_BEHIND_STOP = re.compile(r"(?<=[.”\"’!?])\s{1,3}([A-Z][A-Za-z. ]{1,30})$")
_SEVERAL = re.compile(r"\b(?:writers|reporters|journalists|correspondents)\b")


@dataclass(frozen=True, slots=True)
class Tail:
    """A paragraph's text without its tail, and the credits that the tail gave."""

    text: str
    credits: tuple[Credit, ...]
    signed: SignOff | None = None
    agency: str | None = None


def tail_of(paragraph: str) -> Tail | None:
    """The tail at the end of *paragraph*; None where it has none."""
    return _sign(paragraph) or _signed(paragraph) or _agency(paragraph)


def contribution_in(paragraph: str) -> list[Credit]:
    """The credits of a paragraph such as "AP writers A and B contributed to this report."."""
    if len(paragraph) > _LONGEST_CONTRIBUTION or "contribut" not in paragraph:
        return []
    reader = Reader.of(paragraph)
    while reader.next_is(
        "—",
        "–",
        "-",
        "--",
        "•",
        "*",
        "(",
        "[",
        "with",
        "additional",
        "files",
        "reporting",
        "inputs",
        "from",
        "by",
    ):
        reader.at += 1
    found = people(reader, lambda _: False)
    if not found:
        return []
    if not reader.next_is(*words("clauses", "contributed")):
        possessive = reader.next_is("’", "'") and len(reader.tokens) - reader.at > 3
        if not possessive:
            return []
        reader.at += 1
        reader.accept("s")
        # "Velm Courier's Ann Roe": the outlet's own.
        found = people(reader, lambda _: False)
    if not reader.accept(*words("clauses", "contributed")):
        return []
    if _SEVERAL.search(paragraph[:80]):
        found = [replace(person, agency=person.agency or found[0].agency) for person in found]
    return [
        person.credit("reporting") if person.name else Credit(None, "agency", None, person.agency)
        for person in found
    ]


def _sign(paragraph: str) -> Tail | None:
    for sign in sorted(words("tails", "signs"), key=len, reverse=True):
        if paragraph.endswith(sign):
            text = paragraph.removesuffix(sign).rstrip()
            if not text or not text[-1].isalnum() or sign.startswith(("(", "=", "#")):
                agency = agency_in(sign.strip("=()"))
                named = (Credit(None, "agency", None, agency),) if agency else ()
                return Tail(text, named, agency=agency)
    return None


def _signed(paragraph: str) -> Tail | None:
    """A sign-off in brackets behind the last sentence."""
    if not paragraph.rstrip(" .").endswith((")", "]")):
        return None
    opening = max(paragraph.rfind("(", 0, len(paragraph) - 1), paragraph.rfind("["))
    for _ in range(4):
        if opening <= 0:
            return None
        signed = signoff_at(paragraph[opening:])
        if signed and signed.bracketed and opening + signed.end >= len(paragraph.rstrip()):
            return Tail(paragraph[:opening].rstrip(), signed.credits, signed=signed)
        opening = paragraph.rfind("(", 0, opening)
    return None


def _agency(paragraph: str) -> Tail | None:
    """An agency's name behind the last sentence: "(Kyodo)", "— Reuters", "REUTERS"."""
    window = paragraph[-_WINDOW:]
    for pattern in (_IN_BRACKETS, _BEHIND_DASH, _BEHIND_STOP):
        found = pattern.search(window)
        if found is None:
            continue
        name = found[1].strip(" .=")
        if not is_agency(name) and source_in(name) is None:
            continue
        text = paragraph[: len(paragraph) - len(window) + found.start()]
        stop = found.group()[0] if found.group()[0] in ".”\"’'" else ""
        body = (text + stop).rstrip()
        agency = agency_in(name)
        if body and agency and (pattern is not _IN_BRACKETS or body[-1] in ".!?”\"’'"):
            return Tail(body, (Credit(None, "agency", None, agency),), agency=agency)
    return None
