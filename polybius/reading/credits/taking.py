"""Credits out of a report's paragraphs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from polybius.nouns import Credit
from polybius.reading.about.agencies import CALLED_AGENCY, agency_in
from polybius.reading.credits.bylines import byline_in, photo_in, source_in
from polybius.reading.credits.datelines import Dateline, dateline_at
from polybius.reading.credits.signoff import SignOff, signoff_at
from polybius.reading.credits.tails import contribution_in, tail_of
from polybius.reading.credits.words import words

AgencyBasis = Literal["dateline", "byline", "source line", "tail", "sign-off", "photo credit"]
"""How the agency is known, surest first."""

_TOP = 6
"""Paragraphs at the top among which bylines and the dateline stand."""
_BOTTOM = 8
"""Paragraphs at the end among which sign-offs and tails stand."""
_TEXT_WORDS = 25
"""Words from which a paragraph without credits is the report's own."""


@dataclass(frozen=True, slots=True)
class Credited:
    """A report's paragraphs without its credits, and the credits.

    ``agency`` is the news agency that wrote the report, by its usual name, and
    ``agency_basis`` how that is known; "photo credit" is a guess, from whom the picture
    is of and from the form of the sign-off, where nothing else names an agency. ``dateline``
    is where "SEOUL (Reuters) –" stands in the first paragraph, which keeps it; ``dateline_day``
    is ISO 8601 ("2017-08-29"), or "--08-29" where the text gives no year.
    """

    paragraphs: tuple[str, ...]
    credits: tuple[Credit, ...] = ()
    agency: str | None = None
    agency_basis: AgencyBasis | None = None
    dateline: tuple[int, int] | None = None
    dateline_place: str | None = None
    dateline_day: str | None = None


@dataclass(slots=True)
class _Taking:
    title: str | None
    body: list[str] = field(default_factory=list)
    credits: list[Credit] = field(default_factory=list)
    agencies: dict[AgencyBasis, str] = field(default_factory=dict)
    signed: list[SignOff] = field(default_factory=list)
    dateline: Dateline | None = None

    @property
    def has_text(self) -> bool:
        """Whether the report itself has begun."""
        return len(self.body) >= _TOP or any(p.count(" ") >= _TEXT_WORDS for p in self.body)

    def add(self, found: Sequence[Credit], basis: AgencyBasis | None = None) -> None:
        self.credits.extend(found)
        agency = next((credit.agency for credit in found if credit.agency), None)
        if basis and agency:
            self.agencies.setdefault(basis, agency)


def take_credits(paragraphs: Sequence[str], title: str | None = None) -> Credited:
    """Tell the credits in *paragraphs* from the report.

    A paragraph that is nothing but credits goes; a sign-off or an agency's name behind
    the last sentence is cut from its paragraph; the dateline stays in the text.
    """
    taking = _Taking(title)
    first_text = _first_text(paragraphs)
    for index, paragraph in enumerate(paragraphs):
        top = index < min(first_text, _TOP) or index == 0
        bottom = index >= len(paragraphs) - _BOTTOM and index >= first_text
        rest = _take(paragraph, taking, top=top, bottom=bottom)
        if rest:
            taking.body.append(rest)
    return _credited(taking)


def _first_text(paragraphs: Sequence[str]) -> int:
    """The first paragraph that is the report's own."""
    for index, paragraph in enumerate(paragraphs):
        if paragraph.count(" ") >= _TEXT_WORDS or dateline_at(paragraph.lstrip()):
            return index
    return 0


def _take(paragraph: str, taking: _Taking, *, top: bool, bottom: bool) -> str:
    """What is left of *paragraph* once its credits are taken."""
    stripped = paragraph.strip()
    signed = signoff_at(stripped)
    if signed and signed.end >= len(stripped.rstrip(" .")) and (signed.bracketed or bottom or top):
        taking.signed.append(signed)
        taking.add(signed.credits, "sign-off")
        return ""
    if top and (named := byline_in(stripped)):
        taking.add(named, "byline")
        return ""
    if taking.dateline is None and not taking.has_text and (dateline := dateline_at(stripped)):
        return _take_dateline(stripped, dateline, taking, bottom=bottom)
    agency = source_in(stripped) if top or bottom else None
    if not (bottom and agency) and (pictured := photo_in(stripped)):
        taking.add(pictured)
        return ""
    if agency:
        taking.add([Credit(None, "agency", None, agency)], "source line" if top else "tail")
        return ""
    return _take_end(stripped, taking) if bottom else stripped


def _take_dateline(paragraph: str, dateline: Dateline, taking: _Taking, *, bottom: bool) -> str:
    # Only the first paragraph's is a span; below a summary, only what it says is kept.
    taking.dateline = replace(dateline, end=0) if taking.body else dateline
    if dateline.agency:
        taking.agencies.setdefault("dateline", dateline.agency)
    if dateline.place or dateline.agency:
        taking.credits.append(Credit(None, "dateline", dateline.place, dateline.agency))
    if dateline.end >= len(paragraph):
        taking.dateline = replace(dateline, end=0)
        return ""
    return _take_end(paragraph, taking) if bottom else paragraph


def _take_end(paragraph: str, taking: _Taking) -> str:
    """Cut what agencies print at the end, once for each kind of it."""
    if contributed := contribution_in(paragraph):
        taking.add(contributed)
        return ""
    for _ in range(3):
        tail = tail_of(paragraph)
        if tail is None:
            break
        paragraph = tail.text
        if tail.signed:
            taking.signed.append(tail.signed)
        taking.add(tail.credits, "sign-off" if tail.signed else "tail")
    return paragraph


def _credited(taking: _Taking) -> Credited:
    basis = next((b for b in AgencyBasis.__args__ if b in taking.agencies), None)  # type: ignore[attr-defined]
    agency = taking.agencies.get(basis) if basis else None
    if agency is None and any(_is_of_agencies(signed) for signed in taking.signed):
        agency = _pictured(taking.credits)
        basis = "photo credit" if agency else None
    dateline = taking.dateline
    spanned = dateline is not None and dateline.end > 0 and bool(taking.body)
    return Credited(
        paragraphs=tuple(taking.body),
        credits=tuple(dict.fromkeys(taking.credits)),
        agency=agency,
        agency_basis=basis,
        dateline=(0, dateline.end) if dateline and spanned else None,
        dateline_place=dateline.place if dateline else None,
        dateline_day=dateline.day if dateline else None,
    )


def _pictured(named_here: Sequence[Credit]) -> str | None:
    """The agency whose own photographers are credited, and that may sign in brackets.

    A picture that nobody signed, or that one agency passed on for another, may stand
    above anybody's report.
    """
    named = {each.agency for each in named_here if each.role == "photo" and each.agency}
    signed = {
        each.agency
        for each in named_here
        if each.role == "photo" and each.agency and each.name and not agency_in(each.name)
    }
    if len(named) != 1 or not signed:
        return None
    (agency,) = named
    known = agency_in(agency)
    signs = known in words("agencies", "in_brackets") if known else CALLED_AGENCY.fullmatch(agency)
    return agency if signs else None


def _is_of_agencies(signed: SignOff) -> bool:
    """Whether a sign-off has the form of some agencies': in brackets, with editors last."""
    roles = [credit.role for credit in signed.credits]
    return (
        signed.bracketed and roles[-1] == "editing" and bool({"reporting", "writing"} & set(roles))
    )
