"""Bylines as credits: persons apart from agencies, desks and the outlet itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from lxml.html import HtmlElement

from polybius.nouns import Credit
from polybius.reading.about.agencies import agency_in, called_agency, is_agency
from polybius.reading.about.head import Metas
from polybius.reading.about.outlets import rights_of
from polybius.reading.about.structured import Structured
from polybius.reading.about.titles import words
from polybius.reading.characters import line

_LEAD = re.compile(
    r"\A\W*(?:(?:written|posted|submitted|published|reported|story|text|words|article|analysis|commentary)\s+)?"
    r"(?:by|von|par|por|di|da|door|av|af|przez|oleh)\s*:?\s+",
    re.IGNORECASE,
)
# What parts the names in a byline, in folded text.
_BETWEEN = re.compile(
    r" ?(?:[,;|•·/&]|\b(?:with|and|und|et|y|e|en|for)\b| [-–—](?= )|(?<=[a-z]{3})\.(?= )) ?"
)
# What stands in a byline and is no name: dates, numbers, functions, addresses, desks.
_NO_NAME = re.compile(
    r"\d|@|https?:|www\."
    r"|\b(?:staff|reporters?|correspondents?|editors?|writers?|desk|admin|administrator|team|news(?:room|paper)?|online|contributors?|guest"
    r"|agenc(?:y|ies)|wires?|newswires?|pictures|images|services?|updated|published|posted|today|yesterday|share|follow|bureau|columnist|press|media|magazine|journal|times"
    r"|redaktion|redacción|rédaction|redazione|unknown|anonymous|special|senior|chief|author|submitted|contributors?|more|about|view|profile|bio|photo(?:s|grapher)?)\b",
    re.IGNORECASE,
)
# A date or an hour behind a name or a place.
_DATED_END = re.compile(
    r" (?:(?:on|at|\|) .{0,40}\d.*|on (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b.*)\Z"
)
_PLACE_END = re.compile(r"[\d|(]")
_NAMES_IN_CAPITALS = re.compile(
    r"[A-Z][A-Z'’.-]{1,20}(?: [A-Z][A-Z'’.-]{1,20}){1,2}"
    r"(?:(?:,| and| AND| &) [A-Z][A-Z'’.-]{1,20}(?: [A-Z][A-Z'’.-]{1,20}){1,2}){0,3}\Z"
)
_LONGEST_NAME = 60
_AUTHORS = (
    *("author", "article:author", "article_author", "byl", "parsely-author", "sailthru.author"),
    *("dc.creator", "dcterms.creator", "citation_author", "cxenseparse:author"),
    "og:article:author",
)
_BYLINE_CLASS = re.compile(
    r"(?<![a-z])(?:byline|author|article-author|reporter|contributor)(?![a-z])", re.IGNORECASE
)
_NO_BYLINE_CLASS = re.compile(r"comment|form|reply|respond|bio|avatar|image|social", re.IGNORECASE)
# Two or three capitalised words alone below the headline are whoever wrote it.
_NAME_ALONE = re.compile(r"[^\W\d_a-z][\w'’.-]{0,20}(?: [^\W\d_a-z][\w'’.-]{1,20}){1,2}")
_LONGEST_BYLINE = 200
_MOST_BYLINES = 10
_MOST_WORDS = 5
# From here on Unicode's scripts write a whole name as one word (U+2E80, CJK radicals).
_FIRST_WITHOUT_SPACES = "\u2e80"
_PARTICLES = frozenset({"de", "van", "von", "al", "el", "da", "di", "du", "la", "le", "ter", "bin"})


@dataclass(frozen=True, slots=True)
class Authorship:
    """Whom a page names as its authors, apart from its body's own credits."""

    credits: tuple[Credit, ...]
    agency: str | None
    outlet: str | None

    @property
    def persons(self) -> tuple[str, ...]:
        """The names in the byline."""
        return tuple(credit.name for credit in self.credits if credit.name)

    def or_among(self, lines: Iterable[str]) -> Authorship:
        """The same, with the persons in the first byline among *lines* where it names none."""
        said = next((text for text in lines if _LEAD.match(text) or is_names(text)), "")
        if self.credits or not said or len(said) > _LONGEST_BYLINE:
            return self
        return replace(self, credits=tuple(credits_in(said, self.outlet)))


