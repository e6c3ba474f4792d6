"""What a document's words are about: times, places, quantities, quotations."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from polybius.nouns.actor import Actor
from polybius.nouns.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
QuotationKind = Literal["direct", "indirect", "mixed"]
Bound = Literal["exact", "about", "at_least", "at_most", "more_than", "less_than", "between"]
PlaceKind = Literal[
    "country", "capital", "city", "region", "sea", "land", "launch_site", "body", "other"
]


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression in TIMEX3 terms.

    ``value`` is a TIMEX3 value ("2019-08-02", "2019-W31", "P8D",
    "2019-08-02T02:59", "PAST_REF"); None where the text cannot be placed, with
    the ``reason``. ``start`` and ``end`` are the first and last calendar day
    (ISO 8601) of a value that can be laid on a calendar. ``modifier`` is the
    TIMEX3 ``mod`` ("APPROX", "MORE_THAN", "START" …); ``zone`` the time zone
    as written ("GMT", "local time").
    """

    span: Span
    type: TimexType
    value: str | None
    start: str | None = None
    end: str | None = None
    modifier: str | None = None
    zone: str | None = None
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Place:
    """A toponym and what it names.

    Degrees are WGS 84, north and east positive. ``country`` is ISO 3166
    alpha-3; None for seas and for what no one country holds. ``metonym`` says
    that the words mean a government ("Pyongyang said"), not ground;
    ``adjective`` that they are a demonym ("North Korean").
    """

    span: Span
    name: str
    latitude: float | None = None
    longitude: float | None = None
    geonames_id: int | None = None
    country: str | None = None
    kind: PlaceKind = "other"
    metonym: bool = False
    adjective: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Equivalent:
    """The same quantity in another unit, as the text gives it in brackets.

    ``agrees`` is False where the two differ by more than rounding explains.
    ``upper`` is the higher end of a range.
    """

    span: Span
    value: float
    unit: str | None
    agrees: bool
    upper: float | None = None


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as written and as meant.

    ``unit`` is the unit's singular English name ("kilometer", "minute",
    "percent", "US dollar", "missile"); None for a bare number. ``upper`` is the
    higher end where ``bound`` is "between". ``repaired`` tells what was mended
    ("1.100 km" read as 1,100), in words, for a warning. ``hedge`` is the words that
    bind the number ("about", "or so"), before or after it.
    """

    span: Span
    value: float
    unit: str | None
    number: Span
    bound: Bound = "exact"
    upper: float | None = None
    equivalents: tuple[Equivalent, ...] = ()
    repaired: str | None = None
    hedge: Span | None = None

    @property
    def approximate(self) -> bool:
        """Whether the words hedge the number ("about", "some", "nearly")."""
        return self.bound != "exact"


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the report lays in somebody's mouth.

    ``content`` runs from the first to the last word said; ``pieces`` are its
    parts where the cue splits it. ``source`` is the words that name the
    speaker here ("he"), ``speaker`` whom they mean. ``chain`` holds those
    through whom it came, nearest to the outlet last ("a Japanese official",
    then "TV Asahi"); ``speaker`` is its first. ``attitude`` marks what is
    thought or wanted, not said. ``hedges`` are spans inside or around the
    content ("appeared to", "initial information indicated").
    """

    kind: QuotationKind
    content: Span
    cue: Span | None = None
    source: Span | None = None
    speaker: Actor | None = None
    pieces: tuple[Span, ...] = ()
    chain: tuple[Actor, ...] = ()
    hedges: tuple[Span, ...] = ()
    attitude: bool = False
    denied: bool = False
    reason: str | None = None


@dataclass(frozen=True, slots=True)
class Annotations:
    """All that annotating finds in one document, each list in text order."""

    sentences: tuple[Span, ...] = ()
    times: tuple[Timex, ...] = ()
    places: tuple[Place, ...] = ()
    quantities: tuple[Quantity, ...] = ()
    quotations: tuple[Quotation, ...] = ()
