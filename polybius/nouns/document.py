"""What comes off the web, and what it says once taken apart."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Literal

from polybius.nouns.span import Span

DateBasis = Literal[
    "given", "json-ld", "meta", "time-tag", "feed", "url", "dateline", "text", "htmldate", "none"
]
"""How a publication date is known, best first after ``given`` (by the user)."""

CreditRole = Literal[
    "byline", "reporting", "writing", "editing", "photo", "dateline", "agency", "graphics"
]
LinkRole = Literal["related", "previous", "next", "control", "navigation", "source"]


@dataclass(frozen=True, slots=True)
class Page:
    """Bytes as fetched, with where they came from.

    ``source`` names the file or address in messages to people. ``media_type``
    is without parameters ("text/html", "text/plain"); None where nobody said.
    """

    body: bytes
    source: str
    url: str | None = None
    media_type: str | None = None
    charset: str | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    fetched: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class Published:
    """When a document was published, and how that is known.

    ``value`` is ISO 8601: a date, or a date and time with its zone where the
    page gives one. None where unknown, with the ``reason``; never today's date.
    """

    value: str | None
    basis: DateBasis
    reason: str | None = None

    @property
    def day(self) -> dt.date | None:
        """The calendar day at the place of publication; None where unknown or only a month."""
        whole = self.value is not None and len(self.value) >= len("2019-08-02")
        return dt.date.fromisoformat(self.value[:10]) if self.value and whole else None


UNDATED = Published(None, "none", "no publication date")


@dataclass(frozen=True, slots=True)
class Comment:
    """A reader's comment. Kept, shown as a comment, and never evidence.

    ``posted`` is the time as the page shows it ("6 months ago"), or ISO 8601
    where the page gives that. Votes are None where not shown. ``reply_to`` is
    the ``id`` of the comment answered. ``truncated`` says that the page cut the
    text short ("Read more »").
    """

    author: str | None
    text: str
    posted: str | None = None
    votes_up: int | None = None
    votes_down: int | None = None
    truncated: bool = False
    id: str | None = None
    reply_to: str | None = None


@dataclass(frozen=True, slots=True)
class Credit:
    """A name and what it is credited with: "Josh Smith", reporting, in SEOUL.

    ``name`` is None where only an agency or a place is credited.
    """

    name: str | None
    role: CreditRole
    place: str | None = None
    agency: str | None = None


@dataclass(frozen=True, slots=True)
class Link:
    """A neighbouring headline or a control of the page; never body.

    ``url`` is None where the page was already scraped to text, or where the
    address is of a kind that must not be followed.
    """

    text: str
    url: str | None
    role: LinkRole


@dataclass(frozen=True, slots=True)
class Document:
    """What a page says. ``text`` is the body, and the only text that may yield claims.

    ``paragraphs`` are spans of ``text``, in order, apart by blank lines.
    ``outlet`` is who published the page (the speaker where nobody is quoted);
    ``agency`` the news agency that wrote it. ``dateline`` is the span of
    "SEOUL (Reuters) –" in ``text`` where there is one.
    """

    text: str
    paragraphs: tuple[Span, ...]
    id: str = ""
    url: str | None = None
    source: str | None = None
    title: str | None = None
    published: Published = UNDATED
    agency: str | None = None
    outlet: str | None = None
    language: str | None = None
    dateline: Span | None = None
    credits: tuple[Credit, ...] = ()
    comments: tuple[Comment, ...] = ()
    links: tuple[Link, ...] = ()

    @classmethod
    def of_text(cls, text: str, published: Published = UNDATED) -> Document:
        """A document that is all body, its paragraphs parted by line breaks.

        Offsets are those of *text* as given: nothing is stripped or moved.
        """
        return cls(text=text, paragraphs=paragraph_spans(text), published=published).identified()

    def identified(self) -> Document:
        """The same document with the ``id`` that its content gives it.

        The same page read twice has one id; an edited page has another.
        """
        parts = (self.url or "", self.title or "", self.published.value or "", self.text)
        digest = hashlib.sha256("\x1f".join(parts).encode("utf-8", "surrogatepass"))
        return replace(self, id=digest.hexdigest()[:16])


def paragraph_spans(text: str) -> tuple[Span, ...]:
    """Spans of the non-blank lines of *text*, without the white space around them."""
    spans: list[Span] = []
    start = 0
    for line in text.splitlines(keepends=True):
        stripped = line.strip()
        if stripped:
            lead = start + len(line) - len(line.lstrip())
            spans.append(Span(lead, lead + len(stripped)))
        start += len(line)
    return tuple(spans)