def authorship(
    root: HtmlElement,
    metas: Metas,
    structured: Structured,
    *,
    outlet: str | None,
    below: Sequence[str] = (),
) -> Authorship:
    """Read the bylines and rights of the page in *root*; *below* are lines below its headline.

    The agency is the first that a byline, a provider or a copyright line
    names, known to us or called one ("… Newswire"); an agency's own site has
    itself as agency.
    """
    declared = _declared(metas, structured)
    shown = [*_shown_bylines(root), *(each for each in below if _is_byline(each))][:_MOST_BYLINES]
    sources = [*declared, *shown, *rights_of(root, metas, structured)]
    if outlet and (is_agency(outlet) or not agency_in(outlet)):
        sources.append(outlet)
    known = next((name for source in sources if (name := agency_in(source))), None)
    called = (name for source in sources if (name := called_agency(source)))
    persons = [credit for byline in declared for credit in credits_in(byline, outlet)]
    seen = [credit for byline in shown for credit in credits_in(byline, outlet)]
    return Authorship(_merged(persons, seen), known or next(called, None), outlet)


def credits_in(byline: str, outlet: str | None = None) -> Iterator[Credit]:
    """The persons in *byline*, each with a place where it gives one.

    "By A in SEOUL and B, Reuters" credits A in SEOUL and B, both for Reuters.
    """
    own = words(outlet or "")[:1]
    called = called_agency(byline)
    agency = agency_in(byline) or called
    names = byline.replace(called, "") if called else byline
    for piece in _BETWEEN.split(_LEAD.sub("", names)):
        name, _, place = _LEAD.sub("", piece).partition(" in ")
        name = _DATED_END.sub("", name).strip(" .:()[]")
        if _is_name(name) and (not own or words(name)[:1] != own):
            name = name.title() if name.isupper() and len(name) > 4 else name
            yield Credit(name, "byline", _PLACE_END.split(place)[0].strip() or None, agency)


def is_names(text: str) -> bool:
    """Whether *text* is one to four names in capitals, as bylines without "by" are set."""
    return _NAMES_IN_CAPITALS.match(text) is not None


def _is_name(text: str) -> bool:
    if not 3 <= len(text) <= _LONGEST_NAME or _NO_NAME.search(text) or agency_in(text):
        return False
    parts = text.split()
    if len(parts) > _MOST_WORDS or (len(parts) < 2 and text < _FIRST_WITHOUT_SPACES):
        return False
    return not parts[0][0].islower() or parts[0] in _PARTICLES


def _merged(persons: list[Credit], seen: list[Credit]) -> tuple[Credit, ...]:
    """*persons* as the page declares them, with the places and agencies that it shows.

    Names that are part of another, or other spellings of one, are left out;
    where none is declared, those *seen* stand for themselves.
    """
    kept: list[Credit] = []
    for credit in [*persons, *seen]:
        same = next((other for other in kept if _same(credit, other)), None)
        if same is None:
            if credit in persons or not persons:
                kept.append(credit)
            continue
        longer = max(same, credit, key=lambda each: len(words(each.name or "")))
        place, agency = same.place or credit.place, same.agency or credit.agency
        kept[kept.index(same)] = replace(longer, place=place, agency=agency)
    return tuple(kept)


def _same(one: Credit, other: Credit) -> bool:
    said, known = set(words(one.name or "")), set(words(other.name or ""))
    return said <= known or known <= said


def _declared(metas: Metas, structured: Structured) -> list[str]:
    """What the page gives as its authors in its head, best source first, as written."""
    found = [*structured.authors, *structured.organisations]
    addresses = ("http:", "https:", "/")
    found += [each for each in metas.all(*_AUTHORS) if not each.startswith(addresses)]
    return [each for each in dict.fromkeys(found) if len(each) <= _LONGEST_BYLINE][:_MOST_BYLINES]


def _is_byline(text: str) -> bool:
    return _LEAD.match(text) is not None or _NAME_ALONE.fullmatch(text) is not None


def _shown_bylines(root: HtmlElement) -> Iterator[str]:
    """Bylines in the body of the page: by relation, by microdata, by class, above the text."""
    for element in root.iter("a", "address", "div", "p", "span", "strong", "cite"):
        relation, property_ = element.get("rel"), element.get("itemprop")
        if (
            (relation and "author" in relation.split())
            or property_ == "author"
            or ((name := element.get("class")) and _is_byline_class(name))
        ):
            text = line(element.text_content()[: 3 * _LONGEST_BYLINE])
            if 3 < len(text) <= _LONGEST_BYLINE:
                yield text
                return


def _is_byline_class(name: str) -> bool:
    return (
        len(name) < 200
        and _BYLINE_CLASS.search(name) is not None
        and not _NO_BYLINE_CLASS.search(name)
    )
